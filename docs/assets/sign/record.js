// A record's bytes and its name: what is written, and what is read back. The twin of scripts/accord/read/record.py.
import { code, count, said, shown } from "./words.js";
import { isBlank, isHidden, isStrange, isUnusualSpace } from "./letters.js";

const ROW = /^([a-z][a-z0-9_-]{0,79}): "((?:[^"\\]|\\["\\])*)"$/;
const UTF8 = new TextEncoder();
const MOST = 10; // problems told of one file
const escaped = (value) => value.replaceAll("\\", "\\\\").replaceAll('"', '\\"');

/** Return what somebody typed as it goes into a record: on one line, no spaces round it, accents in one part (NFC). */
export const typed = (value) => value.replace(/[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*/g, " ").trim().normalize("NFC");

/** Return the record's text: the fields in their order, one a line, and a line end after each. */
export function encode(values, specs) {
  const order = specs.map((spec) => spec.name).filter((name) => values[name]);
  return order.map((name) => `${name}: "${escaped(values[name])}"\n`).join("");
}

/** Return a text's bytes, in UTF-8. */
export const bytes = (text) => UTF8.encode(text);

/** Return the fields of a record's text in the file's order, or null and why it can't be read. */
export function parse(rules, text) {
  const found = odd(rules, text);
  if (found.length) return { fields: null, found };
  const rows = text.split("\n");
  if (rows.at(-1) === "") rows.pop();
  const fields = [];
  for (const [place, row] of rows.entries()) {
    const match = ROW.exec(row);
    if (!match) {
      const wrong = { wrong: "The line is not a field of a record.", cure: "Load a record as this site publishes it." };
      return { fields: null, found: [{ line: place + 1, field: "", ...wrong }] };
    }
    fields.push({ name: match[1], value: match[2].replace(/\\(["\\])/g, "$1"), line: place + 1 });
  }
  const beyond = tooMuch(rules, fields).slice(0, MOST);
  return beyond.length ? { fields: null, found: beyond } : { fields, found: [] };
}

/** Return the problems of the text as a whole: its size, and characters that show nothing. */
function odd(rules, text) {
  const at = (line, words) => ({ line, field: "", ...words });
  if (bytes(text).length > rules.limits.bytes) return [at(1, said(rules, "large", { kib: rules.limits.bytes / 1024 }))];
  const lineOf = (mark) => text.slice(0, text.indexOf(mark)).split("\n").length;
  const letters = [...new Set(text)].filter((letter) => letter !== "\n");
  if (!letters.some((letter) => isStrange(rules, letter)) && text === text.normalize("NFC")) return [];
  if (text.includes("\r")) return [at(lineOf("\r"), said(rules, "crlf"))];
  const found = text.includes("\t") ? [at(lineOf("\t"), said(rules, "tab"))] : [];
  const rows = text.split("\n");
  for (const [place, row] of rows.entries()) {
    const hidden = [...row].find((letter) => letter !== "\t" && isHidden(rules, letter));
    if (hidden) return [...found, at(place + 1, said(rules, "hidden", { code: code(hidden) }))];
  }
  const parted = rows.findIndex((row) => row !== row.normalize("NFC"));
  if (parted >= 0) return [...found, at(parted + 1, said(rules, "nfc"))];
  if (found.length) return found;
  for (const [place, row] of rows.entries()) {
    const letter = [...row].find((each) => isBlank(rules, each) || isUnusualSpace(rules, each));
    const kind = letter && isUnusualSpace(rules, letter) ? "an unusual space" : "a blank character";
    if (letter) return [at(place + 1, said(rules, "blank", { kind, code: code(letter) }))];
  }
  return [];
}

function tooMuch(rules, fields) {
  const seen = new Map();
  return fields.flatMap(({ name, value, line }) => {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, line);
    const length = [...value].length;
    const limit = count(rules.limits.value);
    if (first !== undefined) return [{ line, field: name, ...said(rules, "twice", { name: shown(rules, name), line: first }) }];
    return length > rules.limits.value ? [{ line, field: name, ...said(rules, "longest", { length, limit }) }] : [];
  });
}

/** Say whether a word can be a signatory's short name. */
export const isSlug = (rules, word) =>
  word.length <= rules.limits.slug && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(word) && !rules.reserved.includes(word);

/** Return what a record's path says, or null where it is not a record's. Whether its day exists, is not asked. */
export function nameOf(rules, path) {
  const events = rules.events.join("|");
  const form = `^${rules.folder}/([a-z0-9-]+)/([0-9]{4}-[0-9]{2}-[0-9]{2})-(${events})(?:-([2-9]|[1-9][0-9]))?\\.yml$`;
  const match = new RegExp(form).exec(path);
  return match && { signatory: match[1], date: match[2], event: match[3], sequence: Number(match[4] ?? 1) };
}

/** Return the path of a new record: `-2`, `-3` … where the name is taken or was. */
export function free(rules, taken, { signatory, date, event }) {
  const first = `${rules.folder}/${signatory}/${date}-${event}`;
  const later = Array.from({ length: 98 }, (_, place) => `${first}-${place + 2}.yml`);
  return [`${first}.yml`, ...later].find((path) => !taken.has(path)) ?? `${first}-100.yml`;
}
