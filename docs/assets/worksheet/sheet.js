// A worksheet: the file behind its controls, and what its buttons do. Loaded by ../site.js.
import { later, waited } from "../sign/later.js";
import { h, inWords as dayInWords, save } from "../sign/page.js";
import { answer, empty, isBare, nameOf, textOf, today } from "./book.js";
import { controls } from "./controls.js";
import { offer } from "./export/offer.js";
import { faults } from "./faults.js";
import { fresh } from "./fresh.js";
import { follow } from "./grow.js";
import { load, withPast } from "./load.js";
import { forget, isKept, onElsewhere, remember, remembered } from "./memory.js";
import { of } from "./migrate.js";
import { inWords, teller } from "./progress.js";
import { endTools, startTools } from "./tools.js";
import { watch } from "./warn.js";

const one = (name) => document.querySelector(`[data-${name}]`);
const place = one("worksheet");
const says = one("says");
const NOT_READ = "Nothing on this page has changed. What reads the file could not be fetched. Choose the file again.";
const UNREAD = "What this device remembers could not be shown, and is left as it is. Open the page again.";
const ELSEWHERE = "Another tab began to remember answers on this device. What you see here is not remembered. Download it.";
const NO_ROOM = "This browser has no room to remember this. Download the file.";
const UNCHECKED = "The file was not made: what checks it could not be fetched. Your answers are still here. Press the button again.";

/** Return what stands in place of a report where a file was chosen, and what reads it did not come. */
const notRead = () => h("div", { class: "report faults" }, h("h2", { tabindex: "-1" }, "The file was not loaded"), h("p", {}, NOT_READ));

