// What this device remembers: nothing, until somebody asks for it. One project's answers, in the browser's own store.
// Every site of one host may share a store, so the name holds where this site begins: another copy's answers stay its own.
const KEY = `accord-answers:${new URL("../../", import.meta.url).pathname}`;

/** Return what is remembered, `{ since, text }`, or null. What can't be read is as good as nothing. */
export function remembered() {
  try {
    const { since, text } = JSON.parse(localStorage.getItem(KEY));
    return /^\d{4}-\d\d-\d\d$/.test(since) && typeof text === "string" ? { since, text } : null;
  } catch {
    return null;
  }
}

/** Say whether anything lies in the store, readable or not. */
export function isKept() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false; // a browser that allows no store keeps nothing
  }
}

/** Remember a text. Returns false where the browser does not allow it or has no room. */
export function remember(text, day) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ since: remembered()?.since ?? day, text }));
    return true;
  } catch {
    return false;
  }
}

/** Forget it. */
export const forget = () => localStorage.removeItem(KEY);

/** Call back when another tab has changed what is remembered, or when the page comes back out of the browser's cache. */
export function onElsewhere(call) {
  addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) call(); });
  addEventListener("pageshow", (event) => { if (event.persisted) call(); });
}
