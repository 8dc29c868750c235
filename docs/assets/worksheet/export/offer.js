// Offers documents made of the answers on the page: a list to choose from, and a button. Nothing is sent.
import { h, save } from "../../sign/page.js";
import { made } from "./document.js";
import { page } from "./page.js";

async function get(root, path, how) {
  const answer = await fetch(new URL(path, root));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer[how]();
}

/** Return the text of a document as a web page. `name` is its layout's; `known` must hold the words of the past. */
export function text(said, sheet, known, file, name) {
  const layout = said.layouts.find((each) => each.name === name);
  return page(made({ layout, file, known, said }), sheet, said.policy);
}

/** Put in the list and the button. `take` returns the file to make it of, or null where it has faults. */
export async function offer(place, known, take, says) {
  const said = await get(known.root, "api/exports.json", "json");
  const hint = h("p", { class: "ask__hint", id: "document-hint" });
  const list = h("select", { id: "document-name", "aria-describedby": "document-hint", autocomplete: "off" }, said.layouts.map(({ name, label }) => h("option", { value: name }, label)));
  const tell = () => { hint.textContent = said.layouts.find(({ name }) => name === list.value).summary; };
  list.addEventListener("change", tell);
  const press = async () => {
    const taken = await take();
    if (!taken) return;
    const sheet = await get(known.root, said.sheet, "text");
    const name = `${taken.name.replace(/-?answers-.*$/, "")}-${list.value}-${taken.file.saved}.html`.replace(/^-/, "");
    save(name, text(said, sheet, known, taken.file, list.value));
    says.textContent = `Saved as ${name}. It is a draft: read every word before you pass it on.`;
  };
  place.replaceChildren(
    h("div", { class: "ask" }, h("label", { for: list.id }, "Make a document from these answers"), hint, list),
    h("div", { class: "worksheet__row" }, h("button", { type: "button", class: "button--second", onclick: press }, "Save as a web page (HTML)")));
  tell();
  place.hidden = false;
  place.dataset.offered = "";
}
