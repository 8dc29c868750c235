// Judges one record by the rules of `accord check`, which come from /api/record-rules.json: the same verdict, the same
// words (tests/browser/test_sign_rules.py). `context` holds the rules, the versions, the authorities, the digests of
// spoilt copies of texts (`copies`), and the signatory's earlier records (`history`) where they are known.
import { checkAuthority } from "./rule-authority.js";
import { checkFields, checkPlace } from "./rule-fields.js";
import { checkHistory } from "./rule-history.js";
import { checkVersion } from "./rule-version.js";
import { checkWords } from "./rule-words.js";
import { isSlug, nameOf, parse } from "./record.js";
import { said, shown } from "./words.js";

const RULES = [checkPlace, checkFields, checkVersion, checkWords, checkAuthority, checkHistory];

/** Return a record from its text and path, or null where it can't be read. */
export function recordOf(rules, text, path) {
  const { fields } = parse(rules, text);
  const name = nameOf(rules, path);
  return fields && name && { path, ...name, fields, values: Object.fromEntries(fields.map((each) => [each.name, each.value])) };
}

/** Return the problems of a record, in the order of its lines: line, field, what is wrong, how to mend it.

    The path is one that `free` made: of a day, an event and a word. */
export function judge(context, text, path) {
  const { rules } = context;
  const slug = path.split("/").at(-2);
  if (!isSlug(rules, slug)) return [{ line: 1, field: "", missing: "signatory", ...said(rules, "slug", { slug: shown(rules, slug) }) }];
  const { found } = parse(rules, text);
  if (found.length) return found;
  const record = recordOf(rules, text, path);
  return RULES.flatMap((rule) => [...rule(context, record)]).sort((a, b) => a.line - b.line);
}
