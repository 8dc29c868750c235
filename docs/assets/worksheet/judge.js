// Judges a file of answers by the JSON Schema that the site publishes, and by what the guidance asks.
// A test holds the schema to the keywords that are read here. `accord answers check` looks for more, with lines.
import { isHidden, listed, said, shown } from "./words.js";

const TYPES = {
  string: (value) => typeof value === "string",
  array: (value) => Array.isArray(value),
  object: (value) => value !== null && typeof value === "object" && !Array.isArray(value),
};
// What spoils a file that this page kept while somebody was typing. Words too many, or an address that is not whole yet,
// must not cost them the rest: they are told of it when they download.
const SPOILS = new Set(["json", "bytes", "shape", "unknown", "large", "many", "unknown-id", "newer"]);

/** Return the file that some bytes hold, `{ file, problems }`: either the whole file, or null and its problems.

    `known` has what a file is read by (load.js). `unfinished` says that it is what this page kept. */
export function open(known, bytes, unfinished = false) {
  const { value, problems } = parsed(known.rules, bytes);
  const found = problems ?? judged(known, value);
  const bars = unfinished ? found.filter(spoils) : found;
  return bars.length ? { file: null, problems: bars } : { file: made(value), problems: [] };
}

function parsed(rules, bytes) {
  const refused = (key, parts) => ({ problems: [at(rules, [], key, parts)] });
  if (bytes.length > rules.limits.bytes) return refused("bytes", { kib: (rules.limits.bytes / 1024).toLocaleString("en-GB") });
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes).normalize("NFC")) };
  } catch {
    return refused("json");
  }
}

/** Return a problem. Its field is a path as people count: `answers/care-q1/evidence/1/url`. */
function at(rules, path, key, parts) {
  const field = path.map((step) => (typeof step === "number" ? String(step + 1) : shown(rules, step).slice(1, -1))).join("/");
  return { key, field, ...said(rules, key, parts) };
}

const spoils = ({ key, field }) => SPOILS.has(key) || (key === "missing" && !field.includes("/evidence/"));

/** Return the problems of a value: of its form, and of what it answers. */
function judged(known, value) {
  const found = [...formed(known.rules, known.schema, value, [])];
  return found.some(spoils) ? found : [...found, ...answered(known, value)];
}

function* formed(rules, schema, value, path) {
  const type = schema.type ?? "string"; // a choice
  if (!TYPES[type](value)) yield at(rules, path, "shape", { expected: rules.shapes[type] });
  else if (type === "object") yield* block(rules, schema, value, path);
  else if (type === "array") yield* list(rules, schema, value, path);
  else yield* text(rules, schema, value, path);
}

function* block(rules, { properties = {}, required = [], additionalProperties: others, maxProperties: limit = Infinity }, value, path) {
  const entries = Object.entries(value);
  if (entries.length > limit) {
    yield at(rules, path, "large", { count: entries.length, limit });
    return;
  }
  for (const name of required) {
    const about = properties[name].description.replace(/\.$/, "");
    if (!Object.hasOwn(value, name)) yield at(rules, path, "missing", { name: `"${name}"`, about });
  }
  const names = listed(Object.keys(properties));
  for (const [name, each] of entries) {
    const own = Object.hasOwn(properties, name) ? properties[name] : others;
    if (own) yield* formed(rules, own, each, [...path, name]);
    else yield at(rules, [...path, name], "unknown", { name: shown(rules, name), block: path.length ? "this block" : "this file", names });
  }
}

function* list(rules, { items, maxItems: limit }, value, path) {
  if (value.length > limit) yield at(rules, path, "many", { count: value.length, limit });
  else for (const [place, each] of value.entries()) yield* formed(rules, items, each, [...path, place]);
}

function* text(rules, schema, value, path) {
  const [key, parts] = unfit(rules, schema, value) ?? [];
  if (key) yield at(rules, path, key, { value: shown(rules, value), expected: schema["x-expected"], ...parts });
  const ours = (schema.allOf ?? []).find(({ not }) => new RegExp(not.pattern, "u").test(value));
  if (ours) yield { ...at(rules, path, "form", {}), wrong: ours["x-problem"], cure: ours["x-cure"] };
}

function unfit(rules, schema, value) {
  const count = [...value].length;
  if (!value) return ["empty"];
  if ([...value].some((letter) => isHidden(rules, letter))) return ["hidden"];
  if (schema.enum) return schema.enum.includes(value) ? null : ["choice", { expected: listed(schema.enum, "or") }];
  if (count > schema.maxLength) return ["length", { count }];
  if (schema.pattern && !new RegExp(schema.pattern, "u").test(value)) return ["form"];
  return schema.format === "date" && !isDay(value) ? ["day"] : null;
}

/** Say whether a value of the form of a day is in the calendar. */
function isDay(value) {
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) && !value.startsWith("0000");
}

/** Yield what is wrong with ids, states and roles. Of a file of newer guidance nothing else can be said. */
function* answered({ rules, items, past, states, roles, version }, { guidance, answers = {} }) {
  if (isNewer(guidance, version)) {
    yield at(rules, ["guidance"], "newer", { version: guidance, own: version });
    return;
  }
  for (const [id, answer] of Object.entries(answers)) {
    const asked = [items, past.retired].find((each) => Object.hasOwn(each, id))?.[id];
    if (!asked) yield at(rules, ["answers", id], "unknown-id", { id: shown(rules, id) });
    for (const [name, choices] of asked ? [["state", states[asked.kind]], ["role", roles]] : []) {
      if (!answer[name] || Object.hasOwn(choices, answer[name])) continue;
      yield at(rules, ["answers", id, name], name, { value: shown(rules, answer[name]), kind: rules.kinds[asked.kind], choices: listed(Object.keys(choices), "or") });
    }
  }
}

function isNewer(version, own) {
  const [theirs, ours] = [version, own].map((each) => each.split(".").map(Number));
  const place = theirs.findIndex((part, index) => part !== ours[index]);
  return place >= 0 && theirs[place] > ours[place];
}

/** Return a sound value as a file: plain texts, and the answers in a Map. */
const made = ({ guidance, saved, project = {}, decision = {}, earlier = [], answers = {} }) => ({ guidance, saved, project, decision, earlier, answers: new Map(Object.entries(answers)) });
