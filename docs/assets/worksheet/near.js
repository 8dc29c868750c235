// The nearest of some words, found just as Python's difflib does, so that `accord check` and this page suggest the same.
const CUTOFF = 0.6;
const LONG = 200; // letters from which difflib leaves out those that stand everywhere

/** Return where each letter of the word stands. */
function places(word) {
  const found = new Map();
  word.forEach((letter, place) => found.set(letter, [...(found.get(letter) ?? []), place]));
  if (word.length < LONG) return found;
  const often = Math.floor(word.length / 100) + 1;
  for (const [letter, where] of found) if (where.length > often) found.delete(letter);
  return found;
}

/** Return the longest run that both have within these bounds: its place in each, and its length. */
function longest(a, b, where, [aFrom, aTo, bFrom, bTo]) {
  let best = [aFrom, bFrom, 0];
  let before = new Map();
  for (let i = aFrom; i < aTo; i += 1) {
    const now = new Map();
    for (const j of where.get(a[i]) ?? []) {
      if (j < bFrom) continue;
      if (j >= bTo) break;
      const size = (before.get(j - 1) ?? 0) + 1;
      now.set(j, size);
      if (size > best[2]) best = [i - size + 1, j - size + 1, size];
    }
    before = now;
  }
  let [i, j, size] = best;
  while (i > aFrom && j > bFrom && a[i - 1] === b[j - 1]) [i, j, size] = [i - 1, j - 1, size + 1];
  while (i + size < aTo && j + size < bTo && a[i + size] === b[j + size]) size += 1;
  return [i, j, size];
}

/** Return how like two words are, from 0 to 1. */
export function ratio(one, word) {
  const a = [...one];
  const b = [...word];
  const where = places(b);
  const ahead = [[0, a.length, 0, b.length]];
  let same = 0;
  while (ahead.length) {
    const [aFrom, aTo, bFrom, bTo] = ahead.pop();
    const [i, j, size] = longest(a, b, where, [aFrom, aTo, bFrom, bTo]);
    if (!size) continue;
    same += size;
    if (aFrom < i && bFrom < j) ahead.push([aFrom, i, bFrom, j]);
    if (i + size < aTo && j + size < bTo) ahead.push([i + size, aTo, j + size, bTo]);
  }
  return a.length + b.length ? (2 * same) / (a.length + b.length) : 1;
}

/** Return ` Did you mean "…"?` where a known word is near, else nothing. */
export function nearest(word, words) {
  let best = ["", 0];
  for (const known of [...new Set(words)].sort()) {
    const like = ratio(known, word);
    if (like >= CUTOFF && like >= best[1]) best = [known, like];
  }
  return best[1] ? ` Did you mean "${best[0]}"?` : "";
}
