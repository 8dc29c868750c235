// The index of the search: every section of every page, every term and every promise, ranked by MiniSearch.
import MiniSearch from "./vendor/minisearch.js";
import { EMPTY, key, plain, stem, subject, variants, wordsOf } from "./search-words.js";

const PER_PAGE = 3; // results from one page
export const MOST = 30; // results in all
const FILES = ["search/search_index.json", "search/words.json", "api/glossary.json", "search/clauses.json"];

/** Return a text of the data without the marks of its links: `[[id|words]]` is its words. */
const unlinked = (text) => text.replace(/\[\[(?:[^|\]]*\|)?([^\]]*)\]\]/g, "$1");

/** Load the files once, from the site's root. */
export async function open(root) {
  const load = async (name) => {
    const answer = await fetch(new URL(name, root));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };
  const [index, groups, glossary, clauses] = await Promise.all(FILES.map(load));
  const titles = new Map();
  const holdsClauses = new Set(clauses.map(({ section }) => section));
  const sections = index.docs.map(({ location: id, title, text }) => {
    const [page, anchor] = id.split("#");
    if (!anchor) titles.set(page, plain(title));
    // The glossary's terms and the Commitment's promises come one by one, below.
    const apart = page === "glossary/" || holdsClauses.has(id);
    return { id, page, title: plain(title), text: apart ? "" : plain(text), other: anchor ? "" : page };
  });
  const terms = glossary.terms.map(({ address: id, label: title, definition, aliases = [] }) => ({
    id,
    page: "glossary/",
    title,
    text: unlinked(definition),
    other: aliases.join("; "),
  }));
  const promises = clauses.map(({ address: id, title, text, notes }) => {
    return { id, page: "commitment/", title, text: `${text} ${unlinked(notes)}`.trim(), other: title.split(":")[0] };
  });
  const engine = new MiniSearch({
    fields: ["title", "other", "text"],
    storeFields: ["page", "title", "other", "text"],
    processTerm: (word) => stem(word.toLowerCase()),
    tokenize: wordsOf,
  });
  engine.addAll([...sections.filter((section) => section.title && section.page !== "search/"), ...terms, ...promises]);
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

/** Say whether a section holds these words side by side: "in care" is no two words somewhere. */
const holds = ({ title, other, text }, words) => [title, other, text].some((part) => ` ${key(part)} `.includes(` ${words} `));

/** Return results, best first. What was typed may have slips; other words for the same thing count less. */
export function find({ engine, groups }, query) {
  const best = new Map();
  const typed = subject(query);
  const known = engine.search(typed, exact).length > 0;
  // A slip of the keys is mended first, so that other words for what was meant are found too.
  const meant = known ? typed : (engine.autoSuggest(typed, { fuzzy: loose.fuzzy, prefix: false })[0]?.suggestion ?? typed);
  for (const [words, weight] of new Map([[typed, 1], ...variants(meant, groups)])) {
    let found = engine.search(words, weight === 1 ? loose : exact);
    if (!found.length && words === typed) found = engine.search(words, { ...loose, combineWith: "OR" });
    if (weight < 1 && words.includes(" ")) found = found.filter((hit) => holds(hit, words));
    for (const hit of found) {
      const before = best.get(hit.id);
      const score = Math.max(hit.score * weight, before?.score ?? 0);
      best.set(hit.id, { ...hit, score, terms: [...hit.terms.filter((term) => !EMPTY.has(term)), ...(before?.terms ?? [])] });
    }
  }
  const used = new Map();
  const isNew = ({ page }) => used.set(page, (used.get(page) ?? 0) + 1).get(page) <= PER_PAGE;
  return [...best.values()].sort((a, b) => b.score - a.score).filter(isNew).slice(0, MOST);
}
