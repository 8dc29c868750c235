// The part of the worksheets' own page that compares two files. Loaded by ../site.js.
import { h } from "../sign/page.js";
import { carried, carryOn } from "./carry.js";
import { FATES, difference } from "./compare.js";
import { open } from "./judge.js";
import { load, toRead } from "./load.js";
import { problemList } from "./report.js";

const NAMES = { state: "Where it stands", notes: "Words", evidence: "Evidence", role: "Who", by: "By when", asked: "The words asked (their digest)" };
const place = document.querySelector("[data-compare]");
const says = place.querySelector("[data-says]");
const shown = place.querySelector("[data-differences]");

function start(known) {
  const { compared: said } = known.rules;
  const files = { old: null, new: null };

  const field = ([block, name]) => known.schema.properties[block].properties[name].description;
  const label = (id) => known.items[id]?.label ?? known.past.retired[id]?.words.split("\n")[0] ?? field(id.split("/"));
  const words = (id, name, value) => (name === "state" ? known.states[(known.items[id] ?? known.past.retired[id]).kind][value] ?? value : name === "role" ? known.roles[value] ?? value : value);
  const row = (each) => h("li", {}, h("p", {}, h("strong", {}, label(each.place)), ` (${each.place}). ${said[each.fate]}`),
    each.fields.map(([name, old, now]) => h("div", { class: "difference" }, name ? h("p", {}, `${NAMES[name]}:`) : null,
      old ? h("p", {}, h("del", {}, h("span", { class: "visually-hidden" }, "First file: "), words(each.place, name, old))) : null,
      now ? h("p", {}, h("ins", {}, h("span", { class: "visually-hidden" }, "Second file: "), words(each.place, name, now))) : null)));

  const show = () => {
    if (!files.old || !files.new) return;
    const found = difference(files.old, files.new);
    const counts = Object.fromEntries(FATES.map((fate) => [fate, found.filter((each) => each.fate === fate).length]));
    const same = counts.same === found.length;
    says.textContent = same ? said.same : said.counts.replace(/\{([a-z]+)\}/g, (_, name) => counts[name]);
    shown.replaceChildren(...(same ? [] : [h("ul", {}, found.filter((each) => each.fate !== "same").map(row))]));
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
