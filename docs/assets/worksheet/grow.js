// A box for words is as tall as its words, and paper gets all of them: the style sheet shows a copy of the value there.

/** Give the frame of a box the words that it holds, and mark a day that is there: paper shows no empty one. */
export function show(control) {
  if (control.type === "date") control.toggleAttribute("data-filled", Boolean(control.value));
  const frame = control.closest(".grow");
  if (frame) frame.dataset.value = control.value;
}

/** Put words into a box. */
export function fill(control, words) {
  control.value = words;
  show(control);
}

/** Keep every frame up to date with what is typed. */
export function follow() {
  for (const control of document.querySelectorAll(".grow > :is(input, textarea)")) show(control);
  document.addEventListener("input", ({ target }) => show(target));
}
