// Which counts of a table to hide before it is published, so that nobody can work out a small one. Knows nothing of the page.
// Every count is a sum of two others: children = flagged + not flagged, flagged = right + wrong, not flagged = missed + left.
// Every column has its sum over the groups in the last row.
const sum = (values) => values.reduce((all, each) => all + each, 0);

/** Return the rows to hide of columns that are shown or hidden together; null hides the sum too.

    Hidden at once is a row with a number from 1 to `most`, and every row in `already`. More rows are hidden, the smallest
    with anybody in it first, until what is hidden adds up to none or to more than `most` in each column. Then each small
    number could, for all that the table tells, be larger than `most`. `least` is what each row is known to hold. */
function hidden(columns, already, most, least = 0) {
  const isSmall = (value) => value > 0 && value <= most;
  const found = new Set(already);
  const size = columns[0].map((_, row) => sum(columns.map((values) => values[row])));
  for (const row of size.keys()) if (columns.some((values) => isSmall(values[row]))) found.add(row);
  const isOpen = () => columns.some((values) => {
    const rows = sum([...found].map((row) => values[row]));
    return rows > 0 && rows - least * (found.size - 1) <= most;
  });
  const others = [...size.keys()].filter((row) => size[row] && !found.has(row)).sort((a, b) => size[a] - size[b]);
  while (others.length && isOpen()) found.add(others.shift());
  return isOpen() ? null : found;
}

/** Return, for each group and at last for their sum, what is hidden: children, flagged, rightly or wrongly flagged, missed
    or left alone, and without a score or outcome. `groups` have { counts: [right, wrong, missed, left], unknown }. */
export function protect(groups, most) {
  const column = (...places) => groups.map(({ counts }) => sum(places.map((place) => counts[place])));
  const everyone = new Set(groups.keys());
  const children = hidden([column(0, 1, 2, 3)], [], most, 1);
  const flagged = children && hidden([column(0, 1), column(2, 3)], children, most);
  const pairs = [[0, 1], [2, 3]].map((pair) => flagged && hidden(pair.map((place) => column(place)), flagged, most));
  const unknown = hidden([groups.map((each) => each.unknown)], [], most);
  const all = { children, flagged, hits: pairs[0], misses: pairs[1], unknown };
  return [...everyone, "sum"].map((row) => Object.fromEntries(Object.entries(all).map(([name, rows]) => [name, rows === null || rows.has(row)])));
}
