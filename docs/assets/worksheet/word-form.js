// Reads what a supplier wrote into the Word form that ../paper/word.js makes: the rows that begin with a question's number.
import { today } from "./book.js";
import { clean } from "./form.js";

const MOST = 16 * 1024 * 1024; // bytes of the text, unpacked
const WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Return the text of one part of a zip file (PKWARE's APPNOTE 4.3), or throw where it is none, or too much. */
async function part(bytes, name) {
  const view = new DataView(bytes.buffer);
  const short = (at) => view.getUint16(at, true);
  const long = (at) => view.getUint32(at, true);
  let end = bytes.length - 22;
  while (long(end) !== 0x06054b50) end -= 1;
  let entry = long(end + 16);
  const named = () => new TextDecoder().decode(bytes.subarray(entry + 46, entry + 46 + short(entry + 28)));
  while (named() !== name) {
    if (long(entry) !== 0x02014b50) throw new Error(name);
    entry += 46 + short(entry + 28) + short(entry + 30) + short(entry + 32);
  }
  const local = long(entry + 42);
  const from = local + 30 + short(local + 26) + short(local + 28);
  const packed = new Blob([bytes.subarray(from, from + long(entry + 20))]).stream();
  const reader = (short(entry + 10) ? packed.pipeThrough(new DecompressionStream("deflate-raw")) : packed).getReader();
  const chunks = [];
  for (let [size, next] = [0, await reader.read()]; !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > MOST) throw new Error(name);
    chunks.push(next.value);
  }
  return new Blob(chunks).text();
}

const all = (node, name) => [...node.getElementsByTagNameNS(WORDS, name)];

/** Return the words of a cell: a line for each paragraph and break. What was taken out again is no part of them. */
const words = (cell) => all(cell, "p").map((line) => all(line, "*").map(({ localName, textContent }) => ({ t: textContent, br: "\n", tab: " " }[localName] ?? "")).join("")).join("\n").trim();

/** Return a file of answers with those of the form, as bytes, or the bytes as they are where it is no such form. */
export async function answers(known, bytes) {
  const text = await part(bytes, "word/document.xml").catch(() => "");
  if (!text || text.includes("<!DOCTYPE")) return bytes;
  const page = new DOMParser().parseFromString(text, "application/xml");
  const found = {};
  for (const row of all(page, "tr")) {
    const [asked = "", notes = "", proof = ""] = all(row, "tc").map((cell) => clean(known.rules, words(cell)));
    const id = `supplier-q${/^Q(\d+)\s/.exec(asked)?.[1]}`;
    const evidence = proof.split("\n").filter((line) => line.trim()).map((line) => ({ text: line }));
    const isForm = Object.hasOwn(known.items, id) && !asked.includes(id); // a report gives the id too
    if (isForm && (notes || evidence.length)) found[id] = { asked: known.items[id].asked, ...(notes ? { notes } : {}), ...(evidence.length ? { evidence } : {}) };
  }
  const file = { format: known.rules.answers_format, guidance: known.version, saved: today(), answers: found };
  return Object.keys(found).length ? new TextEncoder().encode(JSON.stringify(file)) : bytes;
}
