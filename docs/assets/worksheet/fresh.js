// What was typed on this page a moment ago. Two tabs write into one store, and neither sees at once what the other wrote.
// So what is fresh here goes into what comes from there, and is not lost under it.
const MOMENT = 3000; // milliseconds; browsers tell other tabs within a fraction of them

/** Return what holds on to what is typed, by its name, until it was written and a moment has passed. */
export function fresh() {
  const typed = new Map();
  const isOld = ({ written }) => written !== null && performance.now() - written > MOMENT;
  return {
    add: (name, values) => typed.set(name, { values, written: null }),
    wrote: () => { for (const each of typed.values()) each.written ??= performance.now(); },
    each: () => [...typed].filter(([, each]) => !isOld(each)).map(([name, each]) => [name, each.values]),
    drop: () => typed.clear(),
  };
}
