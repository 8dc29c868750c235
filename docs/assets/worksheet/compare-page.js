// The part of the worksheets' own page that compares two files and makes one of them. Loaded by ../site.js.
import { h, save } from "../sign/page.js";
import { nameOf, textOf } from "./book.js";
import { carried, carryOn } from "./carry.js";
import { FATES, both, difference, merged } from "./compare.js";
import { open } from "./judge.js";
import { bytesOf, load, toRead } from "./load.js";
import { problemList } from "./report.js";

const place = document.querySelector("[data-compare]");
const says = place.querySelector("[data-says]");
const shown = place.querySelector("[data-differences]");

function start(known) {
  const { compared: said } = known.rules;
  const files = { old: null, new: null };
  const filled = (text, parts) => text.replace(/\{([a-z]+)\}/g, (_, name) => parts[name]);

  const described = (path) => path.reduce((part, name) => part.properties?.[name] ?? part.additionalProperties?.properties?.[name], known.schema)?.description?.replace(/\.$/, "");
  const label = (id) => known.items[id]?.label ?? known.past.retired[id]?.words.split("\n")[0] ?? described(id.split("/"));
  const words = (id, name, value) => {
    const choices = { answer: known.rules.decisions, "": id === "project/use_of_ml" ? known.rules.uses : null, state: known.states[(known.items[id] ?? known.past.retired[id])?.kind], role: known.roles }[name];
    return choices?.[value] ?? value;
  };
  const keeps = { old: said["keep-old"], now: said["keep-now"], both: said["keep-both"], clash: said["keep-clash"] };
  const own = (id, name) => (name ? `${described([id === "decision" ? id : "answers", name])}:` : "");
  /** Return the choice of what to keep where both files differ. Nothing is chosen where something would be lost. */
  const choice = ({ place: id }) => {
    if (id === "earlier") return null;
    const { value, isClear } = both(known, id, files.old, files.new);
    const option = (which) => h("div", { class: "ask__option" },
      h("input", { type: "radio", name: `keep-${id}`, id: `keep-${id}-${which}`, value: which, checked: which === "both" && isClear }), h("label", { for: `keep-${id}-${which}` }, keeps[which === "both" && !isClear ? "clash" : which]));
    return h("fieldset", { class: "item", "data-choice": id }, h("legend", {}, `${said.keep} ${label(id)}`), ["old", "now", ...(value === null ? [] : ["both"])].map(option));
  };
  /** Return a value of one file: marked as the first or the second where they differ, and plain where one alone has it. */
  const told = (each, name, value, tag, which) =>
    (value ? h("p", {}, each.fate === "changed" ? h(tag, {}, h("span", { class: "visually-hidden" }, which), words(each.place, name, value)) : words(each.place, name, value)) : null);
  const row = (each) => h("li", {}, h("p", {}, h("strong", {}, label(each.place)), ` ${said[each.fate]}`),
    each.fate === "changed" && each.fields.some(([name]) => name === "asked") ? h("p", {}, said.reworded) : null,
    each.fields.filter(([name]) => name !== "asked").map(([name, old, now]) => h("div", { class: "difference" }, name ? h("p", {}, own(each.place, name)) : null,
      told(each, name, old, "del", said.first), told(each, name, now, "ins", said.second))),
    each.fate === "changed" ? choice(each) : null);

  /** Save both files as one, as it was chosen. */
  const take = () => {
    const chosen = (id) => shown.querySelector(`input[name="keep-${id}"]:checked`)?.value;
    const unsaid = [...shown.querySelectorAll("[data-choice]")].filter(({ dataset }) => !chosen(dataset.choice));
    if (unsaid.length) {
      says.textContent = filled(said.choose, { count: unsaid.length });
      unsaid[0].querySelector("input").focus();
      return;
    }
    const text = textOf(merged(known, files.old, files.new, chosen), known);
    const { file, problems } = open(known, new TextEncoder().encode(text));
    if (file) save(nameOf(file), text);
    says.textContent = file ? filled(said.saved, { name: nameOf(file) }) : `${said.unfit} ${problems[0].wrong} ${problems[0].cure}`;
  };

  const show = () => {
    if (!files.old || !files.new) return;
    const found = difference(files.old, files.new);
    const counts = Object.fromEntries(FATES.map((fate) => [fate, found.filter((each) => each.fate === fate).length]));
    const same = counts.same === found.length;
    says.textContent = same ? said.same : filled(said.counts, counts);
    shown.replaceChildren(...(same ? [] : [h("ul", {}, found.filter((each) => each.fate !== "same").map(row)), h("button", { type: "button", onclick: take }, said.take)]));
  };

  for (const which of ["old", "new"]) {
    const input = place.querySelector(`#compare-${which}`);
    input.addEventListener("change", async () => {
      const [chosen] = input.files;
      if (!chosen) return;
      await toRead(known);
      const { file, problems } = open(known, await bytesOf(known, chosen));
      files[which] = file;
      says.textContent = filled(problems.length ? said.unread : said.read, { name: chosen.name });
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
  says.textContent = known.rules.compared.held;
}

const brought = carried();
try {
  const known = await load(new URL(place.dataset.root, location));
  if (brought !== null) hold(known, brought);
  start(known);
} catch {
  says.textContent = place.dataset.failed;
}
