// Two people's files of answers as one. What only one of them holds is kept; where both differ, somebody chooses.
import { DECISION, PROJECT } from "./write.js";

const BLOCKS = { project: PROJECT, decision: DECISION };
const JOINED = ["purpose", "reasons", "conditions"]; // fields of several lines, whose words can stand one below the other

const lines = (one, other) => (one === other || !other ? one : !one ? other : `${one}\n\n${other}`);
const isLong = (known, text) => [...text].length > known.schema.$defs.words.maxLength;

/** Return one answer with what both say: the words and the evidence of both, else what the second says. */
function joined(old, now) {
  const evidence = [...new Map([...(old.evidence ?? []), ...(now.evidence ?? [])].map((each) => [`${each.text} ${each.url ?? ""}`, each])).values()];
  return { ...old, ...Object.fromEntries(Object.entries(now).filter(([, value]) => value?.length)), notes: lines(old.notes ?? "", now.notes ?? ""), evidence };
}

/** Return both values of a place as one, or null where one of them has to go. */
export function both(known, place, old, now) {
  const [block, name] = place.split("/");
  if (name) return JOINED.includes(name) && !isLong(known, lines(old[block][name], now[block][name])) ? lines(old[block][name], now[block][name]) : null;
  const [one, other] = [old.answers.get(place), now.answers.get(place)];
  const made = joined(one, other);
  const clash = ["state", "role", "by"].some((field) => one[field] && other[field] && one[field] !== other[field]);
  return one.asked !== other.asked || clash || isLong(known, made.notes) || made.evidence.length > known.rules.limits.evidence ? null : made;
}

/** Return the two files as one. `choose` says for a place that both hold and differ in: "old", "now" or "both". */
export function merged(known, old, now, choose) {
  const pick = (place, one, other) => {
    if (one === undefined || other === undefined) return one ?? other;
    const choice = choose(place);
    return choice === "both" ? both(known, place, old, now) : choice === "old" ? one : other;
  };
  const some = (value) => value || undefined;
  const block = ([name, fields]) => [name, Object.fromEntries(fields.map((field) => [field, pick(`${name}/${field}`, some(old[name][field]), some(now[name][field]))]).filter(([, value]) => value))];
  const ids = [...new Set([...old.answers.keys(), ...now.answers.keys()])];
  return { ...Object.fromEntries(Object.entries(BLOCKS).map(block)), answers: new Map(ids.map((id) => [id, pick(id, old.answers.get(id), now.answers.get(id))])) };
}
