// How far a sheet is filled in, in words. It is no score: nothing is added up over sheets, and "no" is an answer.
const SHORT = { open: "open", partly: "partly done", done: "done" };
const words = (state, label) => SHORT[state] ?? label.charAt(0).toLowerCase() + label.slice(1).split(":")[0];

/** Return "5 of 12 answered, 2 open." */
export function inWords(known, sheet, file) {
  const answers = sheet.items.map((id) => file.answers.get(id)).filter(Boolean);
  const states = Object.entries(known.states[known.items[sheet.items[0]].kind]);
  const counted = states.map(([state, label], place) => ({
    first: !place, count: answers.filter((each) => each.state === state).length, words: words(state, label),
  }));
  const parts = counted.filter((each) => each.first || each.count);
  const [first, ...others] = parts.map((each) => `${each.count}${each.first ? ` of ${sheet.items.length}` : ""} ${each.words}`);
  const unticked = answers.filter((each) => !each.state).length;
  return `${[first, ...others, ...(unticked ? [`${unticked} with words and no tick`] : [])].join(", ")}.`;
}

/** Return a function that shows the words, a moment after the last change: who listens hears one sentence, not ten. */
export function teller(node) {
  let wait = 0;
  return (now) => {
    clearTimeout(wait);
    wait = setTimeout(() => { if (node.textContent !== now) node.textContent = now; }, 700);
  };
}
