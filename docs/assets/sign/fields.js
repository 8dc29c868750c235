// Which fields a record has, in which order, and which it needs: read from the table in /api/record-rules.json.

/** Return the fields of an event in a file's order, those of each clause under their real names. */
export function fieldsOf(rules, event, clauses) {
  const specs = rules.fields.filter((spec) => spec.events.includes(event));
  const answers = specs.filter((spec) => spec.name.startsWith(rules.clause)); // grouped by clause
  const named = (spec, clause) => ({ ...spec, name: spec.name.replace(rules.clause, clause), clause });
  return specs.flatMap((spec) => {
    if (!spec.name.includes(rules.clause)) return [spec];
    if (!answers.includes(spec)) return clauses.map((clause) => named(spec, clause));
    return spec === answers[0] ? clauses.flatMap((clause) => answers.map((answer) => named(answer, clause))) : [];
  });
}

/** Return the clause that a field's name speaks of, if it is one's. */
export const clauseWord = (name) => name.replace(/^reserves_/, "").replace(/_why$/, "").replace(/_evidence$/, "");
export const isOfAClause = (name) => /(?:^|-)[0-9]+$/.test(clauseWord(name));

/** Return the fields that a record may have. Where its version is not known, its own clause fields are taken for it. */
export function fieldsOfRecord(context, record) {
  const version = context.versions.find((each) => each.version === record.values.version);
  const own = Object.keys(record.values).filter(isOfAClause).map(clauseWord);
  return fieldsOf(context.rules, record.event, version ? version.clauses.map((clause) => clause.id) : [...new Set(own)]);
}

/** Say whether a field must be there, given what is known. Which clauses are answered, another rule says. */
export function isNeeded(rules, spec, { event, values }) {
  if (spec.kinds) return rules.serving.includes(values.kind);
  if (spec.name === "checked_url") return rules.checked.includes(values.method);
  return !spec.clause && (spec.needed ?? []).includes(event);
}
