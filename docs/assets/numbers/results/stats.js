// The statistics of a model's results: numbers in, numbers out. Knows nothing of the page, of files or of words.
// A share is { part, whole, size }. `size` is how many children it counts as: `whole`, or fewer where brothers and sisters
// make the children less than independent. Ends of ranges are 95%. Where something can't be worked out, it is null.
const Z = 1.959963984540054; // of the normal distribution, 97.5%
export const RATES = ["base", "flagged", "recall", "precision", "alarm"];

/** Return both ends of a share's range by Wilson's score method (Wilson 1927). */
export function wilson({ part, whole, size = whole }) {
  if (!whole) return null;
  const p = part / whole;
  const below = 1 + (Z * Z) / size;
  const middle = (p + (Z * Z) / (2 * size)) / below;
  const half = (Z / below) * Math.sqrt((p * (1 - p)) / size + (Z * Z) / (4 * size * size));
  return [part ? middle - half : 0, part === whole ? 1 : middle + half];
}

/** Return how two shares differ, and both ends: Newcombe 1998, method 10, which joins the two Wilson ranges. */
export function difference(a, b) {
  if (!a.whole || !b.whole) return null;
  const [p, q] = [a, b].map(({ part, whole }) => part / whole);
  const [[l, u], [m, v]] = [wilson(a), wilson(b)];
  return { value: p - q, ends: [p - q - Math.hypot(p - l, v - q), p - q + Math.hypot(u - p, q - m)] };
}

/** Return how many times one share is the other, and both ends by the log method (Katz 1978); none where a count is zero. */
export function ratio(a, b) {
  if (!a.part || !b.part) return null;
  const spread = [a, b].map(({ part, whole, size }) => whole / (part * size) - 1 / size);
  const value = a.part / a.whole / (b.part / b.whole);
  const wide = Math.exp(Z * Math.sqrt(spread[0] + spread[1]));
  return { value, ends: [value / wide, value * wide] };
}

/** Return how many independent children a share counts as: the whole divided by the design effect, and never more than it.

    The variance is that of a ratio with households as clusters, times K / (K - 1), as statsmodels' `cluster` gives it for a
    mean. `sums` are, over K households with x children of whom y are counted: x x, x y and y y. Where nobody or everybody
    is counted, or all are of one household, the variance says nothing: then each household counts once. */
export function independent(part, whole, households, [xx, xy, yy]) {
  if (!whole || households === whole) return whole;
  const p = part / whole;
  const alone = (p * (1 - p)) / whole;
  if (!alone || households < 2) return households;
  const variance = ((households / (households - 1)) * Math.max(0, yy - 2 * p * xy + p * p * xx)) / (whole * whole);
  return Math.min(whole, (whole * alone) / variance);
}

// Who a rate is about, and who of them is counted, of the four counts in their order.
const ABOUT = { base: [[0, 1, 2, 3], [0, 2]], flagged: [[0, 1, 2, 3], [0, 1]], recall: [[0, 2], [0]], precision: [[0, 1], [0]], alarm: [[1, 3], [1]] };
const about = (rate, counts) => ABOUT[rate].map((places) => places.reduce((all, place) => all + counts[place], 0));

/** Return one group's counts and shares as rows of one household come after another. `order` lists its rows. */
export function group(order, cellOf, householdOf) {
  const counts = [0, 0, 0, 0];
  const own = [0, 0, 0, 0]; // of the household that is being read
  const clusters = RATES.map((rate) => ({ rate, households: 0, sums: [0, 0, 0] }));
  for (let at = 0; at < order.length; at += 1) {
    counts[cellOf[order[at]]] += 1;
    own[cellOf[order[at]]] += 1;
    if (!householdOf || householdOf[order[at]] === householdOf[order[at + 1]]) continue;
    for (const each of clusters) {
      const [x, y] = about(each.rate, own);
      each.households += Number(x > 0);
      [x * x, x * y, y * y].forEach((square, place) => { each.sums[place] += square; });
    }
    own.fill(0);
  }
  const shares = clusters.map(({ rate, households, sums }) => {
    const [whole, part] = about(rate, counts);
    return [rate, { part, whole, size: householdOf ? independent(part, whole, households, sums) : whole }];
  });
  return { counts, shares: Object.fromEntries(shares) };
}

/** Say whether a share rests on too few: it counts as fewer children than the least, or its range is wider than 30 points. */
export const isTooFew = (share, least) => !share.whole || share.size < least || (([low, high]) => high - low > 0.3)(wilson(share));

/** Return tenths of the children by their score, lowest first: who is in each, the mean score, and who had the outcome.

    Equal scores stay together, so tenths may differ in size, or be missing: scikit-learn's calibration_curve by quantile. */
export function tenths(scores, outcomes) {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[a] - scores[b]);
  const sorted = Float64Array.from(order, (row) => scores[row]);
  const edges = Array.from({ length: 9 }, (_, at) => sorted[Math.floor(((sorted.length - 1) * (at + 1)) / 10)]);
  const made = [];
  let bin = -1;
  for (const [at, row] of order.entries()) {
    const own = edges.reduce((count, edge) => count + (edge < sorted[at]), 0);
    if (own !== bin) made.push({ low: sorted[at], high: sorted[at], total: 0, part: 0, whole: 0 });
    bin = own;
    const last = made.at(-1);
    last.high = sorted[at];
    last.total += sorted[at];
    last.whole += 1;
    last.part += outcomes[row];
  }
  return made.map(({ total, ...each }) => ({ ...each, mean: total / each.whole }));
}

/** Return, for every different score from the highest, how many are flagged at it or above, and how many of them rightly. */
export function along(scores, outcomes) {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a]);
  const points = [];
  let right = 0;
  for (const [at, row] of order.entries()) {
    right += outcomes[row];
    if (at + 1 === order.length || scores[order[at + 1]] !== scores[row]) points.push({ threshold: scores[row], flagged: at + 1, right });
  }
  return points;
}

/** Return at most so many of the points, evenly over the children flagged. */
export function thinned(points, most) {
  const all = points.at(-1)?.flagged ?? 0;
  const wanted = Array.from({ length: most }, (_, at) => points.findIndex(({ flagged }) => flagged >= ((at + 1) * all) / most));
  return [...new Set(wanted)].filter((at) => at >= 0).map((at) => points[at]);
}
