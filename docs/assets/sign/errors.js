// Shows what is wrong: a summary at the top with links, a message beside each question, the focus on the summary.
import { h } from "./page.js";

/** Return the box for the summary, and the function that fills it. A fault is `{ name, words }`. */
export function errors() {
  const list = h("ul", {});
  const title = h("h3", { id: "sign-faults" }, "There is a problem");
  const box = h("div", { class: "faults", tabindex: "-1", role: "alert", "aria-labelledby": "sign-faults", hidden: true }, title, list);
  const show = (faults, fields) => {
    for (const field of Object.values(fields)) field.fault("");
    const told = new Map();
    for (const { name, words } of faults) told.set(name, [...(told.get(name) ?? []), words]);
    for (const [name, words] of told) fields[name]?.fault(words.join(" "));
    list.replaceChildren(...faults.map(({ name, words }) => item(fields[name], words)));
    box.hidden = !faults.length;
    document.title = `${faults.length ? "Error: " : ""}${document.title.replace(/^Error: /, "")}`;
    if (faults.length) box.focus();
  };
  return { box, show };
}

function item(field, words) {
  if (!field?.focus) return h("li", {}, words);
  const jump = (event) => {
    event.preventDefault();
    const control = document.getElementById(field.focus);
    control?.closest("details")?.setAttribute("open", "");
    control?.focus();
  };
  return h("li", {}, h("a", { href: `#${field.focus}`, onclick: jump }, `${field.label}${/[?!]$/.test(field.label) ? "" : ":"} ${words}`));
}
