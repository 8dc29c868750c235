// What a record says is safe to show and is not personal. The twin of scripts/accord/rules/record_words.py.
import { alphabet } from "./letters.js";
import { code, said, shown } from "./words.js";

const WORD = /[\p{L}\p{N}_]+/gu;
const isAscii = (text) => !/[^\u0000-\u007f]/.test(text);

export function* checkWords({ rules }, { fields }) {
  const { mail, free, own, accents } = rules.words;
  const whole = (pattern, name) => new RegExp(`^(?:${pattern})$`, "u").test(name);
  for (const field of fields) {
    const { value, name } = field;
    const at = (words) => ({ line: field.line, field: name, ...words });
    if (value.includes("@") && !whole(own, name)) {
      if (new RegExp(mail, "u").test(value)) yield at(said(rules, "mail"));
      else if (!whole(free, name)) yield at(said(rules, "at"));
    }
    if (value.startsWith(" ") || value.endsWith(" ") || value.includes("  ")) yield at(said(rules, "space"));
    const words = isAscii(value) ? null : disguised(rules, value, new RegExp(accents, "u"));
    if (words) yield at(words);
  }
}

function disguised(rules, value, accents) {
  for (const [word] of value.matchAll(WORD)) {
    const found = new Set([...word].map((letter) => alphabet(rules, letter)).filter(Boolean));
    if (!isAscii(word) && found.size > 1) return said(rules, "alphabets", { word: shown(rules, word) });
  }
  const byCode = [...new Set(value)].sort((a, b) => a.codePointAt(0) - b.codePointAt(0));
  const odd = byCode.find((letter) => alphabet(rules, letter) === "styled");
  if (odd) return said(rules, "styled", { letter: shown(rules, odd), code: code(odd) });
  return accents.test(value) ? said(rules, "accents") : null;
}
