// A worksheet: the file behind its controls, and what its buttons do. Loaded by ../site.js.
import { later, waited } from "../sign/later.js";
import { save } from "../sign/page.js";
import { answerBoth, empty, isBare, nameOf, textOf } from "./book.js";
import { carried, carryOn } from "./carry.js";
import { offer } from "../paper/offer.js";
import { follow } from "./grow.js";
import { bytesOf, load, toRead } from "./load.js";
import { onElsewhere } from "./memory.js";
import { of } from "./migrate.js";
import { Store } from "./store.js";
import { endTools, startTools } from "./tools.js";
import { notRead, view } from "./view.js";
import { watch } from "./warn.js";

const one = (name) => document.querySelector(`[data-${name}]`);
const place = one("worksheet");
const UNREAD = "What this device remembers could not be shown, and is left as it is. Open the page again.";
const ELSEWHERE = "Another tab began to remember answers on this device. What you see here is not remembered. Download it.";
const NO_ROOM = "This browser has no room to remember this. Download the file.";
const NO_STORE = "This browser does not allow it. Download the file instead.";
const UNCHECKED = "The file was not made: what checks it could not be fetched. Your answers are still here. Press the button again.";
const CLEARED = "Cleared. Nothing is stored on this device. What you see here stays until you leave.";
const EMPTIED = "All sheets of this project are empty here. Nothing is stored on this device.";
const NO_SAMPLE = "The example could not be fetched. Press the button again.";
const SAMPLE = "toolkit/numbers/fennhollow-answers.json"; // of a council that does not exist: docs/toolkit/examples/
const REPLACE = "What stands here is saved as a file first, so that nothing is lost. Then this page holds the other file. Go on?";
const BROUGHT = "Your answers came with you from the sheet before. Download them before you leave the sheets.";
const EMPTY = "This empties all sheets of the project here. What you did not download is lost. Start again?";

class Worksheet {
  file = empty();
  isUnsaved = false; // something was typed since the last download
  store = new Store();
  last = Promise.resolve(); // the last look at the store: the next one waits for it

  constructor(known) {
    this.known = known;
    this.sheet = known.sheets.find((each) => each.id === place.dataset.worksheet);
    this.reader = later(async () => (await Promise.all([import("./reader.js"), toRead(known)]))[0]);
    this.view = view(known, this.sheet, (name, values) => this.change(name, values));
    this.showKept = startTools(one("start"), { load: (chosen) => this.load(chosen), sample: () => this.sample(), remember: () => this.remember(), clear: () => this.clear() });
    endTools(one("end"), { print: () => print(), download: () => this.download(), again: () => this.again() });
    offer(one("document"), known, () => this.finished(), this.view.says);
    const isCarried = carryOn(known, () => (isBare(this.file) || this.store.keeps ? null : this.text));
    addEventListener("beforeunload", (leaving) => { if (this.isLost && !isCarried()) leaving.preventDefault(); });
    one("decide-again")?.addEventListener("click", () => this.decideAgain());
    addEventListener("beforeprint", () => this.view.show(this.file));
    onElsewhere(() => this.recall());
    this.view.show(this.file);
  }

  get text() {
    return textOf(this.file, this.known);
  }

  /** Say whether leaving would lose something that somebody wrote. */
  get isLost() {
    return this.isUnsaved && !isBare(this.file) && !this.store.keeps;
  }

  put(name, values) {
    if (name in this.known.rules.fields) this.file[name] = values;
    else answerBoth(this.file, this.known, name, values);
  }

  /** Take what somebody changed in the controls. */
  change(name, values) {
    this.put(name, values);
    this.store.typed.add(name, values);
    this.isUnsaved = true;
    this.keep();
    this.view.show(this.file);
  }

  /** Write what stands here into the store, where somebody asked for that. */
  keep() {
    if (!this.store.state) this.store.typed.drop();
    if (!this.store.keeps) return;
    if (this.store.isBehind) this.recall(); // another tab wrote: what it knows comes first
    else this.write();
  }

  write() {
    if (!this.store.write(this.text)) this.view.say(NO_ROOM);
  }

  /** Open a file's bytes: put it into the controls, or say why not. `aloud` says that somebody chose the file. */
  async take(bytes, name, aloud) {
    const reader = await waited(this.view.says, this.reader, () => (aloud ? this.view.report(notRead(), true) : this.view.say(UNREAD)));
    if (!reader) return false;
    const { file, problems } = reader.open(this.known, bytes, !aloud);
    if (!file) {
      this.view.report(reader.refused(name, problems), aloud);
      return false;
    }
    const fates = reader.migrate(this.known, file);
    this.file = file;
    if (aloud) this.store.typed.drop(); // who chooses a file wants what it holds
    for (const [each, values] of this.store.typed.each()) this.put(each, values);
    this.view.fill(this.file, fates);
    const isToSee = aloud || of(fates, "reworded").length + of(fates, "retired").length;
    this.view.report(isToSee ? reader.report(this.known, this.sheet, name, file, fates) : null, aloud);
    return true;
  }

