// The signing page: what to do, for whom, the questions, the check, the ways to hand it in. Loaded by ../site.js.
import { errors } from "./errors.js";
import { later, waited } from "./later.js";
import { load } from "./load.js";
import { make } from "./make.js";
import { goTo, groups, h, inWords, link, save } from "./page.js";
import { EVENT } from "./said-words.js";
import { can } from "./digest.js";

const place = document.querySelector("[data-sign]");
const status = place.querySelector("[data-sign-status]");
const body = place.querySelector("[data-sign-body]");
const root = new URL(place.dataset.sign, location);
const site = { repository: place.dataset.repository, contact: place.dataset.contact };
const asked = new URLSearchParams(location.search);
const event = EVENT[asked.get("event")] ? asked.get("event") : "signed";
const ASK = { // the questions of what is asked for are fetched, and no others
  signed: async () => (await import("./ask-sign.js")).askSign,
  reviewed: async () => (await import("./ask-review.js")).askReview,
  corrected: async () => (await import("./ask-others.js")).askCorrect,
  withdrawn: async () => (await import("./ask-others.js")).askWithdraw,
  succeeded: async () => (await import("./ask-others.js")).askSucceed,
};
const TITLE = { signed: "Sign the Commitment", reviewed: "Review the year", corrected: "Correct a record", withdrawn: "Withdraw", succeeded: "Hand over to a successor" };
const UNFETCHED = "What comes next could not be fetched. Your answers are still here. Press “Go on” again.";
const LOADED = "The page is loaded. It stores nothing and sends nothing. Once you begin to answer, it fetches the rest, and works offline from then on.";
const ENDED = new Set(["withdrawn", "succeeded", "erased"]);

/** Return the links to what else this page does. */
function tasks() {
  const items = Object.entries(EVENT).map(([name, words]) => {
    const query = new URLSearchParams({ event: name, ...(asked.get("signatory") ? { signatory: asked.get("signatory") } : {}) });
    return h("li", {}, link(`?${query}`, words, { "aria-current": name === event ? "true" : null }));
  });
  return h("nav", { class: "sign__tasks", "aria-label": "What do you want to do?" }, h("ul", {}, items));
}

/** Return what the browser found out about the text that is signed, or null where the text is not the published one. */
function proof(known) {
  const text = known.texts.get(known.current.version);
  const found = h("p", {}, `Version ${known.current.version} of the Commitment, published on ${inWords(known.current.released)}. The digest of its text: `, h("code", { class: "sign__digest" }, groups(known.current.digest)), ".");
  if (!can()) return h("div", { class: "panel" }, found, h("p", {}, "Your browser works out digests only on pages that come over https, so it could not check this one. The page works all the same. “Check it yourself” shows another way."));
  if (!text.same) return null;
  return h("div", { class: "panel" }, found, h("p", {}, "Your browser has worked this out from the text itself. It is the one that was published."));
}

/** Return the form that asks which signatory is meant: the page opens again with it. */
function whichSignatory(known) {
  const standing = known.signatories.filter((each) => event === "corrected" || !ENDED.has(each.standing));
  if (!standing.length) return h("p", { class: "panel" }, "Nobody is on the register, so there is nothing to do here yet.");
  const options = standing.map((each) => h("option", { value: each.slug }, each.name));
  const select = h("select", { id: "q-signatory", name: "signatory", required: true }, h("option", { value: "" }, "Choose"), options);
  return h("form", { method: "get" }, h("input", { type: "hidden", name: "event", value: event }),
    h("div", { class: "ask" }, h("label", { for: "q-signatory" }, "Which organisation?"), h("p", { class: "ask__hint" }, "Those on the register."), select),
    h("p", {}, h("button", {}, "Go on")));
}

/** Say whether the list of authorities stands in the way: it names nobody who could take over. */
const hasNoHeir = (known) => known.authorities.some((each) => each.slug === known.signatory && !each.successors?.length);

/** Return why this can't be done for this signatory, in words, or nothing. */
function hindrance(known) {
  const records = known.history;
  const has = (name) => records.some((each) => each.event === name);
  if (event === "succeeded" && hasNoHeir(known)) return "The list of authorities names nobody who takes over from this council. Tell a steward, who puts the list right first.";
  if (event === "corrected" && !records.some((each) => !each.erased && ["signed", "reviewed", "withdrawn"].includes(each.event))) return "There is no record that could be corrected.";
  if (event !== "corrected" && !has("signed") && !known.heir) return "This organisation has not signed.";
  if (event === "reviewed" && !records.some((each) => each.event === "signed" && !each.erased)) return "There is no signing that could be reviewed.";
  return "";
}

