// Fetches what the form needs: when it opens, and the register only once somebody answers or is named in the address.
// Nothing is sent.
import { later } from "./later.js";
import { fetched } from "./tools.js";

/** Return the SHA-256 of a text or of bytes, or nothing on a page that came over plain http: browsers refuse there. */
export async function digest(data) {
  if (!globalThis.crypto?.subtle) return "";
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  const found = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))];
  return `sha256:${found.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Return what is known: the rules, the authorities, the versions, and how to get the register and one's records. */
export async function load(root) {
  const json = (name) => fetched(`api/${name}.json`, root);
  const [rules, { authorities }, { versions, as_of: asOf }] = await Promise.all(["record-rules", "authorities", "versions"].map(json));
  const now = new Date();
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const current = versions.filter(({ released }) => released <= (asOf > today ? asOf : today)).at(-1);
  const register = later(async () => (await json("signatories")).signatories);
  const histories = new Map();
  /** Return a signatory's published records as last corrected, the oldest first. */
  const history = async (slug) => {
    if (!(await register()).some((each) => each.slug === slug)) return [];
    if (!histories.has(slug)) {
      const { records } = await json(`signatories/${slug}`);
      histories.set(slug, records.map((each) => ({ ...each, values: { ...each.fields, ...each.corrected } })));
    }
    return histories.get(slug);
  };
  /** Say whether a version's text is the published one: true, false, or null where this browser can't find out. */
  const isSame = async (version) => {
    const answer = await fetch(new URL(version.text, root)).catch(() => null);
    const found = answer?.ok && (await digest(await answer.arrayBuffer()));
    return found ? found === version.digest : null;
  };
  return { rules, authorities, versions, current, today, register, history, isSame };
}
