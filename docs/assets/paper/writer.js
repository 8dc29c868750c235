// Papers of answers: what makes them is fetched, with its words, only once somebody asks for one.
import { made } from "./made.js";

async function get(root, path, how) {
  const answer = await fetch(new URL(path, root));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer[how]();
}

// How each kind of file is made of { layout, file, known, said }.
const KINDS = {
  docx: async (m) => (await import("./word.js")).word(made(m)),
  html: async (m) => (await import("./page.js")).page(made(m), await get(m.known.root, m.said.sheet, "text"), m.said.policy),
  csv: async (m) => (await import("./tables.js")).csv(m),
  ics: async (m) => (await import("./tables.js")).ics(m),
};

/** Return a function that makes a paper of a file: its layout's name, and the kind of file. `known` holds the words of the past. */
export async function writer(known) {
  const said = await get(known.root, "api/exports.json", "json");
  return (file, name, kind) => KINDS[kind]({ layout: said.layouts.find((each) => each.name === name), file, known, said });
}
