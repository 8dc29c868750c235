// What a sheet shows: its controls, how far it is filled in, what there is to say, and what goes onto paper.
import { h, inWords as dayInWords } from "../sign/page.js";
import { today } from "./book.js";
import { controls } from "./controls.js";
import { faults } from "./faults.js";
import { folds } from "./folds.js";
import { inWords, teller } from "./progress.js";

const one = (name) => document.querySelector(`[data-${name}]`);

/** Return the view of a sheet. `changed` is called as by controls.js whenever somebody changes something. */
export function view(known, sheet, changed) {
  const all = controls(known, changed);
  const parts = folds(known, all);
  const tell = teller(one("progress"));
  const says = one("says");
  const show = (file) => {
    tell(inWords(known, sheet, file));
    parts.show(file);
    one('printed="name"').textContent = file.project.name ?? "";
    one('printed="day"').textContent = dayInWords(today());
    one('printed="address"').textContent = location.href.split("#")[0];
  };
  return {
    says,
    /** Say a sentence below the buttons. */
    say: (words) => { says.textContent = words; },
    /** Show how far the sheet is, and what goes onto paper. */
    show,
    /** Put a file into the controls. */
    fill: (file, fates) => {
      all.fill(file, fates);
      show(file);
    },
    /** Fold what is settled, and open the first part that is not. */
    begin: parts.begin,
    /** Show what there is to say of a file, or nothing. `aloud` moves the focus there. */
    report: (part, aloud = false) => {
      one("report").replaceChildren(...(part ? [part] : []));
      one("report").hidden = !part;
      if (part && aloud) part.querySelector("h2").focus();
    },
    /** Show the problems of what is filled in, each beside its box. */
    faults: faults(one("faults"), all.find),
  };
}

/** Return a report that a file was not loaded, for want of what reads it. */
export const notRead = () =>
  h("div", { class: "report faults" }, h("h2", { tabindex: "-1" }, "The file was not loaded"),
    h("p", {}, "Nothing on this page has changed. What reads the file could not be fetched. Choose the file again."));
