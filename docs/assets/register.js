// Searches a register that is too long for one page. Loaded by filter.js on the first choice, never before: it fetches
// /api/signatories.json of this site, and shows the signatories that fit in one table in place of the page's tables.
import { h, inWords, link } from "./sign/page.js";
import { fetched } from "./sign/tools.js";

const MOST = 500;
const own = document.querySelector("table.register");
const body = h("tbody");
const results = h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Signatories that fit", hidden: true },
  h("table", { class: own.className }, h("caption", {}, "Signatories that fit your choice"), own.tHead.cloneNode(true), body));
let all = null;
let turn = 0;

/** Show the results in place of what the page came with, or that alone. */
function swap(isResults, isEmpty = false) {
  results.hidden = !isResults || isEmpty;
  for (const part of document.querySelectorAll("[data-part], [data-pager]")) part.hidden = isResults;
}

document.addEventListener("register-whole", () => {
  turn += 1;
  swap(false);
});

/** Return what a row of the page's own tables says of itself. */
const data = ({ name, region = "", standing, kind = "", use_of_ml: use = "" }) => ({ name: name.toLowerCase(), region, standing, kind, use });

function row(form, item) {
  const option = (name, value) => [...(form.elements[name]?.options ?? [])].find((each) => value && each.value === value)?.textContent;
  const cells = {
    Standing: h("span", { class: `standing standing--${item.standing}` }, option("standing", item.standing) ?? item.standing),
    Kind: option("kind", item.kind),
    Region: item.region,
    Version: item.version,
    "Date signed": item.signed && inWords(item.signed),
    "Machine learning": option("use", item.use_of_ml) ?? "Not said",
    "Next review": item.review_due && inWords(item.review_due),
  };
  const page = new URL(`../${item.address}`, new URL(form.dataset.more, location));
  return h("tr", {}, h("th", { scope: "row" }, link(page, h("bdi", {}, item.name))),
    Object.entries(cells).map(([label, words]) => h("td", { "data-label": label }, words || "–")));
}

/** Show all signatories of the register that fit, and say how many. */
export async function show(form, count, fits, none) {
  turn += 1;
  const mine = turn;
  form.after(results);
  try {
    if (!all) count.textContent = "Fetching the whole register …";
    all ??= fetched(form.dataset.more).then(({ signatories }) => signatories);
    const listed = await all;
    if (mine !== turn) return; // a newer choice came meanwhile
    const found = listed.filter((item) => fits(data(item)));
    body.replaceChildren(...found.slice(0, MOST).map((item) => row(form, item)));
    swap(true, !found.length);
    const [some, whole] = [found, listed].map(({ length }) => length.toLocaleString("en-GB"));
    const first = found.length > MOST ? ` These are the first ${MOST}: choose more narrowly to see the others.` : "";
    count.textContent = found.length ? `${some} of ${whole} signatories.${first}` : none;
  } catch {
    all = null;
    if (mine !== turn) return;
    swap(false);
    count.textContent = "The whole register could not be fetched. Turn the pages below, or try again.";
  }
}
