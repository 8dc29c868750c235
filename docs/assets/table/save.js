// Saves the rows that a filtered page shows, as CSV or as a spreadsheet. Made in the browser: nothing is sent.
// Loaded by ../site.js on pages that hold [data-save-table]; without it the links to the whole tables remain.
import { save } from "../sign/page.js";
import { commaSeparated } from "./csv.js";
import { openDocument } from "./ods.js";

const place = document.querySelector("[data-save-table]");
const says = place.querySelector("[data-saved]");
const { saveTable: name, sheet } = place.dataset;

/** Return words on one line, without those that only a screen reader gets. */
function wordsOf(element) {
  if (element.dataset.value) return element.dataset.value;
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".visually-hidden").forEach((part) => part.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/** Return what is shown: the heads of the first table, and the rows of all tables, each with its page's address. */
function shown() {
  const tables = [...document.querySelectorAll(`table.${name}`)].filter((table) => table.checkVisibility());
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]).filter((row) => !row.hidden);
  const heads = tables.length ? [...tables[0].tHead.rows[0].cells].map(wordsOf) : [];
  return {
    heads: [...heads, "Address"],
    rows: rows.map((row) => [...[...row.cells].map(wordsOf), row.cells[0].querySelector("a")?.href ?? ""]),
  };
}

/** Return the choices of the filter as pairs of a label and the words chosen. */
function choices() {
  const fields = [...document.querySelectorAll("form.filters select, form.filters input[name]")];
  return fields.filter((field) => field.value.trim()).map((field) => ({
    label: document.querySelector(`label[for="${field.id}"]`).textContent.trim(),
    words: field.selectedOptions ? field.selectedOptions[0].textContent.trim() : field.value.trim(),
    value: field.value,
  }));
}

const slug = (text) => text.normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);

/** Save what is shown as a file that ends so. */
function take(ending) {
  const { heads, rows } = shown();
  if (!rows.length) {
    says.textContent = "Nothing is shown, so there is nothing to save. Press “Show all” first.";
    return;
  }
  const chosen = choices();
  const file = [slug(sheet), ...chosen.map(({ value }) => slug(value)).filter(Boolean)].join("-");
  const said = chosen.length ? chosen.map(({ label, words }) => `${label}: ${words}.`) : ["No filter was set."];
  const about = [`${document.querySelector("h1").textContent.trim()}: ${rows.length} rows, as shown on the page.`, ...said, `From ${location.href}`];
  const whole = { name: sheet, heads, rows, about };
  save(`${file}.${ending}`, ending === "ods" ? openDocument(whole) : commaSeparated(heads, rows));
  says.textContent = `Saved ${rows.length} ${rows.length === 1 ? "row" : "rows"} as ${file}.${ending}.`;
}

for (const button of place.querySelectorAll("[data-save]")) button.addEventListener("click", () => take(button.dataset.save));
place.hidden = false;
place.dataset.ready = "";
