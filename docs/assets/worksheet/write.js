// The bytes of an answers file: the same as scripts/accord/answers/writing.py writes for equal content.
export const FORMAT = "accord-answers-1";
export const PROJECT = ["name", "organisation", "purpose", "use_of_ml", "supplier", "office", "url"];
export const DECISION = ["answer", "reasons", "conditions", "office", "decided", "look_again"];
export const ANSWER = ["asked", "state", "notes", "evidence", "role", "by"];
const EVIDENCE = ["text", "url"];

/** Return the fields that are filled in, in the format's order. */
const filled = (names, from) => new Map(names.filter((name) => from[name]?.length).map((name) => [name, from[name]]));

const isEmpty = (value) => (value instanceof Map ? !value.size : !value.length);

/** Return a value as JSON with two spaces to a level. Names stand as given: an object would put numbers first. */
function json(value, indent) {
  if (typeof value === "string") return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((each) => inner + json(each, inner)).join(",\n")}\n${indent}]`;
  const rows = [...value].map(([name, each]) => `${inner}${JSON.stringify(name)}: ${json(each, inner)}`);
  return `{\n${rows.join(",\n")}\n${indent}}`;
}

/** Return one answer, without what is empty. */
function answer(from) {
  const evidence = (from.evidence ?? []).map((each) => filled(EVIDENCE, each)).filter((each) => each.size);
  return filled(ANSWER, { ...from, evidence });
}

/** Return the text of a file of answers. */
export function text(file) {
  const byCode = [...file.answers.keys()].sort(); // ids are ASCII
  const answers = new Map(byCode.map((id) => [id, answer(file.answers.get(id))]).filter(([, each]) => each.size));
  const whole = [
    ["format", FORMAT],
    ["guidance", file.guidance],
    ["saved", file.saved],
    ["project", filled(PROJECT, file.project)],
    ["decision", filled(DECISION, file.decision)],
    ["answers", answers],
  ];
  return `${json(new Map(whole.filter(([, value]) => value && !isEmpty(value))), "")}\n`;
}
