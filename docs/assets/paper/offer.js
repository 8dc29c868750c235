// Offers papers made of the answers on the page: a list to choose from, and a button for each kind of file. Nothing is sent.
import { later, waited } from "../sign/later.js";
import { h, save } from "../sign/page.js";

const FAILED = "The document was not made: what writes it could not be fetched. Your answers are still here. Press the button again.";
const KINDS = { docx: "Save for Word", html: "Save as a web page to print", csv: "Save as a table (CSV)", ics: "Save the dates for a calendar" };

/** Put in the buttons below the page's list. `take` returns the file to make it of, or null where it has faults. */
export function offer(place, known, take, says) {
  const hint = place.querySelector("#document-hint");
  const list = place.querySelector("#document-name");
  const writing = later(async () => (await import("./writer.js")).writer(known));
  const press = (kind) => async () => {
    const chosen = list.value;
    const taken = await take();
    if (!taken) return;
    const making = async () => (await writing())(taken.file, chosen, kind);
    const content = await waited(says, making, () => { says.textContent = FAILED; });
    if (content === null) return;
    const name = taken.name.replace("answers-", `${chosen}-`).replace(/json$/, kind);
    save(name, content);
    says.textContent = `Saved as ${name}. It is a draft: read every word before you pass it on.`;
  };
  const buttons = Object.entries(KINDS).map(([kind, words]) => h("button", { type: "button", class: "button--second", "data-kind": kind, onclick: press(kind) }, words));
  const tell = () => {
    const { summary, files } = list.selectedOptions[0].dataset;
    hint.textContent = summary;
    for (const button of buttons) button.hidden = !files.split(" ").includes(button.dataset.kind);
  };
  list.addEventListener("change", tell);
  place.append(h("div", { class: "worksheet__row" }, buttons));
  tell();
  place.hidden = false;
  place.dataset.offered = "";
}
