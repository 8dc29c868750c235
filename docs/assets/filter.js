// Filters the table of practices. The choice lives in the address (?role=…&stage=…), so that it can be shared and the
// back button keeps it. Without this module the form stays hidden and the table shows every row.
const form = document.querySelector("[data-filter]");
const table = document.getElementById(form.dataset.filter);
const rows = [...table.tBodies[0].rows];
const count = form.querySelector("[data-count]");
const selects = [...form.querySelectorAll("select")];

/** Show the rows that fit every choice, and say how many. */
function show() {
  const chosen = selects.filter((select) => select.value);
  const fits = (row) => chosen.every((select) => row.dataset[select.name].split(" ").includes(select.value));
  let shown = 0;
  for (const row of rows) {
    row.hidden = !fits(row);
    if (!row.hidden) shown += 1;
  }
  table.hidden = shown === 0;
  count.textContent = shown
    ? `Showing ${shown} of ${rows.length} practices.`
    : "No practice matches: set one of the choices back to “All”, or press “Show all”.";
}

/** Take the choices from the address. Choices that the form does not have are passed over. */
function read() {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) ?? "";
    select.value = [...select.options].some((option) => option.value === value) ? value : "";
  }
  show();
}

/** Put the choices into the address, without a new entry in the history. */
function write() {
  const asked = new URLSearchParams(selects.filter((select) => select.value).map((select) => [select.name, select.value]));
  const query = asked.toString();
  history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  show();
}

form.addEventListener("change", write);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const select of selects) select.value = "";
  write();
});
addEventListener("popstate", read);
addEventListener("pageshow", read); // the browser may restore old choices after this module ran
form.hidden = false;
read();
