// What a page fetches only once a reader does something: how to do so once, and what to do where it takes long or fails.
const LONG = 1000; // milliseconds: who waits longer than this is told that something is on its way
const LOADING = "Loading …";

/** Return a function that fetches at its first call, and gives the same at each later one. A failure is not kept. */
export function later(fetches) {
  let got = null;
  return () => {
    got ??= fetches().catch((fault) => {
      got = null;
      throw fault;
    });
    return got;
  };
}

/** Return what is fetched, or null where that failed: `failed` is then called. `says` is where words for waiting go. */
export async function waited(says, fetches, failed) {
  const wait = setTimeout(() => { says.textContent = LOADING; }, LONG);
  const end = () => {
    clearTimeout(wait);
    if (says.textContent === LOADING) says.textContent = "";
  };
  try {
    const got = await fetches();
    end();
    return got;
  } catch {
    end();
    failed();
    return null;
  }
}
