// The part of the worksheets' own page that compares two files and makes one of them. Loaded by ../site.js.
import { h, save } from "../sign/page.js";
import { nameOf, textOf } from "./book.js";
import { carried, carryOn } from "./carry.js";
import { FATES, difference } from "./compare.js";
import { open } from "./judge.js";
import { load, toRead } from "./load.js";
import { both, merged } from "./merge.js";
import { problemList } from "./report.js";

const NAMES = { state: "Where it stands", notes: "Words", evidence: "Evidence", role: "Who", by: "By when" };
const KEEPS = { old: "The first", now: "The second", both: "Both, one below the other" };
const place = document.querySelector("[data-compare]");
const says = place.querySelector("[data-says]");
const shown = place.querySelector("[data-differences]");

function start(known) {
  const { compared: said } = known.rules;
  const files = { old: null, new: null };

  const field = ([block, name]) => known.schema.properties[block].properties[name].description;
  const label = (id) => known.items[id]?.label ?? known.past.retired[id]?.words.split("\n")[0] ?? field(id.split("/"));
  const words = (id, name, value) => {
    const choices = { "decision/answer": known.rules.decisions, "project/use_of_ml": known.rules.uses }[id];
    const named = { state: known.states[(known.items[id] ?? known.past.retired[id])?.kind], role: known.roles }[name];
    return (choices ?? named)?.[value] ?? value;
  };
  /** Return the choice of what to keep where both files differ: by default both, or the second. */
  const choice = ({ place: id }) => {
    const chosen = both(known, id, files.old, files.new) === null ? "now" : "both";
    const option = (value) => h("div", { class: "ask__option" },
      h("input", { type: "radio", name: `keep-${id}`, id: `keep-${id}-${value}`, value, checked: value === chosen }), h("label", { for: `keep-${id}-${value}` }, KEEPS[value]));
    return h("fieldset", { class: "item" }, h("legend", {}, `Which to keep: ${label(id)}`), ["old", "now", ...(chosen === "both" ? ["both"] : [])].map(option));
  };
  /** Return a value of one file: marked as the first or the second where they differ, and plain where one alone has it. */
  const told = (each, name, value, tag, which) =>
    (value ? h("p", {}, each.fate === "changed" ? h(tag, {}, h("span", { class: "visually-hidden" }, which), words(each.place, name, value)) : words(each.place, name, value)) : null);
  const row = (each) => h("li", {}, h("p", {}, h("strong", {}, label(each.place)), ` ${said[each.fate]}`),
    each.fate === "changed" && each.fields.some(([name]) => name === "asked") ? h("p", {}, "Each answers other words: the question was reworded.") : null,
    each.fields.filter(([name]) => name !== "asked").map(([name, old, now]) => h("div", { class: "difference" }, name ? h("p", {}, `${NAMES[name]}:`) : null,
      told(each, name, old, "del", "First file: "), told(each, name, now, "ins", "Second file: "))),
    each.fate === "changed" ? choice(each) : null);

  /** Save both files as one, as it was chosen. */
  const take = () => {
    const kept = (id) => shown.querySelector(`input[name="keep-${id}"]:checked`)?.value ?? "now"; // where they agree, either
    const text = textOf(merged(known, files.old, files.new, kept), known);
    const { file, problems } = open(known, new TextEncoder().encode(text));
    if (file) save(nameOf(file), text);
    says.textContent = file ? `Saved as ${nameOf(file)}, with all that only one of the two files holds.` : `The files can’t become one. ${problems[0].wrong} ${problems[0].cure}`;
  };

  const show = () => {
    if (!files.old || !files.new) return;
    const found = difference(files.old, files.new);
    const counts = Object.fromEntries(FATES.map((fate) => [fate, found.filter((each) => each.fate === fate).length]));
    const same = counts.same === found.length;
    says.textContent = same ? said.same : said.counts.replace(/\{([a-z]+)\}/g, (_, name) => counts[name]);
    shown.replaceChildren(...(same ? [] : [h("ul", {}, found.filter((each) => each.fate !== "same").map(row)), h("button", { type: "button", onclick: take }, "Save both as one file")]));
  };

  for (const which of ["old", "new"]) {
    const input = place.querySelector(`#compare-${which}`);
    input.addEventListener("change", async () => {
      const [chosen] = input.files;
      if (!chosen) return;
      await toRead(known);
      const bytes = chosen.size > known.rules.limits.bytes ? new Uint8Array(known.rules.limits.bytes + 1) : new Uint8Array(await chosen.arrayBuffer());
      const { file, problems } = open(known, bytes);
      files[which] = file;
      says.textContent = problems.length ? `${chosen.name} can’t be compared.` : `${chosen.name} is read.`;
      shown.replaceChildren(...(problems.length ? problemList(problems).filter(Boolean) : []));
      show();
    });
  }
  place.querySelector("[data-compare-body]").hidden = false;
}

/** Hold what somebody brought along from a sheet until they choose the next one. */
function hold(known, text) {
  const isCarried = carryOn(known, () => text);
  addEventListener("beforeunload", (leaving) => { if (!isCarried()) leaving.preventDefault(); });
  says.textContent = "Your answers are with you. Choose the next sheet above.";
}

const brought = carried();
try {
  const known = await load(new URL(place.dataset.root, location));
  if (brought !== null) hold(known, brought);
  start(known);
} catch {
  says.textContent = "The page could not be loaded. Open it again.";
}
