// An authority signs under its own code and short name, and nobody else does; a code is judged by the record's day.
// The twin of scripts/accord/rules/record_authorities.py.
import { nearest } from "./near.js";
import { fits } from "./values.js";
import { listed, said, shown } from "./words.js";

export function* checkAuthority(context, record) {
  const { rules, authorities } = context;
  if (!authorities.length) return;
  const { event, values, signatory } = record;
  const at = (name, words) => ({ line: record.fields.find((each) => each.name === name)?.line ?? 1, field: name, ...words });
  if (event === "signed") {
    const own = authorities.find((each) => each.slug === signatory);
    const [local] = rules.serving;
    if (own && values.kind && values.kind !== local) {
      yield at("kind", said(rules, "authority-slug", { slug: shown(rules, own.slug), name: own.name, kind: local }));
    }
    if (rules.serving.includes(values.kind)) yield* codes(context, record, values.kind, "ons_code", at);
  } else if (event === "corrected" && values.field === "ons_code") {
    const target = (context.history ?? []).find((each) => each.digest === values.target);
    if (target && rules.serving.includes(target.values.kind)) yield* codes(context, record, target.values.kind, "value", at);
  }
}

function* codes({ rules, authorities }, { values, date, signatory }, kind, field, at) {
  const value = values[field] ?? "";
  if (!fits(rules, "codes", value)) return;
  const named = value.split(",").map((code) => code.trim());
  const alone = kind === rules.serving[0];
  if (alone && named.length > 1) {
    yield at(field, said(rules, "several"));
    return;
  }
  if (new Set(named).size < named.length) yield at(field, said(rules, "code-twice"));
  const own = authorities.find((each) => each.slug === signatory);
  for (const code of named) {
    const authority = authorities.find((each) => each.code === code);
    const wrong = authority ? gone(rules, authorities, authority, date) : unknown(rules, authorities, code, own);
    if (wrong) yield at(field, wrong);
    else if (alone && authority.slug !== signatory) {
      const parts = { code, name: authority.name, slug: shown(rules, authority.slug), own: own?.code, place: authority.slug };
      yield at(field, said(rules, own ? "other" : "other-none", parts));
    }
  }
}

function gone(rules, authorities, authority, day) {
  const { name, from: since, until, successors = [] } = authority;
  if (until && until <= day) {
    const heirs = successors.map((slug) => authorities.find((each) => each.slug === slug)?.name).filter(Boolean);
    return said(rules, "ended", { name, until, day, heirs: listed(heirs, "or") });
  }
  return since && day < since ? said(rules, "begins", { name, since, day }) : null;
}

function unknown(rules, authorities, code, own) {
  const former = authorities.find((each) => each.former_codes?.includes(code));
  if (former) return said(rules, "former", { code, name: former.name, new: former.code });
  const near = nearest(code, authorities.map((each) => each.code));
  return own ? said(rules, "code-own", { code, near, own: own.code, name: own.name }) : said(rules, "code", { code, near });
}
