// From answers to a record: its values, its path, its text, and what the rules say of it.
import { fieldsOf } from "./fields.js";
import { encode, free, isSlug, typed } from "./record.js";
import { judge } from "./rules.js";
import { isDay } from "./values.js";

/** Return a record's values, text and path, and its problems by field. `key` is a public key for a signing. */
export function make(known, event, questions, key = "") {
  const { values: given, faults } = questions.answers();
  const raw = { event, ...given, ...(key && event === "signed" ? { public_key: key } : {}) };
  const values = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, typed(value ?? "")]));
  const clauses = (questions.clauses?.clauses ?? []).map((clause) => clause.id);
  const text = encode(values, fieldsOf(known.rules, event, clauses));
  // Where the short name or the day is wrong there is no path yet: the rest is judged at a place that fits.
  const placed = {
    event,
    signatory: isSlug(known.rules, values.signatory) ? values.signatory : "x",
    date: isDay(known.rules, values.date) ? values.date : known.today,
  };
  const path = free(known.rules, known.taken, placed);
  const found = judge(known, text, path).filter((each) => !isOfPlace(each, values, placed));
  if (values.signatory && placed.signatory !== values.signatory) {
    found.push(judge(known, text, path.replace("/x/", `/${values.signatory.replaceAll("/", "-")}/`))[0]);
  }
  return { values, text, path, faults: together(found, faults, questions) };
}

/** Say whether a problem is only that a stand-in for the place is not what the record says. */
const isOfPlace = ({ field, wrong }, values, placed) =>
  (field === "signatory" || field === "date") && values[field] !== placed[field] && wrong.startsWith("The record says");

/** Return the page's own faults and those of the rules, each at the question that it is about. */
function together(found, faults, questions) {
  const told = new Set(faults.flatMap((fault) => fault.instead));
  const own = faults.map(({ name, words }) => ({ name, words }));
  const ofRules = found
    .map(({ field, missing, wrong, cure }) => ({ name: field || missing || "", words: `${missing && !field ? "This has no answer." : wrong} ${cure}` }))
    .filter(({ name, words }) => !told.has(name) && !(own.length && words.startsWith("The review does not answer")))
    .map(({ name, words }) => ({ name: questions.alias(name), words }));
  return [...own, ...ofRules];
}
