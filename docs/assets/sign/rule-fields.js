// A record has the fields of its event, in their order, with values of the right form, and says what its place says.
// The twin of scripts/accord/rules/record_fields.py and of record_names.py as far as it looks inside.
import { fieldsOfRecord, isNeeded, isOfAClause } from "./fields.js";
import { nearest } from "./near.js";
import { wrongValue } from "./values.js";
import { listed, said, shown } from "./words.js";

const GUESSES = 50;

export function* checkFields(context, record) {
  const { rules } = context;
  const specs = new Map(fieldsOfRecord(context, record).map((spec, place) => [spec.name, { ...spec, place }]));
  let left = GUESSES;
  const guess = (word, words) => ((left -= 1) >= 0 ? nearest(word, words) : "");
  for (const field of record.fields) {
    const spec = specs.get(field.name);
    const wrong = spec ? value(rules, spec, field.value, record) : null;
    if (wrong) yield at(field, wrong);
    const ofAClause = isOfAClause(field.name) && ["signed", "reviewed"].includes(record.event);
    if (!spec && !ofAClause) yield at(field, unknown(rules, field, [...specs.keys()], record.event, guess));
  }
  yield* order(rules, record.fields.filter((field) => specs.has(field.name)), specs);
  const strange = record.fields.map((field) => field.name).filter((name) => !specs.has(name));
  for (const [name, spec] of specs) {
    if (!isNeeded(rules, spec, record) || name in record.values || guess(name, strange)) continue;
    const about = spec.about[0].toLowerCase() + spec.about.slice(1);
    yield { line: 1, field: "", missing: name, ...said(rules, "missing", { name, about }) };
  }
}

const at = (field, words) => ({ line: field.line, field: field.name, ...words });

function value(rules, spec, text, { values }) {
  const kinds = rules.fields.find((each) => each.name === "kind").choices;
  if (spec.kinds && kinds.includes(values.kind) && !spec.kinds.includes(values.kind)) {
    return said(rules, "use", { kind: values.kind });
  }
  return wrongValue(rules, spec, text);
}

function unknown(rules, field, names, event, guess) {
  const known = rules.fields.find((spec) => spec.name === field.name);
  if (known) return said(rules, "event", { event, events: listed(known.events, "or") });
  const near = guess(field.name, names);
  return said(rules, near ? "unknown-near" : "unknown", { near, event, names: listed(names.slice(0, 30)) });
}

function* order(rules, known, specs) {
  let last = { name: "", place: -1 };
  for (const field of known) {
    const { place } = specs.get(field.name);
    if (place < last.place) {
      yield at(field, said(rules, "order", { last: last.name }));
      return;
    }
    last = { name: field.name, place };
  }
}

/** Yield what a record says of itself that its place does not, and a place that is no signatory's. */
export function* checkPlace({ rules }, record) {
  for (const name of ["event", "signatory", "date"]) {
    const own = record.values[name];
    if (!own || own === record[name]) continue;
    const field = record.fields.find((each) => each.name === name);
    yield at(field, said(rules, "place", { own: shown(rules, own), value: shown(rules, record[name]) }));
  }
}
