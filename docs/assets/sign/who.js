// Finds a council by what people type for its name, and makes a short name of an organisation's.
const PASSED = new Set(["council", "city", "borough", "county", "district", "metropolitan", "london", "royal", "of", "the", "and", "upon"]);

/** Return a name without capitals, signs, and words that one spells out and another leaves away. */
const bare = (name) =>
  name.toLowerCase().replaceAll("&", " and ").replace(/[^\p{L}\p{N}]+/gu, " ").split(" ").filter((word) => word && !PASSED.has(word)).join(" ");

/** Return the one authority whose name or code this is, or nothing. */
export function findAuthority(authorities, text, day) {
  const name = text.trim().toLowerCase();
  if (!name) return undefined;
  const exact = authorities.filter((each) => each.name.toLowerCase() === name || each.code.toLowerCase() === name || each.slug === name);
  const alike = exact.length ? exact : authorities.filter((each) => bare(each.name) === bare(name) && bare(name));
  const there = alike.filter((each) => (!each.from || each.from <= day) && (!each.until || day < each.until));
  return there.length === 1 ? there[0] : alike.length === 1 ? alike[0] : undefined;
}

/** Return the short name that an organisation's name suggests. */
export const slugOf = (name) =>
  name.normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 64).replace(/-+$/, "");
