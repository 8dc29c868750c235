// The page /toolkit/numbers/results/: asks for a file, says what looks personal in it, and shows what its rows come to.
// The rows are in worker.js and nowhere else. The words are in pages/templates/results.html. Loaded by ../../site.js.
import { goTo, h } from "../../sign/page.js";
import { keyed, put, tell } from "../../sign/tools.js";
import { protect } from "./hide.js";
import { answers, csv, word } from "./keep.js";
import * as show from "./show.js";

const place = document.querySelector("[data-own-results]");
const one = (selector, inside = place) => inside.querySelector(selector);
const words = keyed(one("template[data-words]"));
const root = new URL(place.dataset.root, location.href);
const box = (name) => one(`#results-${name}`);
const NONE = "-1";
const PARTED = 9; // columns of the published table that are counts; the others are rates
let worker = null;
let table = null; // what the worker told of the columns
let result = null; // what it counted last, with the settings it was asked by
let [isBusy, isStale] = [false, false];

const say = (key, values = {}) => put(words.get(key), values);
const inform = (text) => tell(one("[data-says]"), text);

/** Ask the worker. Resolves with its answer, or with null where the table was cleared meanwhile. */
function ask(question) {
  const own = worker;
  const { port1: here, port2: there } = new MessageChannel();
  return new Promise((resolve) => {
    const done = (answer) => resolve(own === worker ? answer : null);
    here.onmessage = ({ data }) => done(data);
    own.onerror = () => done({ fault: "no-worker" });
    own.postMessage(question, [there]);
  });
}

function clear() {
  worker?.terminate();
  [worker, table, result, isBusy, isStale] = [null, null, null, false, false];
  for (const part of ["warning", "form", "answer"]) one(`[data-${part}]`).hidden = true;
  for (const own of place.querySelectorAll("[data-table]")) fill(own.dataset.table, []);
  one("[data-personal]").replaceChildren();
  for (const list of place.querySelectorAll("select:not([data-fixed])")) list.replaceChildren();
  one('[data-act="clear"]').hidden = true;
  inform("");
}

/** Read a file: `name` is what it is called in words. */
async function load(file, name) {
  clear();
  inform(say("reading", { name }));
  worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  const answer = await ask({ ask: "load", file, nameless: say("nameless") });
  if (!answer) return;
  if (answer.fault) {
    clear();
    return inform(say(`fault-${answer.fault}`, { name }));
  }
  table = answer;
  one('[data-act="clear"]').hidden = false;
  inform([say("read", { name, rows: table.rows, columns: table.columns.length }), ...table.notes.map((note) => say(note, { rows: table.ragged }))].join(" "));
  const personal = table.columns.filter(({ like }) => like);
  one("[data-personal]").append(...personal.map(({ name: column, like }) => h("li", {}, say("looks", { column, like: say(`like-${like}`) }))));
  one("[data-warning]").hidden = !personal.length;
  if (personal.length) goTo(one("[data-warning] h2"));
  else start();
}

const options = (list, all, chosen) => list.replaceChildren(...all.map(([value, text]) => new Option(text, value, false, value === chosen)));
const columnNow = (name) => table.columns[Number(box(name).value)];

/** Offer the columns, with a guess chosen. What looks personal is offered for households only, where nothing of it is shown. */
function start() {
  one("[data-warning]").hidden = true;
  const { guess, columns } = table;
  const hasValues = ({ values }) => values?.length;
  const fits = { model: ({ like, different }) => !like && different, outcome: hasValues, groups: hasValues, household: () => true };
  for (const [name, fit] of Object.entries(fits)) {
    const own = columns.map((each, at) => [String(at), each.name, each]).filter(([, , each]) => fit(each));
    options(box(name), [[NONE, say(name === "model" || name === "outcome" ? "choose" : "no-column")], ...own], String(guess[name]));
  }
  choose();
  one("[data-form]").hidden = false;
  goTo(one("[data-form] h2"));
  count();
}

