// The page /toolkit/numbers/: reads its boxes, shows what follows from them, and keeps the numbers in the address.
// Its words are in pages/templates/numbers.html. They go in as text; nothing is sent or stored. Loaded by site.js.
import { goTo, h, save } from "../sign/page.js";
import { copy, inEnglish, keyed, printAlone, put, tell } from "../sign/tools.js";
import { harmless } from "../table/csv.js";
import { drawn, file, png } from "./picture.js";
import { KNOWN, percent, ratesOf, solve, whole } from "./sums.js";

const place = document.querySelector("[data-numbers]");
const one = (selector, inside = place) => inside.querySelector(selector);
const all = (selector, inside = place) => [...inside.querySelectorAll(selector)];
const words = keyed(one("template[data-words]"));
const models = ["a", "b"];
const names = ["scored", ...KNOWN.counts, ...KNOWN.rates];
const shapes = all("[data-result=a] .tally path").map((path) => path.getAttribute("d").replace(/^M0 0/, ""));
const labels = all("[data-result=a] .tally li").map((line) => line.textContent.trim());
const two = one("#numbers-two");
const boxOf = (model, name) => one(`#numbers-${model}-${name}`);
let origin = "made-up";
let shown = [];

const say = (key, values = {}) => put(words.get(key), values);
const livedWords = () => all("[data-lived]").map((box) => box.value.trim());
const know = () => one("[name=know]:checked").value;
const chosen = () => (two.checked ? models : ["a"]);
const typed = (model) => Object.fromEntries(names.map((name) => [name, boxOf(model, name).value.trim()]));

/** Put the numbers of an address into the boxes, and say whether there were any. */
function take(fragment) {
  const given = new URLSearchParams(fragment);
  if (!names.some((name) => given.has(`a.${name}`))) return false;
  one(`#numbers-${given.get("know") === "counts" ? "counts" : "rates"}`).checked = true;
  two.checked = names.some((name) => given.has(`b.${name}`));
  for (const model of chosen()) for (const name of names) boxOf(model, name).value = (given.get(`${model}.${name}`) ?? "").slice(0, boxOf(model, name).maxLength);
  return true;
}

/** Return the numbers as they go into the address. */
function fragment() {
  const told = chosen().flatMap((model) => ["scored", ...KNOWN[know()]].map((name) => [`${model}.${name}`, typed(model)[name].replaceAll(",", "")]));
  return String(new URLSearchParams([["know", know()], ...told.filter(([, number]) => number)]));
}

/** Show a model's faults beside its boxes, each tied to all the boxes that it is about. */
function mark(model, faults) {
  for (const name of names) {
    const box = boxOf(model, name);
    const error = one(`#numbers-${model}-${name}-error`);
    const about = faults.find(({ fields }) => fields.includes(name));
    const own = faults.find(({ fields }) => fields[0] === name);
    error.textContent = own?.words ?? "";
    error.hidden = !own;
    box.closest(".ask").classList.toggle("ask--wrong", Boolean(about));
    const says = [box.dataset.hint, about && `numbers-${model}-${about.fields[0]}-error`].filter(Boolean).join(" ");
    for (const [attribute, value] of [["aria-invalid", about && "true"], ["aria-describedby", says]]) {
      if (value) box.setAttribute(attribute, value);
      else box.removeAttribute(attribute);
    }
  }
}

