// What each event asks: its part of the page filled in from what is known, and how answers become a record's values.
// A form is `{ node, asked, values, faults, alias, fill, meant }`; where nothing can be asked it is `{ stop }`.
import { questions, unfold } from "./ask.js";
import { h, inWords } from "./page.js";
import { listed, part, say } from "./parts.js";
import { fieldsOf, isDay, mended } from "./table.js";
import { find, gone, offered, slugOf, unclear } from "./who.js";

const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
const option = (value, words) => h("option", { value }, words);
/** Return the words of a clause without its marks of bold and italic. */
const plain = (words) => words.replace(/\*\*([^*]+)\*\*|\*([^*]+)\*/g, (_, bold, italic) => bold ?? italic);
const clauseParts = (clause) => ({ id: clause.id, label: clause.label, title: say(clause.digest), words: plain(clause.words) });
const newest = (history, event) => history.findLast((each) => each.event === event && each.fields && !each.waiting);
const versionOf = (known, record) => known.versions.find((each) => each.version === record?.values.version);
const major = (version) => version.version.split(".")[0];

/** Return a form whose answers are its record's fields. What `more` has comes on top. */
function form(known, event, values, more = {}) {
  const node = more.node ?? part(event, values);
  const asked = questions(node.querySelector("form"));
  const date = asked.get("date");
  const dated = () => { node.querySelector("[data-dated]").textContent = isDay(date.get()) ? date.shown() : date.get(); };
  date.set(known.today);
  date.node.addEventListener("change", dated);
  dated();
  /** Fill the form in from a record's values. What is folded and has an answer now is opened, so that it is looked at. */
  const fill = (kept) => {
    for (const [name, value] of Object.entries(kept)) {
      const each = name === "date" ? null : asked.get(name);
      each?.set(value);
      if (value && each) unfold(each.node);
    }
    node.querySelector("form").dispatchEvent(new Event("change", { bubbles: true }));
  };
  return { node, asked, fill, values: (answers) => answers, faults: () => [], alias: (name) => name, meant: () => null, ...more };
}

async function signed(known, who, history) {
  const { authorities, current, rules } = known;
  const last = newest(history, "signed");
  const same = await known.isSame(current);
  if (same === false) return { stop: say("other-text") };
  const node = part("signed", {
    ...who, same, title: say("title-signed"), version: current.version, released: inWords(current.released),
    before: last?.values.version, day: last && inWords(last.date), newer: last && last.values.version !== current.version,
  });
  node.querySelector("[data-promises]").append(...current.clauses.map((clause) => part("promise", clauseParts(clause))));
  const there = authorities.filter((each) => !each.until || known.today < each.until);
  node.querySelector("datalist").append(...offered(there).map((name) => option(name)));
  const made = form(known, "signed", {}, { node });
  const { asked } = made;
  const get = (name) => asked.get(name).get();
  const isOwn = () => get("kind") === "local-authority";
  const meant = (typed) => find(rules, authorities, typed, get("date") || known.today);
  const councils = () => lines(get(isOwn() ? "council" : "served")).map((typed) => ({ typed, found: meant(typed) }));
  const sure = () => councils().flatMap(({ found }) => (found.length === 1 ? found : []));
  const slug = () => (isOwn() ? sure()[0]?.slug ?? "" : get("signatory") || slugOf(get("organisation")));
  const wrong = () => councils().map(({ typed, found }) => unclear(rules, authorities, found, typed) || gone(authorities, found[0], get("date"))
    || (found[0].code ? "" : say("codeless", found[0]))).find(Boolean);
  const note = node.querySelector("[data-note]");
  const show = async ({ target }) => {
    if (target === asked.get("council").focus && sure().length) asked.get("council").set(sure()[0].name);
    for (const each of node.querySelectorAll("[data-for]")) each.hidden = !each.dataset.for.split(" ").includes(get("kind"));
    const own = slug();
    const told = [listed(sure().map(({ name, code }) => (code ? `${name} (${code})` : name)), "and"), wrong()].filter(Boolean).join(". ");
    node.querySelector("[data-short]").textContent = own;
    note.textContent = told;
    const register = own && own !== who?.slug ? await known.register().catch(() => []) : [];
    if (own === slug() && register.some((each) => each.slug === own)) note.textContent = `${told} ${say("known")}`;
  };
  node.addEventListener("change", show);
  const fill = (kept) => {
    const own = authorities.find((each) => each.slug === kept.signatory);
    const of = (kept.ons_code ?? "").split(", ").map((code) => authorities.find((each) => each.code === code)?.name);
    made.fill({ ...kept, ...(own ? { council: own.name } : { served: of.filter(Boolean).join("\n") }) });
  };
  if (who) fill({ kind: who.kind || "local-authority", signatory: who.slug, organisation: who.name, ...last?.values, decided: "", decision_url: "" });
  return {
    ...made, fill,
    name: () => (isOwn() ? sure()[0]?.name ?? "" : get("organisation")),
    values: (answers) => ({
      ...answers, signatory: slug(), version: current.version, digest: current.digest,
      ons_code: councils().map(({ found }) => found[0]?.code).join(", "),
    }),
    faults: () => (["local-authority", "childrens-trust"].includes(get("kind")) && wrong() ? [{ name: isOwn() ? "council" : "served", words: wrong() }] : []),
    alias: (name, key) => {
      if (name === "signatory" && key === "missing") return { "": "kind", "local-authority": "council" }[get("kind")] ?? "organisation";
      return name === "ons_code" ? (isOwn() ? "council" : "served") : name;
    },
  };
}

