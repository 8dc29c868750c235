// Says so when words look like an e-mail address, a telephone or NHS number. It refuses nothing: a reference can look alike.
import { h } from "../sign/page.js";
import { said } from "./words.js";

/** Return the sentence for words that look personal, or an empty string. */
export function looks(rules, words) {
  const found = rules.looks.find((each) => new RegExp(each.pattern, "u").test(words));
  if (!found) return "";
  const { wrong, cure } = said(rules, found.message);
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
  if (control.closest(".grow")) slot(control).textContent = looks(rules, control.value);
}

/** Watch every box: ready when somebody comes to it, said when they go on. */
export function watch(rules) {
  const isBox = (node) => Boolean(node.closest?.(".grow"));
  document.addEventListener("focusin", ({ target }) => { if (isBox(target)) slot(target); });
  document.addEventListener("change", ({ target }) => { if (isBox(target)) warn(rules, target); });
}
