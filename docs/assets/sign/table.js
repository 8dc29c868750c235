// Interprets /api/record-rules.json: which fields a record has, what is wrong with a value, how a record is written.
// What needs other records, or knows names and authorities, is for `accord check`.
const whole = (pattern, value) => new RegExp(`^(?:${pattern})$`, "u").test(value);
const code = (sign) => `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
const escaped = (sign) => [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");

/** Return pasted text with accents in one part, plain single spaces, and nothing in it that can't be seen. */
export function mended({ characters: { nothing, spaces, alike } }, text) {
  const seen = text.normalize("NFC").replace(new RegExp(`[${nothing}]`, "gu"), "");
  const plain = [...seen].map((sign) => (Object.hasOwn(alike, sign) ? alike[sign] : sign)).join("");
  return plain.replace(new RegExp(`[${spaces}]+`, "gu"), " ").replace(/ {2,}/g, " ").replace(/^ +| +$/g, "");
}

/** Return the fields of an event in a file's order, those of each clause under their real names. */
export function fieldsOf(rules, event, clauses = []) {
  const specs = rules.fields.filter((spec) => spec.events.includes(event));
  const answers = specs.filter((spec) => spec.name.startsWith(rules.clause)); // grouped by clause
  const named = (spec, clause) => ({ ...spec, name: spec.name.replace(rules.clause, clause), clause });
  return specs.flatMap((spec) => {
    if (!spec.name.includes(rules.clause)) return [spec];
    if (!answers.includes(spec)) return clauses.map((clause) => named(spec, clause));
    return spec === answers[0] ? clauses.flatMap((clause) => answers.map((answer) => named(answer, clause))) : [];
  });
}

const clausesOf = (known, values) => known.versions.find((each) => each.version === values.version)?.clauses.map((clause) => clause.id) ?? [];

/** Return the record's text: the fields in their order, one a line. */
export function encode(known, values) {
  const order = fieldsOf(known.rules, values.event, clausesOf(known, values)).filter((spec) => values[spec.name]);
  return order.map(({ name }) => `${name}: "${values[name].replace(/[\\"]/g, "\\$&")}"\n`).join("");
}

/** Return the fields of a record's text; lines that are none are passed over. */
export const parse = (text) => Object.fromEntries([...text.matchAll(/^([a-z][a-z0-9_-]*): "(.*)"\r?$/gm)].map(([, name, value]) => [name, value.replace(/\\(["\\])/g, "$1")]));

/** Return what is wrong with a record by itself: `{ name, key, parts }` for each field. `meant` is the field corrected. */
export function judge(known, values, meant = null) {
  const { rules } = known;
  const faults = fieldsOf(rules, values.event, clausesOf(known, values)).flatMap((spec) => {
    const { name, needed = [], kinds, clause } = spec;
    const value = values[name] ?? "";
    if (kinds && !kinds.includes(values.kind)) return [];
    if (value) return wrong(rules, name === "value" && meant ? { ...meant, name } : spec, value) ?? [];
    if (name.endsWith("_why")) return values[clause] && values[clause] !== "kept" ? { name, key: "why" } : [];
    const asked = needed.includes(values.event);
    return asked ? { name, key: clause ? "unanswered" : "missing" } : [];
  });
  return [...faults, ...days(known, values)];
}

/** Return what is wrong with one value, or nothing. */
function wrong(rules, { name, form, limit, choices }, value) {
  const fault = (key, parts = {}) => ({ name, key, parts: { value: `“${value}”`, expected: rules.forms[form].expected, ...parts } });
  const signs = [...value];
  const odd = new RegExp(`[^${rules.characters.allowed}]`, "u");
  const strange = signs.findIndex((sign) => odd.test(sign));
  if (signs.length > limit) return fault("long", { length: signs.length.toLocaleString("en-GB"), limit: limit.toLocaleString("en-GB") });
  if (form === "url") return address(rules, value, fault);
  if (strange >= 0) {
    const around = signs.slice(Math.max(0, strange - 20), strange + 20).join("");
    return fault("character", { sign: `“${signs[strange]}”`, code: code(signs[strange]), number: strange + 1, around });
  }
  if (form === "choice") return choices.includes(value) ? null : fault("choice", { near: "", choices: choices.join(", ") });
  if (form === "day" ? !isDay(value) : !whole(rules.forms[form].pattern, value)) return fault(form === "day" ? "day" : "form");
  if (form === "slug" && (value.length > rules.limits.slug || rules.reserved.includes(value))) return fault("slug", { slug: `“${value}”` });
  const title = name === "role" && new RegExp(`^(?:${rules.words.title})`, "u").exec(value);
  if (title) return fault("title", { title: `“${title[1]}”` });
  if (whole(rules.words.own, name)) return null;
  if (new RegExp(rules.words.mail, "u").test(value)) return fault("mail");
  return value.includes("@") && !whole(rules.words.free, name) ? fault("at") : null;
}

function address(rules, value, fault) {
  const odd = rules.odd_addresses.find(({ pattern, flags }) => new RegExp(`^(?:${pattern})`, `u${flags}`).test(value));
  if (odd) return fault("odd", odd);
  const [sign] = (value.startsWith("https://") && new RegExp(`[^${rules.address}]`, "u").exec(value)) || [];
  if (sign) return fault("address", { sign: `“${sign}”`, code: code(sign), instead: escaped(sign) });
  if (!whole(rules.forms.url.pattern, value)) return fault("url");
  const host = value.split(/[/?#]/)[2].toLowerCase();
  return rules.inside.includes(host.split(".").at(-1)) ? fault("inside") : null;
}

/** Say whether a value is a day of the calendar, such as 2026-11-22. */
export function isDay(value) {
  const day = /^\d{4}-\d\d-\d\d$/.test(value) && !value.startsWith("0000") ? new Date(`${value}T00:00:00Z`) : new Date(NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Return what is wrong with the days of a record: a day to come, and what was decided or signed before it was there. */
function days(known, { date, decided, version: number }) {
  const version = known.versions.find((each) => each.version === number);
  const found = (name, key, parts = {}) => ({ name, key, parts: { number, released: version?.released, today: known.today, ...parts } });
  const faults = [];
  if (isDay(date)) {
    if (date > known.today) faults.push(found("date", "future", { day: date }));
    if (version && date < version.released) faults.push(found("date", "before"));
  }
  if (isDay(decided ?? "")) {
    if (version && decided < version.released) faults.push(found("decided", "decided-before"));
    if (isDay(date) && decided > date) faults.push(found("decided", "decided-after", { day: date }));
  }
  return faults;
}
