// A paper as one web page that stands alone, to read, to print and to pass on. What a paper is: parts.js.
// Every word goes in encoded. The page has no script, and its policy lets only its own style sheet through.
import { flat, isBlank, isShort, runs } from "./parts.js";

const SIGNS = { "&": "&#38;", "<": "&#60;", ">": "&#62;", '"': "&#34;", "'": "&#39;" };

/** Return words as HTML text, safe in an element and in an attribute in double quotes. */
const encode = (words) => words.replace(/[&<>"']/g, (sign) => SIGNS[sign]);
const line = (words) => encode(flat(words));

function one({ text, bold, italic, prompt, link }) {
  let words = encode(text).replaceAll("\n", "<br>");
  if (bold) words = `<strong>${words}</strong>`;
  if (italic) words = `<em>${words}</em>`;
  if (prompt) words = `<span class="prompt">${words}</span>`;
  return /^https:\/\//.test(link ?? "") ? `<a href="${encode(link)}">${words}</a>` : words;
}

const rich = (words) => runs(words).map(one).join("");
const number = (words) => `<span class="number">${words}</span>`;
const list = (tag, items) => `<${tag}>${items.map((words) => `<li>${rich(words)}</li>`).join("")}</${tag}>`;
const cell = (words, rows) => (isBlank(words) ? `<td${rows ? ` class="blank-${rows}"` : ""}></td>` : `<td>${rich(words)}</td>`);

const table = ({ caption, head, rows, widths, tall = 1 }) => `<table class="columns-${head.length}${isShort({ head, rows, widths, tall }) ? " whole" : ""}">
<caption>${line(caption)}</caption>
${widths ? `<colgroup>${widths.map((part) => `<col class="w${part}">`).join("")}</colgroup>\n` : ""}<thead><tr>${head.map((words) => `<th scope="col">${line(words)}</th>`).join("")}</tr></thead>
<tbody>
${rows.map(([first, ...more]) => `<tr>${isBlank(first) ? cell(first, tall) : `<th scope="row">${rich(first)}</th>`}${more.map((words) => cell(words, tall)).join("")}</tr>`).join("\n")}
</tbody>
</table>`;

const form = ({ caption, lines }) => `<table class="form whole">
<caption>${line(caption)}</caption>
<tbody>
${lines.map(({ label, hint, value, rows = 1 }) => `<tr><th scope="row">${line(label)}${hint ? `<span class="hint">${line(hint)}</span>` : ""}</th>${cell(value, rows)}</tr>`).join("\n")}
</tbody>
</table>`;

/** Return a function that writes one block after another, and counts what is numbered. */
function writer() {
  let [chapter, paragraph] = [0, 0];
  return (block) => {
    if (block.heading !== undefined) {
      if (block.numbered) [chapter, paragraph] = [chapter + 1, 0];
      const before = block.page ? '<hr class="page">' : "";
      return `${before}<h${block.level + 1}>${block.numbered ? `${number(`${chapter}.`)} ` : ""}${line(block.heading)}</h${block.level + 1}>`;
    }
    if (block.numbered !== undefined) {
      paragraph += 1;
      return `<p class="numbered">${number(`${chapter}.${paragraph}`)} ${rich(block.numbered)}</p>`;
    }
    if (block.note !== undefined) return `<div class="note"><p class="note-title">${line(block.note)}</p>${block.text.map((words) => `<p>${rich(words)}</p>`).join("")}</div>`;
    if (block.list) return list("ul", block.list);
    if (block.steps) return list("ol", block.steps);
    if (block.table) return table(block.table);
    if (block.sign) return form(block.sign);
    return block.small === undefined ? `<p>${rich(block.text)}</p>` : `<p class="small">${rich(block.small)}</p>`;
  };
}

/** Return the text of the page. `sheet` is its style sheet, and `policy` its Content-Security-Policy. */
export const page = ({ title, author, over, summary, blocks, foot }, sheet, policy) => `<!doctype html>
<html lang="en-GB">
<head>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${line(summary)}">
<title>${line(title)} – ${line(author)}</title>
<style>${sheet}</style>
</head>
<body>
<main>
${over ? `<p class="over">${line(over)}</p>` : ""}<h1>${line(title)}</h1>
<p class="lead">${line(summary)}</p>
${blocks.map(writer()).join("\n")}
</main>
<footer>${foot.map((words) => `<p>${line(words)}</p>`).join("")}</footer>
</body>
</html>
`;