/** Offer the values of the chosen columns. */
function choose(changed = ["model", "outcome"]) {
  const model = columnNow("model");
  const isScore = Boolean(model?.ends);
  for (const [column, list] of [["model", "flag"], ["outcome", "happened"]]) {
    const { values, yes } = columnNow(column) ?? {};
    if (changed.includes(column)) options(box(list), ["", ...(values ?? [])].map((value) => [value, value || say("no-value")]), yes);
  }
  if (changed.includes("model")) box("threshold").value = "";
  one("[data-scores]").hidden = !isScore;
  one("[data-flags]").hidden = isScore || !model;
  if (isScore) one("#results-threshold-hint").textContent = say("scores", { low: show.plain(model.ends[0]), high: show.plain(model.ends[1]) });
}

const number = (name, least, most) => Math.min(most, Math.max(least, Math.round(Number(box(name).value)) || 0));

function settings() {
  const at = (name) => Number(box(name).value);
  const isScore = Boolean(columnNow("model")?.ends);
  return { model: at("model"), flag: isScore ? null : box("flag").value, outcome: at("outcome"), happened: box("happened").value, groups: at("groups"), household: at("household"),
    typed: box("threshold").value.trim(), about: Number(box("about").value || NONE) };
}

/** Count, one question at a time: what changed meanwhile is asked when the answer is there. */
async function count() {
  isStale = isBusy;
  if (isBusy) return null;
  const now = settings();
  if (now.model < 0 || now.outcome < 0) return fail("columns");
  if (!columnNow("model").ends && !columnNow("model").values) return fail("flag");
  isBusy = true;
  const answer = await ask({ ask: "count", ...now });
  if (!answer) return null; // the table was cleared, and another may be counted by now
  isBusy = false;
  if (isStale) return count();
  if (answer.fault) return fail(answer.fault);
  result = answer;
  if (!now.typed && now.flag === null) box("threshold").value = show.plain(answer.threshold);
  return view();
}

function fail(fault) {
  result = null;
  one("[data-answer]").hidden = true;
  inform(say(`fault-${fault}`));
}

/** Fill the body of a table. Its heads are in the page. Only what differs from before is written. */
function fill(name, rows) {
  const own = one(`[data-table="${name}"]`);
  const body = one("tbody", own);
  own.hidden = !rows.length;
  if (body.rows.length !== rows.length) {
    const heads = [...own.tHead.rows[0].cells].map((head) => head.textContent);
    body.replaceChildren(...rows.map(() => h("tr", {}, heads.map((head, at) => (at ? h("td", { "data-label": head }) : h("th", { scope: "row" }))))));
  }
  rows.forEach((row, at) => row.forEach((text, place) => tell(body.rows[at].cells[place], text)));
}

/** Offer the groups to look at and to compare with, the largest first chosen. */
function offerGroups() {
  const names = result.groups.map((each, at) => [String(at), show.nameOf(say, each)]);
  const sizes = result.groups.map(({ counts }) => counts.reduce((a, b) => a + b, 0));
  const largest = sizes.indexOf(Math.max(...sizes));
  const key = JSON.stringify(names);
  if (box("base").dataset.for === key && box("base").options.length) return;
  box("base").dataset.for = key;
  options(box("base"), names, String(largest));
  options(box("about"), [[NONE, say("everyone")], ...names], NONE);
}

const least = () => number("least", 1, 10_000);
const most = () => number("most", 0, 1_000);
const published = () => show.published(say, result, least(), protect(result.groups.length ? result.groups : [result.whole], most()).slice(result.groups.length ? 0 : 1));

function sentence() {
  const [right, wrong, missed, left] = result.whole.counts;
  return say(right + wrong ? "says" : "says-none", { scored: right + wrong + missed + left, outcome: right + missed, flagged: right + wrong, right, wrong, missed, left });
}

function notes() {
  const { missing, households, whole, groups } = result;
  const [right, wrong, missed, left] = whole.counts;
  const { flag } = settings();
  return [
    missing.score && say("no-score", { rows: missing.score }),
    missing.outcome && say("no-outcome", { rows: missing.outcome }),
    !(right + missed) && say("no-class"),
    !(wrong + left) && say("one-class"),
    households !== null && say("housed", { households, children: right + wrong + missed + left }),
    !groups.length && say("no-groups"),
    flag !== null && say("no-scores"),
  ].filter(Boolean);
}

