// Offers documents made of the answers on the page: a list to choose from, and a button. Nothing is sent.
import { later, waited } from "../../sign/later.js";
import { h, save } from "../../sign/page.js";

const FAILED = "The document was not made: what writes it could not be fetched. Your answers are still here. Press the button again.";

/** Put in the button below the page's list. `take` returns the file to make it of, or null where it has faults. */
export function offer(place, known, take, says) {
  const hint = place.querySelector("#document-hint");
  const list = place.querySelector("#document-name");
  const tell = () => { hint.textContent = list.selectedOptions[0].dataset.summary; };
  const writing = later(async () => (await import("./whole.js")).writer(known));
  list.addEventListener("change", tell);
  const press = async () => {
    const chosen = list.value;
    const taken = await take();
    if (!taken) return;
    const write = await waited(says, writing, () => { says.textContent = FAILED; });
    if (!write) return;
    const name = `${taken.name.replace(/-?answers-.*$/, "")}-${chosen}-${taken.file.saved}.html`.replace(/^-/, "");
    save(name, write(taken.file, chosen));
    says.textContent = `Saved as ${name}. It is a draft: read every word before you pass it on.`;
  };
  place.append(h("div", { class: "worksheet__row" }, h("button", { type: "button", class: "button--second", onclick: press }, "Save as a web page (HTML)")));
  tell();
  place.hidden = false;
  place.dataset.offered = "";
}
