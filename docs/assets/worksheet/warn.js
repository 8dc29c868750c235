// Says so when words look as if they were about a person, and when they are too long. It refuses nothing: a reference
// can look like a number of a person.
import { h } from "../sign/page.js";
import { said } from "./words.js";

/** Return the sentence for words that look personal, or an empty string. */
export function looks(rules, words) {
  const found = rules.looks.find((each) => new RegExp(each.pattern, "u").test(words));
  if (!found) return "";
  const { wrong, cure } = said(rules, found.message);
  return `${wrong} ${cure}`;
}

/** Return the sentence for words that are more than a file takes, or an empty string. */
function tooLong(rules, { tagName, value }) {
  const count = [...value].length;
  if (tagName !== "TEXTAREA" || count <= rules.limits.words) return "";
  const { wrong, cure } = said(rules, "length", { count, expected: `up to ${rules.limits.words.toLocaleString("en-GB")} characters` });
  return `${wrong} ${cure}`;
}

/** Return the place for the sentence on a box. It stands there before it speaks, so that it is heard. */
function slot(control) {
  const frame = control.closest(".grow");
  const next = frame.nextElementSibling;
  if (next?.classList.contains("ask__warn")) return next;
  const made = h("p", { class: "ask__warn", id: `${control.id}-warning`, role: "status" });
  frame.after(made);
  control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") ?? ""} ${made.id}`.trim());
  return made;
}

/** Show the sentence of a box, or take it away. */
export function warn(rules, control) {
  if (control.closest(".grow")) slot(control).textContent = `${tooLong(rules, control)} ${looks(rules, control.value)}`.trim();
}

/** Watch every box: ready when somebody comes to it, said when they go on. */
export function watch(rules) {
  const isBox = (node) => Boolean(node.closest?.(".grow"));
  document.addEventListener("focusin", ({ target }) => { if (isBox(target)) slot(target); });
  document.addEventListener("input", ({ target }) => { if (isBox(target) && (tooLong(rules, target) || slot(target).textContent)) warn(rules, target); });
  document.addEventListener("change", ({ target }) => { if (isBox(target)) warn(rules, target); });
}
