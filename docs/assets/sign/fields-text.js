// Questions that are answered in words: one line, several lines, a day. Each is `{ name, node, focus, get, set, fault }`.
import { h } from "./page.js";

/** Return the parts that every question has: its ids, its hint, its place for an error, and how an error is shown. */
export function frame(name, { label, hint }, mark) {
  const id = `q-${name}`;
  const note = hint ? h("p", { class: "ask__hint", id: `${id}-hint` }, hint) : null;
  const error = h("p", { class: "ask__error", id: `${id}-error`, hidden: true });
  const described = `${note ? `${id}-hint ` : ""}${id}-error`;
  const fault = (words, node) => {
    error.hidden = !words;
    error.replaceChildren(...(words ? [h("span", { class: "visually-hidden" }, "Error: "), words] : []));
    node.classList.toggle("ask--wrong", Boolean(words));
    for (const control of mark()) control.setAttribute("aria-invalid", String(Boolean(words)));
  };
  return { id, label, note, error, described, fault };
}

/** A question with one line for its answer. `options` are offered while typing. */
export function line(name, { label, hint, options, type = "text", wide = true, value = "" }) {
  const parts = frame(name, { label, hint }, () => [input]);
  const list = options ? h("datalist", { id: `${parts.id}-list` }, options.map((option) => h("option", { value: option }))) : null;
  const input = h("input", {
    id: parts.id, type, value, autocomplete: "off", spellcheck: type === "url" ? "false" : null,
    inputmode: type === "url" ? "url" : null, class: wide ? "ask__wide" : null,
    list: list && `${parts.id}-list`, "aria-describedby": parts.described,
  });
  if (type === "url") input.type = "text"; // the browser's own check would speak other words than ours
  const node = h("div", { class: "ask" }, h("label", { for: parts.id }, label), parts.note, parts.error, input, list);
  return {
    name, label, node, focus: parts.id, input,
    get: () => input.value,
    set: (text) => { input.value = text; },
    fault: (words) => parts.fault(words, node),
  };
}

/** A question with several lines for its answer. */
export function area(name, { label, hint, rows = 4, value = "" }) {
  const parts = frame(name, { label, hint }, () => [input]);
  const input = h("textarea", { id: parts.id, rows: String(rows), class: "ask__wide", "aria-describedby": parts.described }, value);
  const node = h("div", { class: "ask" }, h("label", { for: parts.id }, label), parts.note, parts.error, input);
  return {
    name, label, node, focus: parts.id, input,
    get: () => input.value,
    set: (text) => { input.value = text; },
    fault: (words) => parts.fault(words, node),
  };
}

/** A day in three parts. Its value is 2026-11-22; parts that make no day are given as they were typed. */
export function days(name, { label, hint, value = "" }) {
  const parts = frame(name, { label, hint }, () => inputs);
  const part = (key, words, size) => h("input", { id: `${parts.id}-${key}`, class: `ask__${size}`, inputmode: "numeric", autocomplete: "off", "aria-describedby": parts.described, title: null, "data-part": words });
  const inputs = [part("day", "Day", "two"), part("month", "Month", "two"), part("year", "Year", "four")];
  const labelled = inputs.map((input) => h("div", {}, h("label", { for: input.id }, input.dataset.part), input));
  const node = h("fieldset", { class: "ask" }, h("legend", {}, label), parts.note, parts.error, h("div", { class: "ask__day" }, labelled));
  const get = () => {
    const [day, month, year] = inputs.map((input) => input.value.trim());
    if (!day && !month && !year) return "";
    return [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  };
  const set = (text) => {
    const [year = "", month = "", day = ""] = text.split("-");
    [day, month, year].forEach((piece, place) => { inputs[place].value = place < 2 ? piece.replace(/^0/, "") : piece; });
  };
  set(value);
  return { name, label, node, focus: inputs[0].id, get, set, fault: (words) => parts.fault(words, node) };
}
