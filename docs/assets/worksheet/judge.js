// Judges a file of answers as `accord answers check` does: the same verdict, at the same line, in the same words.
// The twin of scripts/accord/answers/reading.py and of scripts/accord/answers/rules/answers_fields.py and answers_ids.py.
import { nearest } from "./near.js";
import { fits, wrongValue } from "./values.js";
import { count, listed, said, shown } from "./words.js";
import { field, parse } from "./json.js";

const BARS = new Set(["shape", "unknown", "unknown-id", "newer", "many-answers", "many-evidence"]);
const BOM = [0xef, 0xbb, 0xbf];
const GUESSES = 50;
const WORDS = /[^\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/; // what Python strips

/** Return `{ text }` of some bytes, or `{ problem }`. */
function decode(rules, bytes) {
  const wrong = (key, parts, line = 1) => ({ problem: { line, field: "", ...said(rules, key, parts) } });
  if (bytes.length > rules.limits.bytes) return wrong("large", { kib: count(rules.limits.bytes / 1024) });
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return wrong("utf8", {}, brokenLine(bytes));
  }
  if (BOM.every((byte, place) => bytes[place] === byte)) return wrong("bom");
  return WORDS.test(text) ? { text } : wrong("blank");
}

/** Return the number of the first line that is not UTF-8. */
function brokenLine(bytes) {
  let line = 1;
  for (let from = 0; from <= bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) break;
    from = end + 1;
  }
  return line;
}

/** Return the file that some bytes hold, or its problems. `known` has the words of earlier versions (load.js).

    `unfinished` says that it is what this page kept while somebody was typing: an address that is not whole yet, or
    too many words, must not cost them the rest. They are told of it when they download. */
export function open(known, bytes, unfinished = false) {
  const { text, problem } = decode(known.rules, bytes);
  if (problem) return { file: null, problems: [problem] };
  const { problems, node } = read(known, text);
  const bars = problems.filter((each) => !unfinished || !node || BARS.has(each.key) || (each.key === "missing" && !each.field.includes("/evidence/")));
  return bars.length ? { file: null, problems: bars } : { file: made(node), problems: [] };
}

/** Return the problems of a text. */
export const judge = (known, text) => read(known, text).problems;

function read(known, text) {
  const { node, problem } = parse(known.rules, text);
  if (problem) return { problems: [problem] };
  const found = [...block(known.rules, "file", node, [], guesser()), ...ids(known, node)];
  return { node, problems: found.sort((a, b) => a.line - b.line) };
}

function guesser() {
  let left = GUESSES;
  return (word, words) => ((left -= 1) >= 0 ? nearest(word, words) : "");
}

const at = (rules, line, path, key, parts) => ({ key, line, field: field(rules, path), ...said(rules, key, parts) });

function* block(rules, name, node, path, guess) {
  if (!node.fields) {
    yield at(rules, node.line, path, "shape", { expected: "a block of fields" });
    return;
  }
  const known = new Map(rules.fields[name].map((spec) => [spec.name, spec]));
  for (const spec of known.values()) {
    if (spec.needed && !node.fields.has(spec.name)) yield at(rules, node.line, path, "missing", { name: spec.name, about: spec.about });
  }
  for (const [key, each] of node.fields) {
    const inner = [...path, key];
    if (known.has(key)) yield* value(rules, known.get(key), each.node, inner, guess);
    else yield at(rules, each.line, inner, "unknown", { name: shown(rules, key), near: guess(key, [...known.keys()]), names: listed([...known.keys()]) });
  }
}

function* value(rules, spec, node, path, guess) {
  if (spec.form === "block") yield* block(rules, spec.name, node, path, guess);
  else if (spec.form === "answers") yield* answers(rules, node, path, guess);
  else if (spec.form === "list") yield* evidence(rules, node, path, guess);
  else if (node.text === undefined) yield at(rules, node.line, path, "shape", { expected: "text" });
  else {
    const words = wrong(rules, spec, node.text);
    if (words) yield { line: node.line, field: field(rules, path), ...words };
  }
}

function wrong(rules, spec, text) {
  const fitting = text && [...text].length <= spec.limit;
  if (fitting && text.includes("\n") && spec.form !== "text") return said(rules, "lines");
  const formless = spec.form !== "choice" && !(spec.form in rules.forms);
  return fitting && formless ? null : wrongValue(rules, spec, text);
}

function* answers(rules, node, path, guess) {
  if (!node.fields) yield at(rules, node.line, path, "shape", { expected: "a block of fields" });
  else if (node.fields.size > rules.limits.answers) yield at(rules, node.line, path, "many-answers", { count: count(node.fields.size), limit: count(rules.limits.answers) });
  else for (const [key, each] of node.fields) yield* block(rules, "answer", each.node, [...path, key], guess);
}

function* evidence(rules, node, path, guess) {
  if (!node.items) yield at(rules, node.line, path, "shape", { expected: "a list" });
  else if (node.items.length > rules.limits.evidence) yield at(rules, node.line, path, "many-evidence", { count: node.items.length, limit: rules.limits.evidence });
  else for (const [place, each] of node.items.entries()) yield* block(rules, "evidence", each, [...path, place], guess);
}

/** Say whether a version comes after another. */
function isNewer(version, own) {
  const [a, b] = [version, own].map((each) => each.split(".").map(BigInt));
  const place = a.findIndex((part, index) => part !== b[index]);
  return place >= 0 && (b[place] === undefined || a[place] > b[place]);
}

/** Yield what is wrong with ids, states and roles. Of a newer file nothing else can be said. */
function* ids(known, node) {
  const { rules } = known;
  const version = node.fields?.get("guidance")?.node;
  if (version?.text && fits(rules, "version", version.text) && isNewer(version.text, known.version)) {
    yield at(rules, version.line, ["guidance"], "newer", { version: version.text, own: known.version });
    return;
  }
  const guess = guesser();
  const given = node.fields?.get("answers")?.node.fields ?? new Map();
  if (given.size > rules.limits.answers) return; // the rule about fields says it
  for (const [id, each] of given) {
    const asked = Object.hasOwn(known.items, id) ? known.items[id] : Object.hasOwn(known.past.retired, id) ? known.past.retired[id] : null;
    if (asked) yield* stated(known, asked.kind, each.node, ["answers", id], guess);
    else yield at(rules, each.line, ["answers", id], "unknown-id", { id: shown(rules, id), near: guess(id, Object.keys(known.items)) });
  }
}

function* stated({ rules, states, roles }, kind, node, path, guess) {
  for (const [name, choices] of [["state", Object.keys(states[kind])], ["role", Object.keys(roles)]]) {
    const given = node.fields?.get(name)?.node;
    if (!given?.text || choices.includes(given.text)) continue;
    const parts = { value: shown(rules, given.text), near: guess(given.text, choices), choices: listed(choices, "or") };
    yield at(rules, given.line, [...path, name], name, { kind: rules.kinds[kind], ...parts });
  }
}

/** Return a checked tree as a file: plain texts, and the answers in a Map. */
function made(node) {
  const texts = (each) => Object.fromEntries([...(each?.node.fields ?? [])].map(([name, { node: { text, items } }]) => [name, items ? items.map((item) => texts({ node: item })) : text]));
  const part = (name) => texts(node.fields.get(name));
  const whole = [...(node.fields.get("answers")?.node.fields ?? [])].map(([id, each]) => [id, texts(each)]);
  return { guidance: node.fields.get("guidance").node.text, saved: node.fields.get("saved").node.text, project: part("project"), decision: part("decision"), answers: new Map(whole) };
}
