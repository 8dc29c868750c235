// What differs between two files of answers.
import { DECISION, PROJECT } from "./write.js";

const BLOCKS = [["project", PROJECT], ["decision", DECISION]];
const FIELDS = ["state", "notes", "evidence", "role", "by", "asked"];
export const FATES = ["added", "changed", "removed", "same"];

/** Return the two files side by side, `{ place, fate, fields }`, where fields are `[name, old, new]` that differ. */
export function difference(old, now) {
  const [before, after] = [flat(old), flat(now)];
  const places = [...before.keys(), ...[...after.keys()].filter((place) => !before.has(place))];
  return places.map((place) => compared(place, before.get(place), after.get(place)));
}

function compared(place, old = {}, now = {}) {
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const fields = names.filter((name) => (old[name] ?? "") !== (now[name] ?? "")).map((name) => [name, old[name] ?? "", now[name] ?? ""]);
  const both = Object.keys(old).length && Object.keys(now).length;
  return { place, fate: !fields.length ? "same" : both ? "changed" : Object.keys(now).length ? "added" : "removed", fields };
}

/** Return a file's texts by place: `project/name`, and the id of each answer. */
function flat(file) {
  const blocks = BLOCKS.flatMap(([block, names]) => names.filter((name) => file[block][name]).map((name) => [`${block}/${name}`, { "": file[block][name] }]));
  return new Map([...blocks, ...[...file.answers.keys()].sort().map((id) => [id, texts(file.answers.get(id))])]);
}

function texts(answer) {
  const evidence = (answer.evidence ?? []).map((each) => `${each.text} ${each.url ?? ""}`.trim()).join("\n");
  return Object.fromEntries(FIELDS.map((name) => [name, name === "evidence" ? evidence : answer[name] ?? ""]).filter(([, value]) => value));
}