  async load(chosen) {
    const isHeld = !isBare(this.file) && (this.isUnsaved || this.store.keeps);
    if (isHeld && !confirm(REPLACE)) return;
    const [name, text] = [nameOf(this.file), this.text];
    if (!(await this.take(await bytesOf(this.known, chosen), chosen.name, true))) return;
    if (isHeld) save(name, text);
    this.view.begin();
    this.isUnsaved = false;
    if (this.store.keeps) this.write();
  }

  /** Load the made-up council's answers like any file, so that each sheet and paper can be seen filled in. */
  async sample() {
    const answer = await fetch(new URL(SAMPLE, this.known.root)).catch(() => null);
    if (!answer?.ok) this.view.say(NO_SAMPLE);
    else await this.load(new File([await answer.arrayBuffer()], SAMPLE.split("/").at(-1)));
  }

  remember() {
    this.view.say(this.store.write(this.text) ? "Remembered on this device." : NO_STORE);
    this.showKept(this.store.state);
  }

  clear() {
    this.store.clear();
    this.isUnsaved = true;
    this.view.say(CLEARED);
    this.showKept(null);
  }

  /** Take what was brought along from another sheet. It is not downloaded yet. */
  async bring(text) {
    if (text === null) return;
    if (this.store.keeps) { // another tab began to remember meanwhile: both are kept
      save(nameOf(empty()), text);
      return;
    }
    if (!(await this.take(new TextEncoder().encode(text), "the sheet before", false))) return;
    this.isUnsaved = true;
    this.view.say(BROUGHT);
  }

  /** Return the file that stands here, checked, with a name for it; null where it has faults, which are shown. */
  async finished() {
    const reader = await waited(this.view.says, this.reader, () => this.view.say(UNCHECKED));
    if (!reader) return null;
    const { text } = this;
    const { file, problems } = reader.open(this.known, new TextEncoder().encode(text));
    this.view.faults(problems);
    return file && { file, text, name: nameOf(file) };
  }

  async download() {
    const made = await this.finished();
    if (!made) return;
    save(made.name, made.text);
    this.isUnsaved = false;
    this.view.say(`Downloaded as ${made.name}. Keep it with the project’s papers.`);
  }

  /** Put the decision with the earlier ones, and make room for a later one. */
  decideAgain() {
    const { decision, earlier } = this.file;
    if (!Object.values(decision).some(Boolean)) return;
    this.change("earlier", [...earlier, decision]);
    this.change("decision", {});
    this.view.fill(this.file);
    document.querySelector("#decision-about").focus();
  }

  again() {
    if (!isBare(this.file) && !confirm(EMPTY)) return;
    this.store.clear();
    this.store.typed.drop();
    this.file = empty();
    this.isUnsaved = false;
    this.view.fill(this.file);
    this.view.faults([]);
    this.showKept(null);
    this.view.report(null);
    this.view.say(EMPTIED);
  }

  /** Show what the store holds. One look comes after another, so that the later one sees the latest. */
  recall() {
    this.last = this.last.catch(() => {}).then(() => this.look());
    return this.last;
  }

  async look() {
    this.showKept(this.store.state);
    const { kept, isStrange } = this.store.look() ?? {};
    if (!kept) return;
    if (isStrange && this.isUnsaved && !isBare(this.file)) { // perhaps of another project: both stay
      this.view.say(ELSEWHERE);
      return;
    }
    if (!(await this.take(new TextEncoder().encode(kept.text), "what this device remembers", false))) return;
    this.store.knows(kept.text);
    if (this.store.typed.each().length && this.text !== kept.text) this.keep();
  }
}

// A browser may tick again what was ticked before a reload, and the file knows nothing of it.
for (const radio of document.querySelectorAll('.ask__option input[type="radio"]')) radio.checked = false;
try {
  const known = await load(new URL(place.dataset.root, location));
  const worksheet = new Worksheet(known);
  watch(known.rules);
  follow();
  await worksheet.recall();
  await worksheet.bring(carried());
  worksheet.view.begin();
  place.dataset.ready = "";
} catch {
  one("says").textContent = "The buttons could not be loaded. You can still fill in the sheet and print it. To save your answers, open the page again.";
}