function start(known) {
  const sheet = known.sheets.find((each) => each.id === place.dataset.worksheet);
  const tell = teller(one("progress"));
  const reading = later(async () => (await Promise.all([import("./reader.js"), withPast(known)]))[0]);
  let file = empty();
  let unsaved = false; // something was typed since the last download
  let readable = false; // what the device remembers was read: else it is left alone, and not written over
  let seen = null; // the text in the store that this page knows
  const typed = fresh();

  /** Show how far the sheet is, and what goes onto paper. */
  const refresh = () => {
    tell(inWords(known, sheet, file));
    one('printed="name"').textContent = file.project.name ?? "";
    one('printed="day"').textContent = dayInWords(today());
    one('printed="address"').textContent = location.href.split("#")[0];
  };
  const keeps = () => readable && isKept();
  const write = () => {
    const text = textOf(file, known);
    if (!remember(text, today())) return false;
    seen = text;
    typed.wrote();
    return true;
  };
  const keep = () => {
    if (!isKept()) typed.drop();
    if (!keeps()) return;
    if (remembered()?.text !== seen) recall(); // another tab wrote: what it knows comes first
    else if (!write()) says.textContent = NO_ROOM;
  };
  const put = (name, values) => {
    if (name === "project" || name === "decision") file[name] = { ...file[name], ...values };
    else answer(file, known, name, values);
  };
  const all = controls(known, (name, values) => {
    put(name, values);
    typed.add(name, values);
    unsaved = true;
    keep();
    refresh();
  });

  /** Show what there is to say of a file, or nothing. */
  const tellOf = (told, aloud) => {
    one("report").replaceChildren(...(told ? [told] : []));
    one("report").hidden = !told;
    if (aloud) told.querySelector("h2").focus();
  };

  /** Open a file's bytes: put it into the controls, or say why not. `aloud` says that somebody chose the file. */
  const take = async (bytes, name, aloud) => {
    const reader = await waited(says, reading, () => (aloud ? tellOf(notRead(), true) : says.replaceChildren(UNREAD)));
    if (!reader) return false;
    const { file: opened, problems } = reader.open(known, bytes, !aloud);
    const fates = opened ? reader.migrate(known, opened) : [];
    if (opened) {
      file = opened;
      if (aloud) typed.drop(); // who chooses a file wants what it holds
      for (const [name, values] of typed.each()) put(name, values);
      all.fill(file, fates);
      refresh();
    }
    const toSee = of(fates, "reworded").length + of(fates, "retired").length;
    tellOf(!opened ? reader.refused(name, problems) : aloud || toSee ? reader.report(known, sheet, name, opened, fates) : null, aloud);
    return Boolean(opened);
  };

  const isLost = () => unsaved && !isBare(file) && !keeps();
  const startButtons = {
    load: async (chosen) => {
      if (isLost() && !confirm("What you wrote here and did not download will be lost. Load the file?")) return;
      const tooMuch = chosen.size > known.rules.limits.bytes; // then it is not even read
      const bytes = new Uint8Array(tooMuch ? known.rules.limits.bytes + 1 : await chosen.arrayBuffer());
      if (!(await take(bytes, chosen.name, true))) return;
      unsaved = false;
      if (keeps() && !write()) says.textContent = NO_ROOM;
    },
    remember: () => {
      const kept = write();
      says.textContent = kept ? "Remembered on this device." : "This browser does not allow it. Download the file instead.";
      showKept(remembered());
    },
    clear: () => {
      forget();
      [seen, readable] = [null, true];
      unsaved = true;
      says.textContent = "Cleared. Nothing is stored on this device. What you see here stays until you leave.";
      showKept(null);
    },
  };
  const showKept = startTools(one("start"), startButtons);
  const showFaults = faults(one("faults"), all.find);
  endTools(one("end"), {
    print: () => print(),
    download: async () => {
      const reader = await waited(says, reading, () => { says.textContent = UNCHECKED; });
      if (!reader) return;
      const text = textOf(file, known);
      const problems = reader.judge(known, text);
      showFaults(problems);
      if (problems.length) return;
      save(nameOf(file), text);
      unsaved = false;
      says.textContent = `Downloaded as ${nameOf(file)}. Keep it with the project’s papers.`;
    },
    again: () => {
      if (!isBare(file) && !confirm("This empties all sheets of the project here. What you did not download is lost. Start again?")) return;
      forget();
      [seen, readable] = [null, true];
      typed.drop();
      file = empty();
      unsaved = false;
      all.fill(file);
      refresh();
      showFaults([]);
      showKept(null);
      one("report").hidden = true;
      says.textContent = "All sheets of this project are empty here. Nothing is stored on this device.";
    },
  });

  offer(one("document"), known, async () => {
    const reader = await waited(says, reading, () => { says.textContent = UNCHECKED; });
    if (!reader) return null;
    const { file: written, problems } = reader.open(known, new TextEncoder().encode(textOf(file, known)));
    showFaults(problems);
    return written && { file: written, name: nameOf(file) };
  }, says);

  let isFirst = true;
  const recallOnce = async () => {
    const kept = remembered();
    showKept(kept ?? (isKept() ? {} : null));
    if (kept && kept.text === seen) return;
    const isOther = !isFirst && seen === null && unsaved && !isBare(file); // perhaps of another project: both stay
    [isFirst, seen, readable] = [false, null, !isKept()]; // until it is read, nothing is written over it
    if (kept && isOther) says.textContent = ELSEWHERE;
    else if (kept) readable = await take(new TextEncoder().encode(kept.text), "what this device remembers", false);
    if (!kept || !readable) return;
    seen = kept.text;
    if (typed.each().length && textOf(file, known) !== seen) keep();
  };
  let last = Promise.resolve();
  const recall = () => { last = last.catch(() => {}).then(recallOnce); return last; }; // one after another: the later one sees the latest
  addEventListener("beforeunload", (leaving) => { if (isLost()) leaving.preventDefault(); });
  addEventListener("beforeprint", refresh);
  onElsewhere(recall);
  watch(known.rules);
  follow();
  refresh();
  return recall();
}

// A browser may tick again what was ticked before a reload, and the file knows nothing of it.
for (const radio of document.querySelectorAll('.ask__option input[type="radio"]')) radio.checked = false;
try {
  await start(await load(new URL(place.dataset.root, location)));
  place.dataset.ready = "";
} catch {
  says.textContent = "The buttons could not be loaded. You can still fill in the sheet and print it. To save your answers, open the page again.";
}
