// The controls of one part of a sheet, found by their names: boxes and lists by `data-field`, and one group of radios.
import { fill } from "./grow.js";
import { isHidden } from "./words.js";

/** Return what a box holds, with accents in one part and without characters that do not show: pasted words bring them. */
export function clean(rules, words) {
  const plain = words.replaceAll("\t", " ").toWellFormed().normalize("NFC");
  const kept = [...plain].filter((letter) => !isHidden(rules, letter)).join("");
  return kept.trim() ? kept : "";
}

/** Return the radios of a part: which is ticked, how to tick one, and the button that unticks. */
export function radios(part, changed) {
  const inputs = [...part.querySelectorAll('input[type="radio"]')];
  const untick = part.querySelector("[data-untick]");
  const get = () => inputs.find((input) => input.checked)?.value ?? "";
  const show = () => { untick.hidden = !get(); };
  const set = (value) => {
    for (const input of inputs) input.checked = input.value === value;
    show();
  };
  untick.querySelector("button").addEventListener("click", () => {
    set("");
    inputs[0].focus();
    changed();
  });
  part.addEventListener("change", show);
  show();
  return { get, set, first: inputs[0] };
}

/** Return a list's way to show a value, also one that it does not offer: it is kept as it is. */
export function choose(select, value) {
  if (value && ![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
  select.value = value;
}

/** Return the boxes and lists of a part by name, with a way to read and to fill them. */
export function boxes(rules, part) {
  const controls = new Map([...part.querySelectorAll("[data-field]")].map((each) => [each.dataset.field, each]));
  const get = () => Object.fromEntries([...controls].map(([name, each]) => [name, clean(rules, each.value)]));
  const set = (values) => {
    for (const [name, each] of controls) {
      if (each instanceof HTMLSelectElement) choose(each, values[name] ?? "");
      else fill(each, values[name] ?? "");
    }
  };
  return { controls, get, set };
}
