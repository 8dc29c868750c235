// Beside an answer to words that have changed since: the words then and now, and a button that says it still holds.
import { h } from "../sign/page.js";
import { marked } from "./word-diff.js";

/** Return the words asked then and now, where there are both with what changed marked, as parts of a page. */
export function thenAndNow(report, then, now) {
  const [old, today] = then && now ? marked(then, now) : [[then], [now]];
  return [
    h("p", {}, h("strong", {}, report.then)), h("p", {}, then ? h("q", {}, old) : report.lost),
    ...(now ? [h("p", {}, h("strong", {}, report.now)), h("p", {}, h("q", {}, today))] : []),
  ];
}

/** Show the part on an item. `confirm` is called when the button is pressed. */
export function showChanged(known, item, words, confirm) {
  const { report } = known.rules;
  const press = () => {
    confirm();
    item.control("state").focus();
  };
  const part = h("div", { class: "item__changed" }, h("p", {}, report.reworded), ...thenAndNow(report, words.then, words.now),
    h("p", {}, h("button", { type: "button", onclick: press }, "Still right", h("span", { class: "visually-hidden" }, `: ${known.items[item.id].label}`))));
  item.node.querySelector(".item__states").after(part);
}
