// Words that people read for the values of a record. The register's pages have the same (render/commitment/words.py).
export const EVENT = {
  signed: "Sign",
  reviewed: "Review the year",
  corrected: "Correct a record",
  succeeded: "Hand over to a successor",
  withdrawn: "Withdraw",
};
export const KIND = {
  "local-authority": "A council with children’s services",
  "childrens-trust": "A children’s trust",
  organisation: "Another organisation",
  supplier: "A supplier of tools",
};
export const USE = {
  none: "Uses none",
  exploring: "Exploring",
  piloting: "Piloting",
  "in-use": "In use",
  stopped: "Stopped",
};
export const ANSWER = { kept: "Kept", partly: "Partly kept", "not-yet": "Not yet kept", "not-applicable": "Does not apply" };
export const FIELD = {
  organisation: "Name of the organisation",
  ons_code: "Council’s code",
  role: "Office that acts",
  decided: "Day of the decision",
  decision_url: "Public record of the decision",
  use_of_ml: "Use of machine learning",
  statement: "Statement",
  url: "Page of the organisation",
};

/** Return the words for a field: those above, or the clause that it speaks of. */
export function fieldWords(version, name) {
  if (FIELD[name]) return FIELD[name];
  const clause = version?.clauses.find((each) => name === each.id || name === `${each.id}_why` || name === `${each.id}_evidence`);
  if (!clause) return name;
  if (name.endsWith("_why")) return `${clause.label}, the reason`;
  return name.endsWith("_evidence") ? `${clause.label}, the evidence` : clause.label;
}

/** Return the words for what is chosen: an answer, a kind, a use. Other values are as they are. */
export const chosenWords = (value) => ANSWER[value] ?? USE[value] ?? KIND[value] ?? value;
