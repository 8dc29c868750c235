// Holds the rows of a table, apart from the page, and answers what the page asks of them. What it sends are counts,
// and the names and few values of columns. It stores nothing and asks no address. It ends when the page clears the table.
import { MOST, columnsOf, decoded, described, guessed, isBlank, numbersOf, yesOf } from "./read.js";
import { along, group, tenths, thinned } from "./stats.js";

const STEPS = 20; // thresholds in the table
let table = null;
let ready = { key: "" }; // what was worked out of the chosen columns, until others are chosen

function load({ file, nameless }) {
  if (file.size > MOST.bytes) return { fault: "bytes" };
  const { text, note, fault } = decoded(new Uint8Array(new FileReaderSync().readAsArrayBuffer(file)));
  if (fault) return { fault };
  table = columnsOf(text, nameless);
  if (table.fault) return { fault: table.fault };
  const columns = table.columns.map(described);
  const notes = [note, table.ragged && "ragged", table.isOpen && "open-quote"].filter(Boolean);
  for (const each of columns) each.yes = yesOf(each.values);
  return { columns, guess: guessed(columns), rows: table.rows, ragged: table.ragged, notes };
}

/** Return what the rows are by the chosen columns: scores or flags, outcomes, groups and households. */
function chosen({ model, flag, outcome, happened, groups, household }) {
  const key = JSON.stringify([model, flag, outcome, happened, groups, household]);
  if (ready.key === key) return ready;
  const [scored, told, grouped, housed] = [model, outcome, groups, household].map((at) => table.columns[at]);
  const yes = told.values.map((value) => (isBlank(value) ? -1 : Number(value === happened)));
  const scores = flag === null ? numbersOf(scored) : scored.values.map((value) => (isBlank(value) ? NaN : Number(value === flag)));
  const kinds = grouped ? [...new Set(grouped.values)].sort() : [];
  const kindOf = grouped?.values.map((value) => kinds.indexOf(value));
  const blank = housed?.values.map(isBlank);
  const of = {
    score: Float64Array.from(scored.codes, (code) => scores[code]),
    outcome: Int8Array.from(told.codes, (code) => yes[code]),
    kind: grouped && Uint16Array.from(grouped.codes, (code) => kindOf[code]),
    household: housed ? Int32Array.from(housed.codes, (code, row) => (blank[code] ? -1 - row : code)) : null, // unknown: each alone
  };
  const isKnown = (row) => !Number.isNaN(of.score[row]) && of.outcome[row] >= 0;
  const every = Uint32Array.from(scored.codes.keys());
  const rows = every.filter(isKnown);
  if (housed) rows.sort((a, b) => of.household[a] - of.household[b]);
  const split = (some) => kinds.map((_, kind) => some.filter((row) => of.kind[row] === kind));
  const unknown = split(every.filter((row) => !isKnown(row))).map(({ length }) => length);
  const missing = { score: of.score.filter(Number.isNaN).length, outcome: of.outcome.filter((each) => each < 0).length };
  const households = housed ? new Set(Array.from(rows, (row) => of.household[row])).size : null;
  ready = { key, kinds, byKind: split(rows), rows, of, unknown, missing, households, curves: new Map() };
  return ready;
}

/** Return what each row is at a threshold, by its place in the four counts. */
function cellsAt(all, threshold) {
  const cells = new Uint8Array(table.rows);
  for (const row of all.rows) cells[row] = (all.of.score[row] >= threshold ? 0 : 2) + (all.of.outcome[row] ? 0 : 1);
  return cells;
}

/** Return the tenths of one group, or of all (-1), and what each of some thresholds gives. */
function curves(all, kind) {
  if (!all.curves.has(kind)) {
    const rows = kind < 0 ? all.rows : all.byKind[kind] ?? [];
    const [scores, outcomes] = [Float64Array.from(rows, (row) => all.of.score[row]), Int8Array.from(rows, (row) => all.of.outcome[row])];
    const cells = cellsAt(all, -Infinity);
    const baseOf = (some) => group(some, cells, all.of.household).shares.base;
    const within = ({ low, high }) => rows.filter((row) => all.of.score[row] >= low && all.of.score[row] <= high);
    const points = along(scores, outcomes);
    all.curves.set(kind, {
      usual: points.find(({ flagged }) => flagged >= rows.length / 10)?.threshold,
      tenths: tenths(scores, outcomes).map((each) => ({ ...each, share: baseOf(within(each)) })),
      points: thinned(points, STEPS).map(({ threshold }) => ({ threshold, ...group(rows, cellsAt(all, threshold), all.of.household) })),
    });
  }
  return all.curves.get(kind);
}

function count(asked) {
  const used = [asked.model, asked.outcome, asked.groups, asked.household].filter((at) => at >= 0);
  if (new Set(used).size < used.length) return { fault: "same" };
  if (table.columns[asked.groups]?.values.length > MOST.groups) return { fault: "groups" };
  const all = chosen(asked);
  if (!all.rows.length) return { fault: "nobody" };
  const isScore = asked.flag === null;
  // Where nobody has typed a threshold yet: the highest at which one in ten children are flagged.
  const threshold = !isScore ? 1 : asked.typed ? numbersOf({ values: [asked.typed] })[0] : curves(all, -1).usual;
  if (Number.isNaN(threshold)) return { fault: "threshold" };
  const cells = cellsAt(all, threshold);
  const one = (rows) => group(rows, cells, all.of.household);
  return {
    whole: { unknown: table.rows - all.rows.length, ...one(all.rows) },
    groups: all.kinds.map((name, kind) => ({ name, unknown: all.unknown[kind], ...one(all.byKind[kind]) })),
    missing: all.missing, households: all.households, rows: table.rows, threshold,
    ...(isScore ? curves(all, asked.about) : {}),
  };
}

addEventListener("message", ({ data: { ask, ...asked }, ports: [page] }) => {
  try {
    page.postMessage(ask === "load" ? load(asked) : count(asked));
  } catch (wrong) {
    console.error(wrong);
    page.postMessage({ fault: "unread" });
  }
});
