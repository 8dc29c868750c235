// What a file of answers says for a paper: which answers fill a field, which leave something to do, and in which words.
// `m` is what a paper is made of: { layout, file, known, said }, said being /api/exports.json.
import { inWords } from "../sign/page.js";
import { bold, link } from "./parts.js";

/** Return words of data/papers.yml, parts filled in. */
export const told = (m, key, parts = {}) => m.said.words[key].replace(/\{([a-z]+)\}/g, (_, name) => String(parts[name]));

/** Say whether an answer says something: it has words or evidence, and is not left open. A tick alone says nothing. */
export const says = (answer) => Boolean(answer && answer.state !== "open" && (answer.notes || answer.evidence?.length));

/** Say whether an answer is to words that have changed since. */
export const isOlder = (m, id) => m.file.answers.get(id).asked !== m.known.items[id].asked;

/** Return what was asked, so that a question to a supplier is told from the practice of the same name. */
export const label = (m, id) => (m.known.items[id].kind === "supplier" ? told(m, "of-supplier", { label: m.known.items[id].label }) : m.known.items[id].label);

/** Return the words of an answer's state. */
export const state = (m, kind, answer) => m.known.states[kind][answer.state] ?? m.said.words["no-state"];

const own = (m, field) => ["project", "decision"].flatMap((block) => (field[block] ?? []).map((name) => [block, name])).filter(([block, name]) => m.file[block][name]);

/** Return what the project and the decision hold for a field, each with its label. */
export const values = (m, field) => own(m, field).map(([block, name]) => ({ name, label: m.said.labels[block][name], words: value(m, name, m.file[block][name]), isFree: ["purpose", "reasons", "conditions"].includes(name) }));

/** Return a value in words. */
export function value(m, name, held) {
  if (name === "url") return [link(held)];
  if (name === "decided" || name === "look_again") return inWords(held);
  return { use_of_ml: m.known.rules.uses, answer: m.known.rules.decisions }[name]?.[held] ?? held;
}

/** Return the ids of the answers that say something for a field, and none that says the same as one before it. */
export function notes(m, field) {
  const there = (field.answers ?? []).filter((id) => says(m.file.answers.get(id)));
  const words = (id) => m.file.answers.get(id).notes;
  return there.filter((id, at) => !words(id) || there.findIndex((each) => words(each) === words(id)) === at);
}

/** Return how a field stands: "ready" with text to use, "notes" to write from, or "empty". */
export const standing = (m, field) => (own(m, field).length ? "ready" : notes(m, field).length ? "notes" : "empty");

/** Return the evidence of an answer as lines. */
export const proofs = (m, { evidence }) =>
  (evidence ?? []).flatMap(({ text, url }) => ["\n", bold(m.said.words.evidence), text, ...(url ? [" ", link(url)] : [])]);

/** Return what an answer holds besides, as lines: steps that are done, more actions, who answered and who approved. */
export function also(m, { steps = [], more = [], answered_by: by, approved_by: office, approved: day }) {
  const joined = (...parts) => parts.filter(Boolean).join(", ");
  const lines = [
    steps.length && told(m, "steps", { steps: steps.join(", ") }),
    ...more.map(({ what, who, by: due, done }) => told(m, done ? "more-done" : "more", { what: joined(what, who, due && inWords(due)) })),
    by && told(m, "answered", { who: by }),
    (office || day) && told(m, "approved", { who: joined(office, day && inWords(day)) }),
  ];
  return lines.filter(Boolean).map((line) => `\n${line}`);
}

/** Return an answer as words: what was asked, how it stands, what was written and the evidence. */
export function answered(m, id) {
  const answer = m.file.answers.get(id);
  const older = isOlder(m, id) ? ["\n", { text: m.said.words["old-words"], italic: true }] : [];
  return [bold(label(m, id)), ` (${state(m, m.known.items[id].kind, answer)})`, ...older, ...(answer.notes ? [`\n${answer.notes}`] : []), ...proofs(m, answer)];
}

/** Return what is left to do, the earliest day first, then in the order of the sheets: open answers, and more actions. */
export function actions(m) {
  const twin = (id) => m.file.answers.get(m.known.twins.find((pair) => pair.includes(id))?.find((each) => each !== id));
  const isServed = (id, { notes: words }) => twin(id)?.state && twin(id).notes === words; // ticked on the other sheet that asks it
  const isOpen = (id, answer) => (answer.state ? m.said.open.includes(answer.state) : !isServed(id, answer)) || isOlder(m, id);
  const late = (by) => (by && by < m.file.saved ? m.said.words.late : "");
  const asked = m.known.sheets.flatMap(({ items }) => items).filter((id) => m.file.answers.has(id));
  return asked.flatMap((id) => {
    const { role, by = "", notes: words = "", more = [], ...rest } = m.file.answers.get(id);
    const status = [state(m, m.known.items[id].kind, rest), isOlder(m, id) ? m.said.words["old-words"] : "", late(by)].filter(Boolean).join(". ");
    const own = { id, what: label(m, id), status, who: role ? (m.known.roles[role] ?? role) : "", by, notes: words };
    const others = more.map((each, at) => ({ ...each, id: `${id}-${at + 1}`, what: `${each.what} (${label(m, id)})`, status: late(each.by) || m.said.words["not-done"], who: each.who ?? "", by: each.by ?? "", notes: "" }));
    return [...(isOpen(id, m.file.answers.get(id)) ? [own] : []), ...others.filter(({ done }) => !done)];
  }).sort((one, other) => (one.by || "9").localeCompare(other.by || "9"));
}
