// Exact sums on what is known of a model: whole numbers in, shares of all children out. Knows nothing of the page.
// The four groups are always in this order: flagged and right, flagged wrongly, missed, rightly left alone.
export const KNOWN = { counts: ["outcome", "flagged", "right"], rates: ["base", "recall", "precision", "alarm"] };
const MOST = 10_000_000n;

const gcd = (a, b) => (b ? gcd(b, a % b) : a < 0n ? -a : a);

/** Return a fraction in its lowest terms. */
export function ratio(n, d = 1n) {
  const common = gcd(n, d) || 1n;
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / common, d: (sign * d) / common };
}

const NONE = ratio(0n);
const ALL = ratio(1n);
const plus = (a, b) => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
const minus = (a, b) => ratio(a.n * b.d - b.n * a.d, a.d * b.d);
const times = (a, b) => ratio(a.n * b.n, a.d * b.d);
const over = (a, b) => ratio(a.n * b.d, a.d * b.n);
const below = (a, b) => a.n * b.d < b.n * a.d;
const within = (a) => (below(a, NONE) ? NONE : below(ALL, a) ? ALL : a);

/** Return a share in per cent, rounded half up, or up where it is a least value. */
export function percent({ n, d }, places = 1, up = false) {
  const unit = 10n ** BigInt(places);
  const tenths = up ? (n * 100n * unit + d - 1n) / d : (n * 200n * unit + d) / (2n * d);
  return String(Number(tenths) / Number(unit));
}

const fault = (key, fields, values = {}) => ({ key, fields, values });

/** Read what was typed in one box: nothing, a value, or why it is none. `half` is half of the last place typed. */
export function read(name, text) {
  const typed = text.replace(/[\s%]/g, "");
  if (typed === "") return {};
  const share = KNOWN.rates.includes(name);
  if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(typed) || typed.length > 14) return { wrong: share ? "not-a-rate" : "not-a-count" };
  const [whole, part = ""] = typed.replaceAll(",", "").split(".");
  const unit = 10n ** BigInt(part.length);
  const value = ratio(BigInt(whole + part), unit);
  if (!share) {
    if (value.d !== 1n || value.n > MOST) return { wrong: "not-a-count" };
    return name === "scored" && value.n === 0n ? { wrong: "nobody" } : { value };
  }
  if (below(ratio(100n), value)) return { wrong: "not-a-rate" };
  const found = { value: over(value, ratio(100n)), half: ratio(1n, 200n * unit) };
  return name === "base" && (value.n === 0n || value.n === 100n) ? { wrong: "nothing-to-predict" } : found;
}

function fromCounts({ scored, outcome, flagged, right }) {
  const [n, p, f, r] = [scored, outcome, flagged, right].map((each) => each.n);
  const say = { scored: n, outcome: p, flagged: f, right: r, together: p + f - r };
  if (p > n) return fault("outcome-scored", ["outcome", "scored"], say);
  if (f > n) return fault("flagged-scored", ["flagged", "scored"], say);
  if (r > f) return fault("right-flagged", ["right", "flagged"], say);
  if (r > p) return fault("right-outcome", ["right", "outcome"], say);
  if (p + f - r > n) return fault("together-scored", ["scored", "outcome", "flagged", "right"], say);
  return [r, f - r, p - r, n - p - f + r].map((each) => ratio(each, n));
}

/** Return the precision that follows from a base rate, a recall and a false-alarm rate; none where nobody is flagged. */
function precisionOf(base, recall, alarm) {
  const right = times(base, recall);
  const flagged = plus(right, times(minus(ALL, base), alarm));
  return flagged.n ? over(right, flagged) : null;
}

/** Return why four rates cannot all be true, or nothing: each may be rounded to the places that were typed. */
function disagreement(v, half) {
  const least = precisionOf(within(minus(v.base, half.base)), within(minus(v.recall, half.recall)), within(plus(v.alarm, half.alarm)));
  const most = precisionOf(within(plus(v.base, half.base)), within(plus(v.recall, half.recall)), within(minus(v.alarm, half.alarm)));
  if (!least || !most) return null;
  if (!below(plus(v.precision, half.precision), least) && !below(most, minus(v.precision, half.precision))) return null;
  const follows = precisionOf(v.base, v.recall, v.alarm);
  const mixed = plus(v.precision, v.alarm).n === plus(v.precision, v.alarm).d;
  const say = { follows: follows ? percent(follows) : "0", precision: percent(v.precision), alarm: percent(v.alarm) };
  return fault(mixed ? "four-mixed" : "four", ["precision", "base", "recall", "alarm"], say);
}

