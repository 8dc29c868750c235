// What a paper is made of, as plain data. page.js writes it as HTML, and word.js as a Word file.
//
// A paper: { title, over, summary, author, blocks, foot: [words] }. Its blocks:
//   { heading: words, level: 1 to 3 }, with `page: true` on a new page
//   { text: words }   { small: words }   { list: [words] }   { steps: [words] }
//   { numbered: words }: a paragraph with its number, such as 2.3, below a heading { heading, level: 1, numbered: true }
//   { note: words, text: [words] }: a box
//   { table: { caption, head: [words], rows: [[words]], widths: [per cent], tall } }: an empty cell is a place to write
//     in, `tall` lines high; with tall 0 it is only empty
//   { sign: { caption, lines: [{ label, hint, value, rows }] } }: labelled places to sign or to write in
// Words are a text, in which a line end is one, or a list of texts and runs { text, bold, italic, prompt, link }.

/** A run in bold, one that a reader replaces, and a link that shows its address. */
export const bold = (text) => ({ text, bold: true });
export const prompt = (text) => ({ text, prompt: true });
export const link = (url) => ({ text: url, link: url });

// What XML refuses, what shows nothing and what turns a line round is shown as its code; other spaces become a space.
const SPACES = /[^\S\n]+/gu;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
const code = (sign) => (sign === "\n" ? sign : `\\u${sign.codePointAt(0).toString(16).padStart(4, "0")}`);

/** Return words as runs of text that every format can hold. */
export const runs = (words) =>
  [words].flat().map((part) => (typeof part === "string" ? { text: part } : part))
    .map((run) => ({ ...run, text: run.text.replace(/\r\n?/g, "\n").replace(SPACES, " ").replace(UNSEEN, code) }));

/** Return words as one line of text. */
export const flat = (words) => runs(words).map(({ text }) => text).join("").replaceAll("\n", " ").trim();

/** Say whether a table takes half a page at most, so that it stays on one: some 95 letters fill a line of the page. */
export function isShort({ head, rows, widths, tall = 1 }) {
  const told = (words, at) => runs(words).map(({ text }) => text).join("").split("\n").reduce((sum, line) => sum + Math.ceil(line.length / (0.95 * (widths?.[at] ?? 100 / head.length))), 0);
  const high = (cells) => Math.max(...cells.map((words, at) => (isBlank(words) ? 2 * tall : told(words, at))));
  return rows.reduce((sum, cells) => sum + high(cells), 0) < 30;
}

/** Say whether there is nothing to read in words, so that their place is one to write in. */
export const isBlank = (words) => !flat(words ?? "");
