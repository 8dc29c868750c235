// Fetches what the page needs: when it opens what the questions need, and the list of all records, which is long where
// many have signed, only once somebody begins to answer or is named in the address. Nothing is sent.
import { can, copies, digest } from "./digest.js";
import { later } from "./later.js";
import { recordOf } from "./rules.js";

/** Return what is known: rules, authorities, versions with their texts, one signatory's records.

    `listed` fetches the list of records, once, and puts into what is known which paths and short names are taken. */
export async function load(root, { event, signatory }) {
  const get = async (path, form) => {
    const answer = await fetch(new URL(path, root));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return form === "bytes" ? new Uint8Array(await answer.arrayBuffer()) : answer[form]();
  };
  const [rules, authorities, versions, register] = await Promise.all([
    get("api/record-rules.json", "json"),
    get("api/authorities.json", "json"),
    get("api/versions.json", "json"),
    event === "signed" ? { signatories: [] } : get("api/signatories.json", "json"),
  ]);
  const today = localDay();
  const asOf = versions.as_of > today ? versions.as_of : today;
  const released = versions.versions.filter((version) => version.released <= asOf);
  const known = {
    rules,
    today,
    authorities: authorities.authorities,
    versions: versions.versions,
    current: released.at(-1) ?? null,
    signatories: register.signatories,
    taken: new Set(),
    slugs: new Set(),
    listed: later(async () => {
      const records = listedRecords(await get("commitment/records.sha256", "text"));
      known.taken = new Set(records.keys());
      known.slugs = new Set([...records.keys()].map((path) => path.split("/")[2]));
      return records;
    }),
    signatory: "",
    history: [],
    heir: false,
  };
  const records = signatory ? await known.listed() : new Map();
  if (signatory && (known.slugs.has(signatory) || known.authorities.some((each) => each.slug === signatory))) {
    known.signatory = signatory;
    known.heir = known.authorities.some((each) => each.successors?.includes(signatory))
      || known.signatories.some((each) => each.slug === signatory && each.standing === "inherits");
    const own = [...records].filter(([path]) => path.startsWith(`${rules.folder}/${signatory}/`));
    known.history = await Promise.all(own.map(([path, hash]) => earlier(rules, get, path, hash)));
  }
  const wanted = new Set([known.current, ...known.history.map((each) => known.versions.find((v) => v.version === each.values.version))]);
  known.texts = new Map(await Promise.all([...wanted].filter(Boolean).map((version) => text(get, version))));
  known.copies = Object.fromEntries([...known.texts].map(([number, { spoilt }]) => [number, spoilt]));
  return known;
}

/** Return the day on this computer's calendar. */
function localDay() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Return the path and the digest of each record on the published list. */
function listedRecords(list) {
  const rows = list.matchAll(/^([0-9a-f]{64}) {2}(commitment\/signatories\/\S+\.yml)$/gm);
  return new Map([...rows].map(([, hash, path]) => [path, hash]));
}

/** Return one published record; of an erased one, what is left of it. */
async function earlier(rules, get, path, hash) {
  const [, , signatory, file] = path.split("/");
  try {
    const raw = await get(`commitment/signatories/${signatory}/records/${file}.txt`, "bytes");
    const record = recordOf(rules, new TextDecoder("utf-8", { ignoreBOM: true }).decode(raw), path);
    if (!record) throw new Error(path);
    return { ...record, digest: can() ? await digest(raw) : `sha256:${hash}` };
  } catch (fault) {
    const left = await get(`commitment/signatories/${signatory}/records/${file}.erased.txt`, "bytes").catch(() => null);
    if (!left) throw fault;
    const [, date, event, number] = /^(\d{4}-\d\d-\d\d)-([a-z]+)(?:-(\d+))?\.yml$/.exec(file);
    return { path, signatory, date, event, sequence: Number(number ?? 1), erased: true, values: {}, fields: [] };
  }
}

/** Return a version's number with its text's bytes and the digest that this browser finds. */
async function text(get, version) {
  const raw = await get(version.text, "bytes");
  const found = can() ? await digest(raw) : "";
  return [version.version, { raw, found, same: found === version.digest, spoilt: can() ? await copies(raw) : {} }];
}
