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

const names = (each) => [each.name, ...(each.common_names ?? []), ...(each.earlier_names ?? [])];
const exists = (each, day) => (!each.from || each.from <= day) && (!each.until || day < each.until);

/** Return those that a typed name can mean, those that exist on a day before others: by name, by words, by how words begin. */
export function find({ passed }, list, typed, day) {
  const text = typed.trim().toLowerCase();
  const wanted = bare(passed, text);
  if (!wanted.length) return [];
  const ways = [
    (each) => [each.slug, each.code, ...names(each)].some((name) => name?.toLowerCase() === text),
    (each) => names(each).some((name) => bare(passed, name).join(" ") === wanted.join(" ")),
    (each) => names(each).some((name) => wanted.every((word) => bare(passed, name).some((other) => other.startsWith(word)))),
  ];
  const found = ways.map((way) => list.filter(way)).find((some) => some.length) ?? [];
  const there = found.filter((each) => exists(each, day));
  return there.length ? there : found;
}

/** Return why a name that somebody typed means none, or more than one; nothing where it means one. */
export function unclear(found, typed) {
  if (found.length === 1) return "";
  return found.length ? say("many", { typed, names: listed(found.slice(0, 6).map((each) => each.name)) }) : say("unknown-name", { typed });
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
