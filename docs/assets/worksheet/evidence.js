// The rows of evidence of one answer: words and an address each, added and removed by button.
import { fill } from "./grow.js";
import { clean } from "./fields.js";

const PARTS = [["text", "evidence", "Evidence"], ["url", "address", ""]];

/** Return the rows' evidence: how to read and fill it, and the control of a row. */
export function evidence(rules, id, part, changed) {
  const list = part.querySelector("[data-evidence]");
  const adding = part.querySelector("[data-add]");
  const model = list.firstElementChild.cloneNode(true);
  const rows = () => [...list.children];
  const control = (row, name) => row.querySelector(`[data-field="${name}"]`);

  /** Give each row its number: in its ids, its labels and its button. */
  const number = () => rows().forEach((row, place, all) => {
    for (const [field, name, words] of PARTS) {
      const input = control(row, field);
      const label = input.closest(".ask").querySelector("label");
      input.id = `${id}-${name}-${place + 1}`;
      label.htmlFor = input.id;
      if (words) label.textContent = `${words} ${place + 1}`;
    }
    const remove = row.querySelector("[data-remove]");
    remove.hidden = all.length === 1;
    remove.querySelector(".visually-hidden").textContent = ` evidence ${place + 1}`;
    remove.querySelector("button").onclick = () => {
      row.remove();
      number();
      control(rows()[Math.min(place, rows().length - 1)], "text").focus();
      changed();
    };
    adding.hidden = all.length >= rules.limits.evidence;
  });

  const add = (piece = {}) => {
    const row = model.cloneNode(true);
    list.append(row);
    for (const [field] of PARTS) fill(control(row, field), piece[field] ?? "");
    return row;
  };
  adding.querySelector("button").addEventListener("click", () => {
    const row = add();
    number();
    control(row, "text").focus();
  });
  number();

  const read = (row) => Object.fromEntries(PARTS.map(([field]) => [field, clean(rules, control(row, field).value)]).filter(([, value]) => value));
  const full = () => rows().filter((row) => Object.keys(read(row)).length);
  return {
    get: () => full().map(read),
    set: (pieces) => {
      list.replaceChildren();
      for (const piece of pieces.length ? pieces : [{}]) add(piece);
      number();
    },
    /** Return the control of the numbered piece of what `get` gives. */
    control: (place, field) => control(full()[place] ?? rows()[0], field),
  };
}
