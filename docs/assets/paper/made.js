// A file of answers as a paper: a layout of data/exports/ filled in, and every place that nothing fills.
import { inWords } from "../sign/page.js";
import { actions, answered, label, notes, standing, state, told, values } from "./fill.js";
import { inserts } from "./inserts.js";
import { bold, flat, prompt } from "./parts.js";

const SHORT = 280; // letters of an answer in a paper of numbered paragraphs, which has to stay short

/** Return words of a layout: what stands in [brackets] is for the reader to replace, and the project's name goes in. */
const words = (m, text) =>
  text.replaceAll("{name}", () => m.file.project.name ?? m.said.words["a-name"]).split(/(\[[^\]]+\])/).filter(Boolean).map((part) => (/^\[.*\]$/s.test(part) ? prompt(part) : part));

const gap = (m, { gap: look }) => [prompt(m.layout.lead), ` ${look}`];
const asks = (m, field) => (field.answers?.length ? [`\n${told(m, "asked-in", { labels: [...new Set(field.answers.map((id) => label(m, id)))].join("; ") })}`] : []);

/** Return all that the file says for a field, or what to look for. */
function filled(m, field) {
  const lines = [...values(m, field).map((each) => [...(field.project?.length === 1 && !field.decision ? [] : [bold(`${each.label}: `)]), each.words].flat()), ...notes(m, field).map((id) => answered(m, id))];
  return lines.length ? lines.flatMap((each, at) => (at ? ["\n", ...each] : each)) : [...gap(m, field), ...asks(m, field)];
}

const hinted = ({ label: name, hint }) => [bold(name), ...(hint ? [`\n${hint}`] : [])];

/** Return an answer's words, cut where a short paper has no room for all. */
function cut(m, text) {
  return typeof text === "string" && [...text].length > SHORT ? `${[...text].slice(0, SHORT).join("").replace(/\s\S*$/, "")} … ${m.said.words.whole}` : text;
}

/** Return an answer for a short paper: beside others with what was asked, and how it stands where that is open. */
function short(m, id, { answers }) {
  const [answer, { kind }] = [m.file.answers.get(id), m.known.items[id]];
  const asked = answers.length > 1 || kind === "supplier" ? [{ text: `${label(m, id)} `, italic: true }] : [];
  return [...asked, cut(m, answer.notes), ...(m.said.open.includes(answer.state) ? [` (${state(m, kind, answer)}.)`] : [])];
}

// How a section's fields are shown: as a form, as numbered paragraphs, or plainly, for families.
const SHAPES = {
  form: (m, { fields }) =>
    [{ table: { caption: m.said.words["form-fields"], head: [m.said.words.field, m.said.words.holds], widths: [34, 66], rows: fields.map((field) => [hinted(field), filled(m, field)]) } }],
  numbered: (m, { fields }) => fields.flatMap((field) => {
    const own = values(m, field);
    const named = own.length > 1 ? [own.map((each) => `${each.label}: ${flat(each.words)}`).join(". ")] : own.map((each) => each.words);
    const found = [...named.map((each) => cut(m, each)), ...notes(m, field).filter((id) => m.file.answers.get(id).notes).map((id) => short(m, id, field))];
    const lines = found.length ? found : [prompt(`[${field.gap}]`)];
    return lines.map((each, at) => ({ numbered: [...(at ? [] : [bold(`${field.label}. `)]), each].flat() }));
  }),
  plain: (m, { fields }) => fields.flatMap((field) => {
    const own = values(m, field).map(({ name, words: held, isFree }) => (isFree ? [prompt(held)] : name === "use_of_ml" ? told(m, `use-${m.file.project.use_of_ml}`) : held));
    const found = [...own, ...notes(m, field).map((id) => m.file.answers.get(id).notes).filter(Boolean).map((text) => [prompt(text)])];
    return [{ heading: field.label, level: 2 }, ...(found.length ? found : [[field.project || field.decision || field.answers ? `${m.layout.lead} ${field.gap}` : field.gap]]).map((text) => ({ text }))];
  }),
};

function table(m, { caption, head, rows = [], widths, answers = [], blank = 0 }) {
  const said = notes(m, { answers }).map((id) => [answered(m, id), ...head.slice(1).map(() => "")]);
  const own = rows.map((row) => row.map((cell) => words(m, cell)));
  return { table: { caption, head, widths: widths?.map(Number), rows: [...own, ...said, ...Array.from({ length: Number(blank) }, () => head.map(() => ""))] } };
}

const sign = ({ caption, fields }) => ({ sign: { caption, lines: fields.map(({ label: name, hint, lines }) => ({ label: name, hint, rows: Number(lines ?? 1) })) } });

function section(m, each) {
  const isNumbered = m.layout.shape === "numbered";
  const text = (each.text ?? []).map((line) => (isNumbered ? { numbered: words(m, line) } : { text: words(m, line) }));
  return [
    { heading: each.heading, level: 1, numbered: isNumbered && Boolean(each.text ?? each.fields ?? each.tables), page: Boolean(each.page) },
    ...text,
    ...(each.fields ? SHAPES[m.layout.shape](m, each) : []),
    ...(each.tables ?? []).map((one) => table(m, one)),
    ...(each.forms ?? []).map(sign),
    ...(each.insert ? inserts[each.insert](m) : []),
  ];
}

/** Return the box at the top: what this is, of which day and version, and how much of it is filled. */
function box(m, from) {
  const { layout, file, known, said } = m;
  if (layout.shape === "plain") return { note: said.words.worker, text: layout.about };
  const fields = layout.sections.flatMap((each) => each.fields ?? []);
  const count = (name) => fields.filter((field) => standing(m, field) === name).length;
  const version = known.preparation ? told(m, "preparation", { version: known.version }) : known.version;
  return { note: said.words.note, text: [
    said.words.check,
    from,
    ...(file.guidance === known.version ? [] : [told(m, "older", { version })]),
    ...(fields.some(({ answers }) => answers) ? [told(m, "count", { total: fields.length, ready: count("ready"), notes: count("notes"), empty: count("empty") })] : []),
    ...(layout.sections.some(({ insert }) => insert === "actions") ? [told(m, "opened", { open: actions(m).length })] : []),
  ] };
}

/** Return a paper that is filled in from one file of answers. */
export function made(m) {
  const { layout, file, said } = m;
  const from = told(m, "made", { day: inWords(file.saved), version: file.guidance });
  const name = file.project.name ?? "";
  const source = ({ cite, about, url }) => [bold(`${cite}: `), about, ...(url ? [" ", { text: url, link: url }] : [])];
  const isPlain = layout.shape === "plain";
  return {
    title: name ? told(m, "title", { title: layout.title, name }) : layout.title,
    author: said.site,
    over: file.project.organisation ?? "",
    summary: layout.summary,
    blocks: [
      box(m, from),
      ...(isPlain ? [] : layout.about.map((text) => ({ text }))),
      ...layout.sections.flatMap((each) => section(m, each)),
      ...(layout.basis?.length && layout.shape === "form" ? [{ heading: said.words.basis, level: 1 }, { list: layout.basis.map(source) }] : []),
    ],
    foot: isPlain ? [file.project.organisation ?? layout.title] : [told(m, "draft", { title: layout.title }), from],
  };
}
