// What is wrong with one value that has not the form of its field. The twin of scripts/accord/answers/values.py.
import { nearest } from "./near.js";
import { count, listed, said, shown } from "./words.js";

const whole = (pattern, value) => new RegExp(`^(?:${pattern})$`, "u").test(value);
const start = ({ pattern, flags }, value) => new RegExp(`^(?:${pattern})`, `u${flags}`).test(value);

/** Say whether a value has a form of the table. */
export const fits = (rules, form, value) => whole(rules.forms[form].pattern, value);

/** Say whether a value is a day of the calendar. */
export function isDay(rules, value) {
  if (!fits(rules, "day", value) || value.startsWith("0000")) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Return what is wrong and the cure, or null where the value has the form of its field. */
export function wrongValue(rules, spec, value) {
  if (!value) return said(rules, "empty");
  const length = [...value].length;
  if (length > spec.limit) return said(rules, "long", { length, limit: count(spec.limit) });
  if (spec.form === "choice") return spec.choices.includes(value) ? null : wrongChoice(rules, spec, value);
  if (spec.form === "url") return wrongAddress(rules, value);
  const { expected } = rules.forms[spec.form];
  if (!fits(rules, spec.form, value)) return said(rules, "form", { value: shown(rules, value), expected });
  if (spec.form === "day" && !isDay(rules, value)) return said(rules, "day", { value: shown(rules, value), expected });
  return null;
}

function wrongChoice(rules, spec, value) {
  const near = nearest(value, spec.choices);
  return said(rules, "choice", { value: shown(rules, value), near, choices: listed(spec.choices, "or") });
}

function wrongAddress(rules, value) {
  const odd = rules.odd_addresses.find((each) => start(each, value));
  if (odd) return { wrong: odd.wrong, cure: odd.cure };
  const { expected } = rules.forms.url;
  if (!fits(rules, "url", value)) return said(rules, "url", { value: shown(rules, value), expected });
  const host = value.split("/")[2].split("?")[0].split("#")[0].toLowerCase();
  return rules.inside.includes(host.split(".").at(-1)) ? said(rules, "inside") : null;
}
