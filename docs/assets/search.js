// Answers the search page in the browser. Loads the index only when there is something to look for.
// Results are built from text nodes, so nothing that is typed or indexed can become markup.
import MiniSearch from "./vendor/minisearch.js";
import { plain, stem, variants, wordsOf } from "./search-words.js";

const PER_PAGE = 3; // results from one page
const MOST = 30; // results in all
const AROUND = 90; // letters shown before the first word found
const LONG = 240; // letters of an excerpt

const form = document.querySelector("[data-search]");
const input = form.elements.q;
const list = document.querySelector("[data-results]");
const count = document.querySelector("[data-count]");
const root = new URL(`${form.dataset.root}/`, location.href);
let loading;

const load = async (name) => {
  const answer = await fetch(new URL(name, root));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
};

/** Load the index once: every section of every page, and every term of the glossary. */
async function open() {
  const [index, groups, glossary] = await Promise.all(
    ["search/search_index.json", "search/words.json", "api/glossary.json"].map(load),
  );
  const titles = new Map();
  const pages = index.docs.map(({ location: id, title, text }) => {
    const [page, anchor] = id.split("#");
    if (!anchor) titles.set(page, plain(title));
    return { id, page, title: plain(title), text: page === "glossary/" ? "" : plain(text), other: "" };
  });
  const terms = glossary.terms.map((term) => ({
    id: term.address, page: "glossary/", title: term.label, text: term.definition.replace(/\[\[(?:[^|\]]*\|)?([^\]]*)\]\]/g, "$1"),
    other: (term.aliases ?? []).join("; "),
  }));
  const engine = new MiniSearch({
    fields: ["title", "other", "text"],
    storeFields: ["page", "title", "text"],
    processTerm: (word) => stem(word.toLowerCase()),
    tokenize: wordsOf,
  });
  engine.addAll([...pages.filter((doc) => doc.title && doc.page !== "search/"), ...terms]);
  return { engine, groups, titles };
}

/** Return results, best first. Other words for the same thing count less; a page's own entry counts more. */
function find({ engine, groups }, query) {
  const best = new Map();
  for (const [words, weight] of variants(query, groups)) {
    const options = {
      boost: { title: 4, other: 3 },
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      weights: { prefix: 0.3, fuzzy: 0.2 },
      boostDocument: (id) => (id.includes("#") ? 1 : 1.4),
    };
    let found = engine.search(words, { ...options, combineWith: "AND" });
    if (!found.length && weight === 1) found = engine.search(words, options);
    for (const hit of found) {
      const score = hit.score * weight;
      const known = best.get(hit.id);
      if (!known) best.set(hit.id, { ...hit, score });
      else Object.assign(known, { score: Math.max(known.score, score), terms: [...known.terms, ...hit.terms] });
    }
  }
  const used = new Map();
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .filter(({ page }) => used.set(page, (used.get(page) ?? 0) + 1).get(page) <= PER_PAGE)
    .slice(0, MOST);
}

const element = (tag, ...children) => {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
};

/** Return the part of a text around the first word found, with the words found in <mark>. */
function excerpt(text, terms) {
  const wanted = new Set(terms);
  const parts = text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? [];
  const hits = parts.map((part) => wanted.has(stem(part.toLowerCase())));
  let start = 0;
  let before = 0;
  const first = Math.max(0, hits.indexOf(true));
  for (let place = first; place > 0 && before < AROUND; place -= 1) before += parts[(start = place - 1)].length;
  const shown = element("p");
  if (start > 0) shown.append("… ");
  let length = 0;
  let end = start;
  for (; end < parts.length && length < LONG; end += 1) {
    shown.append(hits[end] ? element("mark", parts[end]) : parts[end]);
    length += parts[end].length;
  }
  if (end < parts.length) shown.append(" …");
  return shown;
}

function item({ titles }, hit) {
  const link = element("a", hit.title);
  link.href = new URL(hit.id, root);
  const where = titles.get(hit.page);
  if (where && hit.id.includes("#")) {
    const page = element("span", `${where} › `);
    page.className = "results__page";
    link.prepend(page);
  }
  return element("li", link, excerpt(hit.text, hit.terms));
}

/** Answer what stands in the field, unless it changed while the index was loading. */
async function answer() {
  const query = input.value.trim();
  document.title = document.title.replace(/^(“.*” – )?/, query ? () => `“${query}” – ` : "");
  if (!query) {
    list.replaceChildren();
    count.textContent = "";
    return;
  }
  try {
    const index = await (loading ??= open());
    if (query !== input.value.trim()) return;
    const found = find(index, query);
    list.replaceChildren(...found.map((hit) => item(index, hit)));
    count.textContent = found.length
      ? `${found.length === MOST ? "The first " : ""}${found.length} result${found.length === 1 ? "" : "s"} for “${query}”.`
      : `No results for “${query}”. Try fewer or other words, or look through the list of all pages below.`;
  } catch {
    loading = undefined;
    count.textContent = "The search could not load. Try again, or use the list of all pages below.";
  }
}

let pause;
function address() {
  const query = input.value.trim();
  history.replaceState(null, "", query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
}
function read() {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
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
read();
