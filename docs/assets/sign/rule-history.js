// What a record follows from: a review and an end need a signing, a correction names what may be corrected, a successor
// is another. The twin of record_history.py, record_targets.py and record_successors.py as far as the signatory's own
// records tell (`history`); what other signatories' records say, `accord check` looks at.
import { fieldsOfRecord } from "./fields.js";
import { fits, wrongValue } from "./values.js";
import { listed, said, shown } from "./words.js";

export function* checkHistory(context, record) {
  if (!context.history) return;
  const at = (name, words) => ({ line: record.fields.find((each) => each.name === name)?.line ?? 1, field: name, ...words });
  const over = before(context, record);
  if (over) yield at("event", over);
  if (["confirmed", "corrected"].includes(record.event)) yield* meant(context, record, at);
  const wrong = record.event === "succeeded" ? successor(context, record) : null;
  if (wrong) yield at("successor", wrong);
}

/** Return the order in which two records count. */
export function compare(rules, a, b) {
  const place = (record) => [record.date, String(rules.events.indexOf(record.event)), String(record.sequence).padStart(3, "0")];
  return place(a).join() < place(b).join() ? -1 : 1;
}

function before({ rules, history, heir }, record) {
  const { event, values } = record;
  let signed = false;
  let ended = null;
  const earlier = history.filter((each) => compare(rules, each, record) < 0);
  for (const each of earlier.sort((a, b) => compare(rules, a, b))) {
    if (each.event === "signed") [signed, ended] = [true, null];
    else if (rules.endings.includes(each.event)) ended ??= each;
  }
  if (ended) {
    const further = event === "succeeded" && ended.event === event && (ended.erased || ended.values.successor !== values.successor);
    return event === "signed" || event === "corrected" || further ? null : said(rules, "over", { path: ended.path });
  }
  if (event === "reviewed" && !signed) return said(rules, "unsigned");
  return rules.endings.includes(event) && !signed && !heir ? said(rules, "nothing") : null;
}

function* meant(context, record, at) {
  const { rules, history } = context;
  const digest = record.values.target ?? "";
  const target = history.find((each) => !each.erased && each.digest === digest);
  if (!target && fits(rules, "digest", digest)) yield at("target", said(rules, "target"));
  else if (target && compare(rules, target, record) > 0) yield at("target", said(rules, "later", { path: target.path }));
  else if (target && record.event === "corrected") yield* correction(context, record, target, at);
}

function* correction(context, { values: { field: name, value } }, target, at) {
  const { rules } = context;
  if (!name) return;
  const spec = fieldsOfRecord(context, target).find((each) => each.name === name);
  const may = correctable(context, target).map((each) => each.name);
  const parts = { name: shown(rules, name), names: listed(may), kind: target.values.kind };
  if (!spec) yield at("field", said(rules, may.length ? "no-field" : "no-field-stays", parts));
  else if (!spec.correctable) yield at("field", said(rules, may.length ? "fixed" : "fixed-stays", parts));
  else if (!may.includes(name)) yield at("field", said(rules, "no-use", parts));
  else if (value && wrongValue(rules, spec, value)) yield at("value", wrongValue(rules, spec, value));
}

/** Return the fields of a record that a correction may name. */
export function correctable(context, target) {
  const serves = context.rules.serving.includes(target.values.kind);
  return fieldsOfRecord(context, target).filter((spec) => spec.correctable && (!spec.kinds || serves));
}

function successor({ rules, authorities }, { signatory, values }) {
  const heir = values.successor;
  if (!heir) return null;
  if (heir === signatory) return said(rules, "itself");
  const own = authorities.find((each) => each.slug === signatory);
  const heirs = own?.successors ?? [];
  if (!own || heirs.includes(heir)) return null;
  return said(rules, heirs.length ? "heir" : "heir-none", { heir: shown(rules, heir), name: own.name, heirs: listed(heirs) });
}
