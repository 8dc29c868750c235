// The form's parts and words: they are templates on the page (pages/templates/commitment/sign_form.html), with names in
// braces where values go. Values go in as text and never as HTML, so that nothing typed or read can become markup.
import { keyed, put } from "./tools.js";

export const place = document.querySelector("[data-sign]");
const templates = new Map([...place.querySelectorAll("template")].map((each) => [each.dataset.part, each]));
const words = keyed(templates.get("words"));

/** Return a copy of a part with its values. What has `data-if` stays where that value is there (`!name`: is not). */
export function part(name, values = {}) {
  const made = templates.get(name).content.firstElementChild.cloneNode(true);
  for (const each of made.querySelectorAll("[data-if]")) {
    const { if: key } = each.dataset;
    if (key.startsWith("!") === Boolean(values[key.replace("!", "")])) each.remove();
  }
  const walk = document.createTreeWalker(made, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = made; node; node = walk.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) node.nodeValue = put(node.nodeValue, values);
    else for (const attribute of node.attributes) attribute.value = put(attribute.value, values);
  }
  for (const link of made.querySelectorAll("[data-href]")) link.href = link.dataset.href;
  return made;
}

/** Return words of the page with their values, or nothing where the page has none under this key. */
export const say = (key, values = {}) => put(words.get(key) ?? "", values);

/** Return words as a sentence lists them: "a, b or c". */
export const listed = (words, joint = "or") => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`);
