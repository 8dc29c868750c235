// What differs between two files of answers, and both as one: what only one of them holds is kept, and so is what both
// say where it fits together. Where it does not, somebody chooses.
export const FATES = ["added", "changed", "removed", "same"];
const JOINED = ["purpose"]; // fields of the project whose words can stand one below the other
const CLASH = ["state", "approved_by", "approved"]; // what both can't be at once

const line = (piece) => (typeof piece === "string" ? piece : Object.values(piece).filter(Boolean).join(" – "));
const texts = (block) => Object.fromEntries(Object.entries(block).map(([name, value]) => [name, Array.isArray(value) ? value.map(line).join("\n") : value]).filter(([, value]) => value));

/** Return a file's texts by place: `project/name`, `decision`, `earlier`, and the id of each answer. */
function flat(file) {
  const project = Object.entries(file.project).map(([name, value]) => [`project/${name}`, { "": value }]);
  const answers = [...file.answers.keys()].sort().map((id) => [id, texts(file.answers.get(id))]);
  const all = [...project, ["decision", texts(file.decision)], ["earlier", texts({ "": file.earlier })], ...answers];
  return new Map(all.filter(([, each]) => Object.values(each).some(Boolean)));
}

function compared(place, old = {}, now = {}) {
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const fields = names.filter((name) => (old[name] ?? "") !== (now[name] ?? "")).map((name) => [name, old[name] ?? "", now[name] ?? ""]);
  const both = Object.keys(old).length && Object.keys(now).length;
  return { place, fate: !fields.length ? "same" : both ? "changed" : Object.keys(now).length ? "added" : "removed", fields };
}

/** Return the two files side by side, `{ place, fate, fields }`, where fields are `[name, old, new]` that differ. */
export function difference(old, now) {
  const [before, after] = [flat(old), flat(now)];
  return [...new Set([...before.keys(), ...after.keys()])].map((place) => compared(place, before.get(place), after.get(place)));
}

const united = (one = [], other = []) => [...new Map([...one, ...other].map((each) => [JSON.stringify(each), each])).values()];
const lines = (one = "", other = "") => [...new Set([one, other])].filter(Boolean).join("\n\n");

/** Return one answer with what both say, the second's tick where each has another, or null where it is too much for a file. */
function joined({ items, roles, rules }, id, one, other) {
  const also = ["role", "by"].some((name) => one[name] && other[name] && one[name] !== other[name]);
  const label = items[id]?.label ?? id;
  const who = roles[one.role] ?? one.role ?? "";
  const made = {
    ...one, ...other,
    asked: items[id]?.asked === one.asked ? other.asked : one.asked, // the older words, so that somebody confirms it
    notes: lines(one.notes, other.notes),
    steps: united(one.steps, other.steps).sort((a, b) => a - b),
    evidence: united(one.evidence, other.evidence),
    more: [...united(one.more, other.more), ...(also ? [{ what: label.slice(0, 300), ...(who ? { who } : {}), ...(one.by ? { by: one.by } : {}) }] : [])],
    answered_by: [...new Set([one.answered_by, other.answered_by])].filter(Boolean).join("; "),
  };
  const { words, evidence: most } = rules.limits;
  const isTooMuch = [...made.notes].length > words || made.answered_by.length > 300 || [made.evidence, made.more].some((list) => list.length > most);
  return isTooMuch ? null : made;
}

/** Return how two values of a place become one: `{ value, isClear }`. Without a value, one of them has to go. */
export function both(known, place, old, now) {
  const [block, name] = place.split("/");
  if (place === "decision") return { value: [old, now].sort((a, b) => (a.decision.decided ?? "").localeCompare(b.decision.decided ?? ""))[1].decision, isClear: true };
  if (name) {
    const value = JOINED.includes(name) ? lines(old[block][name], now[block][name]) : "";
    return value && [...value].length <= known.rules.limits.words ? { value, isClear: true } : { value: null, isClear: false };
  }
  const [one, other] = [old.answers.get(place), now.answers.get(place)];
  const value = joined(known, place, one, other);
  return { value, isClear: value !== null && !CLASH.some((field) => one[field] && other[field] && one[field] !== other[field]) };
}

/** Return the two files as one. `choose` says for a place that both hold and differ in: "old", "now" or "both". */
export function merged(known, old, now, choose) {
  const pick = (place, one, other) => {
    if (!one || !other || JSON.stringify(one) === JSON.stringify(other)) return one ?? other;
    const choice = choose(place);
    return choice === "both" ? both(known, place, old, now).value : choice === "old" ? one : other;
  };
  const union = (one, other, of) => [...new Set([...one, ...other])].map(of);
  const full = (decision) => (Object.values(decision).some(Boolean) ? decision : undefined);
  const decision = pick("decision", full(old.decision), full(now.decision)) ?? {};
  const left = full(old.decision) && full(now.decision) && choose("decision") === "both" ? [old.decision, now.decision].filter((each) => JSON.stringify(each) !== JSON.stringify(decision)) : [];
  return {
    project: Object.fromEntries(union(Object.keys(old.project), Object.keys(now.project), (name) => [name, pick(`project/${name}`, old.project[name], now.project[name])])),
    decision,
    earlier: united(united(old.earlier, now.earlier), left).sort((a, b) => (a.decided ?? "").localeCompare(b.decided ?? "")),
    answers: new Map(union(old.answers.keys(), now.answers.keys(), (id) => [id, pick(id, old.answers.get(id), now.answers.get(id))])),
  };
}
