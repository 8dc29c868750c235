// The signing page: what to do, for whom, the questions, the check, the ways to hand it in. Loaded by ../site.js, which
// shows the other ways where anything here fails.
import { isAsked, question, showFaults } from "./ask.js";
import { EVENTS } from "./events.js";
import { later, waited } from "./later.js";
import { load } from "./load.js";
import { filePicker, goTo, h, inWords, save } from "./page.js";
import { part, place, say } from "./parts.js";
import { encode, isDay, judge, mended, parse } from "./table.js";

const body = place.querySelector("[data-sign-body]");
const query = new URLSearchParams(location.search);
const event = Object.hasOwn(EVENTS, query.get("event")) ? query.get("event") : "signed";
const title = say(`title-${event}`);
const ENDED = ["withdrawn", "succeeded", "erased", "waiting"]; // of which nothing can be said but a correction

/** Return what is wrong and how to put it right, in words for this page, or those of the check's table. */
function words({ messages }, { key, parts = {} }, missing) {
  if (key === "missing" && missing) return missing;
  const said = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, isDay(value) ? inWords(value) : value]));
  const { wrong, cure } = key === "odd" ? parts : messages[key];
  const ofTable = `${wrong} ${cure}`.replace(/\{([a-z]+)\}/g, (_, name) => said[name]).replaceAll("`", "");
  return [say(`fault-${key}`, said) || ofTable, parts.around ? say("fault-place", said) : ""].join(" ").trim();
}

/** Return the record that the answers make, with its faults at the questions that they are about. */
async function make(known, who, made) {
  const { asked } = made;
  const given = [...asked.values()].filter(isAsked).map((each) => [each.name, mended(known.rules, each.get())]);
  const values = { event, signatory: who?.slug, ...made.values(Object.fromEntries(given)) };
  const places = [...made.node.querySelectorAll("[data-ask]")].map((each) => each.dataset.ask);
  const found = judge(known, values, made.meant()).map((fault) => {
    const name = made.alias(fault.name, fault.key);
    return { name, words: words(known.rules, fault, asked.get(name)?.missing) };
  });
  const once = new Map([...found, ...made.faults()].map((fault) => [fault.name, fault])); // a form's own words come last, and win
  const faults = [...once.values()].sort((a, b) => places.indexOf(a.name) - places.indexOf(b.name));
  const published = await known.history(values.signatory).catch(() => []); // offline: the check tells a name that is taken
  const taken = new Set(published.map((each) => each.file));
  const files = ["", ...Array.from({ length: 98 }, (_, at) => `-${at + 2}`)].map((number) => `${values.date}-${event}${number}.yml`);
  const file = files.find((each) => !taken.has(each));
  return {
    event, values, faults, text: encode(known, values), name: made.name?.() || who?.name || "", day: inWords(values.date),
    path: `${known.rules.folder}/${values.signatory}/${file}`, file: `${values.signatory || "record"}-${file}`,
  };
}

/** Return the form that asks which signatory is meant: the page opens again with it. */
async function which(known) {
  const there = (await known.register()).filter((each) => event === "corrected" || !ENDED.includes(each.standing));
  if (!there.length) return part("stop", { title, words: say("empty") });
  const node = part("which", { title, event });
  const { focus } = question(node.querySelector("[data-ask]"));
  focus.name = "signatory";
  focus.required = true;
  focus.append(...there.map((each) => h("option", { value: each.slug }, each.name)));
  return node;
}

/** Have the browser ask before it leaves the page with answers that were not saved, and links open beside the page. */
function keepFromLoss(form) {
  let open = false;
  form.addEventListener("input", ({ target }) => {
    if (open || target.type === "file") return;
    open = true;
    for (const link of document.querySelectorAll("#main-content a[href]:not([target], [href^='#'])")) {
      Object.assign(link, { target: "_blank", rel: "noopener" });
      link.append(h("span", { class: "visually-hidden" }, " (opens in a new tab)"));
    }
  });
  document.addEventListener("sign-saved", () => { open = false; });
  addEventListener("beforeunload", (leaving) => { if (open) leaving.preventDefault(); });
}

