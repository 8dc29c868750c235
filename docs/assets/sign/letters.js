// What a character is, by the ranges in /api/record-rules.json: browsers and Python know different editions of Unicode.
const within = (ranges, code) => ranges.some(([first, last]) => first <= code && code <= last);
const is = (rules, name, letter) => within(rules.letters[name], letter.codePointAt(0));

const ALPHABETS = ["styled", "latin", "greek", "cyrillic", "armenian", "cherokee", "coptic"];

export const isHidden = (rules, letter) => letter !== "\n" && is(rules, "hidden", letter);
export const isUnusualSpace = (rules, letter) => is(rules, "spaces", letter);
export const isBlank = (rules, letter) => is(rules, "blank", letter);

/** Say whether a character shows nothing, or is a space other than the ordinary one. */
export const isStrange = (rules, letter) =>
  letter > "~" || letter < " " ? isHidden(rules, letter) || isBlank(rules, letter) || isUnusualSpace(rules, letter) : false;

/** Return the alphabet of a letter, "styled" for a look-alike of a Latin letter, or nothing. */
export function alphabet(rules, letter) {
  if (letter.codePointAt(0) < 0x80) return /[A-Za-z]/.test(letter) ? "latin" : "";
  return ALPHABETS.find((name) => is(rules, name, letter)) ?? "";
}
