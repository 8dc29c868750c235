// The index of the search: every section of every page, every term and every promise, ranked by MiniSearch.
import MiniSearch from "./vendor/minisearch.js";
import { fetched } from "./sign/tools.js";
import { EMPTY, key, plain, stem, subject, variants, wordsOf } from "./search-words.js";

const PER_PAGE = 2; // results from one page
const FIRST = 2; // places of guidance that come before any term or source
export const MOST = 30; // results in all
const FILES = ["search/search_index.json", "search/words.json", "api/glossary.json", "search/clauses.json"];
// A page that is read whole is one result; of other pages each section is one.
const WHOLE = /^(?:lifecycle\/[^/]+\/\d+|should-we\/[^/]+|recommendations\/\d+|toolkit\/cards\/[^/]+)\/$/;
// What is read later, by its address: words, lists made of other pages, what is for those who keep the site, sources.
const REFERENCE = /^(?:glossary|sources)\//;
const LATER = [
  [/^sources\//, 0.1],
  [/^(?:changes|contributing|how-we-know)\//, 0.15],
  [/^toolkit\/(?:contract-clauses|worksheets\/[^/]+|documents-by-gate|stop-signs)\/#/, 0.3],
  [/^(?:glossary|hosting\/[^/]+|commitment\/(?:verify|confirming|changes|events))\//, 0.4],
  [/^lifecycle\/[^/]+\/#/, 0.6],
];

/** Load the files once, from the site's root. */
export async function open(root) {
  const [index, words, glossary, clauses] = await Promise.all(FILES.map((name) => fetched(name, root)));
  const titles = new Map();
  const places = new Map();
  const holdsClauses = new Set(clauses.map(({ section }) => section));
  const add = (place) => place.title && places.set(place.id, place);
  for (const { location: id, title: heading, text: html } of index.docs) {
    const [page, anchor] = id.split("#");
    const [title, text] = [plain(heading), plain(html)];
    if (!anchor) titles.set(page, title);
    if (page === "search/") continue;
    if (anchor && WHOLE.test(page)) places.get(page).text += ` ${title}. ${text}`;
    // The glossary's terms and the Commitment's promises come one by one, below.
    else add({ id, page, title, text: page === "glossary/" || holdsClauses.has(id) ? "" : text, other: anchor ? "" : page });
  }
  for (const { address: id, label: title, definition, aliases = [] } of glossary.terms)
    add({ id, page: "glossary/", title, text: definition, other: aliases.join("; ") });
  for (const { address: id, title, text, notes } of clauses)
    add({ id, page: id, title, text: `${text} ${notes}`.trim(), other: title.split(":")[0] });
  const engine = new MiniSearch({
    fields: ["title", "other", "text"],
    storeFields: ["page", "title", "other", "text"],
    processTerm: (word) => stem(word.toLowerCase()),
    tokenize: wordsOf,
  });
  engine.addAll([...places.values()]);
  // Brought to one form once, and not for each query.
  const formed = (rows) => rows.map((row) => ({ ...row, words: row.words.map((phrase) => [subject(phrase), key(phrase)]) }));
  const groups = words.groups.map((group) => [...new Set(group.map(key))].filter(Boolean));
  return { engine, places, titles, groups, asked: formed(words.asked), elsewhere: formed(words.elsewhere) };
}

const boost = { title: 3, other: 3 };
const boostDocument = (id) => (id.includes("#") ? 1 : 1.4) * (LATER.find(([start]) => start.test(id))?.[1] ?? 1);
const exact = { boost, boostDocument, combineWith: "AND" };

/** Say whether a section holds these words side by side: "in care" is no two words somewhere. */
const holds = ({ title, other, text }, words) => [title, other, text].some((part) => ` ${key(part)} `.includes(` ${words} `));

const size = (words) => words.split(" ").length;

/**
 * Return the length of the longest phrase of a list that a query holds and that is a third of it, or more. A phrase that
 * is one telling word among others ("child in need") has to be there whole.
 */
function within(query, phrases) {
  const [telling, all] = [subject(query), key(query)];
  const holds = (text, part) => ` ${text} `.includes(` ${part} `);
  const held = phrases.filter(([words, whole]) =>
    size(words) * 3 >= size(telling) && (words === whole || size(words) > 1 ? holds(telling, words) : holds(all, whole)));
  return Math.max(0, ...held.map(([words]) => words.length));
}

/** Return each number of a query with the word before it: the 22 of "article 22" is not that of "22 councils". */
function numbers(query) {
  const words = key(query).split(" ");
  const before = (at) => (at && !EMPTY.has(words[at - 1]) ? `${words[at - 1]} ` : "");
  return words.flatMap((word, at) => (/^\d/.test(word) ? [before(at) + word] : []));
}

/** Return results, best first. What was typed may have slips; other words for the same thing count less. */
export function find({ engine, places, groups, asked }, query) {
  const best = new Map();
  const typed = subject(query);
  const strict = numbers(query);
  const isUnknown = (term) => !/\d/.test(term) && !engine.search(term, exact).length;
  const loose = {
    ...exact,
    prefix: (term) => term.length > 3 && isUnknown(term),
    fuzzy: (term) => (term.length > 5 && isUnknown(term) ? 0.24 : false),
    weights: { prefix: 0.3, fuzzy: 0.2 },
  };
  const known = engine.search(typed, exact).length > 0;
  // A slip of the keys is mended first, so that other words for what was meant are found too.
  const meant = known ? typed : (engine.autoSuggest(typed, { fuzzy: loose.fuzzy, prefix: false })[0]?.suggestion ?? typed);
  const isNamed = ({ page, title, other }) => page === "glossary/" && [title, ...other.split("; ")].some((name) => subject(name) === meant);
  for (const [words, weight] of new Map([[typed, 1], ...variants(meant, groups)])) {
    let found = engine.search(words, weight === 1 ? loose : exact);
    if (!found.length && words === typed && !strict.length) found = engine.search(words, { ...loose, combineWith: "OR" });
    if (weight < 1 && words.includes(" ")) found = found.filter((hit) => holds(hit, words));
    for (const hit of found) {
      if (!strict.every((number) => !` ${words} `.includes(` ${number} `) || holds(hit, number))) continue;
      const before = best.get(hit.id);
      const score = Math.max(isNamed(hit) ? 500 : hit.score * weight, before?.score ?? 0);
      best.set(hit.id, { ...hit, score, terms: [...hit.terms.filter((term) => !EMPTY.has(term)), ...(before?.terms ?? [])] });
    }
  }
  // What people ask in words that a page does not have: data/search.yml says which place answers.
  for (const { to, words } of asked) {
    const long = within(query, words);
    if (long) best.set(to, { terms: typed.split(" "), ...places.get(to), ...best.get(to), score: 1000 * long });
  }
  const used = new Map();
  const isNew = ({ page }) => used.set(page, (used.get(page) ?? 0) + 1).get(page) <= PER_PAGE;
  const sorted = [...best.values()].sort((a, b) => b.score - a.score).filter(isNew);
  const first = new Set(sorted.filter(({ id }) => !REFERENCE.test(id)).slice(0, FIRST));
  return [...first, ...sorted.filter((hit) => !first.has(hit))].slice(0, MOST);
}

/** Return what this site does not cover and the query asks for, each with who does. */
export const elsewhere = (index, query) => index.elsewhere.filter(({ words }) => within(query, words));