/** Return what follows from one model's boxes: the sentence, the numbers and the notes, or the faults. */
function result(model) {
  const texts = typed(model);
  const found = solve(know(), texts);
  const name = two.checked ? say(model === "a" ? "first" : "second") : "";
  if (found.faults) {
    return { model, name, faults: found.faults.map((each) => ({ ...each, words: say(each.key, each.values) })) };
  }
  const own = whole(found.groups, found.scored);
  const [right, wrong, missed, left] = own.counts;
  const { counts } = whole(found.groups, 1000n);
  const values = { scored: found.scored, outcome: right + missed, flagged: right + wrong, right, wrong, missed, left };
  const unseen = labels.filter((_, group) => found.groups[group].n && !counts[group]);
  const small = know() === "rates" && ["recall", "precision"].some((each) => /^0?\.\d*[1-9]/.test(texts[each]));
  const notes = [own.rounded && say("rounded"), found.scored !== 1000n && say("scaled"),
    unseen.length && say("unseen", { groups: unseen.join("; ") }), small && say("share")].filter(Boolean);
  return { model, name, own: own.counts, counts, rates: ratesOf(found.groups), says: say(right + wrong ? "says" : "says-none", values), notes };
}

/** Show one result: its sentence, its marks and what they mean. */
function show({ model, faults = [], counts, says, notes = [] }) {
  const section = one(`[data-result=${model}]`);
  const lived = livedWords();
  for (const head of [one("h2", section), one(`[data-model=${model}] legend`)]) head.textContent = two.checked ? head.dataset.name : head.dataset.alone;
  mark(model, faults);
  const told = faults.length ? say("no-picture", { why: faults[0].words }) : says;
  const line = one(".numbers__says", section);
  tell(line, told);
  one(`[data-model=${model}] [data-echo]`).textContent = told; // where somebody types, far below on a phone
  one("[data-notes]", section).textContent = notes.join(" ");
  one("[data-picture]", section).hidden = !counts;
  if (!counts) return;
  one("[data-marks]", section).replaceChildren(drawn(counts, shapes, line.id));
  all("[data-lives]", section).forEach((line, group) => { line.textContent = lived[group] && say("lives", { words: lived[group] }); });
  all("[data-count]", section).forEach((count, group) => { count.textContent = inEnglish(counts[group]); });
}

/** Return the table's heads and rows, as the page shows them and as they are copied. */
function table() {
  const own = shown.map(({ name }) => (name ? [say("number", { name }), say("of-thousand", { name })] : [say("one-number"), say("one-of-thousand")]));
  const lived = livedWords();
  const groups = labels.map((label, group) => [label, ...shown.flatMap((each) => [inEnglish(each.own[group]), String(each.counts[group])]), lived[group]]);
  const rates = KNOWN.rates.map((rate) => [say(rate), ...shown.flatMap(({ rates: each }) => [each[rate] ? `${percent(each[rate])}%` : say("no-rate"), ""]), ""]);
  return { heads: [say("group"), ...own.flat(), say("lived")], rows: [...groups, ...rates] };
}

function showTable() {
  one("[data-table-place]").hidden = !shown.length;
  const { heads, rows } = table();
  one("[data-head]").replaceChildren(h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head))));
  one("[data-rows]").replaceChildren(...rows.map(([head, ...cells]) => h("tr", {}, h("th", { scope: "row" }, head),
    cells.map((cell, number) => h("td", { "data-label": cell ? heads[number + 1] : false }, cell)))));
}

/** Say how the second differs from the first, and where they are not about the same children. */
function compare() {
  const line = one("[data-difference]");
  line.hidden = shown.length < 2;
  if (line.hidden) return;
  const [first, second] = shown;
  const differs = (group) => {
    const more = second.counts[group] - first.counts[group];
    return say(more > 0 ? "more" : more < 0 ? "fewer" : "same", { number: Math.abs(more) });
  };
  const [base, other] = shown.map(({ rates }) => `${percent(rates.base)}%`);
  tell(line, [say("compare", { right: differs(0), wrong: differs(1) }), base !== other && say("others", { first: base, second: other })].filter(Boolean).join(" "));
}

/** Set the sliders to what the boxes hold. */
function slide(model) {
  const [outcome, flagged, right, base] = ["outcome", "flagged", "right", "base"].map((name) => Number.parseFloat(boxOf(model, name).value.replaceAll(",", "")) || 0);
  Object.assign(boxOf(model, "right-slide"), { max: Math.min(outcome, flagged), value: right });
  boxOf(model, "base-slide").value = base;
}

