// The blocks that a document is made of, as plain data: the twin of scripts/accord/paper/blocks.py.
export const run = (text, more = {}) => ({ text, ...more });
export const bold = (text) => run(text, { bold: true });
/** Return a label that heads what follows it on its line. A question has its mark already. */
export const headed = (label) => bold(label.endsWith("?") ? `${label} ` : `${label}: `);
export const link = (url) => run(url, { link: url });
export const heading = (level, text) => ({ kind: "Heading", level, text });
export const paragraph = (runs, look = "body") => ({ kind: "Paragraph", runs, look });
export const plain = (text) => paragraph([run(text)]);
export const small = (text) => paragraph([run(text)], "small");
export const listing = (items) => ({ kind: "Listing", items });
export const note = (title, paragraphs) => ({ kind: "Note", title, paragraphs });
export const form = (caption, blanks) => ({ kind: "Form", caption, blanks });

/** Return words of /api/exports.json, parts filled in. */
export const told = (m, key, parts = {}) => m.said.words[key].replace(/\{([a-z]+)\}/g, (_, name) => String(parts[name]));
