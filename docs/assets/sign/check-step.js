// The second step: what will be public, what it means, an optional key, and the box to tick.
import { filePicker, groups, h, inWords, link, points, save } from "./page.js";
import { chosenWords, fieldWords } from "./said-words.js";
import { canSign, makePair, openPair } from "./key.js";

const MEANS = {
  signed: [
    "The organisation promises in public to keep every promise that is not set apart.",
    "It stays claimed, and is left out of every count, until a steward has confirmed it.",
    "Each year it answers promise by promise. If a year passes without that, the register says so.",
    "It can withdraw, with its reason. The record of its time as a signatory stays.",
  ],
  reviewed: ["The answers stand beside the promises, with their reasons, for families and everybody else.", "The next review is due in 12 months."],
  corrected: ["The wrong record stays, and the correction stands beside it."],
  withdrawn: ["The signature ends on this day. What was signed, and how it was reviewed, stays to be read."],
  succeeded: ["The signature ends on this day. The register shows the promises with the one that takes over."],
};

/** Return the second step for a record that was found good. `again` makes it anew with a public key. */
export function checkStep(known, event, made, { questions, root, again, onward, back }) {
  const version = questions.clauses;
  const heading = h("h2", {}, "Check before you go on");
  const box = h("input", { type: "checkbox", id: "q-agreed", "aria-describedby": "q-agreed-error" });
  const fault = h("p", { class: "ask__error", id: "q-agreed-error", hidden: true }, h("span", { class: "visually-hidden" }, "Error: "), "Tick the box if you have read it, or change the answers.");
  const agreed = h("div", { class: "ask" }, fault, h("div", { class: "ask__option" }, box, h("label", { for: "q-agreed" }, "I have read what will be public and what it means.")));
  const state = { made, pair: null };
  const shown = h("pre", { class: "sign__record", tabindex: "0", "aria-label": "The record" }, h("code", {}, made.text));
  const show = (next) => { state.made = next; shown.firstChild.textContent = next.text; };
  const go = () => {
    fault.hidden = box.checked;
    agreed.classList.toggle("ask--wrong", !box.checked);
    box.setAttribute("aria-invalid", String(!box.checked));
    return box.checked ? onward(state) : box.focus();
  };
  const node = h("section", {}, heading,
    h("h3", {}, "What will be public"), answers(known, made.values, version),
    h("p", {}, "All of this becomes public, and is kept for good. So may be the name and the address that you use with the repository’s host. Name an office, and no person. ", link(new URL("privacy/", root), "Privacy"), " says more."),
    h("details", {}, h("summary", {}, "The record itself, as it will be written"), h("p", {}, "File: ", h("code", {}, made.path)), shown),
    h("h3", {}, "What it means"), points(MEANS[event]), h("p", {}, link(new URL("commitment/about/", root), "What signing means"), " says it in full."),
    keyPart(known, event, { again, show, state }),
    agreed,
    h("p", { class: "sign__buttons" }, h("button", { type: "button", onclick: go }, "Go on"), " ", h("button", { type: "button", class: "button--second", onclick: back }, "Change the answers")));
  return { node, heading };
}

/** Return the answers as a list of words. */
function answers(known, values, version) {
  const skipped = new Set(["event", "signatory", "kind", "version", "digest", "target", "public_key"]);
  const rows = Object.entries(values).filter(([name, value]) => value && !skipped.has(name)).map(([name, value]) => {
    const clause = name.startsWith("reserves_") ? `${fieldWords(version, name.replace("reserves_", ""))} is set apart` : "";
    const words = { date: "Date of the record", reason: "Reason", field: "Corrected field", value: "It should say", successor: "Takes over" }[name];
    const said = /^\d{4}-\d\d-\d\d$/.test(value) ? inWords(value) : name === "field" ? fieldWords(version, value) : chosenWords(value);
    return h("div", {}, h("dt", {}, clause || words || fieldWords(version, name)), h("dd", {}, said));
  });
  const first = [["Under the short name", values.signatory], ["Kind", values.kind && chosenWords(values.kind)], ["Version", values.version && `${values.version}, digest ${groups(values.digest)}`]];
  return h("dl", { class: "facts sign__facts" }, first.filter(([, said]) => said).map(([words, said]) => h("div", {}, h("dt", {}, words), h("dd", {}, said))), rows);
}

/** Return the part on keys: make one for a signing, load one for a later record. */
function keyPart(known, event, { again, show, state }) {
  const says = h("p", { role: "status", class: "ask__note" });
  const body = h("div", {});
  const inForce = known.history.filter((each) => each.values.public_key).at(-1)?.values.public_key;
  const use = (pair, words) => { state.pair = pair; show(again(pair.line)); says.textContent = words; };
  const load = async (file) => {
    const pair = await openPair(await file.text());
    if (typeof pair === "string") says.textContent = pair;
    else if (inForce && pair.line !== inForce) says.textContent = "This is another key than the one that the last signing names.";
    else use(pair, "The record will be signed with this key.");
  };
  const fresh = async () => {
    const pair = await makePair();
    save("commitment-key", pair.file);
    const saves = [["commitment-key", pair.file], ["commitment-key.pub", `${pair.line}\n`]].map(([name, content]) =>
      h("p", {}, h("button", { type: "button", class: "button--second", onclick: () => save(name, content) }, `Save ${name}`)));
    body.replaceChildren(...saves);
    use(pair, "Your browser has saved the file commitment-key. Keep it where only this office finds it: whoever has it can sign as you. It has no password. The other file, commitment-key.pub, is no secret. The record now names your key.");
    body.querySelector("button").focus();
  };
  canSign().then((can) => {
    if (!can) {
      body.append(h("p", {}, "This browser can’t sign with such a key, or the page did not come over https. With the command line you can: “accord sign --key FILE”."));
      return;
    }
    const file = filePicker("q-key", load);
    const make = event === "signed" && !inForce ? h("p", {}, h("button", { type: "button", class: "button--second", onclick: fresh }, "Make a key and sign with it")) : null;
    body.append(...[make, h("div", { class: "ask" }, h("label", { for: "q-key" }, make ? "Or use a key that you have" : "Use your key"), h("p", { class: "ask__hint" }, "The file of an OpenSSH key of the kind Ed25519, without a password. It stays on your computer."), file)].filter(Boolean));
  });
  const why = inForce && event !== "signed"
    ? "This signatory has a key. Without a signature by it, a steward has to add this record."
    : "A key is optional. It shows that later records come from the same key holder. It does not replace the steward’s check.";
  if (event !== "signed" && !inForce) return null;
  return h("details", { class: "sign__key" }, h("summary", {}, "Sign with a key (optional)"), h("p", {}, why), body, says);
}
