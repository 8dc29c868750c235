// What the page shows of counted results: lines of words for its tables. `say` returns words of the page with their values.
import { inEnglish } from "../../sign/tools.js";
import { RATES, difference, isTooFew, ratio, wilson } from "./stats.js";

const forms = [0, 1, 2].map((places) => new Intl.NumberFormat("en-GB", { maximumFractionDigits: places })); // each takes long to make
const whole = (number, places) => forms[places].format(number).replace("-", "−");
export const percent = (share) => `${whole(100 * share, 1)}%`;
const ends = (say, [low, high], write) => say("range", { low: write(low), high: write(high) });
export const plain = (number) => String(Number(number.toPrecision(12)));

/** Return a share and its range in words, or that there are too few to tell; `least` is the least number to tell by. */
export function rate(say, share, least) {
  if (!share.whole) return say("no-rate");
  const range = ends(say, wilson(share), percent);
  return isTooFew(share, least) ? say("too-few", { part: share.part, whole: share.whole, range }) : say("rate", { value: percent(share.part / share.whole), range });
}

export const nameOf = (say, { name }) => name || say("not-recorded");
const named = (say, result) => [...result.groups.map((each) => [nameOf(say, each), each]), [say("everyone"), result.whole]];

/** Return the table of counts by group. */
export const counts = (say, result) => named(say, result).map(([name, { counts: [right, wrong, missed, left], unknown }]) =>
  [name, ...[right + wrong + missed + left, right + missed, right + wrong, right, wrong, missed, left, unknown].map(inEnglish)]);

/** Return the table of rates by group. */
export const rates = (say, result, least) => named(say, result).map(([name, { shares }]) => [name, ...RATES.map((each) => rate(say, shares[each], least))]);

/** Return how each group's rate differs from that of one group, and what may be said of it. */
export function compared(say, { groups }, of, name, least) {
  const base = groups[of]?.shares[name];
  return groups.flatMap((each, at) => {
    const own = each.shares[name];
    if (at === of) return [];
    const [by, times] = [difference(own, base), ratio(own, base)];
    const isFew = !by || isTooFew(own, least) || isTooFew(base, least);
    const verdict = isFew ? "few" : by.ends[0] > 0 ? "higher" : by.ends[1] < 0 ? "lower" : "same";
    const points = (value) => whole(100 * value, 1);
    return [[nameOf(say, each), rate(say, own, least), by ? say("points", { value: points(by.value), range: ends(say, by.ends, points) }) : say("no-rate"),
      times ? say("times", { value: whole(times.value, 2), range: ends(say, times.ends, (value) => whole(value, 2)) }) : say("no-ratio"), say(`is-${verdict}`)]];
  });
}

/** Return the table of tenths. */
export const tenths = (say, { tenths: all = [] }, least) => all.map(({ low, high, mean, share }, at) => [say("tenth", { number: at + 1 }), say("from-to", { low: plain(low), high: plain(high) }),
  plain(Number(mean.toPrecision(4))), inEnglish(share.whole), inEnglish(share.part), rate(say, share, least)]);

/** Return the table along the threshold. */
export const along = (say, { points = [] }, least) => points.map(({ threshold, counts: [right, wrong, missed], shares }) => [plain(threshold), ...[right + wrong, right, wrong, missed].map(inEnglish),
  rate(say, shares.precision, least), rate(say, shares.recall, least)]);

/** Return the table for publication, by what protect() of hide.js says: counts that are safe, and rates that rest on them. */
export function published(say, result, least, marks) {
  return named(say, result).map(([name, { counts: [right, wrong, missed, left], unknown, shares }], row) => {
    const mark = marks[row];
    const told = (isHidden, value) => (isHidden ? say("hidden") : value);
    const isUnclear = mark.hits || mark.misses;
    const number = (isHidden, value) => told(isHidden, inEnglish(value));
    return [name, number(mark.children, right + wrong + missed + left), number(isUnclear, right + missed), number(mark.flagged, right + wrong), number(mark.hits, right), number(mark.hits, wrong),
      number(mark.misses, missed), number(mark.misses, left), number(mark.unknown, unknown),
      told(isUnclear, rate(say, shares.recall, least)), told(mark.hits, rate(say, shares.precision, least)), told(isUnclear, rate(say, shares.alarm, least))];
  });
}
