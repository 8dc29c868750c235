// Finds councils and signatories by what people type for their names, and makes a short name of an organisation's.
import { inWords } from "./page.js";
import { listed, say } from "./parts.js";

/** Return a name's words without capitals, accents, signs, and words that one writer spells out and another leaves away. */
function bare(passed, name) {
  const plain = name.normalize("NFD").replace(/[\u0300-\u036f'’.]/g, "").toLowerCase().replaceAll("&", " and ");
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  const left = words.filter((word) => !passed.includes(word));
  return left.length ? left : words;
}

const names = (each) => [each.name, ...["common_names", "earlier_names", "also_typed"].flatMap((list) => each[list] ?? [])];
const exists = (each, day) => (!each.from || each.from <= day) && (!each.until || day < each.until);

/** Say whether two words are one, but for a letter too many or two that changed places, as register/authority_names.py does. */
function slip(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const isLess = short.length > 3 && [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
  return one === other || isLess || (one[0] === other[0] && [...one].sort().join() === [...other].sort().join());
}

/** Return those whose name has each of the words that somebody typed, as `same` judges two words. */
function having({ passed }, list, typed, same) {
  const wanted = bare(passed, typed);
  return list.filter((each) => names(each).some((name) => wanted.every((word) => bare(passed, name).some((other) => same(other, word)))));
}

/** Return those that a typed name can mean, those that exist on a day before others: by name, by words, by how words begin. */
export function find(rules, list, typed, day) {
  const text = typed.trim().toLowerCase();
  const wanted = bare(rules.passed, text).join(" ");
  if (!wanted) return [];
  const ways = [
    () => list.filter((each) => [each.slug, each.code, ...names(each)].some((name) => name?.toLowerCase() === text)),
    () => list.filter((each) => names(each).some((name) => bare(rules.passed, name).join(" ") === wanted)),
    () => having(rules, list, text, (other, word) => other === word),
    () => having(rules, list, text, (other, word) => other.startsWith(word)),
  ];
  const found = ways.reduce((before, way) => (before.length ? before : way()), []);
  const there = found.filter((each) => exists(each, day));
  return there.length ? there : found;
}

/** Return why a typed name means none, with those that it is near to, or more than one; nothing where it means one. */
export function unclear(rules, list, found, typed) {
  if (found.length === 1) return "";
  const near = found.length ? found : having(rules, list, typed.toLowerCase(), slip);
  return say(near.length ? "many" : "unknown-name", { typed, names: listed(near.slice(0, 6).map((each) => each.name)) });
}

/** Return why a council is not there on a day, in words, or nothing. */
export function gone(list, { name, from, until, successors = [] }, day) {
  const heirs = listed(list.filter((each) => successors.includes(each.slug)).map((each) => each.name), "and");
  if (until && until <= day) return say("ended", { name, until: inWords(until), heirs });
  return from && day < from ? say("begins", { name, since: inWords(from) }) : "";
}

/** Return the names of councils to offer while somebody types: what people call each, and the list's own where that differs. */
export const offered = (list) => list.flatMap(({ name, common_names: common = [] }) => [...common, ...(common.some((each) => each.includes(name)) ? [] : [name])]);

/** Return the short name that an organisation's name suggests. */
export const slugOf = (name) => bare([], name.replaceAll("&", " ")).join("-").slice(0, 64).replace(/-+$/, "");
