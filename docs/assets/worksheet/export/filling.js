// Which answers say something for a field, which are open: the twin of scripts/accord/answers/filling.py.
const some = (list) => Boolean(list?.length);

/** Say whether an answer fills anything. A question ticked as answered, without words, fills nothing. */
export function says(answer, kind) {
  if (!answer || answer.state === "open") return false;
  return Boolean(answer.notes) || some(answer.evidence) || answer.state === "not-applicable" || (Boolean(answer.state) && kind !== "question");
}

const saysOf = (m) => (id) => says(m.file.answers.get(id), m.known.items[id].kind);

/** Say whether anything in the file fills a field. */
export const filled = (m, field) =>
  ["project", "decision"].some((block) => (field[block] ?? []).some((name) => m.file[block][name])) || (field.answers ?? []).some(saysOf(m));

/** Return the ids that a field could rest on and nobody has answered so far. */
export const silent = (m, field) => (field.answers ?? []).filter((id) => !saysOf(m)(id));

export const fieldsOf = (layout) => layout.sections.flatMap(({ fields }) => fields ?? []);

/** Return the fields that nothing fills. */
export const gaps = (m) => fieldsOf(m.layout).filter((field) => !filled(m, field));

/** Say whether an answer is to words that have changed since. */
export const isOlder = (m, id) => m.file.answers.get(id).asked !== m.known.items[id].asked;

/** Return the ids whose answers are open, in the order of the sheets: all, or those that the layout's fields name. */
export function opened(m) {
  const named = new Set(fieldsOf(m.layout).flatMap(({ answers }) => answers ?? []));
  return m.known.sheets.flatMap(({ items }) => items).filter((id) => {
    const answer = m.file.answers.get(id);
    if (!answer || (named.size && !named.has(id))) return false;
    return !answer.state || m.said.open.includes(answer.state) || isOlder(m, id);
  });
}

/** Return the words of an answer's state. */
export const state = (m, kind, answer) => m.known.states[kind][answer.state] ?? m.said.words["no-state"];
