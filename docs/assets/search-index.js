// The index of the search: every section of every page, and every term of the glossary, ranked by MiniSearch.
import MiniSearch from "./vendor/minisearch.js";
import { plain, stem, variants, wordsOf } from "./search-words.js";

const PER_PAGE = 3; // results from one page
export const MOST = 30; // results in all
const FILES = ["search/search_index.json", "search/words.json", "api/glossary.json"];

/** Load the files once, from the site's root. */
export async function open(root) {
  const load = async (name) => {
    const answer = await fetch(new URL(name, root));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };
  const [index, groups, glossary] = await Promise.all(FILES.map(load));
  const titles = new Map();
  const sections = index.docs.map(({ location: id, title, text }) => {
    const [page, anchor] = id.split("#");
    if (!anchor) titles.set(page, plain(title));
    // The glossary's terms come one by one, below.
    return { id, page, title: plain(title), text: page === "glossary/" ? "" : plain(text), other: anchor ? "" : page };
  });
  const terms = glossary.terms.map(({ address: id, label: title, definition, aliases = [] }) => ({
    id,
    page: "glossary/",
    title,
    text: definition.replace(/\[\[(?:[^|\]]*\|)?([^\]]*)\]\]/g, "$1"),
    other: aliases.join("; "),
  }));
  const engine = new MiniSearch({
    fields: ["title", "other", "text"],
    storeFields: ["page", "title", "text"],
    processTerm: (word) => stem(word.toLowerCase()),
    tokenize: wordsOf,
  });
  engine.addAll([...sections.filter((section) => section.title && section.page !== "search/"), ...terms]);
  return { engine, groups, titles };
}

const boost = { title: 4, other: 3 };
const boostDocument = (id) => (id.includes("#") ? 1 : 1.4); // a whole page before one of its sections
const exact = { boost, boostDocument, combineWith: "AND" };
const loose = {
  ...exact,
  prefix: (term) => term.length > 3,
  fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  weights: { prefix: 0.3, fuzzy: 0.2 },
};

/** Return results, best first. What was typed may have slips; other words for the same thing count less. */
export function find({ engine, groups }, query) {
  const best = new Map();
  for (const [words, weight] of variants(query, groups)) {
    const typed = weight === 1;
    let found = engine.search(words, typed ? loose : exact);
    if (!found.length && typed) found = engine.search(words, { ...loose, combineWith: "OR" });
    for (const hit of found) {
      const known = best.get(hit.id);
      const score = Math.max(hit.score * weight, known?.score ?? 0);
      best.set(hit.id, { ...hit, score, terms: [...hit.terms, ...(known?.terms ?? [])] });
    }
  }
  const used = new Map();
  const isNew = ({ page }) => used.set(page, (used.get(page) ?? 0) + 1).get(page) <= PER_PAGE;
  return [...best.values()].sort((a, b) => b.score - a.score).filter(isNew).slice(0, MOST);
}
