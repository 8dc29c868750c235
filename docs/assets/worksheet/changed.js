// Beside an answer to words that have changed since: the words then and now, and a button that says it still holds.
import { h } from "../sign/page.js";

const sentences = (text) => text.replace(/([.?!])\s+/g, "$1\n").split("\n");

/** Return a text as parts of a page, a sentence a line, with those that the other text does not have marked. */
function marked(text, other, tag) {
  const there = new Set(sentences(other));
  return sentences(text).flatMap((each) => [there.has(each) ? each : h(tag, {}, each), "\n"]);
}

/** Return the words asked then and now, where there are both with what changed marked, as parts of a page. */
export function thenAndNow(report, then, now) {
  const isBoth = then && now;
  return [
    h("p", {}, h("strong", {}, report.then)), h("p", {}, then ? h("q", {}, isBoth ? marked(then, now, "del") : then) : report.lost),
    ...(now ? [h("p", {}, h("strong", {}, report.now)), h("p", {}, h("q", {}, isBoth ? marked(now, then, "ins") : now))] : []),
  ];
}

/** Show the part on an item. `confirm` is called when the button is pressed. */
export function showChanged(known, { part, first }, words, confirm) {
  const { report } = known.rules;
  const press = () => {
    confirm();
    first.focus();
  };
  part.querySelector(".item__states").after(h("div", { class: "item__changed" }, h("p", {}, report.reworded), ...thenAndNow(report, words.then, words.now),
    h("p", {}, h("button", { type: "button", onclick: press }, report.still, h("span", { class: "visually-hidden" }, `: ${known.items[words.id].label}`)))));
}
