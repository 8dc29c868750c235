// The buttons of a sheet. Each says what it does. They come with the scripts: without, nothing here would work.
import { filePicker, h, inWords } from "../sign/page.js";

const button = (words, press, more = {}) => h("button", { type: "button", onclick: press, ...more }, words);

/** Put in the field for a file, and the buttons to remember and to clear. Returns how to show what is remembered. */
export function startTools(place, { load, sample, remember, clear }) {
  const file = filePicker("load-answers", load, { accept: ".json,.docx", "aria-describedby": "load-answers-hint" });
  const since = h("p", { class: "ask__hint", id: "remember-hint" });
  const keep = button("Remember on this device", remember, { class: "button--second", "aria-describedby": "remember-hint" });
  const forget = button("Clear", clear, { class: "button--second", "aria-describedby": "remember-hint" });
  place.replaceChildren(
    h("div", { class: "ask" }, h("label", { for: file.id }, "Load answers"), h("p", { class: "ask__hint", id: "load-answers-hint" }, "A file that you downloaded from a sheet before, or a supplier’s form for Word, filled in."), file,
      h("div", { class: "worksheet__row" }, button("Fill in with a made-up example", sample, { class: "button--second" }))),
    h("div", { class: "ask" }, since, h("div", { class: "worksheet__row" }, keep, forget)));
  place.hidden = false;
  return (kept) => {
    const hadFocus = document.activeElement === keep || document.activeElement === forget;
    keep.hidden = Boolean(kept);
    forget.hidden = !kept;
    const readable = kept?.since ? `This project’s answers are remembered in this browser since ${inWords(kept.since)}. Who uses this device can read them.` : "Something is remembered in this browser, and it can’t be read.";
    since.textContent = kept ? readable : "Nothing is stored on this device. Leave it so on a shared computer: the next person could read it.";
    if (hadFocus) (kept ? forget : keep).focus();
  };
}

/** Put in the buttons at the end of a sheet. */
export function endTools(place, { print, download, again }) {
  place.replaceChildren(button("Download my answers", download), button("Print", print, { class: "button--second" }), button("Start again", again, { class: "button--second" }));
  place.hidden = false;
}
