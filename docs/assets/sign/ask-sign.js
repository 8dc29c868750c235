// The questions for signing.
import { apart, radios, several } from "./fields-choice.js";
import { area, days, line } from "./fields-text.js";
import { h, inWords, link, plain } from "./page.js";
import { KIND, USE } from "./said-words.js";
import { findAuthority, slugOf } from "./who.js";
import { nearest } from "./near.js";

const OPTIONS = (words) => Object.entries(words).map(([value, label]) => ({ value, label }));
const URL_HINT = "An address that starts with https://. You can leave it out.";

/** Return the questions: their elements, the fields by name, and what they answer. */
export function askSign(known, root) {
  const listed = known.authorities.filter((each) => !each.until || known.today < each.until);
  const names = listed.map((each) => each.name);
  const find = (text) => findAuthority(known.authorities, text, known.today);
  const council = line("council", { label: "Which council?", hint: "Start to type its name, and choose it from the list.", options: names });
  const already = h("p", { class: "ask__note", role: "status" });
  const served = several("served", { label: "Which councils does the trust serve?", hint: "Type a name, choose it from the list, and press “Add this council”.", options: names, find });
  const organisation = line("organisation", { label: "Name of the organisation", hint: "As it is to be shown on the register." });
  const slug = line("signatory", { label: "Short name", hint: "The register keeps the organisation under it: small letters, digits and hyphens. It can’t be changed later." });
  const more = h("div", { class: "ask__more" });
  const show = (kind) => {
    const own = kind === "local-authority";
    const parts = own ? [council.node, already, organisation.node] : [organisation.node, slug.node, already];
    more.replaceChildren(...(kind ? [...parts, ...(kind === "childrens-trust" ? [served.node] : [])] : []));
  };
  const kind = radios("kind", { label: "Who signs?", options: OPTIONS(KIND), changed: show });
  const tell = async () => {
    const taken = await known.listed().then(() => known.slugs.has(signatory()), () => false); // “Go on” says what failed
    already.replaceChildren(...(taken ? ["There are records under this name already: ", link(new URL(`commitment/signatories/${signatory()}/`, root), "see them"), ". If you sign again, this is a new signing."] : []));
  };
  const signatory = () => (kind.get() === "local-authority" ? find(council.get())?.slug ?? "" : slug.get().trim());
  council.input.addEventListener("change", () => { const found = find(council.get()); if (found) organisation.set(found.name); tell(); });
  organisation.input.addEventListener("change", () => { if (!slug.get() && kind.get() !== "local-authority") slug.set(slugOf(organisation.get())); tell(); });
  slug.input.addEventListener("change", tell);
  const fields = {
    role: line("role", { label: "Which office signs?", hint: "For example “Director of Children’s Services”. Never the name of a person. Up to 300 characters." }),
    date: days("date", { label: "Date of the record", hint: "The day on which you make it: today.", value: known.today }),
    decided: days("decided", { label: "Day of the decision (optional)", hint: `Not before ${inWords(known.current.released)}, when version ${known.current.version} was published.` }),
    decision_url: line("decision_url", { label: "Public record of the decision (optional)", hint: `Such as the minutes. ${URL_HINT}`, type: "url" }),
    use_of_ml: radios("use_of_ml", { label: "How far is machine learning in use? (optional)", hint: "In the work with children and families.", options: [...OPTIONS(USE), { value: "", label: "Leave this out" }], value: "" }),
    statement: area("statement", { label: "Statement (optional)", hint: "What the organisation wants to say. It is shown as typed, on one line. Up to 2,000 characters. No names of people and no e-mail addresses." }),
    url: line("url", { label: "Page of the organisation about it (optional)", hint: URL_HINT, type: "url" }),
  };
  const reserves = known.current.clauses.map((clause) => apart(`reserves_${clause.id}`, { label: clause.label, words: plain(clause.words) }));
  const node = h("div", {},
    h("h3", {}, "The organisation"), kind.node, more, fields.role.node,
    h("h3", {}, "The decision"), fields.date.node, fields.decided.node, fields.decision_url.node,
    h("h3", {}, "Machine learning today"), fields.use_of_ml.node,
    h("h3", {}, "Promises that are set apart"),
    h("p", {}, "Most organisations set none apart. If there is one that you can’t promise, say which and why. The reason is public."),
    h("details", { class: "ask__reserves" }, h("summary", {}, "Set a promise apart"), reserves.map((each) => each.node)),
    h("h3", {}, "In your own words"), fields.statement.node, fields.url.node);
  const all = { kind, council, served, organisation, signatory: slug, ...fields, ...Object.fromEntries(reserves.map((each) => [each.name, each])) };
  prefill(known, all);

  return {
    node, fields: all, clauses: known.current,
    alias: (name) => (kind.get() === "local-authority" && ["ons_code", "signatory"].includes(name) ? "council" : name === "ons_code" ? "served" : name),
    answers: () => {
      const own = kind.get() === "local-authority";
      const found = own ? find(council.get()) : null;
      const values = {
        signatory: signatory(), date: fields.date.get(), organisation: organisation.get(), kind: kind.get(),
        ons_code: own ? found?.code ?? "" : kind.get() === "childrens-trust" ? served.get() : "",
        version: known.current.version, digest: known.current.digest,
        ...Object.fromEntries([...Object.values(fields), ...reserves].map((each) => [each.name, each.get()])),
      };
      return { values, faults: faults({ own, found, council, kind, names, reserves }) };
    },
  };
}

/** Return what the page itself has to say: of a council that is not on the list, of a box without its reason. */
function faults({ own, found, council, kind, names, reserves }) {
  if (!kind.get()) return [{ name: "kind", words: "Say who signs.", instead: ["kind", "signatory", "organisation", "ons_code"] }];
  const near = council.get().trim() ? nearest(council.get().trim(), names) : "";
  const said = council.get().trim() ? `There is no council “${council.get().trim()}” on the list.${near} Choose it from the list.` : "Choose the council from the list.";
  return [
    ...(own && !found ? [{ name: "council", words: said, instead: ["signatory", "organisation", "ons_code"] }] : []),
    ...reserves.filter((each) => each.isOn() && !each.get().trim()).map((each) => ({ name: each.name, words: "Give the reason, or take the tick away.", instead: [] })),
  ];
}

/** Fill in who the signatory is, where the address names one. */
function prefill(known, all) {
  const last = known.history.filter((each) => each.event === "signed" && !each.erased).at(-1)?.values;
  const authority = known.authorities.find((each) => each.slug === known.signatory);
  if (!known.signatory) return;
  all.kind.set(last?.kind ?? "local-authority");
  if (authority) all.council.set(authority.name);
  else all.signatory.set(known.signatory);
  all.organisation.set(last?.organisation ?? authority?.name ?? "");
  if (last?.kind === "childrens-trust") all.served.set(last.ons_code);
  all.role.set(last?.role ?? "");
}