/** Return the parts that read a file which somebody kept, and fill the form from it. */
function start(made) {
  const kept = part("kept");
  const says = kept.querySelector("[data-kept]");
  const take = async (file) => {
    const values = parse(await file.text());
    const fits = values.event === event;
    if (fits) made.fill(values);
    says.textContent = fits ? say("kept", { day: isDay(values.date) ? inWords(values.date) : file.name }) : say("not-kept");
  };
  kept.querySelector("input").replaceWith(filePicker("q-file", take, { accept: ".yml,.txt", "aria-describedby": "q-file-hint" }));
  return kept;
}

/** Say whether an answer of a review is that of the one before, and nobody has touched it. */
const isOld = ({ node }) => node.matches(".ask__clause > fieldset") && node.parentElement.querySelector(".ask__before");

/** Return the steps: questions, check, ways. One is on the page at a time, and the browser's Back leads to the one before. */
function steps(known, who, made) {
  const { node, asked } = made;
  const form = node.querySelector("form");
  const box = part("faults");
  const says = node.querySelector("[data-says]");
  form.before(start(made), box);
  const shown = h("div", {}, node);
  const order = [node];
  const show = (step) => {
    shown.replaceChildren(step);
    goTo(step.querySelector("h2"));
  };
  const turn = (at, step) => {
    order[at] = step;
    history.pushState({ sign: at }, "");
    show(step);
  };
  addEventListener("popstate", ({ state }) => show(order[state?.sign ?? 0] ?? node));
  form.addEventListener("input", () => { order.length = 1; }); // a step ahead does not fit the answers any more
  const rest = later(async () => {
    const [next] = await Promise.all([import("./hand-in.js"), known.register()]);
    place.dataset.whole = "";
    return next;
  });
  form.addEventListener("focusin", () => { rest().catch(() => {}); }, { once: true }); // the button tries again, and says so
  let waiting = false;
  const pressed = async (then) => {
    if (waiting) return;
    waiting = true;
    says.textContent = "";
    const got = await waited(says, async () => [await rest(), await make(known, who, made)], () => { says.textContent = say("unfetched"); });
    waiting = false;
    if (got) then(...got);
  };
  node.querySelector("[data-keep]").addEventListener("click", async () => {
    const { file, text } = await make(known, who, made);
    save(file.replace(".yml", "-so-far.yml"), text);
  });
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    pressed((next, record) => {
      showFaults(box, asked, record.faults);
      if (record.faults.length) return;
      const answered = [...asked.values()].filter((each) => isAsked(each) && each.get());
      const facts = answered.map((each) => [each.label, `${each.shown()} ${isOld(each) ? say("old") : ""}`.trim()]);
      const check = next.checkStep(known, record, facts, { back: () => turn(0, node), onward: () => turn(2, ways) });
      const ways = next.waysStep(known, record, { back: () => turn(1, check) });
      turn(1, check);
    });
  });
  keepFromLoss(form);
  return shown;
}

/** Return what the page shows when it opens. */
async function opening(known) {
  const asked = query.get("signatory") ?? "";
  const registered = asked || event !== "signed" ? (await known.register()).find((each) => each.slug === asked) : null;
  const who = registered ?? known.authorities.find((each) => each.slug === asked) ?? null;
  if (!who && event !== "signed") return which(known);
  const made = await EVENTS[event](known, who, who ? await known.history(who.slug) : []);
  if (made.stop) return part("stop", { title, words: made.stop });
  return made.asked ? steps(known, who, made) : made.node;
}

const known = await load(new URL(place.dataset.sign, location));
const slug = query.get("signatory");
body.replaceChildren(part("tasks", { query: slug ? `&${new URLSearchParams({ signatory: slug })}` : "" }), await opening(known));
place.querySelector("[data-sign-status]").textContent = "";
place.dataset.ready = "";
