// What tools share besides elements: words of the page with their values, and what is fetched, copied and printed.
const english = new Intl.NumberFormat("en-GB"); // which takes long to make
export const inEnglish = (number) => english.format(number);

/** Return words with values where their names are in braces. Numbers go in as people write them. */
export const put = (words, values) => words.replace(/\{([a-z]+)\}/g, (whole, name) => {
  const value = values[name] ?? whole;
  return typeof value === "string" ? value : inEnglish(value);
});

/** Return the words that a template of the page holds, by their keys. */
export const keyed = (template) => new Map([...template.content.querySelectorAll("[data-key]")].map((each) => [each.dataset.key, each.textContent]));

/** Write words where they differ from what is there, so that nothing is read out twice. */
export function tell(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

/** Fetch data of this site. */
export async function fetched(path, root = location) {
  const answer = await fetch(new URL(path, root));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** Copy a text, and say whether the browser allowed it. */
export const copy = async (text) => navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;

/** Print one part of the page: the style sheet shows no other while the page has its mark. */
export function printAlone(part) {
  document.documentElement.classList.add(`printing-${part}`);
  addEventListener("afterprint", () => document.documentElement.classList.remove(`printing-${part}`), { once: true });
  print();
}
