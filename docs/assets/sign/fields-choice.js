// Questions that are answered by choosing: one of several, one of a long list, councils one after the other, clauses.
import { area, frame } from "./fields-text.js";
import { h } from "./page.js";

/** A question with one of several answers, as radio buttons. An option is `{ value, label, hint? }`. */
export function radios(name, { label, hint, options, value = "", tight = false, changed = () => {} }) {
  const parts = frame(name, { label, hint }, () => []);
  const inputs = options.map((option, place) => h("input", {
    type: "radio", name: parts.id, id: `${parts.id}-${place}`, value: option.value, checked: option.value === value,
    "aria-describedby": option.hint ? `${parts.id}-${place}-hint` : null,
  }));
  const get = () => inputs.find((input) => input.checked)?.value ?? "";
  const rows = options.map((option, place) => [
    h("div", { class: "ask__option" }, inputs[place], h("label", { for: inputs[place].id }, option.label),
      option.hint ? h("p", { class: "ask__hint", id: `${parts.id}-${place}-hint` }, option.hint) : null),
  ]);
  const node = h("fieldset", { class: `ask${tight ? " ask--tight" : ""}`, "aria-describedby": parts.described },
    h("legend", {}, label), parts.note, parts.error, rows);
  node.addEventListener("change", (event) => { if (inputs.includes(event.target)) changed(get()); });
  const set = (chosen) => { inputs.forEach((input) => { input.checked = input.value === chosen; }); changed(get()); };
  return { name, label, node, focus: inputs[0]?.id, get, set, fault: (words) => parts.fault(words, node) };
}

/** A question with one answer of a list. An option is `[value, words]`. */
export function choice(name, { label, hint, options, value = "", changed = () => {} }) {
  const parts = frame(name, { label, hint }, () => [input]);
  const input = h("select", { id: parts.id, "aria-describedby": parts.described });
  const fill = (rows, chosen = "") => {
    input.replaceChildren(h("option", { value: "" }, "Choose"), ...rows.map(([key, words]) => h("option", { value: key, selected: key === chosen }, words)));
  };
  fill(options, value);
  input.addEventListener("change", () => changed(input.value));
  const node = h("div", { class: "ask" }, h("label", { for: parts.id }, label), parts.note, parts.error, input);
  return { name, label, node, focus: parts.id, fill, get: () => input.value, set: (text) => { input.value = text; changed(text); }, fault: (words) => parts.fault(words, node) };
}

/** A question that is answered by several names of a list, each added by itself. `find` gives what a name means. */
export function several(name, { label, hint, options, find }) {
  const parts = frame(name, { label, hint }, () => [input]);
  const chosen = new Map();
  const input = h("input", { id: parts.id, list: `${parts.id}-list`, autocomplete: "off", class: "ask__wide", "aria-describedby": parts.described });
  const list = h("datalist", { id: `${parts.id}-list` }, options.map((option) => h("option", { value: option })));
  const shown = h("ul", { class: "ask__chosen" });
  const says = h("p", { role: "status", class: "visually-hidden" });
  const draw = () => shown.replaceChildren(...[...chosen].map(([key, words]) => h("li", {}, words, " ", h("button", {
    type: "button", class: "button--plain",
    onclick: () => { chosen.delete(key); draw(); says.textContent = `${words} removed.`; input.focus(); },
  }, "Remove", h("span", { class: "visually-hidden" }, ` ${words}`)))));
  const add = () => {
    const found = find(input.value);
    if (!found) return parts.fault(`“${input.value.trim()}” is not on the list. Choose a name that the list offers.`, node);
    chosen.set(found.code, found.name);
    input.value = "";
    parts.fault("", node);
    says.textContent = `${found.name} added.`;
    return draw();
  };
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  });
  const node = h("div", { class: "ask" }, h("label", { for: parts.id }, label), parts.note, parts.error, input, list,
    h("button", { type: "button", class: "button--second", onclick: add }, "Add this council"), shown, says);
  return {
    name, label, node, focus: parts.id,
    get: () => (input.value.trim() && !find(input.value) ? input.value : [...new Set([...chosen.keys(), ...(input.value.trim() ? [find(input.value).code] : [])])].join(", ")),
    set: (text) => { chosen.clear(); text.split(",").map((code) => code.trim()).filter(Boolean).forEach((code) => chosen.set(code, find(code)?.name ?? code)); draw(); },
    fault: (words) => parts.fault(words, node),
  };
}

/** A box to tick which opens a place for words: a clause that is set apart, with the reason. */
export function apart(name, { label, words }) {
  const id = `q-${name}-on`;
  const reason = area(name, { label: `Why ${label} is set apart`, hint: "This is public. Up to 2,000 characters." });
  const box = h("input", { type: "checkbox", id, "aria-describedby": `${id}-words` });
  const show = () => { reason.node.hidden = !box.checked; };
  box.addEventListener("change", show);
  show();
  const node = h("div", { class: "ask__apart" },
    h("div", { class: "ask__option" }, box, h("label", { for: id }, `Set ${label} apart`)),
    h("p", { class: "ask__hint", id: `${id}-words` }, words), reason.node);
  return {
    ...reason, node,
    get: () => (box.checked ? reason.get() : ""),
    isOn: () => box.checked,
    set: (text) => { box.checked = Boolean(text); reason.set(text); show(); },
  };
}
