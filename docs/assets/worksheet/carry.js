// Takes answers along from sheet to sheet, also by way of their list. They lie in the tab's own store only from the press of a link to another
// sheet until that sheet has opened, or for half a minute where it does not open.
const KEY = `accord-carried:${new URL("../../", import.meta.url).pathname}`;
const LONG = 30_000; // milliseconds

function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // a browser that allows no store holds nothing
  }
}

/** Return what was taken along to this sheet, or null. It is gone from the store then. */
export function carried() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  } finally {
    forget();
  }
}

/** Say whether a press leads to another of these addresses, in this tab. */
function leads(event, addresses) {
  const to = event.target.closest?.("a[href]");
  if (!to || to.target || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  return addresses.includes(to.href.split("#")[0]) && to.pathname !== location.pathname;
}

/** Take along what `text` returns, or nothing where that is null, when a link to a sheet or to their list is followed.
    Returns a function that says whether it is on its way. */
export function carryOn(known, text) {
  const sheets = known.sheets.map(({ address }) => new URL(address, known.root).href);
  const addresses = [...sheets, new URL("../", sheets[0]).href];
  let isCarried = false;
  addEventListener("click", (event) => {
    if (!leads(event, addresses)) return;
    const words = text();
    if (words === null) return;
    try {
      sessionStorage.setItem(KEY, words);
    } catch {
      return; // no store, or no room: the browser asks before the reader leaves
    }
    isCarried = true;
    setTimeout(() => {
      isCarried = false;
      forget();
    }, LONG);
  });
  return () => isCarried;
}