function view() {
  offerGroups();
  one("[data-answer]").hidden = false;
  inform(sentence());
  one("[data-sentence]").textContent = sentence();
  one("[data-notes]").replaceChildren(...notes().map((note) => h("li", {}, note)));
  one("[data-grouped]").hidden = result.groups.length < 2;
  one("[data-scored]").hidden = !result.tenths;
  fill("counts", show.counts(say, result));
  fill("rates", show.rates(say, result, least()));
  fill("compared", show.compared(say, result, Number(box("base").value), box("rate").value, least()));
  fill("tenths", show.tenths(say, result, least()));
  fill("along", show.along(say, result, least()));
  const safe = published();
  fill("published", safe.map((row) => row.slice(0, PARTED)));
  fill("published-rates", safe.map(([name, ...row]) => [name, ...row.slice(PARTED - 1)]));
  one("[data-rule]").textContent = say("rule", { most: most() });
}

const heads = () => ["published", "published-rates"].flatMap((name, at) => [...place.querySelectorAll(`[data-table="${name}"] thead th`)].slice(at)).map((head) => head.textContent);
const about = () => [say("about", { threshold: settings().flag === null ? say("at-or-above", { column: columnNow("model").name, value: box("threshold").value }) : say("flag-is", { column: columnNow("model").name, value: box("flag").value }),
  outcome: say("flag-is", { column: columnNow("outcome").name, value: box("happened").value }) }), say("rule", { most: most() }), say("ranges", { least: least() })];

/** Return what the worksheets ask for, each under its id: the counts, the rates, and the groups. */
function facts() {
  const [names, rows] = [heads(), published()];
  const line = (row, columns) => `${row[0]}. ${columns.map((at) => `${names[at]}: ${row[at]}`).join("; ")}.`;
  return {
    "data-acquisition-6": [say("fact-data"), ...rows.toReversed().map((row) => line(row, [1, 2, 8]))],
    "modelling-3": [say("fact-groups"), ...rows.slice(0, -1).map((row) => line(row, [3, 9, 10, 11])), ...about()],
    "modelling-5": [say("fact-errors"), line(rows.at(-1), [...names.keys()].slice(1)), ...about()],
  };
}

const paper = () => ({ title: say("title"), summary: say("summary"), author: say("author"), heads: heads(), rows: published(), notes: [...about(), say("foot")],
  parts: [{ caption: say("part-counts"), columns: [...Array(PARTED).keys()] }, { caption: say("part-rates"), columns: [0, PARTED, PARTED + 1, PARTED + 2] }] });

const acts = {
  start,
  clear: () => { clear(); goTo(one("[data-load]")); inform(say("cleared")); },
  csv: () => { csv(`${say("file")}.csv`, heads(), published(), [...about(), say("foot")]); return say("saved", { file: `${say("file")}.csv` }); },
  word: () => word(`${say("file")}.docx`, paper()).then(() => say("saved", { file: `${say("file")}.docx` }), () => say("save-failed")),
  answers: () => answers(root, facts(), say("fact-more")).then((file) => say("saved-answers", { file }), () => say("save-failed")),
  example: async () => {
    const found = await fetch(new URL(one('[data-act="example"]').dataset.file, location.href)).catch(() => null);
    if (found?.ok) await load(await found.blob(), say("made-up"));
    else inform(say("fault-example"));
  },
};

place.addEventListener("click", async ({ target }) => {
  const act = target.closest("[data-act]")?.dataset.act;
  const said = act && await acts[act]();
  if (said) one("[data-did]").textContent = said;
});
box("file").addEventListener("change", ({ target }) => {
  const [file] = target.files;
  if (file) load(file, file.name);
  target.value = "";
});
one("[data-form]").addEventListener("submit", (event) => event.preventDefault());
place.addEventListener("input", ({ target }) => {
  if (!table || target === box("file")) return;
  one("[data-did]").textContent = "";
  const name = target.id.replace("results-", "");
  if (["model", "outcome"].includes(name)) choose([name]);
  if (["least", "most", "base", "rate"].includes(name)) { if (result) view(); } else count();
});
one("[data-tool]").hidden = false;
place.dataset.ready = "";
