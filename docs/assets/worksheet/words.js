// How messages are put together, from the words and the hidden characters in /api/answer-rules.json.

/** Say whether a character shows nothing, or turns the text around it: by fixed ranges, not by a browser's Unicode. */
export function isHidden(rules, letter) {
  const code = letter.codePointAt(0);
  return code !== 10 && rules.hidden.some(([first, last]) => first <= code && code <= last);
}

/** Return what is wrong and the cure, the parts of both filled in. */
export function said(rules, key, parts = {}) {
  const { wrong, cure } = rules.messages[key];
  const filled = (text) => text.replace(/\{([a-z_]+)\}/g, (_, name) => String(parts[name] ?? ""));
  return { wrong: filled(wrong), cure: filled(cure) };
}

/** Return words as a sentence lists them: "a, b and c". */
export function listed(words, joint = "and") {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`;
}

/** Return a value fit for a message: quoted, shortened, without what does not show. */
export function shown(rules, value) {
  const letters = [...value].filter((letter) => !isHidden(rules, letter));
  const most = rules.limits.shown;
  return `"${letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : letters.join("")}"`;
}
