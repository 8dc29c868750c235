// A document of answers from its parts: fetched, with its words and its style, only once somebody asks for a document.
import { made } from "./document.js";
import { page } from "./page.js";

async function get(root, path, how) {
  const answer = await fetch(new URL(path, root));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer[how]();
}

/** Return a function that gives the text of a document as a web page. `name` is its layout's; `known` must hold the
    words of the past. */
export async function writer(known) {
  const said = await get(known.root, "api/exports.json", "json");
  const sheet = await get(known.root, said.sheet, "text");
  return (file, name) => {
    const layout = said.layouts.find((each) => each.name === name);
    return page(made({ layout, file, known, said }), sheet, said.policy);
  };
}
