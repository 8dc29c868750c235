// The questions of a form, as parts of the page: each gets its ids, and can be read, filled in and marked as wrong.
import { h, inWords } from "./page.js";
import { isDay } from "./table.js";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const two = (text) => text.padStart(2, "0");
const month = (text) => two(String(MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1 || text));
const year = (text) => (/^\d\d$/.test(text) ? `20${text}` : text);

/** Return day, month and year of a date that somebody wrote whole: 3/12/2026, Thursday 3rd December, Dec 3, 2026, 2026-12-03. */
function parted(text) {
  const plain = text.replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?(?=[ ,])|\bof\b|,/gi, " ").replace(/(\d)(st|nd|rd|th)\b/gi, "$1").trim();
  const [, y, m, d] = /^(\d{4})[./-](\d\d?)[./-](\d\d?)$/.exec(plain) ?? [];
  if (y) return [d, m, y];
  const [, name, day, then] = /^([a-z]{3,9})[\s.-]+(\d\d?)(?:\s+(\d{4}))?$/i.exec(plain) ?? [];
  if (name) return [day, name, then];
  return /^(\d\d?)[\s./-]+(\d\d?|[a-z]{3,9})\.?(?:[\s./-]+(\d{4}|\d\d))?$/i.exec(plain)?.slice(1) ?? null;
}

/** How each kind of question is read, filled in and said in words. */
const KINDS = {
  one: ([input]) => ({ get: () => input.value, set: (text) => { input.value = text; }, shown: () => input.selectedOptions?.[0].text ?? input.value }),
  radios: (inputs) => ({
    get: () => inputs.find((input) => input.checked)?.value ?? "",
    set: (text) => { for (const input of inputs) input.checked = input.value === text; },
    shown: () => inputs.find((input) => input.checked).labels[0].textContent,
  }),
  day: (inputs) => {
    const set = (parts) => parts.forEach((text, at) => { inputs[at].value = text?.replace(/^0(?=\d)/, "") ?? inputs[at].value; });
    inputs[0].addEventListener("change", () => { const whole = parted(inputs[0].value.trim()); if (whole) set(whole); });
    const get = () => {
      const typed = inputs.map((input) => input.value.trim());
      const [d, m, y = typed[2]] = parted(typed[0]) ?? typed;
      const day = `${year(y)}-${month(m)}-${two(d)}`;
      return isDay(day) ? day : typed.join(" ").trim();
    };
    return { get, set: (text) => set(parted(text) ?? ["", "", ""]), shown: () => inWords(get()) };
  },
};

/** Return a question of the page: its name, its label, the control that is reached first, and what can be done with it. */
export function question(node) {
  const { ask: name, missing } = node.dataset;
  const id = `q-${name}`;
  const controls = [...node.querySelectorAll("input, select, textarea")];
  const radios = controls[0].type === "radio";
  const label = node.querySelector("legend, label");
  const hint = node.querySelector(".ask__hint");
  const error = node.querySelector(".ask__error");
  if (hint) hint.id = `${id}-hint`;
  error.id = `${id}-error`;
  controls.forEach((control, at) => {
    control.id = controls.length > 1 ? `${id}-${at}` : id;
    (controls.length > 1 ? control.parentElement.querySelector("label") : label).htmlFor = control.id;
    if (radios) control.name = id;
  });
  for (const described of radios ? [node] : controls) described.setAttribute("aria-describedby", hint ? `${hint.id} ${error.id}` : error.id);
  const fault = (words) => {
    error.hidden = !words;
    error.replaceChildren(...(words ? [h("span", { class: "visually-hidden" }, "Error: "), words] : []));
    node.classList.toggle("ask--wrong", Boolean(words));
    if (!radios) for (const control of controls) control.setAttribute("aria-invalid", String(Boolean(words)));
  };
  const kind = radios ? "radios" : "day" in node.dataset ? "day" : "one";
  return { name, node, missing, label: label.textContent, focus: controls[0], controls, fault, ...KINDS[kind](controls) };
}

/** Return the questions of a form by name. */
export const questions = (form) => new Map([...form.querySelectorAll("[data-ask]")].map(question).map((each) => [each.name, each]));

/** Say whether a question is asked: none that is hidden is. What is only folded is asked. */
export const isAsked = (each) => each.node.isConnected && !each.node.closest("[hidden]");

/** Open all that a part is folded into. */
export function unfold(node) {
  for (let at = node.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
}

/** Show faults, each `{ name, words }`: in a summary with links, and beside its question. The focus goes to the summary. */
export function showFaults(box, asked, faults) {
  for (const each of asked.values()) each.fault("");
  for (const { name, words } of faults) asked.get(name)?.fault(words);
  const items = faults.map(({ name, words }) => {
    const meant = asked.get(name);
    if (!meant) return h("li", {}, words);
    const jump = (event) => {
      event.preventDefault();
      unfold(meant.node);
      meant.focus.focus();
    };
    return h("li", {}, h("a", { href: `#${meant.focus.id}`, onclick: jump }, `${meant.label.replace(/([^?])$/, "$1:")} ${words}`));
  });
  box.querySelector("ul").replaceChildren(...items);
  box.hidden = !faults.length;
  document.title = `${faults.length ? "Error: " : ""}${document.title.replace(/^Error: /, "")}`;
  if (faults.length) box.focus();
}