async function reviewed(known, who, history) {
  const signing = newest(history, "signed");
  const last = newest(history, "reviewed");
  if (!signing) return { stop: say("unsigned") };
  const before = versionOf(known, signing) ?? known.current;
  const carries = major(before) === major(known.current);
  const version = carries ? known.current : before;
  const node = part("reviewed", {
    ...who, title: say("title-reviewed"), version: version.version, before: before.version, day: inWords(signing.date),
    newer: before !== known.current, again: !carries, last: last && inWords(last.date),
  });
  const old = new Map(versionOf(known, last)?.clauses.map((clause) => [clause.id, clause.digest]));
  node.querySelector("[data-clauses]").append(...version.clauses.map((clause) => part("clause", {
    ...clauseParts(clause), last: last?.values[clause.id] && inWords(last.date), reworded: old.get(clause.id) !== clause.digest,
  })));
  const made = form(known, "reviewed", {}, { node });
  node.addEventListener("change", ({ target }) => {
    target.closest?.(".ask__clause")?.querySelector(".ask__before")?.remove();
    for (const each of node.querySelectorAll("[data-more]")) each.hidden = !each.parentElement.querySelector("input:checked");
  });
  made.fill({ role: signing.values.role, ...last?.values });
  return { ...made, values: (answers) => ({ ...answers, version: version.version, digest: version.digest }) };
}

/** Return the fields of a record that a correction may name. A council's code is the list's. */
function correctable(known, record) {
  const { event, values } = record;
  const clauses = versionOf(known, record)?.clauses.map((clause) => clause.id);
  const serves = (kinds) => !kinds || (kinds.includes(values.kind) && values.kind !== "local-authority");
  return fieldsOf(known.rules, event, clauses).filter((spec) => spec.correctable && serves(spec.kinds));
}

/** Return the question that asked for a record's field when it was made. */
function asking(known, record, { name, clause }) {
  const meant = clause && versionOf(known, record).clauses.find((each) => each.id === clause);
  const values = { released: inWords(known.current.released) };
  const from = clause ? part("clause", clauseParts(meant)) : part(record.event, values);
  return from.querySelector(`[data-ask="${name === "ons_code" ? "served" : name}"]`);
}

