// Searches a register that is too long for one page. Loaded by filter.js on the first choice, never before: it fetches
// /api/signatories.json of this site, and shows the signatories that fit in one table in place of the page's tables.
// Values go into the page as text and never as HTML.
const MOST = 500;
const STANDING = {
  waiting: "Waiting",
  signed: "Signed",
  "review-due": "Review due",
  "to-sign-again": "To sign again",
  lapsed: "Lapsed",
  withdrawn: "Withdrawn",
  succeeded: "Succeeded",
  erased: "Erased",
  inherits: "Inherits",
};
let fetched;
let results;
let turn = 0;

document.addEventListener("register-whole", () => {
  turn += 1;
  if (results) results.hidden = true;
  whole(false);
});

/** Hide or show what the page came with. */
function whole(hidden) {
  for (const part of document.querySelectorAll("[data-part], [data-pager]")) part.hidden = hidden;
}

/** Return what a row of the page's own tables says of itself. */
const data = (item) => ({
  name: item.name.toLowerCase(),
  region: item.region ?? "",
  standing: item.standing,
  kind: item.kind ?? "",
  use: item.use_of_ml ?? "",
});

function cell(row, label, text) {
  const made = row.insertCell();
  made.dataset.label = label;
  made.textContent = text || "–";
  return made;
}

const day = (text) =>
  text ? new Date(`${text}T12:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }) : "";

/** Return the words that the form has for a value. */
const option = (form, name, value) => [...(form.elements[name]?.options ?? [])].find((each) => each.value === value)?.textContent ?? "";

function rowFor(form, item) {
  const row = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  const link = document.createElement("a");
  link.href = new URL(`../${item.address}`, new URL(form.dataset.more, location));
  const name = document.createElement("bdi");
  name.textContent = item.name;
  link.append(name);
  head.append(link);
  row.append(head);
  const standing = document.createElement("span");
  standing.className = `standing standing--${item.standing}`;
  standing.textContent = STANDING[item.standing] ?? item.standing;
  cell(row, "Standing", "").replaceChildren(standing);
  cell(row, "Kind", option(form, "kind", item.kind));
  cell(row, "Region", item.region);
  cell(row, "Version", item.version);
  cell(row, "Date signed", day(item.signed));
  cell(row, "Machine learning", option(form, "use", item.use_of_ml) || "Not said");
  cell(row, "Next review", day(item.review_due));
  return row;
}

/** Return the table of results, made from the page's first table. */
function table(form) {
  if (results) return results.querySelector("table");
  const own = document.querySelector("table.register");
  results = document.createElement("div");
  results.className = "scroll";
  results.tabIndex = 0;
  results.setAttribute("role", "region");
  results.setAttribute("aria-label", "Signatories that fit");
  const made = own.cloneNode(false);
  made.removeAttribute("id");
  const caption = document.createElement("caption");
  caption.textContent = "Signatories that fit your choice";
  made.append(caption, own.tHead.cloneNode(true), document.createElement("tbody"));
  results.append(made);
  form.after(results);
  return made;
}

/** Show all signatories of the register that fit, and say how many. */
export async function show(form, count, fits, none) {
  turn += 1;
  const mine = turn;
  try {
    if (!fetched) count.textContent = "Fetching the whole register …";
    fetched ??= fetch(form.dataset.more).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    const all = (await fetched).signatories;
    if (mine !== turn) return; // a newer choice came meanwhile
    const found = all.filter((item) => fits(data(item)));
    table(form).tBodies[0].replaceChildren(...found.slice(0, MOST).map((item) => rowFor(form, item)));
    results.hidden = found.length === 0;
    whole(true);
    const number = (value) => value.toLocaleString("en-GB");
    const first = found.length > MOST ? ` These are the first ${MOST}: choose more narrowly to see the others.` : "";
    count.textContent = found.length ? `${number(found.length)} of ${number(all.length)} signatories.${first}` : none;
  } catch {
    fetched = undefined;
    if (mine !== turn) return;
    whole(false);
    count.textContent = "The whole register could not be fetched. Turn the pages below, or try again.";
  }
}
