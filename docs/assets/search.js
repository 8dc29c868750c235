// Answers the search page in the browser. Loads the index only when there is something to look for.
// Results are built from text nodes, so nothing that is typed or indexed can become markup.
import { elsewhere, find, MOST, open } from "./search-index.js";
import { stem } from "./search-words.js";
import { h, link } from "./sign/page.js";

const BEFORE = 30; // words and spaces shown before the first word found
const LONG = 80; // words and spaces of an excerpt
const MOST_TYPED = 200; // signs that are looked for: an address with thousands would hold the tab for half a minute

const form = document.querySelector("[data-search]");
const input = form.elements.q;
const list = document.querySelector("[data-results]");
const count = document.querySelector("[data-count]");
const other = document.querySelector("[data-elsewhere]");
const root = new URL(`${form.dataset.root}/`, location.href);
let loading;

/** Return the part of a text around the first word found, with the words found in <mark>. */
function excerpt(text, terms) {
  const parts = text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? [];
  const isHit = (part) => terms.includes(stem(part.toLowerCase()));
  const start = Math.max(0, parts.findIndex(isHit) - BEFORE);
  const shown = parts.slice(start, start + LONG).map((part) => (isHit(part) ? h("mark", {}, part) : part));
  return h("p", {}, start ? "… " : "", ...shown, start + LONG < parts.length ? " …" : "");
}

function item({ titles }, hit) {
  // A section stands in a page, and a page such as a practice under another one: its stage.
  const where = titles.get(hit.id.includes("#") ? hit.page : hit.page.replace(/[^/]+\/$/, ""));
  const before = where && hit.page ? h("span", { class: "results__page" }, `${where} › `) : "";
  return h("li", {}, link(new URL(hit.id, root), [before, hit.title], { rel: "noreferrer" }), excerpt(hit.text, hit.terms));
}

/** Say who covers what this site does not. */
const away = ({ text, name, url }) => h("p", {}, h("strong", {}, other.dataset.says), ` ${text} `, link(url, name, { rel: "noreferrer" }));

/** Answer what stands in the field, unless it changed while the index was loading. */
async function answer() {
  const query = input.value.trim().slice(0, MOST_TYPED);
  document.documentElement.classList.toggle("asked", query !== "");
  document.title = document.title.replace(/^(“.*” – )?/, query ? () => `“${query}” – ` : "");
  if (!query) return [list, other, count].forEach((part) => part.replaceChildren());
  try {
    const index = await (loading ??= open(root));
    if (query !== input.value.trim().slice(0, MOST_TYPED)) return;
    const found = find(index, query);
    other.replaceChildren(...elsewhere(index, query).map(away));
    list.replaceChildren(...found.map((hit) => item(index, hit)));
    document.documentElement.classList.toggle("asked", found.length > 0);
    count.textContent = found.length
      ? `${found.length === MOST ? "The first " : ""}${found.length} result${found.length === 1 ? "" : "s"} for “${query}”.`
      : `No results for “${query}”. Try fewer or other words, or look through the list of all pages below.`;
  } catch {
    loading = undefined;
    document.documentElement.classList.remove("asked");
    count.textContent = "The search could not load. Try again, or use the list of all pages below.";
  }
}

let pause;
function address() {
  const query = input.value.trim().slice(0, MOST_TYPED);
  history.replaceState(null, "", query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
}
function read() {
  input.value = (new URLSearchParams(location.search).get("q") ?? "").slice(0, MOST_TYPED);
  answer();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  address();
  answer();
});
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => (address(), answer()), 250);
});
addEventListener("popstate", read);
// What was typed before this module came is kept.
if (location.search) read();
else answer();