function corrected(known, who, history) {
  const records = history.filter((each) => each.fields && !each.waiting && correctable(known, each).length);
  if (!records.length) return { stop: say("uncorrectable") };
  const made = form(known, "corrected", { ...who, title: say("title-corrected") });
  const { asked, node } = made;
  const [target, field] = ["target", "field"].map((name) => asked.get(name).focus);
  const record = () => records.find((each) => each.digest === target.value);
  const spec = () => record() && correctable(known, record()).find((each) => each.name === field.value);
  const named = (code) => known.authorities.find((each) => each.code === code)?.name ?? code;
  const title = ({ event, date, file }) => {
    const [, number] = /-(\d+)\.yml$/.exec(file) ?? []; // of a second one on a day
    return `${say(`record-${event}`, { day: inWords(date) })}${number ? ` (${number})` : ""}`;
  };
  target.append(...records.map((each) => option(each.digest, title(each))));
  const asks = (each) => asking(known, record(), each).querySelector("legend, label").textContent;
  const showFields = () => {
    const rows = record() ? correctable(known, record()) : [];
    field.replaceChildren(field.options[0], ...rows.map((each) => option(each.name, asks(each))));
    showValue();
  };
  const showValue = () => {
    asked.delete("value");
    node.querySelector("[data-value]").replaceChildren();
    if (!spec()) return;
    const again = asking(known, record(), spec());
    again.dataset.ask = "value";
    node.querySelector("[data-value]").append(again);
    const [[, value]] = questions(node.querySelector("[data-value]"));
    const now = record().values[spec().name] ?? "";
    value.set(spec().name === "ons_code" ? now.split(", ").map(named).join("\n") : now);
    asked.set("value", value);
  };
  target.addEventListener("change", showFields);
  field.addEventListener("change", showValue);
  const code = (typed) => find(known.rules, known.authorities, typed, record().date)[0]?.code ?? typed;
  const codes = () => lines(asked.get("value").get()).map(code).join(", ");
  return {
    ...made, meant: spec,
    fill: (kept) => {
      target.value = kept.target ?? "";
      showFields();
      field.value = kept.field ?? "";
      showValue();
      made.fill(kept);
    },
    values: (answers) => ({ ...answers, ...(spec()?.name === "ons_code" ? { value: codes() } : {}) }),
  };
}

function withdrawn(known, who, history) {
  const made = form(known, "withdrawn", { ...who, title: say("title-withdrawn") });
  made.fill({ role: history.findLast((each) => each.values?.role)?.values.role ?? "" });
  return made;
}

async function succeeded(known, who) {
  const title = say("title-succeeded");
  if (known.authorities.some((each) => each.slug === who.slug)) return { node: part("handed-on", { title }) };
  const others = (await known.register()).filter(({ slug, confirmed }) => confirmed === "yes" && slug !== who.slug);
  const heirs = [...known.authorities, ...others.filter((each) => !known.authorities.some(({ slug }) => slug === each.slug))];
  const made = form(known, "succeeded", { ...who, title });
  const typed = () => mended(known.rules, made.asked.get("successor").get());
  const day = () => made.asked.get("date").get();
  const heir = () => find(known.rules, heirs, typed(), day());
  const wrong = () => typed() && (unclear(known.rules, heirs, heir(), typed()) || gone(known.authorities, heir()[0], day()));
  const note = made.node.querySelector("[data-note]");
  made.node.addEventListener("change", () => { note.textContent = wrong() || (heir()[0]?.name ?? ""); });
  made.node.querySelector("datalist").append(...offered(heirs).map((name) => option(name)));
  return {
    ...made,
    fill: (kept) => made.fill({ ...kept, successor: heirs.find((each) => each.slug === kept.successor)?.name ?? "" }),
    values: (answers) => ({ ...answers, successor: heir().length === 1 ? heir()[0].slug : "" }),
    faults: () => (wrong() ? [{ name: "successor", words: wrong() }] : []),
  };
}

export const EVENTS = { signed, reviewed, corrected, withdrawn, succeeded };
