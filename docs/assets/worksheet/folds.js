// The folds of a sheet: how far each is, what is open, and the way to the next open question. Without scripts, and on
// paper, all are open.
import { inWords } from "./progress.js";

/** Return the folds: `show` their state, and `begin` with the first that has something open. */
export function folds(known, { parts }) {
  const all = [...document.querySelectorAll("[data-fold]")].map((fold) => ({ fold, status: fold.querySelector("[data-status]"), items: [...fold.querySelectorAll("[data-item]")] }));
  const items = all.flatMap((each) => each.items);
  let file;
  let here = null; // where somebody was last
  const state = ({ dataset: { item } }) => file.answers.get(item)?.state;
  const isOpen = (node) => !state(node) || known.rules.open.includes(state(node));

  const show = (now) => {
    file = now;
    for (const { status, items: own } of all) {
      const [{ dataset: { item, kind } }] = own;
      status.textContent = own.length > 1 ? inWords(known, { items: own.map((node) => node.dataset.item) }, file) : known.states[kind][file.answers.get(item)?.state] ?? status.dataset.none;
    }
  };
  /** Mark what is settled, which "only what is open" leaves out. Not while somebody types: it would go from under them. */
  const mark = () => {
    for (const { fold, items: own } of all) {
      own.forEach((node) => node.toggleAttribute("data-settled", !isOpen(node)));
      fold.toggleAttribute("data-settled", !own.some(isOpen));
    }
  };
  const begin = () => {
    const asked = location.hash && document.getElementById(location.hash.slice(1));
    const first = all.find(({ fold }) => asked && fold.contains(asked)) ?? all.find((each) => each.items.some(isOpen));
    for (const each of all) each.fold.open = each === first;
    mark();
  };
  const next = () => {
    mark();
    const later = items.slice(items.indexOf(here) + 1);
    const found = [...later, ...items].find(isOpen);
    if (!found) return;
    here = found;
    all.find((each) => each.items.includes(found)).fold.open = true;
    parts.get(found.dataset.item).first.focus();
  };
  document.addEventListener("focusin", ({ target }) => { here = target.closest("[data-item]") ?? here; });
  document.querySelector("[data-open-only]").addEventListener("change", mark);
  document.querySelector("[data-next]").addEventListener("click", next);
  return { show, begin };
}
