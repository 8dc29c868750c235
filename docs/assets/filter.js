// Filters the rows of one or more tables: the practices, and the register. The choice lives in the address
// (?role=…&stage=…), so that it can be shared and the back button keeps it. Without this module the form stays hidden
// and the tables show every row. Where a page holds only some of the rows (data-more), register.js fetches the others.
import { inEnglish } from "./sign/tools.js";

const form = document.querySelector("[data-filter]");
const tables = form.dataset.filter.trim().split(/\s+/).map((name) => document.getElementById(name));
const rowsOf = (table) => [...table.tBodies[0].rows];
const rows = tables.flatMap(rowsOf);
const count = form.querySelector("[data-count]");
const fields = [...form.querySelectorAll("select, input[name]")];
const { one = "practice", many = "practices", more, total = rows.length } = form.dataset;
const none = `No ${one} matches: ${form.querySelector("input[name]") ? "change the name, or " : ""}set one of the choices back to “All”, or press “Show all”.`;

const chosen = () => fields.filter((field) => field.value.trim());
const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

/** Say whether a row's data fit a field: every word of a search is in it, or a choice is the value or one of several. */
function fits(data, field) {
  const value = data[field.name] ?? "";
  if (field.type === "search") return words(field.value).every((word) => value.includes(word));
  return value === field.value || value.split(" ").includes(field.value);
}

/** Show the rows that fit every choice, and say how many. */
function show() {
  const wanted = (data) => chosen().every((field) => fits(data, field));
  if (more && chosen().length) {
    import("./register.js").then((register) => register.show(form, count, wanted, none));
    return;
  }
  if (more) document.dispatchEvent(new Event("register-whole"));
  for (const row of rows) row.hidden = !wanted(row.dataset);
  for (const table of tables) {
    table.hidden = rowsOf(table).every((row) => row.hidden);
    table.closest("[data-part]")?.toggleAttribute("hidden", table.hidden);
  }
  const shown = rows.filter((row) => !row.hidden).length;
  count.textContent = shown ? `Showing ${shown} of ${inEnglish(total)} ${Number(total) === 1 ? one : many}.` : none;
}

let wait = 0;

/** Take the choices from the address. Choices that the form does not have are passed over. */
function read() {
  if (wait) return; // what is being typed comes first
  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = asked.get(field.name) ?? "";
    field.value = !field.options || [...field.options].some((option) => option.value === value) ? value : "";
  }
  show();
}

/** Put the choices into the address, without a new entry in the history. */
function write() {
  wait = 0;
  const query = String(new URLSearchParams(chosen().map((field) => [field.name, field.value.trim()])));
  history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  show();
}

form.addEventListener("input", (event) => {
  clearTimeout(wait);
  if (event.target.type === "search") wait = setTimeout(write, 200); // who types is not read to after each letter
  else write();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const field of fields) field.value = "";
  write();
});
addEventListener("popstate", read);
addEventListener("pageshow", read); // the browser may restore old choices after this module ran
form.hidden = false;
read();
