// What a paper holds besides its fields: the project, the decision, counts, actions, every answer, evidence, helplines.
import { inWords } from "../sign/page.js";
import { actions, also, proofs, says, state, told, value } from "./fill.js";
import { bold } from "./parts.js";

function block(m, name, none, from = m.file[name], caption = told(m, `form-${name}`)) {
  const held = Object.entries(m.said.labels[name]).filter(([field]) => from[field]);
  if (!held.length) return [{ text: told(m, none) }];
  return [{ sign: { caption, lines: held.map(([field, label]) => ({ label, value: value(m, field, from[field]) })) } }];
}

const heads = (m, names) => names.map((name) => m.said.words[name]);
const due = ({ who, by }) => [who, by ? inWords(by) : ""].filter(Boolean).join(", ");

function actionTable(m) {
  const rows = actions(m).map(({ id, what, status, who, by }) => [[what, `\n${id}`], status, who, by ? inWords(by) : ""]);
  if (!rows.length) return [{ text: told(m, "nothing-open") }];
  return [{ table: { caption: told(m, "form-actions"), head: heads(m, ["action", "status", "owner", "by"]), widths: [40, 22, 18, 20], rows, tall: 0 } }];
}

function numbers(m) {
  const rows = m.known.sheets.map(({ label, items }) => {
    const there = items.map((id) => m.file.answers.get(id)).filter(Boolean);
    return [label, items.length, there.length, there.filter(says).length].map(String);
  });
  return [{ table: { caption: told(m, "form-numbers"), head: heads(m, ["sheet", "asked", "begun", "said"]), widths: [52, 16, 16, 16], rows } }];
}

/** Return an answer as a row: what was asked, how it stands and who sees to it, what was written. */
function row(m, label, kind, answer, more) {
  const who = due({ who: answer.role ? (m.known.roles[answer.role] ?? answer.role) : "", by: answer.by });
  const written = [...more, ...(answer.notes ? [answer.notes] : []), ...proofs(m, answer), ...also(m, answer)];
  return [label, [bold(state(m, kind, answer)), ...(who ? [`\n${who}`] : [])], written.length ? written : m.said.words.nothing];
}

function today(m, id) {
  const [item, answer] = [m.known.items[id], m.file.answers.get(id)];
  const then = item.asked === answer.asked ? "" : m.known.past.wordings[id]?.[answer.asked];
  const older = item.asked === answer.asked ? [] : [{ text: m.said.words["old-words"], italic: true }, ...(then ? [` ${m.known.rules.report.then} ${then.split("\n").join("; ")}`] : []), "\n"];
  return row(m, [item.label, `\n${id}`], item.kind, answer, older);
}

const answerTable = (m, caption, rows) => ({ table: { caption, head: heads(m, ["asked-what", "stands", "written"]), widths: [30, 20, 50], rows } });

function sheets(m) {
  const untouched = [];
  const made = m.known.sheets.flatMap(({ label, items }) => {
    const there = items.filter((id) => m.file.answers.has(id));
    if (!there.length) untouched.push(label);
    if (!there.length) return [];
    return [{ heading: label, level: 2 }, answerTable(m, told(m, "some", { there: there.length, all: items.length }), there.map((id) => today(m, id)))];
  });
  if (!made.length) return [{ text: told(m, "no-answers") }];
  return untouched.length ? [...made, { text: [bold(m.said.words.untouched), `${untouched.join("; ")}.`] }] : made;
}

function retired(m) {
  const gone = [...m.file.answers.keys()].filter((id) => !Object.hasOwn(m.known.items, id)).sort();
  if (!gone.length) return [{ text: told(m, "no-retired") }];
  const rows = gone.map((id) => {
    const was = m.known.past.retired[id];
    const [label, ...more] = was.words.split("\n");
    return row(m, [bold(label), ...(more.length ? [`\n${more.join("; ")}`] : []), `\n${told(m, "retired", { version: was.retired })}`], was.kind, m.file.answers.get(id), []);
  });
  return [answerTable(m, told(m, "form-retired"), rows)];
}

const helplines = (m) => [{ list: m.said.helplines.map(({ name, who, phone, times }) => [bold(`${name}: ${phone}. `), `${who} ${times}`]) }];

function questions(m) {
  const row = (id) => [[m.known.items[id].label, `\n${told(m, "attach", { evidence: m.known.past.wordings[id][m.known.items[id].asked].split("\n")[1] })}`], "", ""];
  const one = ({ label, items }) => ({ table: { caption: label, head: heads(m, ["asked-what", "answer-here", "evidence-here"]), widths: [40, 38, 22], rows: items.map(row) } });
  return m.said.supplier.map(one);
}

export const inserts = {
  project: (m) => block(m, "project", "no-project"),
  decision: (m) => [...block(m, "decision", "no-decision"), ...m.file.earlier.flatMap((each, at) => block(m, "decision", "no-decision", each, told(m, "form-earlier", { number: at + 1 })))],
  actions: actionTable,
  numbers, sheets, retired, helplines, questions,
};
