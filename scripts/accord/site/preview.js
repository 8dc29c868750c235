// A page of the preview asks whether there is a newer build, and shows it. Its address says which build it is of.
"use strict";
const built = new URL(document.currentScript.src).search.slice(1);
const later = () => setTimeout(ask, 1000);
const ask = () => fetch(`/livereload/${built}/0`).then((answer) => answer.text())
  .then((newest) => (Number(newest) > Number(built) ? location.reload() : ask())).catch(later);
ask();
