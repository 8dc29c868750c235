// How a file stands to what is asked today. The twin of scripts/accord/answers/migration.py.
export const FATES = ["kept", "reworded", "retired", "new"];

/** Return the fate of each answer and of what is new: in the order of the sheets, what is retired last.

    A fate is `{ id, fate, then, now, since, heir }`, what is not known left empty. */
export function migrate(known, file) {
  const { wordings, retired } = known.past;
  const then = (id, asked) => (Object.hasOwn(wordings, id) ? wordings[id][asked] : "") ?? "";
  const today = known.sheets.flatMap(({ items }) => {
    const used = items.some((id) => file.answers.has(id));
    return items.flatMap((id) => {
      const answer = file.answers.get(id);
      const { asked } = known.items[id];
      const words = then(id, asked);
      if (!answer) return used ? [{ id, fate: "new", then: "", now: words }] : [];
      if (answer.asked === asked) return [{ id, fate: "kept", then: words, now: words }];
      return [{ id, fate: "reworded", then: then(id, answer.asked), now: words }];
    });
  });
  const gone = [...file.answers.keys()].filter((id) => !Object.hasOwn(known.items, id)).sort().map((id) => ({
    id, fate: "retired", then: then(id, file.answers.get(id).asked) || retired[id].words, now: "",
    since: retired[id].retired, heir: retired[id].replaced_by,
  }));
  return [...today, ...gone].map((each) => ({ since: "", ...each, heir: each.heir ?? "" }));
}

/** Return the fates of one name. */
export const of = (fates, name) => fates.filter((each) => each.fate === name);
