// The questions of the yearly review: an answer for every promise, with last year's beside it.
import { choice, radios } from "./fields-choice.js";
import { area, days, line } from "./fields-text.js";
import { parse } from "./record.js";
import { filePicker, h, inWords, link, plain, points } from "./page.js";
import { ANSWER, USE } from "./said-words.js";

const OPTIONS = (words) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** Return the questions: their elements, the fields by name, and what they answer. */
export function askReview(known, root) {
  const signing = known.history.filter((each) => each.event === "signed" && !each.erased).at(-1);
  const signed = known.versions.find((each) => each.version === signing?.values.version) ?? known.current;
  const last = known.history.filter((each) => each.event === "reviewed" && !each.erased).at(-1);
  const carriesOver = known.current.version.split(".")[0] === signed.version.split(".")[0];
  const offered = signed === known.current || !carriesOver ? [signed] : [signed, known.current];
  let version = signed;
  let answers = [];
  const answered = h("div", {});
  const fields = {
    role: line("role", { label: "Which office reports?", hint: "Never the name of a person. Up to 300 characters.", value: (last ?? signing)?.values.role ?? "" }),
    date: days("date", { label: "Date of the record", hint: "The day on which you make it: today.", value: known.today }),
    use_of_ml: radios("use_of_ml", { label: "How far is machine learning in use? (optional)", options: [...OPTIONS(USE), { value: "", label: "Leave this out" }], value: "" }),
    statement: area("statement", { label: "Statement (optional)", hint: "Shown as typed, on one line. Up to 2,000 characters." }),
    url: line("url", { label: "Page of the organisation about it (optional)", hint: "An address that starts with https://.", type: "url" }),
  };
  const ask = (number, kept = {}) => {
    version = offered.find((each) => each.version === number) ?? signed;
    answers = version.clauses.map((clause) => askClause(clause, last, kept));
    answered.replaceChildren(...answers.map((each) => each.node));
  };
  const which = choice("version", { label: "Which version do you report on?", hint: "Both hold the promises that you signed.", options: offered.map((each) => [each.version, `Version ${each.version}, of ${inWords(each.released)}`]), value: signed.version, changed: (number) => ask(number, current()) });
  const current = () => Object.fromEntries(answers.flatMap((each) => each.all.map((field) => [field.name, field.get()])));
  const fill = (values) => {
    ask(version.version, values);
    for (const name of ["role", "use_of_ml", "statement", "url"]) if (values[name]) fields[name].set(values[name]);
  };
  ask(signed.version);
  const node = h("div", {}, ...about(known, root, { signing, signed, carriesOver }), ...reload(known, last, fill),
    h("h3", {}, "Who reports"), fields.role.node, fields.date.node, offered.length > 1 ? which.node : null,
    h("h3", {}, "Promise by promise"), h("p", {}, "“Not yet”, with a reason, is a good answer. An answer that is not true breaks the promise."), answered,
    h("h3", {}, "The year as a whole"), fields.use_of_ml.node, fields.statement.node, fields.url.node);
  return {
    node,
    get fields() { return { ...fields, version: which, ...Object.fromEntries(answers.flatMap((each) => each.all.map((field) => [field.name, field]))) }; },
    get clauses() { return version; },
    alias: (name) => name,
    answers: () => ({
      values: {
        signatory: known.signatory, date: fields.date.get(), role: fields.role.get(), version: version.version, digest: version.digest,
        use_of_ml: fields.use_of_ml.get(), ...current(), statement: fields.statement.get(), url: fields.url.get(),
      },
      faults: answers.filter((each) => !each.all[0].get()).map((each) => ({ name: each.all[0].name, words: "Say how far this promise is kept.", instead: [] })),
    }),
  };
}

