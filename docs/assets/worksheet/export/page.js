// A document as one web page that stands alone: the twin of scripts/accord/pages/templates/document.html.
// Every word goes in encoded. The page has no script, and its policy lets only its own style sheet through.
const SIGNS = { "&": "&#38;", "<": "&#60;", ">": "&#62;", '"': "&#34;", "'": "&#39;" };

/** Return words as HTML text, safe in an element and in an attribute in double quotes; white space as one space. */
const encode = (words) => words.replace(/\s+/g, " ").trim().replace(/[&<>"']/g, (sign) => SIGNS[sign]);

/** Encode a piece of a line, and keep the space at its ends. */
function spaced(words) {
  if (!words.trim()) return words ? " " : "";
  return `${/^\s/.test(words) ? " " : ""}${encode(words)}${/\s$/.test(words) ? " " : ""}`;
}

function one({ text, bold, italic, prompt, link }) {
  let words = spaced(text);
  if (bold) words = `<strong>${words}</strong>`;
  if (italic) words = `<em>${words}</em>`;
  if (prompt) words = `<span class="prompt">${words}</span>`;
  return link ? `<a href="${encode(link)}">${words}</a>` : words;
}

const runs = (list) => list.map(one).join("");

const BLOCKS = {
  Heading: ({ level, text }) => `<h${level + 1}>${encode(text)}</h${level + 1}>`,
  Paragraph: ({ look, runs: list }) => `<p class="${look}">${runs(list)}</p>`,
  Listing: ({ items }) => `<ul>${items.map((item) => `<li>${runs(item)}</li>`).join("")}</ul>`,
  Note: ({ title, paragraphs }) => `<div class="note"><p class="note-title">${encode(title)}</p>${paragraphs.map((list) => `<p>${runs(list)}</p>`).join("")}</div>`,
  Form: ({ caption, blanks }) => `<table class="form">\n<caption>${encode(caption)}</caption>\n<tbody>\n${blanks.map(({ label, lines }) => `<tr><th scope="row">${encode(label)}</th><td class="blank-${lines}"></td></tr>`).join("\n")}\n</tbody>\n</table>`,
};

/** Return the text of the page. `sheet` is its style sheet, and `policy` its Content-Security-Policy. */
export const page = ({ title, author, over, summary, blocks, foot }, sheet, policy) => `<!doctype html>
<html lang="en-GB">
<head>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${encode(summary)}">
<title>${encode(title)} – ${encode(author)}</title>
<style>${sheet}</style>
</head>
<body>
<main>
${over ? `<p class="over">${encode(over)}</p>` : ""}<h1>${encode(title)}</h1>
<p class="lead">${encode(summary)}</p>
${blocks.map((block) => BLOCKS[block.kind](block)).join("\n")}
</main>
<footer>${foot.map((words) => `<p>${encode(words)}</p>`).join("")}</footer>
</body>
</html>
`;
