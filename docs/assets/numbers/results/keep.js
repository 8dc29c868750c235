// What can be saved of counted results: a table as CSV and for Word, and the facts that the worksheets ask for.
// All of it is what hide.js lets through, for a file goes where a page does not.
import { save } from "../../sign/page.js";
import { commaSeparated } from "../../table/csv.js";

const LONG = 2000; // letters that an answer may have

export const csv = (name, heads, rows, notes) => save(name, commaSeparated(heads, [...rows, ...notes.map((note) => [note, ...heads.slice(1).map(() => "")])]));

/** Save the table for Word: first the counts, then the rates. What writes it is fetched now. */
export async function word(name, { title, summary, author, heads, rows, notes, parts }) {
  const { word: write } = await import("../../paper/word.js");
  const table = ({ caption, columns }) => ({ table: { caption, head: columns.map((at) => heads[at]), rows: rows.map((row) => columns.map((at) => row[at])), widths: columns.map(() => 100 / columns.length), tall: 0 } });
  save(name, await write({ title, summary, author, blocks: [...parts.map(table), ...notes.map((text) => ({ text }))], foot: [title] }));
}

/** Return lines as one answer: as many as there is room for, with `more` where some had to be left out. */
function fitted(lines, more) {
  const kept = [...lines];
  const text = () => [...kept, ...(kept.length < lines.length ? [more] : [])].join("\n");
  while ([...text()].length > LONG) kept.pop();
  return text();
}

/** Save a file of answers with facts, { id: lines }, each under the id of what it answers. Returns its name. */
export async function answers(root, facts, more) {
  const [{ load }, { answer, empty, nameOf, textOf }] = await Promise.all([import("../../worksheet/load.js"), import("../../worksheet/book.js")]);
  const known = await load(root);
  const file = empty();
  for (const [id, lines] of Object.entries(facts)) answer(file, known, id, { notes: fitted(lines, more) });
  const name = nameOf(file);
  save(name, textOf(file, known));
  return name;
}
