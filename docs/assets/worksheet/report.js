// Says what was loaded, and how it stands to today's guidance: in the words of scripts/accord/answers/messages.py.
import { h, inWords, link, points } from "../sign/page.js";
import { thenAndNow } from "./changed.js";
import { FATES, of } from "./migrate.js";

const filled = (text, parts) => text.replace(/\{([a-z_]+)\}/g, (_, name) => String(parts[name]));
const heading = (words) => h("h2", { tabindex: "-1" }, words);

/** Return the problems of a file that can't be read, as a list. */
export function problemList(problems) {
  const rows = problems.slice(0, 50).map(({ field, wrong, cure }) => `${field ? `${field}: ` : ""}${wrong} ${cure}`);
  return [points(rows), problems.length > rows.length ? h("p", {}, `And ${problems.length - rows.length} more.`) : null];
}

/** Return why a file was not loaded. */
export const refused = (name, problems) =>
  h("div", { class: "report faults" }, heading("The file was not loaded"), h("p", {}, `Nothing on this page has changed. In ${name}:`), problemList(problems));

/** Return how a file stands to the guidance: which version it is of, and how many answers have which fate. */
export function head(known, file, fates) {
  const { report: said } = known.rules;
  const present = known.preparation ? filled(said.preparation, { version: known.version }) : known.version;
  const counts = Object.fromEntries(FATES.map((name) => [name, of(fates, name).length]));
  return [
    filled(file.guidance === known.version ? said.same : said.older, { old: file.guidance, new: present }),
    filled(said.counts, counts),
    ...(counts.kept === fates.length ? [said.nothing] : []),
  ];
}

/** Return the report on a file that was loaded. */
export function report(known, sheet, name, file, fates) {
  const { report: said } = known.rules;
  const about = `From ${name}${file.project.name ? `, for ${file.project.name}` : ""}, saved on ${inWords(file.saved)}.`;
  const asked = (each) => place(known, sheet, each.id);
  return h("div", { class: "report panel" }, heading("Your answers are loaded"), h("p", {}, about),
    head(known, file, fates).map((words) => h("p", {}, words)),
    part("Reworded: confirm or change", of(fates, "reworded").map((each) => [asked(each), thenAndNow(said, each.then, each.now)]), said.reworded),
    part("New", of(fates, "new").map(asked), said.new),
    part("No longer asked", of(fates, "retired").map((each) => gone(known, said, file, each)), ""));
}

const part = (words, rows, about) =>
  rows.length ? h("details", {}, h("summary", {}, `${words} (${rows.length})`), about ? h("p", {}, about) : null, h("ul", {}, rows.map((row) => h("li", {}, row)))) : null;

/** Return a link to an item: on this page, or on the sheet that asks it, where the file is loaded again. */
function place(known, sheet, id) {
  if (sheet.items.includes(id)) return link(`#${id}`, known.items[id].label);
  const other = known.sheets.find((each) => each.items.includes(id));
  return link(new URL(`${other.address}#${id}`, known.root), `${known.items[id].label} (on the sheet “${other.label}”)`);
}

/** Return what a file answers to something that is asked no more: shown, and kept in the file. */
function gone(known, said, file, { id, then, since, heir }) {
  const { state, notes, evidence = [] } = file.answers.get(id);
  const proof = evidence.map(({ text, url }) => (url ? `${text} (${url})` : text));
  return [
    h("p", {}, filled(said.retired, { version: since }), heir ? ` ${filled(said.replaced, { id: heir })}` : ""),
    thenAndNow(said, then), h("p", {}, h("strong", {}, "Your answer:"), " ", known.states[known.past.retired[id].kind][state] ?? ""),
    notes ? h("p", {}, h("q", {}, notes)) : null, proof.length ? points(proof) : null,
  ];
}