/** Return the questions of one clause, in one group. */
function askClause(clause, last, kept) {
  const before = last?.values[clause.id];
  const why = area(`${clause.id}_why`, { label: `${clause.label}: why, and what comes next`, hint: "Needed unless the promise is kept. Public. Up to 2,000 characters.", rows: 3, value: kept[`${clause.id}_why`] ?? "" });
  const evidence = line(`${clause.id}_evidence`, { label: `${clause.label}: a public page that shows it (optional)`, hint: "An address that starts with https://.", type: "url", value: kept[`${clause.id}_evidence`] ?? "" });
  const hint = h("span", {}, plain(clause.words), before ? h("span", { class: "ask__before" }, ` Last time, on ${inWords(last.date)}: ${ANSWER[before]}.${last.values[`${clause.id}_why`] ? ` “${last.values[`${clause.id}_why`]}”` : ""}`) : null);
  const answer = radios(clause.id, { label: clause.label, hint, options: OPTIONS(ANSWER), value: kept[clause.id] ?? "", tight: true });
  return { node: h("div", { class: "ask__clause" }, answer.node, why.node, evidence.node), all: [answer, why, evidence] };
}

/** Return what was signed, and what has changed since. */
function about(known, root, { signing, signed, carriesOver }) {
  if (!signing) return [h("p", { class: "ask__note" }, "We found no signing of this organisation that could be reviewed. Sign first.")];
  const changed = link(new URL(`commitment/changes/${signed.version}/`, root), `what changed since version ${signed.version}`);
  const words = h("p", {}, `Signed on ${inWords(signing.date)}: version ${signed.version}. `);
  if (signed === known.current) return [h("div", { class: "panel" }, words, h("p", {}, "The promises have not changed since."))];
  const old = new Map(signed.clauses.map((clause) => [clause.id, clause]));
  const now = new Map(known.current.clauses.map((clause) => [clause.id, clause]));
  const rows = [
    ...known.current.clauses.filter((each) => !old.has(each.id)).map((each) => `${each.label} is new.`),
    ...known.current.clauses.filter((each) => old.has(each.id) && old.get(each.id).digest !== each.digest).map((each) => `${each.label} has other words.`),
    ...signed.clauses.filter((each) => !now.has(each.id)).map((each) => `${each.label} is gone.`),
  ];
  const again = carriesOver ? null : h("p", {}, `The promises have changed in substance. Your review is of what you signed. Think about `, link(`?event=signed&signatory=${known.signatory}`, "signing again"), ".");
  return [h("div", { class: "panel" }, words, h("p", {}, `The current version is ${known.current.version}. See `, changed, "."), rows.length ? points(rows) : null, again)];
}

/** Return the ways to start from last year's answers: from the register, or from a file. */
function reload(known, last, fill) {
  const says = h("p", { role: "status", class: "ask__note" });
  const fromFile = async (file) => {
    const { fields } = parse(known.rules, new TextDecoder().decode(await file.arrayBuffer()));
    const values = Object.fromEntries((fields ?? []).map((each) => [each.name, each.value]));
    if (values.event !== "reviewed") {
      says.textContent = "This file is not the record of a review. Choose a file whose name ends in -reviewed.yml.";
      return;
    }
    fill(values);
    says.textContent = `The answers of ${values.date ? inWords(values.date) : "the file"} are filled in. Change what is no longer so.`;
  };
  const pick = filePicker("q-file", fromFile, { accept: ".yml,.txt" });
  const use = last ? h("p", {}, h("button", { type: "button", class: "button--second", onclick: () => { fill(last.values); says.textContent = `The answers of ${inWords(last.date)} are filled in. Change what is no longer so.`; } }, `Start from the review of ${inWords(last.date)}`)) : null;
  return [h("h3", {}, "Last year’s answers"), use,
    h("div", { class: "ask" }, h("label", { for: "q-file" }, last ? "Or start from a file that you kept" : "Start from a file that you kept (optional)"),
      h("p", { class: "ask__hint" }, "A review that you saved, finished or not. The file stays on your computer."), pick), says];
}

