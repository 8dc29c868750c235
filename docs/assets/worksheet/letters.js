// What a character is, by the ranges in /api/answer-rules.json: browsers and Python know different editions of Unicode.
const is = (rules, name, letter) => rules.letters[name].some(([first, last]) => first <= letter.codePointAt(0) && letter.codePointAt(0) <= last);

export const isHidden = (rules, letter) => letter !== "\n" && is(rules, "hidden", letter);
export const isUnusualSpace = (rules, letter) => is(rules, "spaces", letter);
