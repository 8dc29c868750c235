// Reads a table: its bytes as text, its text as columns, a column as numbers or as kinds. Knows nothing of the page.
// Runs in worker.js. A column is { name, values, codes }: its different values, and for each row which one it has.
import Papa from "../../vendor/papaparse.js";

export const MOST = { bytes: 200_000_000, rows: 200_000, wide: 500, groups: 60 };
const ALONE = 30; // rows
const SAMPLE = 2000; // different values of a column that are looked at for what looks personal
const BLANK = /^(|-+|\.+|\?+|#n\/?a|n\/?a|nan|null|none recorded|not (known|recorded|stated)|unknown|missing)$/i;
const YES = /^(1|1[.,]0+|y|yes|true|t|flagged|high|positive)$/i;
const NO = /^(0|0[.,]0+|n|no|false|f|not flagged|low|negative)$/i;

export const isBlank = (value) => BLANK.test(value);

/** Return the text that some bytes hold, or { fault }. */
export function decoded(bytes) {
  if (!bytes.length) return { fault: "empty" };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] < 9) return { fault: "workbook" };
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) return { fault: "workbook" };
  const head = bytes.subarray(0, 1000);
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => at % 2 === odd && byte === 0).length);
  const isWide = (first, second) => (head[0] === first && head[1] === second) || zeros[first === 0xff ? 1 : 0] > head.length * 0.3;
  for (const [first, second, name] of [[0xff, 0xfe, "utf-16le"], [0xfe, 0xff, "utf-16be"]]) {
    if (isWide(first, second)) return { text: new TextDecoder(name).decode(bytes) };
  }
  if (zeros[0] + zeros[1]) return { fault: "no-text" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), note: "old-letters" };
  }
}

/** Return names for columns: each once, and none empty. */
function named(heads, nameless) {
  const seen = new Map();
  return heads.map((head, at) => {
    const name = head.replace(/\s+/g, " ").trim() || nameless.replace("{number}", at + 1);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count > 1 ? `${name} (${count})` : name;
  });
}

/** Return the columns of a text, { columns, rows, ragged, isOpen }, or { fault }. `nameless` names a column without a head. */
export function columnsOf(text, nameless) {
  const made = { columns: null, rows: 0, ragged: 0, isOpen: false };
  let known = [];
  const take = (cells) => {
    if (!made.columns) {
      if (cells.length > MOST.wide) throw new RangeError("wide");
      made.columns = named(cells, nameless).map((name) => ({ name, values: [], codes: new Int32Array(MOST.rows) }));
      known = cells.map(() => new Map());
      return;
    }
    if (made.rows === MOST.rows) throw new RangeError("rows");
    if (cells.length !== made.columns.length) made.ragged += 1;
    for (const [at, column] of made.columns.entries()) {
      const value = (cells[at] ?? "").trim();
      let code = known[at].get(value);
      if (code === undefined) {
        code = column.values.push(value) - 1;
        known[at].set(value, code);
      }
      column.codes[made.rows] = code;
    }
    made.rows += 1;
  };
  try {
    Papa.parse(text.replace(/^\ufeff/, ""), {
      skipEmptyLines: "greedy",
      chunkSize: 4_000_000,
      chunk: ({ data, errors }) => {
        made.isOpen ||= errors.some(({ code }) => code === "MissingQuotes");
        data.forEach(take);
      },
    });
  } catch (wrong) {
    if (wrong instanceof RangeError && wrong.message in MOST) return { fault: wrong.message };
    throw wrong;
  }
  if (!made.columns) return { fault: "empty" };
  if (!made.rows) return { fault: "heads-only" };
  for (const column of made.columns) column.codes = column.codes.slice(0, made.rows);
  return made;
}

/** Return a column's different values as numbers, NaN where they are none. A comma is a decimal one, unless all set off thousands. */
export function numbersOf({ values }) {
  const commas = values.filter((value) => value.includes(","));
  const isDecimal = commas.length > 0 && !values.some((value) => value.includes(".")) && !commas.every((value) => /^-?[1-9]\d{0,2}(,\d{3})+%?$/.test(value));
  return Float64Array.from(values, (value) => {
    const plain = (isDecimal ? value.replace(",", ".") : value.replace(/(\d),(?=\d{3}(\D|$))/g, "$1")).replace(/\s/g, "");
    if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?%?$/i.test(plain)) return NaN;
    return plain.endsWith("%") ? Number(plain.slice(0, -1)) / 100 : Number(plain);
  });
}