function update() {
  for (const part of all("[data-know]")) part.hidden = part.dataset.know !== know();
  for (const part of all("[data-result=b], [data-model=b]")) part.hidden = !two.checked;
  const results = chosen().map(result);
  results.forEach(show);
  chosen().forEach(slide);
  shown = results.every(({ counts }) => counts) ? results : [];
  showTable();
  compare();
  one("[data-origin]").textContent = say(origin);
  one("[data-foot]").textContent = say("foot");
}

/** Fill the boxes of the other way of asking with what is known already. */
function translate() {
  const before = know() === "counts" ? "rates" : "counts";
  for (const model of chosen()) {
    const found = solve(before, typed(model));
    if (found.faults) continue;
    const [right, wrong, missed] = whole(found.groups, found.scored).counts;
    const rates = ratesOf(found.groups);
    const spare = rates.precision?.n ? "alarm" : "precision";
    const now = know() === "counts" ? { outcome: right + missed, flagged: right + wrong, right }
      : Object.fromEntries(KNOWN.rates.map((rate) => [rate, rate !== spare && rates[rate] ? percent(rates[rate], 2) : ""]));
    for (const [name, value] of Object.entries(now)) boxOf(model, name).value = value;
  }
}

const picture = () => file(say("title"), shown.map(({ name, says, counts, notes }) => ({
  name, says: [says, ...notes].join(" "), counts, legend: labels.map((label, group) => `${inEnglish(counts[group])} ${label}: ${livedWords()[group]}`),
})), shapes, [say(origin === "made-up" ? "made-up-short" : "unchecked"), say("foot")]);

const keep = (name, content) => { save(name, content); return say("saved", { file: name }); };
const copied = async (text) => say((await copy(text)) ? "copied" : "copy-failed");

const acts = {
  svg: () => keep("1000-children.svg", picture().text),
  png: () => png(picture()).then((blob) => keep("1000-children.png", blob), () => say("save-failed")),
  table: () => { const { heads, rows } = table(); return copied([heads, ...rows].map((row) => row.map((cell) => harmless(cell.replace(/\s+/g, " "))).join("\t")).join("\n")); },
  address: () => copied(new URL(`#${fragment()}`, location).href),
  print: () => { printAlone("numbers"); return ""; },
};

place.addEventListener("click", async ({ target }) => {
  const act = target.closest("[data-act]")?.dataset.act;
  if (act) one("[data-did]").textContent = shown.length ? await acts[act]() : say("nothing");
});

one("[data-form]").addEventListener("submit", (event) => event.preventDefault());
one("[data-tool]").addEventListener("input", ({ target }) => {
  if (target.name === "know") translate();
  if (target.dataset.slide) boxOf(target.closest("[data-model]").dataset.model, target.dataset.slide).value = target.value;
  if (target.dataset.box || target.dataset.slide) origin = "typed";
  update();
  if (!("lived" in target.dataset)) history.replaceState(null, "", `#${fragment()}`);
});
addEventListener("hashchange", () => {
  if (!take(location.hash.slice(1))) return;
  origin = all("[data-example]").some(({ dataset }) => `#${dataset.example}` === location.hash) ? "made-up" : "shared";
  update();
  goTo(one("[data-origin]"));
});

for (const head of all("[data-example]")) head.replaceChildren(h("a", { href: `#${head.dataset.example}` }, head.textContent));
// The first two examples stand in the boxes until a reader types.
take(all("[data-example]").slice(0, 2).map(({ dataset }, model) => dataset.example.replaceAll("a.", `${models[model]}.`)).join("&"));
two.checked = false;
if (take(location.hash.slice(1))) origin = "shared";
update();
one("[data-tool]").hidden = false;
place.dataset.ready = "";
