// Answers as blocks of a document: the twin of scripts/accord/answers/pages/answer_blocks.py.
import { inWords } from "../../sign/page.js";
import { bold, headed, link, listing, paragraph, plain, run, small, told } from "./blocks.js";
import { isOlder, state } from "./filling.js";

const linesOf = (text) => text.split("\n").filter((line) => line.trim());

/** Return the fields of the project or the decision that the file holds, each with its label. */
export const values = (m, block, names) => names.filter((name) => m.file[block][name]).flatMap((name) => value(m, block, name, m.file[block][name]));

function value(m, block, name, held) {
  const head = bold(`${m.said.labels[block][name]}: `);
  if (name === "url") return [paragraph([head, link(held)])];
  const choices = { use_of_ml: m.known.rules.uses, answer: m.known.rules.decisions }[name] ?? {};
  const isDay = name === "decided" || name === "look_again";
  const [first = "", ...more] = linesOf(isDay ? inWords(held) : choices[held] ?? held);
  return [paragraph([head, run(first)]), ...more.map(plain)];
}

/** Return an answer under what it answers. */
export function answered(m, id) {
  const [asked, answer] = [m.known.items[id], m.file.answers.get(id)];
  return [paragraph([bold(asked.label), run(` (${state(m, asked.kind, answer)})`)]), ...said(m, answer, isOlder(m, id))];
}

/** Return an answer without its evidence, and with its state only where it has no words: for families. */
export function short(m, id) {
  const [asked, answer] = [m.known.items[id], m.file.answers.get(id)];
  const lines = linesOf(answer.notes ?? "");
  return [paragraph([bold(asked.label)]), ...(lines.length ? lines : [`${state(m, asked.kind, answer)}.`]).map(plain)];
}

/** Return an answer below a heading that names it, with who sees to it. `then` are the words it was given to. */
export function stated(m, kind, answer, older, then = "") {
  const end = due(m, answer);
  return [paragraph([bold(state(m, kind, answer))]), ...said(m, answer, older, then), ...(end ? [small(end)] : [])];
}

/** Return an open answer as one point of a list. */
export function point(m, id) {
  const [asked, answer] = [m.known.items[id], m.file.answers.get(id)];
  const more = [state(m, asked.kind, answer), ...(isOlder(m, id) ? [m.said.words["old-words"].replace(/\.$/, "")] : [])];
  const end = due(m, answer);
  return [headed(asked.label), run(`${more.join(". ")}.${end ? ` ${end}` : ""}`)];
}

function due(m, { role, by }) {
  return [role ? told(m, "who", { role: m.known.roles[role] ?? role }) : "", by ? told(m, "by", { day: inWords(by) }) : ""].filter(Boolean).join(" ");
}

/** Return the words asked below their first line, which is the label, on one line. */
export function askedLine(m, kind, words) {
  const rest = words.split("\n").slice(1);
  return kind === "practice" ? `${m.said.force[rest[0]]}: ${rest.slice(1).join(" ")}` : rest.join("; ");
}

function said(m, answer, older, then = "") {
  const proof = ({ text, url }) => [bold(m.said.words.evidence), run(text), ...(url ? [run(" "), link(url)] : [])];
  return [
    ...(older ? [paragraph([run(m.said.words["old-words"], { italic: true })], "small")] : []),
    ...(older && then ? [paragraph([run(`${m.known.rules.report.then} `), run(then.split("\n").join("; "))], "small")] : []),
    ...linesOf(answer.notes ?? "").map(plain),
    ...(answer.evidence?.length ? [listing(answer.evidence.map(proof))] : []),
  ];
}