/** Return the button that saves a review that is not finished: it takes more than one sitting. */
function unfinished(known, questions) {
  const keep = () => save("unfinished-review.yml", make(known, event, questions).text);
  return h("button", { type: "button", class: "button--second", onclick: keep }, "Save what I have so far");
}

/** Return how to fetch what the page needs from the first answer on: the steps that follow, and the list of records. */
const restOf = (known) => later(async () => {
  const [next] = await Promise.all([import("./next-steps.js"), known.listed()]);
  place.dataset.whole = "";
  return next;
});

/** Have the browser ask before it leaves the page with answers that were not saved. */
function keepFromLoss(form) {
  let open = false;
  form.addEventListener("input", ({ target }) => { open ||= target.type !== "file"; });
  document.addEventListener("sign-saved", () => { open = false; });
  addEventListener("beforeunload", (leaving) => { if (open) leaving.preventDefault(); });
}

/** Put the steps on the page: questions, check, ways. Only one is shown at a time. */
function steps(known, ask) {
  const questions = ask(known, root);
  const faults = errors();
  const heading = h("h2", {}, TITLE[event]);
  const name = known.signatories.find((each) => each.slug === known.signatory)?.name;
  const says = h("p", { role: "status", class: "ask__note" });
  const form = h("form", { novalidate: true }, questions.node, h("p", { class: "sign__buttons" }, h("button", {}, "Go on"), event === "reviewed" ? unfinished(known, questions) : null), says);
  const first = h("section", {}, heading, name && event !== "signed" ? h("p", { class: "sign__name" }, name) : null, faults.box, form);
  const shown = h("div", {}, first);
  const order = [{ node: first, heading }];
  const show = (step) => {
    shown.replaceChildren(step.node);
    goTo(step.heading);
  };
  // The browser's Back leads to the step before. A step ahead that the answers no longer fit is dropped.
  const turn = (place, step) => {
    order[place] = step;
    history.pushState({ sign: place }, "");
    show(step);
  };
  addEventListener("popstate", ({ state }) => show(order[state?.sign ?? 0] ?? order[0]));
  form.addEventListener("input", () => { order.length = 1; });
  const back = () => turn(0, order[0]);
  const rest = restOf(known);
  form.addEventListener("focusin", () => { rest().catch(() => {}); }, { once: true }); // “Go on” tries again, and says so
  let waiting = false;
  form.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    if (waiting) return;
    waiting = true;
    says.textContent = "";
    const next = await waited(says, rest, () => { says.textContent = UNFETCHED; });
    waiting = false;
    if (!next) return;
    const made = make(known, event, questions);
    faults.show(made.faults, questions.fields);
    if (made.faults.length) return;
    const again = (key) => make(known, event, questions, key);
    const onward = async (state) =>
      turn(2, await next.waysStep(known, state, { site, event, version: questions.clauses, back: () => turn(1, check) }));
    const check = next.checkStep(known, event, made, { questions, root, again, onward, back });
    turn(1, check);
  });
  keepFromLoss(form);
  return shown;
}

try {
  status.textContent = "Fetching what the page needs …";
  const [known, ask] = await Promise.all([load(root, { event, signatory: asked.get("signatory") ?? "" }), ASK[event]()]);
  const parts = [tasks()];
  if (!known.current) parts.push(h("p", { class: "panel" }, "No version has been published yet, so there is nothing to sign."));
  else if (event !== "signed" && !known.signatory) parts.push(h("h2", {}, TITLE[event]), whichSignatory(known));
  else if (event !== "signed" && hindrance(known)) parts.push(h("h2", {}, TITLE[event]), h("p", { class: "panel" }, hindrance(known)));
  else {
    const proved = proof(known);
    if (proved) parts.push(...(event === "signed" ? [proved] : []), steps(known, ask));
    else parts.push(h("p", { class: "stop" }, "The text that this site gave your browser is not the one that was published. Do not sign, and tell a steward."));
  }
  body.replaceChildren(...parts);
  body.hidden = false;
  status.textContent = LOADED;
} catch {
  status.textContent = "The page could not be loaded. Try again, or use one of the other ways below.";
}
