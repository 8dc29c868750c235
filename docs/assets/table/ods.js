// A table as an OpenDocument spreadsheet, every cell a text: the twin of scripts/accord/pages/spreadsheet.py, byte for
// byte. A cell of the type "string" is never computed, so a value stands there as it is.
import { zip } from "./zip.js";

const MEDIA = "application/vnd.oasis.opendocument.spreadsheet";
const SPACE = "urn:oasis:names:tc:opendocument:xmlns";
const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="${SPACE}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>\n`;
const cell = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>';
const START = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="${SPACE}:office:1.0" xmlns:style="${SPACE}:style:1.0" xmlns:fo="${SPACE}:xsl-fo-compatible:1.0" xmlns:table="${SPACE}:table:1.0" xmlns:text="${SPACE}:text:1.0" office:version="1.3"><office:automatic-styles><style:style style:name="w" style:family="table-column"><style:table-column-properties style:column-width="6cm"/></style:style><style:style style:name="h" style:family="table-cell">${cell}<style:text-properties fo:font-weight="bold" fo:language="en" fo:country="GB"/></style:style><style:style style:name="c" style:family="table-cell">${cell}<style:text-properties fo:language="en" fo:country="GB"/></style:style></office:automatic-styles><office:body><office:spreadsheet>\n`;
const END = "</office:spreadsheet></office:body></office:document-content>\n";
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Return a text that XML can hold (XML 1.0, 2.2), its signs written as references. */
const safe = (value) => value.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd").replace(/[&<>]/g, (sign) => SIGNS[sign]);

const lines = (value) => value.split("\n").map((line) => `<text:p>${safe(line)}</text:p>`).join("");

const row = (style, values) => `<table:table-row>${values.map((value) => `<table:table-cell table:style-name="${style}" office:value-type="string">${lines(value)}</table:table-cell>`).join("")}</table:table-row>`;

const sheet = (name, columns, heads, rows) => [
  `<table:table table:name="${safe(name).replaceAll('"', "&quot;")}">`,
  `<table:table-column table:style-name="w" table:number-columns-repeated="${columns}"/>`,
  heads.length ? `<table:table-header-rows>${row("h", heads)}</table:table-header-rows>\n` : "",
  ...rows.map((values) => `${row("c", values)}\n`),
  "</table:table>\n",
].join("");

/** Return the file of a table: `{ name, heads, rows, about }`, all texts. */
export function openDocument({ name, heads, rows, about }) {
  const second = about.length ? sheet("About", 1, [], about.map((line) => [line])) : "";
  return zip([["mimetype", MEDIA], ["META-INF/manifest.xml", MANIFEST], ["content.xml", START + sheet(name, heads.length, heads, rows) + second + END]]);
}