function fromRates(v, half) {
  const { base, recall, precision, alarm } = v;
  if (KNOWN.rates.filter((name) => v[name]).length < 3) return fault("three", KNOWN.rates.filter((name) => !v[name]));
  if (precision && recall && !precision.n && recall.n) return fault("precision-none", ["precision", "recall"]);
  if (precision && recall && precision.n && !recall.n) return fault("recall-none", ["recall", "precision"]);
  if (precision && alarm && below(precision, ALL) && !alarm.n && (!recall || recall.n)) return fault("alarm-none", ["alarm", "precision"]);
  if (precision && alarm && !below(precision, ALL) && alarm.n) return fault("precision-all", ["precision", "alarm"]);
  if (!alarm && !precision.n) return fault("give-alarm", ["alarm"]);
  if (!recall && !below(precision, ALL)) return fault("give-recall", ["recall"]);
  if (!base && (!below(precision, ALL) || !recall.n)) return fault("give-base", ["base"]);
  const odds = precision && below(precision, ALL) ? over(precision, minus(ALL, precision)) : null; // right flags for each wrong one
  const with0 = base ?? ((k) => over(k, plus(ALL, k)))(over(times(odds, alarm), recall));
  const without = minus(ALL, with0);
  const wrong = alarm ? times(without, alarm) : odds ? over(times(with0, recall), odds) : NONE;
  const right = recall ? times(with0, recall) : times(odds, wrong);
  const say = (share) => percent(share, 1);
  if (below(without, wrong)) {
    return fault("too-many-wrong", ["precision", "base", "recall"],
      { wrong: say(wrong), without: say(without), least: percent(precisionOf(with0, recall, ALL), 1, true) });
  }
  if (below(with0, right)) {
    const k = times(odds, alarm);
    return fault("too-many-right", ["base", "precision", "alarm"], { right: say(right), base: say(with0), least: percent(over(k, plus(ALL, k)), 1, true) });
  }
  const four = KNOWN.rates.every((name) => v[name]) ? disagreement(v, half) : null;
  return four ?? [right, wrong, minus(with0, right), minus(without, wrong)];
}

/** Work out the four groups from what was typed: `{ groups, scored }`, or `{ faults }` that name their boxes. */
export function solve(know, texts) {
  const names = ["scored", ...KNOWN[know]];
  const found = Object.fromEntries(names.map((name) => [name, read(name, texts[name] ?? "")]));
  const faults = names.filter((name) => found[name].wrong).map((name) => fault(found[name].wrong, [name], { most: MOST }));
  if (faults.length) return { faults };
  const needed = know === "counts" ? names : ["scored"];
  const missing = needed.filter((name) => !found[name].value);
  if (missing.length) return { faults: missing.map((name) => fault("missing", [name])) };
  const values = Object.fromEntries(names.map((name) => [name, found[name].value]));
  const groups = know === "counts" ? fromCounts(values) : fromRates(values, Object.fromEntries(names.map((name) => [name, found[name].half])));
  return Array.isArray(groups) ? { groups, scored: values.scored.n } : { faults: [groups] };
}

/** Return the groups as whole children of so many, which add up (largest remainder), and whether any was rounded. */
export function whole(groups, total) {
  const exact = groups.map((share) => times(share, ratio(total)));
  const counts = exact.map(({ n, d }) => n / d);
  const order = exact.map(({ n, d }, place) => [ratio(n % d, d), place]).sort(([a, i], [b, j]) => (below(a, b) ? 1 : below(b, a) ? -1 : i - j));
  const left = Number(total - counts.reduce((sum, each) => sum + each, 0n));
  for (const [, place] of order.slice(0, left)) counts[place] += 1n;
  return { counts: counts.map(Number), rounded: exact.some(({ d }) => d !== 1n) };
}

/** Return the four rates of some groups; one that means nothing (no flags, nobody with the outcome) is null. */
export function ratesOf([right, wrong, missed, left]) {
  const part = (one, other) => (one.n || other.n ? over(one, plus(one, other)) : null);
  return { base: plus(right, missed), recall: part(right, missed), precision: part(right, wrong), alarm: part(wrong, left) };
}
