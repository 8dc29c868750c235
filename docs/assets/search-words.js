// Words, for the search: how they are cut, brought to one form, and swapped for other words for the same thing.

/** Return the text of a piece of HTML from the index. Parsed in a document that runs and loads nothing. */
export function plain(html) {
  const spaced = html.replace(/<\/(?:p|li|ul|ol)>/g, " $&");
  const text = new DOMParser().parseFromString(spaced, "text/html").body.textContent;
  return text.replace(/\s+/g, " ").trim();
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAY = new RegExp(`\\b\\d{1,2} (?=(?:${MONTHS.join("|")})\\b)`, "giu");

/** Cut a text into words: letters and digits. A possessive's "s" is no word, nor is the day of a date. */
export function wordsOf(text) {
  const words = text.replace(/[’']s\b/gu, "").replace(DAY, "").match(/[\p{L}\p{N}]+/gu);
  return words ?? [];
}

/** Bring a word to one form, weakly: decide, decides, decided and deciding are one, and so are family and families. */
export function stem(word) {
  let found = word;
  if (found.length > 4 && found.endsWith("ies")) found = `${found.slice(0, -3)}y`;
  else if (found.length > 3 && found.endsWith("s") && !/(?:ss|us|is|as)$/.test(found)) found = found.slice(0, -1);
  if (found.length > 5 && /[aeiouy].*(?:ing|ed)$/.test(found)) found = found.replace(/(?:ing|ed)$/, "");
  if (found.length > 4) found = found.replace(/e+$/, "");
  return found.length > 3 ? found.replace(/([^aeiou\d])\1$/, "$1") : found;
}

// Words that a question is made of and that say nothing about its subject.
export const EMPTY = new Set(
  "a about am an and any are at be been by can could do does for from get has have he her his how i if in into is it its just may me my need of on or our shall should than that the their them there they this to us was we were what when where which who why will with would you your".split(" "),
);

/** Return a text's words in one form, for comparing phrases. */
export const key = (text) => wordsOf(text.toLowerCase()).map(stem).join(" ");

/** Return the query's words in one form, without those that say nothing, unless there are no others. */
export function subject(query) {
  const words = wordsOf(query.toLowerCase());
  const telling = words.filter((word) => !EMPTY.has(word));
  return (telling.length ? telling : words).map(stem).join(" ");
}

/** Return a subject and its variants, each with a weight: a phrase of a group is replaced by each other one. */
export function variants(words, groups) {
  const own = ` ${words} `;
  const seen = new Map([[own.trim(), 1]]);
  for (const keys of groups) {
    const present = keys.filter((phrase) => own.includes(` ${phrase} `));
    // The longest phrase is what is meant: "looked after child", not "child".
    const found = present.sort((a, b) => b.length - a.length)[0];
    if (!found) continue;
    for (const other of keys) {
      const variant = own.replace(` ${found} `, ` ${other} `).trim();
      if (!seen.has(variant)) seen.set(variant, 0.4);
    }
  }
  return [...seen];
}
