// The controls of one part of a sheet as values: boxes and lists by `data-field`, groups of ticks, rows by `data-rows`.
import { fill } from "./grow.js";
import { isHidden } from "./words.js";

/** Return what a box holds, with accents in one part and without characters that do not show: pasted words bring them. */
export function clean(rules, words) {
  const plain = words.replace(/[\t\v\f\u0085\u2028\u2029]/g, " ").toWellFormed().normalize("NFC");
  const kept = [...plain].filter((letter) => !isHidden(rules, letter)).join("");
  return kept.trim() ? kept : "";
}

/** Return a box or a list. A value that a list does not offer is kept as it is. */
const box = (rules, control) => ({
  control,
  get: () => clean(rules, control.value),
  set: (value = "") => {
    if (control instanceof HTMLSelectElement && ![...control.options].some((option) => option.value === value)) control.add(new Option(value, value));
    fill(control, value);
  },
});

/** Return radios or ticks as one: a value, or a list of them where the group is `data-many`. */
function ticks(node, changed) {
  const inputs = node.matches("input") ? [node] : [...node.querySelectorAll("input")];
  const untick = node.querySelector("[data-untick]");
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  const show = () => { if (untick) untick.hidden = !chosen().length; };
  const set = (value = "") => {
    for (const input of inputs) input.checked = [value].flat().includes(input.value);
    show();
  };
  node.addEventListener("change", show);
  untick?.querySelector("button").addEventListener("click", () => {
    set();
    inputs[0].focus();
    changed();
  });
  show();
  return { control: inputs[0], get: () => (node.dataset.many === undefined ? chosen()[0] ?? "" : chosen()), set };
}

/** Return the rows of a list, added and removed by button. Its model is a template, or the row that stands there. */
function rows(rules, list, changed) {
  const least = list.dataset.model ? 0 : 1;
  const model = least ? list.firstElementChild.cloneNode(true) : document.getElementById(list.dataset.model).content.firstElementChild;
  const adding = list.parentElement.querySelector(`[data-add="${list.id}"]`);
  let forms = []; // one a row

  const remove = (row) => {
    const place = forms.findIndex(({ part }) => part === row);
    row.remove();
    forms.splice(place, 1);
    number();
    (forms[Math.min(place, forms.length - 1)]?.first ?? adding.querySelector("button")).focus();
    changed();
  };
  /** Give each row its number: in its ids, its labels and its button. */
  const number = () => {
    forms.forEach(({ part }, place) => {
      for (const each of part.querySelectorAll("[data-field]")) {
        each.id = `${list.id}-${place + 1}-${each.dataset.field}`;
        each.closest(".ask, .ask__option").querySelector("label").htmlFor = each.id;
      }
      for (const each of part.querySelectorAll("[data-number]")) each.textContent = place + 1;
      part.querySelector("[data-remove]").hidden = forms.length === least;
    });
    adding.hidden = forms.length >= rules.limits.evidence;
  };
  const take = (row) => {
    forms.push(form(rules, row, changed));
    row.querySelector("[data-remove] button").addEventListener("click", () => remove(row));
  };
  const add = (values = {}) => {
    list.append(model.cloneNode(true));
    take(list.lastElementChild);
    forms.at(-1).set(values);
  };
  const set = (pieces = []) => {
    list.replaceChildren();
    forms = [];
    for (const piece of pieces.length || !least ? pieces : [{}]) add(piece);
    number();
  };
  adding.querySelector("button").addEventListener("click", () => {
    add();
    number();
    forms.at(-1).first.focus();
  });
  for (const row of list.children) take(row);
  number();
  const full = () => forms.filter((each) => Object.values(each.get()).some((value) => value.length));
  return {
    get: () => full().map((each) => Object.fromEntries(Object.entries(each.get()).filter(([, value]) => value))),
    set,
    at: ([place, field]) => (full()[place - 1] ?? forms[0])?.at([field ?? ""]), // the place as people count
  };
}

/** Return a part of a sheet: what it holds, how to fill it, and the control that a path names. */
export function form(rules, part, changed) {
  const within = part.closest("[data-rows]");
  const own = (name) => [...part.querySelectorAll(`[data-${name}]`)].filter((node) => node.parentElement.closest("[data-rows]") === within);
  const isBox = (node) => node.matches("select, textarea, input:not([type=checkbox])");
  const fields = new Map(own("field").map((node) => [node.dataset.field, isBox(node) ? box(rules, node) : ticks(node, changed)]));
  const lists = new Map(own("rows").map((list) => [list.dataset.rows, rows(rules, list, changed)]));
  const all = new Map([...fields, ...lists]);
  const first = [...fields.values()][0]?.control;
  return {
    part,
    first,
    get: () => Object.fromEntries([...all].map(([name, each]) => [name, each.get()])),
    set: (values = {}) => all.forEach((each, name) => each.set(values[name])),
    at: ([name, ...more]) => lists.get(name)?.at(more) ?? fields.get(name)?.control ?? first,
  };
}
