// What every page needs of scripts: lists that fold on phones, closed parts that open for print, and the modules
// that only some pages load. Runs in the head, before the first paint, so that nothing jumps when a menu folds.
// Stores nothing and asks nothing of another host. Without it everything is open and readable.
(() => {
  const root = document.documentElement;
  const { src: here, dataset: { missing } } = document.currentScript;
  root.classList.replace("no-js", "js");
  // On the search page: results will come, and what stands below them leaves room.
  root.classList.toggle("asked", new URLSearchParams(location.search).has("q"));

  const fold = (button, open) => button.setAttribute("aria-expanded", String(open));
  const isOpen = (button) => button.getAttribute("aria-expanded") === "true";

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".fold-button");
    if (button) fold(button, !isOpen(button));
    const link = event.target.closest(".toc .fold-panel a");
    if (link) document.querySelectorAll(".toc .fold-button").forEach((each) => fold(each, false));
  });

  // Escape closes what is open and gives the focus back to its button (WCAG 2.2, 2.1.2 and 2.4.3).
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const button of document.querySelectorAll(".fold-button")) {
      const around = button.parentElement.contains(document.activeElement);
      if (!isOpen(button) || !around || !button.offsetParent) continue;
      fold(button, false);
      button.focus();
    }
  });

  // Paper has no way to open a closed part. The style sheet does this too, where the browser knows ::details-content.
  // How a practice is done stays closed on a worksheet: it would double the sheet, and stands on the practice's own page.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open], .item__how)")];
    opened.forEach((part) => part.setAttribute("open", ""));
  });
  addEventListener("afterprint", () => opened.forEach((part) => part.removeAttribute("open")));

  // "Tell us what is wrong" takes the page's address along, and the words that were selected last.
  let selected = "";
  document.addEventListener("selectionchange", () => { selected = String(getSelection()).trim().slice(0, 500) || selected; });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-report-link]");
    if (link) link.hash = new URLSearchParams({ page: location.href.split("?")[0], sentence: selected });
  });

  // A link to something in a closed part opens the part; not every browser does so by itself.
  const show = () => document.getElementById(location.hash.slice(1))?.closest("details")?.setAttribute("open", "");
  addEventListener("hashchange", show);

  // A module can fail to come: a proxy, a weak signal, a page opened from a folder. Where nobody else says so, this does.
  addEventListener("unhandledrejection", ({ reason }) => {
    if (!/module/i.test(reason?.message) || document.querySelector("#main-content [data-missing]")) return;
    const told = Object.assign(document.createElement("p"), { className: "panel", textContent: missing, role: "alert" });
    told.dataset.missing = "";
    document.querySelector("#main-content .words, #main-content")?.prepend(told);
  });

  document.addEventListener("DOMContentLoaded", () => {
    show();
    if (document.querySelector("[data-filter]")) import(new URL("filter.js", here));
    if (document.querySelector("[data-save-table]")) import(new URL("table/save.js", here));
    if (document.querySelector("[data-search]")) import(new URL("search.js", here));
    // The signing page has words of its own for this (sign.css).
    const sign = document.querySelector("[data-sign]");
    if (sign) import(new URL("sign/form.js", here)).catch((fault) => { sign.dataset.failed = ""; console.error(fault); });
    if (document.querySelector("[data-numbers]")) import(new URL("numbers/page.js", here));
    if (document.querySelector("[data-own-results]")) import(new URL("numbers/results/page.js", here));
    if (document.querySelector("[data-mistake]")) import(new URL("report.js", here));
    if (document.querySelector("[data-letter]")) import(new URL("letter.js", here));
    if (document.querySelector("[data-worksheet]")) import(new URL("worksheet/sheet.js", here));
    if (document.querySelector("[data-compare]")) import(new URL("worksheet/compare-page.js", here));
  });
})();
