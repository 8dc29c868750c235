// A worksheet: the file behind its controls, and what its buttons do. Loaded by ../site.js.
import { inWords as dayInWords, save } from "../sign/page.js";
import { answer, empty, isBare, nameOf, textOf, today } from "./book.js";
import { controls } from "./controls.js";
import { offer } from "./export/offer.js";
import { faults } from "./faults.js";
import { follow } from "./grow.js";
import { judge, open } from "./judge.js";
import { load, withPast } from "./load.js";
import { forget, isKept, onElsewhere, remember, remembered } from "./memory.js";
import { migrate, of } from "./migrate.js";
import { inWords, teller } from "./progress.js";
import { refused, report } from "./report.js";
import { endTools, startTools } from "./tools.js";
import { watch } from "./warn.js";

const one = (name) => document.querySelector(`[data-${name}]`);
const place = one("worksheet");
const says = one("says");

function start(known) {
  const sheet = known.sheets.find((each) => each.id === place.dataset.worksheet);
  const tell = teller(one("progress"));
  let file = empty();
  let unsaved = false; // something was typed since the last download
  let readable = false; // what the device remembers was read: else it is left alone, and not written over

  /** Show how far the sheet is, and what goes onto paper. */
  const refresh = () => {
    tell(inWords(known, sheet, file));
    one('printed="name"').textContent = file.project.name ?? "";
    one('printed="day"').textContent = dayInWords(today());
    one('printed="address"').textContent = location.href.split("#")[0];
  };
  const keeps = () => readable && isKept();
  const keep = () => {
    if (keeps() && !remember(textOf(file, known), today())) says.textContent = "This browser has no room to remember this. Download the file.";
  };
  const all = controls(known, (name, values) => {
    if (name === "project" || name === "decision") file[name] = { ...file[name], ...values };
    else answer(file, known, name, values);
    unsaved = true;
    keep();
    refresh();
  });

  /** Open a file's bytes: put it into the controls, or say why not. `aloud` says that somebody chose the file. */
  const take = async (bytes, name, aloud) => {
    await withPast(known);
    const { file: opened, problems } = open(known, bytes, !aloud);
    const fates = opened ? migrate(known, opened) : [];
    if (opened) {
      file = opened;
      all.fill(file, fates);
      refresh();
    }
    const toSee = of(fates, "reworded").length + of(fates, "retired").length;
    const told = !opened ? refused(name, problems) : aloud || toSee ? report(known, sheet, name, opened, fates) : null;
    one("report").replaceChildren(...(told ? [told] : []));
    one("report").hidden = !told;
    if (aloud) told.querySelector("h2").focus();
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
      keep();
    },
    remember: () => {
      const kept = remember(textOf(file, known), today());
      says.textContent = kept ? "Remembered on this device." : "This browser does not allow it. Download the file instead.";
      showKept(remembered());
    },
    clear: () => {
      forget();
      readable = true;
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
      await withPast(known);
      const text = textOf(file, known);
      const problems = judge(known, text);
      showFaults(problems);
      if (problems.length) return;
      save(nameOf(file), text);
      unsaved = false;
      says.textContent = `Downloaded as ${nameOf(file)}. Keep it with the project’s papers.`;
    },
    again: () => {
      if (!isBare(file) && !confirm("This empties all sheets of the project here. What you did not download is lost. Start again?")) return;
      forget();
      readable = true;
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
    await withPast(known);
    const { file: written, problems } = open(known, new TextEncoder().encode(textOf(file, known)));
    showFaults(problems);
    return written && { file: written, name: nameOf(file) };
  }, says).catch(() => { one("document").hidden = true; }); // the sheet works without

  const recall = async () => {
    const kept = remembered();
    readable = !isKept();
    showKept(kept ?? (isKept() ? {} : null));
    if (kept) readable = await take(new TextEncoder().encode(kept.text), "what this device remembers", false);
  };
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
