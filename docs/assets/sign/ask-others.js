// The questions for a correction, a withdrawal and a succession.
import { choice, radios } from "./fields-choice.js";
import { area, days, line } from "./fields-text.js";
import { h, inWords } from "./page.js";
import { correctable } from "./rule-history.js";
import { chosenWords, fieldWords } from "./said-words.js";

const REASON = { label: "Reason", hint: "In words. It is public. Up to 2,000 characters." };
const date = (known) => days("date", { label: "Date of the record", hint: "The day on which you make it: today.", value: known.today });
const made = (known, fields, node, values) => ({
  node, fields, clauses: null, alias: (name) => name,
  answers: () => ({ values: { signatory: known.signatory, ...values() }, faults: [] }),
});
const read = (fields) => Object.fromEntries(Object.values(fields).map((each) => [each.name, each.get()]));

export function askWithdraw(known) {
  const role = known.history.filter((each) => each.values.role).at(-1)?.values.role ?? "";
  const fields = {
    role: line("role", { label: "Which office withdraws?", hint: "Never the name of a person.", value: role }),
    date: date(known),
    reason: area("reason", REASON),
  };
  return made(known, fields, h("div", {}, Object.values(fields).map((each) => each.node)), () => read(fields));
}

export function askSucceed(known) {
  const own = known.authorities.find((each) => each.slug === known.signatory);
  const heirs = own?.successors ?? [];
  const named = (slug) => known.authorities.find((each) => each.slug === slug)?.name ?? slug;
  const hint = "The signatory that takes over, by its short name on the register.";
  const successor = own
    ? radios("successor", { label: "Who takes over?", hint: "The list of authorities names these.", options: heirs.map((slug) => ({ value: slug, label: named(slug) })), value: heirs.length === 1 ? heirs[0] : "" })
    : line("successor", { label: "Who takes over?", hint, options: known.signatories.map((each) => each.slug) });
  const fields = { successor, date: date(known), reason: area("reason", REASON) };
  return made(known, fields, h("div", {}, Object.values(fields).map((each) => each.node)), () => read(fields));
}

export function askCorrect(known) {
  const records = known.history.filter((each) => !each.erased && correctable(known, each).length);
  const words = (each) => `${each.event === "signed" ? "The signing" : each.event === "reviewed" ? "The review" : "The withdrawal"} of ${inWords(each.date)}${each.sequence > 1 ? `, number ${each.sequence}` : ""}`;
  const versionOf = (record) => known.versions.find((each) => each.version === record?.values.version);
  const now = h("p", { class: "ask__note", role: "status" });
  const place = h("div", {});
  let value = null;
  const target = () => records.find((each) => each.digest === fields.target.get());
  const askValue = (name) => {
    const record = target();
    const spec = record && correctable(known, record).find((each) => each.name === name);
    value = spec ? valueFor(spec) : null;
    place.replaceChildren(...(value ? [value.node] : []));
    const said = spec ? record.values[name] : "";
    now.textContent = spec ? (said ? `It says now: “${chosenWords(said)}”.` : "It says nothing now.") : "";
  };
  const fields = {
    target: radios("target", { label: "Which record is wrong?", options: records.map((each) => ({ value: each.digest, label: words(each) })), changed: () => fillFields() }),
    field: choice("field", { label: "What in it is wrong?", hint: "What was signed, and who signed, can’t be corrected: sign again instead.", options: [], changed: askValue }),
    date: date(known),
    reason: area("reason", REASON),
  };
  const fillFields = () => {
    if (!fields?.field) return;
    const record = target();
    fields.field.fill(record ? correctable(known, record).map((spec) => [spec.name, fieldWords(versionOf(record), spec.name)]) : []);
    askValue("");
  };
  const node = h("div", {}, fields.target.node, fields.field.node, now, place, fields.date.node, fields.reason.node);
  return {
    node,
    get fields() { return { ...fields, ...(value ? { value } : {}) }; },
    clauses: null,
    alias: (name) => name,
    answers: () => ({ values: { signatory: known.signatory, ...read(fields), value: value?.get() ?? "" }, faults: [] }),
  };
}

/** Return a question for what a field should have said. */
function valueFor(spec) {
  const label = "What should it say?";
  if (spec.form === "choice") return radios("value", { label, options: spec.choices.map((each) => ({ value: each, label: chosenWords(each) })) });
  if (spec.form === "day") return days("value", { label });
  if (spec.limit > 300) return area("value", { label, hint: `Up to ${spec.limit.toLocaleString("en-GB")} characters.` });
  return line("value", { label, hint: `Up to ${spec.limit} characters.` });
}
