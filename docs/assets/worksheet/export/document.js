// A file of answers as a document: the twin of scripts/accord/answers/pages/from_answers.py.
// `m` is what one is made of: { layout, file, known, said }, said being /api/exports.json.
import { inWords } from "../../sign/page.js";
import { answered, short, values } from "./answers.js";
import { bold, headed, heading, link, listing, note, paragraph, plain, run, small, told } from "./blocks.js";
import { fieldsOf, filled, gaps, opened, says, silent } from "./filling.js";
import { inserts } from "./inserts.js";

/** Return a layout filled in from one file of answers. */
export function made(m) {
  const { layout, file } = m;
  const from = told(m, "made", { day: inWords(file.saved), version: file.guidance });
  const project = file.project.name ?? "";
  return {
    title: project ? told(m, "title", { title: layout.title, name: project }) : layout.title,
    author: m.said.site,
    over: file.project.organisation ?? "",
    summary: layout.summary,
    blocks: [box(m, from), ...layout.about.map(plain), ...layout.sections.flatMap((each) => section(m, each)), ...ending(m)],
    foot: [told(m, "draft", { title: layout.title }), from],
  };
}

function box(m, from) {
  const { known, file } = m;
  const total = fieldsOf(m.layout).length;
  const empty = gaps(m).length;
  const version = known.preparation ? told(m, "preparation", { version: known.version }) : known.version;
  return note(m.said.words.note, [
    m.said.words.check,
    from,
    ...(file.guidance === known.version ? [] : [told(m, "older", { version })]),
    ...(total ? [told(m, "count", { filled: total - empty, total, gaps: empty })] : []),
    told(m, "opened", { open: opened(m).length }),
  ].map((words) => [run(words)]));
}

const section = (m, { heading: words, text = [], fields = [], insert }) =>
  [heading(1, words), ...text.map(plain), ...fields.flatMap((each) => field(m, each)), ...(insert ? inserts[insert](m) : [])];

function field(m, each) {
  const { known, file, layout } = m;
  const left = silent(m, each);
  return [
    heading(2, each.label),
    ...(each.hint ? [small(each.hint)] : []),
    ...values(m, "project", each.project ?? []),
    ...values(m, "decision", each.decision ?? []),
    ...(each.answers ?? []).filter((id) => says(file.answers.get(id), known.items[id].kind)).flatMap((id) => (layout.plain ? short : answered)(m, id)),
    ...(filled(m, each) ? [] : [paragraph([run(layout.lead, { prompt: true }), run(` ${each.gap}`)])]),
    ...(left.length && !layout.plain ? [paragraph([bold(m.said.words.unanswered), run(left.map((id) => known.items[id].label).join("; "))], "small")] : []),
  ];
}

function ending(m) {
  const { layout, said } = m;
  const empty = gaps(m);
  const list = empty.length ? listing(empty.map(({ label, gap }) => [headed(label), run(gap)])) : plain(said.words["no-gaps"]);
  const source = ({ cite, about, url }) => [bold(`${cite}: `), run(about), ...(url ? [run(" "), link(url)] : [])];
  return [
    ...(fieldsOf(layout).length ? [heading(1, layout.gaps), list] : []),
    ...(layout.sections.some(({ insert }) => insert === "open") ? [] : [heading(1, layout.open), ...inserts.open(m)]),
    ...(layout.basis?.length ? [heading(1, said.words.basis), listing(layout.basis.map(source))] : []),
  ];
}