/** Say whether ten digits are an NHS number by its last one (modulus 11). */
function isNhs(value) {
  const digits = value.replace(/[\s-]/g, "");
  if (!/^\d{10}$/.test(digits)) return false;
  const left = 11 - ([...digits.slice(0, 9)].reduce((all, digit, at) => all + digit * (10 - at), 0) % 11);
  return (left === 11 ? 0 : left) === Number(digits[9]);
}

// What a column's head, or most of its values, look like. The first that fits is named.
const LOOKS = [
  ["name", /\b(name|forename|surname|firstname|lastname|initials|worker|carer|mother|father|parent)s?\b/,
    (value) => /^\p{Lu}[\p{Ll}'’-]+,? (\p{Lu}\.? )?\p{Lu}[\p{L}'’-]+$/u.test(value)],
  ["birth", /\b(dob|birth|born|birthday)\b/,
    (value) => /^(\d{1,2}[/.-]\d{1,2}[/.-](19|20)?\d{2}|(19|20)\d{2}[/.-]\d{1,2}[/.-]\d{1,2})(\D.*)?$/.test(value)],
  ["place", /\b(post ?code|address|street|house number|uprn)\b/, (value) => /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i.test(value)],
  ["number", /\b(nhs|upn|uln|ni|nino|mosaic|ssid|lcs|case|person|pupil|unique)\b.*\b(id|no|num|number|ref|reference)\b|^(nhs|upn|uln|uprn|nino)$/,
    (value) => isNhs(value) || /^[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]$/i.test(value) || /^[a-hj-km-np-z]\d{11}[a-z\d]$/i.test(value)],
  ["contact", /\b(e ?mail|phone|telephone|mobile)\b/, (value) => /^\S+@\S+\.\S+$/.test(value) || /^(\+44|0)[\d\s()-]{9,14}$/.test(value)],
];

/** Return what a column looks like that should not be here: "name", "birth", "place", "number", "contact", or "". */
function looksLike({ name, values }) {
  const head = name.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_\W]+/g, " ").toLowerCase().trim();
  const seen = values.filter((value) => !isBlank(value)).slice(0, SAMPLE);
  const isFew = (kind) => kind === "name" && seen.length < 30; // such as the names of twenty ethnic groups
  const byValues = ([kind, , fits]) => seen.length && !isFew(kind) && seen.filter(fits).length > seen.length / 2;
  return (LOOKS.find(([, heads]) => heads.test(head)) ?? LOOKS.find(byValues))?.[0] ?? "";
}

/** Return what the page is told of a column: its name, what it could be, and its values where they are few and not personal.

    A column with another value in each row, and no parts of numbers, looks like a number of a case, unless it says score. */
export function described(column) {
  const full = column.values.filter((value) => !isBlank(value));
  const numbers = numbersOf({ values: full }).filter((number) => !Number.isNaN(number));
  const isUnique = !/score|rank|risk|prob/i.test(column.name) && full.length === column.codes.length && full.length >= ALONE && numbers.every(Number.isInteger);
  const like = looksLike(column) || (isUnique ? "number" : "");
  const isScore = full.length > 2 && numbers.length > full.length / 2;
  const ends = isScore && !like ? [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))] : null;
  return { name: column.name, like, different: full.length, ends, values: !like && full.length <= MOST.groups ? full.sort() : null };
}

// What the names of columns say, in the order of the guesses, and what a column has to hold.
const GUESSES = [
  ["model", /\b(score|risk|probability|prediction|predicted|prob)\b/, ({ ends }) => ends],
  ["model", /\b(flag|flagged|alert|prediction|predicted)\b/, ({ values }) => values?.length > 1],
  ["outcome", /\b(outcome|label|target|actual|truth|happened|result|y|within)\b/, ({ values }) => values?.length],
  ["groups", /\b(group|ethnic|ethnicity|sex|gender|disability|disabled|area|religion|age band)\b/, ({ values }) => values?.length],
  ["household", /\b(household|family|hh|siblings?)\b/, ({ different }) => different],
  ["model", /./, ({ ends }) => ends],
  ["outcome", /./, ({ values }) => values?.length === 2],
];

/** Return which columns are what, by their names and by what they hold: places of columns, or -1. A guess to look at. */
export function guessed(columns) {
  const found = {};
  for (const [name, words, fits] of GUESSES) {
    const isFree = (at) => !Object.values(found).includes(at);
    found[name] ??= [...columns.keys()].find((at) => isFree(at) && words.test(columns[at].name.replace(/[_\W]+/g, " ").toLowerCase()) && fits(columns[at]));
  }
  return Object.fromEntries(Object.entries(found).map(([name, at]) => [name, at ?? -1]));
}

/** Return which of a column's values most likely mean yes. */
export const yesOf = (values) => values?.find((value) => YES.test(value)) ?? values?.find((value) => !NO.test(value)) ?? "";
