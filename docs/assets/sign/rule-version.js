// A signing and a review name a version by number and digest, and speak of its clauses, a review of all of them.
// The twin of scripts/accord/rules/record_versions.py.
import { clauseWord, isOfAClause } from "./fields.js";
import { nearest } from "./near.js";
import { fits, isDay } from "./values.js";
import { listed, said, shown } from "./words.js";

export function* checkVersion(context, record) {
  if (!["signed", "reviewed"].includes(record.event)) return;
  const { rules, versions } = context;
  const version = versions.find((each) => each.version === record.values.version);
  const at = (name, words) => ({ line: record.fields.find((each) => each.name === name)?.line ?? 1, field: name, ...words });
  if (!version) {
    const number = record.values.version ?? "";
    const known = versions.map((each) => each.version);
    if (!fits(rules, "version", number)) return;
    yield at("version", said(rules, "version", { number, near: nearest(number, known), known: listed(known) || "none yet" }));
    return;
  }
  const wrong = digest(context, version, record.values.digest ?? "");
  if (wrong) yield at("digest", wrong);
  yield* days(rules, version, record, at);
  yield* clauses(rules, version, record);
  if (record.event === "reviewed") yield* answers(rules, version, record, at);
}

function digest({ rules, versions, copies }, version, own) {
  if (own === version.digest || !fits(rules, "digest", own)) return null;
  const other = versions.find((each) => each.digest === own)?.version;
  const copy = copies?.[version.version]?.[own];
  const key = other ? "digest-other" : copy ? "digest-copy" : "digest";
  return said(rules, key, { number: version.version, other, copy, digest: version.digest });
}

function* days(rules, { version, released }, { date, values }, at) {
  if (date < released) yield at("date", said(rules, "before", { number: version, released }));
  if (!isDay(rules, values.decided ?? "")) return;
  if (values.decided < released) yield at("decided", said(rules, "decided-before", { number: version, released }));
  if (values.decided > date) yield at("decided", said(rules, "decided-after", { day: date }));
}

function* clauses(rules, version, { fields }) {
  const names = version.clauses.map((clause) => clause.id);
  for (const { name, line } of fields) {
    const word = clauseWord(name);
    if (!isOfAClause(name) || names.includes(word)) continue;
    const parts = { number: version.version, clause: shown(rules, word), near: nearest(word, names), names: listed(names) };
    yield { line, field: name, ...said(rules, "clause", parts) };
  }
}

function* answers(rules, version, { values }, at) {
  const missing = version.clauses.map((clause) => clause.id).filter((id) => !(id in values));
  const some = missing.length > 5 ? [...missing.slice(0, 5), `${missing.length - 5} more`] : missing;
  if (missing.length) yield { line: 1, field: "", missing: missing[0], ...said(rules, "unanswered", { clauses: listed(some) }) };
  for (const { id } of version.clauses) {
    const answer = values[id];
    if (!answer || answer === "kept" || `${id}_why` in values) continue;
    yield at(id, said(rules, "why", { answer: shown(rules, answer), field: `${id}_why` }));
  }
}
