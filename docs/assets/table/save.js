// Saves the rows that a filtered page shows, as CSV. Made in the browser: nothing is sent.
// Loaded by ../site.js on pages that hold [data-save-table]; without it the links to the whole tables remain.
import { save } from "../sign/page.js";
import { commaSeparated } from "./csv.js";

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

/** Return what is chosen in the filter. */
const choices = () => [...document.querySelectorAll("form.filters select, form.filters input[name]")].map((field) => field.value.trim());

const slug = (text) => text.normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);

/** Save what is shown. */
function take() {
  const { heads, rows } = shown();
  if (!rows.length) {
    says.textContent = "Nothing is shown, so there is nothing to save. Press “Show all” first.";
    return;
  }
  const file = `${[sheet, ...choices()].map(slug).filter(Boolean).join("-")}.csv`;
  save(file, commaSeparated(heads, rows));
  says.textContent = `Saved ${rows.length} ${rows.length === 1 ? "row" : "rows"} as ${file}.`;
}

place.querySelector("button").addEventListener("click", take);
place.hidden = false;
place.dataset.ready = "";
