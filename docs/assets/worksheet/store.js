// The device's memory as one page sees it: what the page knows of it, and what was typed here and may not be there yet.
// Two tabs write into one store, and neither sees at once what the other wrote.
import { today } from "./book.js";
import { fresh } from "./fresh.js";
import { forget, isKept, remember, remembered } from "./memory.js";

export class Store {
  #seen = null; // the text in the store that this page knows
  #readable = false; // what lies there was read: else it is left alone, and not written over
  #isFirst = true;
  typed = fresh();

  /** Say whether this page writes what is typed into the store. */
  get keeps() {
    return this.#readable && isKept();
  }

  /** Say whether another tab wrote since. */
  get isBehind() {
    return remembered()?.text !== this.#seen;
  }

  /** Write a text. Returns false where the browser allows no store, or has no room. */
  write(text) {
    if (!remember(text, today())) return false;
    this.#seen = text;
    this.typed.wrote();
    return true;
  }

  /** Forget everything. */
  clear() {
    forget();
    [this.#seen, this.#readable] = [null, true];
  }

  /** Return what lies in the store where this page does not know it: `{ kept, isStrange }`, else null.

      `isStrange` says that nothing lay there when the page opened. Until `knows` is called nothing is written over it. */
  look() {
    const kept = remembered();
    if (kept && kept.text === this.#seen) return null;
    const isStrange = !this.#isFirst && this.#seen === null;
    [this.#isFirst, this.#seen, this.#readable] = [false, null, !isKept()];
    return { kept, isStrange };
  }

  /** The page shows this text now. */
  knows(text) {
    [this.#seen, this.#readable] = [text, true];
  }

  /** Return what to say of the store: `{ since }`, `{}` where it can't be read, null where there is nothing. */
  get state() {
    return remembered() ?? (isKept() ? {} : null);
  }
}
