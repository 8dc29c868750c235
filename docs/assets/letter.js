// Tailors a letter: who writes, what it asks about and, where the page knows no council, which one. Loaded by site.js.
// The whole letter stands on the page already. Nothing is stored, and nothing that is chosen becomes part of an address.
import { h } from "./sign/page.js";
import { copy, fetched, printAlone } from "./sign/tools.js";

const tool = document.querySelector("[data-letter]");
const root = new URL(tool.dataset.letter, location);
const status = tool.querySelector("[data-letter-status]");
const papers = [...document.querySelectorAll("[data-paper]")];
const writers = [...document.querySelectorAll("[data-writer]")];
const topics = [...document.querySelectorAll("[data-topic]")];
const rights = [...document.querySelectorAll("[data-right]")];
const BLANK = "[name of your council]";

const say = (words) => { status.textContent = words; };
const words = (part) => part.querySelector("h3").textContent.trim();

/** Return a radio button or a tick box with its label. */
const option = (type, name, value, label, checked = false) => {
  const id = `letter-${name}-${value || "none"}`;
  return h("div", { class: "ask__option" }, h("input", { type, name, value, id, checked }), h("label", { for: id }, label));
};

const group = (legend, hint, name, options) => h("fieldset", { class: "ask" }, h("legend", {}, legend),
  hint ? h("p", { class: "ask__hint" }, hint) : null, options);

/** Show the sentence of whoever writes; all of them, with boxes to tick by hand, where nobody was chosen. */
function write(role) {
  for (const line of writers) {
    line.hidden = Boolean(role) && line.dataset.writer !== role;
    line.querySelector("[data-box]").hidden = Boolean(role);
  }
}

/** Show the chosen topics and their rights; everything where none was chosen. Return how many topics the letter has. */
function about(chosen) {
  for (const part of topics) part.hidden = chosen.length > 0 && !chosen.includes(part.dataset.topic);
  const shown = topics.filter((part) => !part.hidden);
  const wanted = shown.flatMap((part) => (part.dataset.rights ?? "").split(" "));
  for (const right of rights) right.hidden = chosen.length > 0 && !wanted.includes(right.dataset.right);
  document.querySelector("[data-all-rights]").hidden = rights.every((right) => right.hidden);
  return shown.length;
}

function choices() {
  const who = writers.map((line) => option("radio", "writer", line.dataset.writer, line.dataset.label));
  const what = topics.map((part) => option("checkbox", "topic", part.dataset.topic, words(part)));
  const form = h("form", { novalidate: true },
    group("Who is writing?", "", "writer", [...who, option("radio", "writer", "", "I will tick it on paper", true)]),
    group("What is it about?", "Tick what you want to ask. With nothing ticked, the letter asks everything.", "topic", what));
  form.addEventListener("change", () => {
    const chosen = new FormData(form);
    write(chosen.get("writer"));
    const number = about(chosen.getAll("topic"));
    say(`The letter below now asks about ${number === 1 ? "one thing" : `${number} things`}.`);
  });
  form.addEventListener("submit", (submitted) => submitted.preventDefault());
  return form;
}

/** Return the councils of today and the signatories that are councils or trusts: by name, with the address of a letter. */
async function councils() {
  const [list, register] = await Promise.all(["authorities", "signatories"].map((name) => fetched(`api/${name}.json`, root)));
  const there = ({ from, until }) => (!from || from <= list.as_of) && (!until || list.as_of < until);
  const found = new Map(list.authorities.filter(there).map(({ slug, name }) => [slug, { name, letter: "" }]));
  for (const { slug, name, kind, address: place } of register.signatories) {
    if (found.has(slug) || kind === "local-authority" || kind === "childrens-trust") found.set(slug, { name, letter: `${place}letter/` });
  }
  return new Map([...found].sort(([, one], [, other]) => one.name.localeCompare(other.name, "en-GB")));
}

async function which() {
  const known = await councils();
  const select = h("select", { id: "letter-council", "aria-describedby": "letter-council-hint" },
    h("option", { value: "" }, "I will write the name by hand"),
    [...known].map(([slug, { name }]) => h("option", { value: slug }, name)));
  const form = h("form", { novalidate: true }, h("div", { class: "ask" },
    h("label", { for: select.id }, "Which council?"),
    h("p", { class: "ask__hint", id: "letter-council-hint" }, "If it is on the public register, you get a letter that names its promises."),
    select), h("p", {}, h("button", {}, "Use this council")));
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    const council = known.get(select.value);
    if (council?.letter) return location.assign(new URL(council.letter, root));
    for (const place of document.querySelectorAll("[data-council]")) place.textContent = council?.name ?? BLANK;
    say(council ? `The letter below is to ${council.name}. It is not on the public register. That says nothing about how it works with you.` : "The letter below has a gap for the name.");
  });
  return form;
}

/** Return the buttons of one letter. Where copying is not allowed, its words are selected, so that keys can copy them. */
function buttons(paper) {
  const says = h("span", { role: "status" });
  const take = async () => {
    for (const fold of paper.querySelectorAll("details")) fold.open = true; // what is folded belongs to the letter
    const isCopied = await copy(paper.innerText);
    if (!isCopied) getSelection().selectAllChildren(paper);
    says.textContent = isCopied ? "Copied. Other programs on this device can now read it." : "The letter is selected. Copy it with your keyboard or your phone’s menu.";
  };
  const name = paper.dataset.paper === "foi" ? "this request" : "this letter";
  return h("p", { class: "letter__buttons" }, h("button", { type: "button", onclick: () => printAlone(paper.dataset.paper) }, `Print ${name}`),
    h("button", { type: "button", class: "button--second", onclick: take }, `Copy ${name}`), says);
}

for (const paper of papers) paper.before(buttons(paper));
const place = tool.querySelector("[data-letter-form]");
place.append(choices());
place.hidden = false;
if (!("own" in tool.dataset)) {
  try {
    place.prepend(await which());
  } catch {
    say("The list of councils could not be fetched. Write your council’s name in the gap.");
  }
}
