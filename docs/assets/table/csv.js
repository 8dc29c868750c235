// A table as CSV (RFC 4180): the twin of comma_separated in scripts/accord/pages/csv_text.py, and a byte order mark.
// A spreadsheet computes what starts with one of these signs, so an apostrophe goes before it (OWASP, "CSV Injection").
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Return a value that a spreadsheet shows and does not compute. */
export const harmless = (value) => (FORMULA.test(value) ? `'${value}` : value);

const line = (values) => `${values.map((value) => `"${harmless(value).replaceAll('"', '""')}"`).join(",")}\r\n`;

/** Return the text of a table. The mark at its start tells Excel that the letters are UTF-8: people open this file. */
export const commaSeparated = (heads, rows) => `\ufeff${[heads, ...rows].map(line).join("")}`;
