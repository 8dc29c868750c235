// How messages are put together: the same words as `accord answers check`, from the table in /api/answer-rules.json.
import { isHidden, isUnusualSpace } from "./letters.js";

/** Return what is wrong and the cure, the parts of both filled in. */
export function said(rules, key, parts = {}) {
  const { wrong, cure } = rules.messages[key];
  const filled = (text) => text.replace(/\{([a-z_]+)\}/g, (_, name) => String(parts[name]));
  return { wrong: filled(wrong), cure: filled(cure) };
}

/** Return words as a sentence lists them: "a, b and c". */
export function listed(words, joint = "and") {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`;
}

/** Return a number as "2,000". */
export const count = (number) => String(number).replace(/\B(?=([0-9]{3})+$)/g, ",");

/** Return the code of a character, such as U+00A0. */
export const code = (letter) => `U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

const visible = (rules, letters) =>
  letters
    .map((letter) =>
      isHidden(rules, letter) || letter === "\n" || isUnusualSpace(rules, letter)
        ? `\\u${letter.codePointAt(0).toString(16).padStart(4, "0")}`
        : letter,
    )
    .join("");

/** Return a value fit for a message: quoted, on one line, shortened. */
export function shown(rules, value) {
  const most = rules.limits.shown;
  const clean = visible(rules, [...value].slice(0, most));
  const short = [...clean].length < most || clean === value;
  return `"${short ? clean : `${[...clean].slice(0, most - 1).join("")}…`}"`;
}
