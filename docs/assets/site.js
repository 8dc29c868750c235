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
  const tellMissing = () => {
    if (document.querySelector("#main-content [data-missing]")) return;
    const told = Object.assign(document.createElement("p"), { className: "panel", textContent: missing, role: "alert" });
    told.dataset.missing = "";
    document.querySelector("#main-content .words, #main-content")?.prepend(told);
  };
  addEventListener("unhandledrejection", ({ reason }) => { if (/module/i.test(reason?.message)) tellMissing(); });

  // What only some pages load, by what is on them.
  const MODULES = {
    compare: "worksheet/compare-page", filter: "filter", letter: "letter", mistake: "report", numbers: "numbers/page",
    "own-results": "numbers/results/page", "save-table": "table/save", search: "search", sign: "sign/form", worksheet: "worksheet/sheet",
  };
  document.addEventListener("DOMContentLoaded", async () => {
    show();
    const wanted = Object.keys(MODULES).filter((mark) => document.querySelector(`[data-${mark}]`));
    await Promise.all(wanted.map((mark) => import(new URL(`${MODULES[mark]}.js`, here)).catch((fault) => {
      console.error(fault);
      if (mark === "sign") document.querySelector("[data-sign]").dataset.failed = ""; // this page has words of its own (sign.css)
      else tellMissing(); // an old browser does not read all that a module holds
    })));
    root.dataset.loaded = ""; // from here on nothing more comes by itself
  });
})();
