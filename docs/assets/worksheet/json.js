// Reads JSON strictly (RFC 8259), where JSON.parse would take the last of two equal names, numbers and half letters.
// The twin of scripts/accord/files/json_strict.py: the same problem at the same line, in the same words.
import { isHidden } from "./letters.js";
import { code, said, shown } from "./words.js";

const SPACE = /[ \t\n\r]*/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const WORD = /[A-Za-z0-9+.-]+/y;
const HEX = /[0-9a-fA-F]{4}/y;
const ESCAPES = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

class Refused extends Error {}

/** Return a path as people count: `answers/care-q1/evidence/1/url` is the first piece of evidence's address. */
export const field = (rules, path) =>
  path.map((step) => (typeof step === "number" ? String(step + 1) : shown(rules, step).slice(1, -1))).join("/");

/** Return `{ node }`, or `{ problem }`. A node is `{ text, line }`, `{ items, line }` or `{ fields, line }`, where
    fields is a Map from a name to `{ line, node }`. */
export function parse(rules, text) {
  try {
    return { node: new Reader(rules, text).document() };
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    return { problem: refused.problem };
  }
}

function kind(word) {
  if (word === "true" || word === "false") return "boolean";
  if (word === "null") return "null";
  return "-+.0123456789".includes(word[0]) ? "number" : "word";
}

class Reader {
  constructor(rules, text) {
    Object.assign(this, { rules, text, at: 0, counted: [0, 1], path: [] });
  }

  document() {
    const node = this.value(1);
    if (this.next()) this.stop("after");
    return node;
  }

  /** Return what a pattern finds here, and pass over it. */
  take(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found) this.at += found.length;
    return found;
  }

  /** Pass over white space, and return the sign that follows, or an empty string at the end. */
  next() {
    this.take(SPACE);
    return this.sign();
  }

  sign() {
    const point = this.text.codePointAt(this.at);
    return point === undefined ? "" : String.fromCodePoint(point);
  }

  line() {
    let [place, line] = this.counted;
    for (; place < this.at; place += 1) if (this.text[place] === "\n") line += 1;
    this.counted = [this.at, line];
    return line;
  }

  value(depth) {
    const sign = this.next();
    if (sign === '"') {
      const line = this.line();
      return { text: this.string(), line };
    }
    if (sign === "{" || sign === "[") {
      if (depth > this.rules.limits.depth) this.stop("deep");
      const line = this.line();
      this.at += 1;
      return sign === "{" ? { fields: this.fields(depth), line } : { items: this.items(depth), line };
    }
    const from = this.at;
    const word = this.take(WORD);
    if (!word) this.stopBefore("value", sign);
    this.at = from;
    return this.stop("not-text", { kind: this.rules.json.kinds[kind(word)] });
  }

  fields(depth) {
    const found = new Map();
    const above = this.path;
    if (this.next() === "}") {
      this.at += 1;
      return found;
    }
    for (;;) {
      const sign = this.next();
      if (sign !== '"') this.stopBefore("name", sign);
      const line = this.line();
      const name = this.string();
      this.path = [...above, name];
      if (found.has(name)) this.stop("twice", { name: shown(this.rules, name), line: found.get(name).line });
      found.set(name, { line });
      const colon = this.next();
      if (colon !== ":") this.stopBefore("colon", colon);
      this.at += 1;
      found.get(name).node = this.value(depth + 1);
      this.path = above;
      if (this.ends("}", "comma-brace")) return found;
    }
  }

  items(depth) {
    const found = [];
    const above = this.path;
    if (this.next() === "]") {
      this.at += 1;
      return found;
    }
    for (;;) {
      this.path = [...above, found.length];
      found.push(this.value(depth + 1));
      this.path = above;
      if (this.ends("]", "comma-bracket")) return found;
    }
  }

  /** Pass over a comma or a closing sign, and say which it was. */
  ends(closing, expected) {
    const sign = this.next();
    if (sign !== "," && sign !== closing) this.stopBefore(expected, sign);
    this.at += 1;
    return sign === closing;
  }

  string() {
    this.at += 1;
    let value = "";
    for (;;) {
      value += this.take(PLAIN) ?? "";
      const sign = this.text[this.at];
      if (sign === "\\") value += this.escaped();
      else if (sign === '"') break;
      else if (sign === undefined) this.stop("end");
      else this.stop(sign === "\r" || sign === "\n" ? "line-end" : "control", { code: code(sign) });
    }
    this.at += 1;
    const hidden = [...new Set(value)].find((letter) => isHidden(this.rules, letter));
    if (hidden !== undefined) this.stop("hidden", { code: code(hidden) });
    return value;
  }

  escaped() {
    const sign = this.text[this.at + 1];
    if (Object.hasOwn(ESCAPES, sign)) {
      this.at += 2;
      return ESCAPES[sign];
    }
    const first = sign === "u" ? this.hex(this.at + 2) : null;
    if (first === null) this.stop("escape");
    this.at += 6;
    const low = first >= 0xd800 && first < 0xdc00 && this.text.startsWith("\\u", this.at) ? this.hex(this.at + 2) : null;
    if (low === null || low < 0xdc00 || low >= 0xe000) return String.fromCharCode(first);
    this.at += 6;
    return String.fromCharCode(first, low);
  }

  hex(place) {
    HEX.lastIndex = place;
    const found = HEX.exec(this.text);
    return found ? parseInt(found[0], 16) : null;
  }

  stopBefore(expected, sign) {
    if (!sign) this.stop("end");
    const { signs } = this.rules.json;
    this.stop("expected", { found: sign === '"' ? signs.quote : shown(this.rules, sign), expected: signs[expected] });
  }

  stop(key, parts = {}) {
    const refused = new Refused(key);
    refused.problem = { line: this.line(), field: field(this.rules, this.path), ...said(this.rules, key, parts) };
    throw refused;
  }
}
