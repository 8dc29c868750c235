// Which words of two texts differ, so that nobody has to compare long ones by eye.
import { h } from "../sign/page.js";

const MOST = 4_000_000; // pairs of words: beyond that nothing is marked, and the whole texts stand there all the same
const split = (text) => text.split(/(\s+)/).filter(Boolean);

/** Return for each word of both texts whether the other has it too, in the same order (longest common subsequence). */
function common(one, other) {
  const width = other.length + 1;
  const length = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      length[here] = one[i] === other[j] ? length[here + width + 1] + 1 : Math.max(length[here + width], length[here + 1]);
    }
  }
  const [inOne, inOther] = [one.map(() => false), other.map(() => false)];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) [inOne[i++], inOther[j++]] = [true, true];
    else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return [inOne, inOther];
}

/** Return words as parts of a page, runs of those that are not common in an element. */
function parts(words, shared, tag) {
  const runs = [];
  words.forEach((word, place) => {
    const last = runs.at(-1);
    if (last && last.shared === shared[place]) last.text += word;
    else runs.push({ text: word, shared: shared[place] });
  });
  return runs.map((run) => (run.shared || !run.text.trim() ? run.text : h(tag, {}, run.text)));
}

/** Return two texts as parts of a page: what went out of the first, and what came into the second, is marked. */
export function marked(old, now) {
  const [one, other] = [split(old), split(now)];
  if (one.length * other.length > MOST) return [[old], [now]];
  const [inOne, inOther] = common(one, other);
  return [parts(one, inOne, "del"), parts(other, inOther, "ins")];
}
