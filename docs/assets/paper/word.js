// A paper as a Word file (.docx). What a paper is: parts.js. Loaded, with the library, once somebody asks for such a file.
import {
  BorderStyle, Document, ExternalHyperlink, Footer, HeadingLevel, LevelFormat, LineRuleType, Packer, PageNumber, Paragraph,
  ShadingType, Tab, Table, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, WidthType,
} from "../vendor/docx.js";
import { flat, isBlank, isShort, runs } from "./parts.js";

export const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// Sizes of letters are half points; all other measures are twentieths of a point. The page is A4, with margins of 2 cm.
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1134, right: 1134, bottom: 1134, left: 1134, footer: 567 } };
const WIDE = 9638;
const LINE = 340; // of a place to write in
const LONG = 1500; // letters; a longer row may go on to the next page
const WHOLE = 12; // rows; a shorter form stays on one page
const [TEAL, EDGE, SOFT, HEAD, MARK, LINK, MUTED] = ["0F4A48", "5A6B6B", "EEF4F3", "E3ECEB", "FFF1B8", "0B4F8A", "404040"];
const rule = { style: BorderStyle.SINGLE, size: 6, color: EDGE };
const boxed = Object.fromEntries(["top", "right", "bottom", "left"].map((side) => [side, { ...rule, space: 6 }]));
const grid = Object.fromEntries(["top", "right", "bottom", "left", "insideHorizontal", "insideVertical"].map((side) => [side, rule]));

const style = (id, name, size, before, after, more = {}, look = {}) =>
  ({ id, name, basedOn: "Normal", next: "Normal", quickFormat: true, run: { size, ...look }, paragraph: { spacing: { before, after }, ...more } });
const head = (size, before, after, outlineLevel, color) =>
  ({ run: { bold: true, size, color, italics: false }, paragraph: { spacing: { before, after, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true, outlineLevel } });
const STYLES = {
  default: {
    document: { run: { font: "Arial", size: 22, language: { value: "en-GB", eastAsia: "en-GB", bidirectional: "ar-SA" } }, paragraph: { spacing: { after: 140, line: 269, lineRule: LineRuleType.AUTO } } },
    title: head(40, 0, 160, undefined, TEAL),
    heading1: head(29, 320, 120, 0, TEAL),
    heading2: head(24, 240, 90, 1, "000000"),
    heading3: head(22, 200, 70, 2, "000000"),
    hyperlink: { run: { color: LINK, underline: {} } },
    caption: { run: { bold: true, size: 21, italics: false, color: "000000" }, paragraph: { spacing: { before: 160, after: 80 }, keepNext: true } },
  },
  paragraphStyles: [
    style("Over", "Over", 26, 0, 60, { keepNext: true }, { color: MUTED }),
    style("Lead", "Lead", 25, 0, 220),
    style("Small", "Small", 20, 0, 120, {}, { color: MUTED }),
    style("Note", "Note", 22, 0, 80, { keepLines: true, border: boxed, shading: { type: ShadingType.CLEAR, fill: SOFT, color: "auto" }, indent: { left: 200, right: 200 } }),
    style("Cell", "Cell", 20, 34, 34, { spacing: { before: 34, after: 34, line: 252 } }),
    style("Foot", "Foot", 16, 0, 20, { tabStops: [{ type: TabStopType.RIGHT, position: WIDE }], border: { top: { ...rule, space: 4 } } }, { color: MUTED }),
  ],
};
const level = (reference, format, texts, indent) =>
  ({ reference, levels: texts.map((text, at) => ({ level: at, format, text, style: { paragraph: { indent: { left: indent, hanging: indent } } } })) });
const NUMBERING = { config: [level("parts", LevelFormat.DECIMAL, ["%1.", "%1.%2"], 680), level("steps", LevelFormat.DECIMAL, ["%1."], 400), level("points", LevelFormat.BULLET, ["•"], 300)] };

function run({ text, bold, italic, prompt, link }) {
  const looks = { bold, italics: italic, ...(prompt ? { shading: { type: ShadingType.CLEAR, fill: MARK, color: "auto" } } : {}) };
  const made = text.split("\n").map((line, at) => new TextRun({ text: line, ...(at ? { break: 1 } : {}), ...looks, ...(link ? { style: "Hyperlink" } : {}) }));
  return /^https:\/\//.test(link ?? "") ? [new ExternalHyperlink({ link, children: made })] : made;
}

const paragraph = (words, more = {}) => new Paragraph({ ...more, children: runs(words).flatMap(run) });

/** Return a cell. One that is empty keeps room for `rows` lines by hand. */
function cell(words, width, { rows = 1, shade = "", keepNext = false, hint = "" } = {}) {
  const room = rows && isBlank(words) ? { spacing: { before: 34, after: rows * LINE } } : {};
  return new TableCell({
    width: { size: Math.round(width), type: WidthType.DXA },
    margins: { left: 108, right: 108 },
    ...(shade ? { shading: { type: ShadingType.CLEAR, fill: shade, color: "auto" } } : {}),
    children: [paragraph(words ?? "", { style: "Cell", keepNext, ...room }), ...(hint ? [paragraph(hint, { style: "Small", keepNext })] : [])],
  });
}

function table(caption, rows, widths) {
  const made = new Table({ rows, columnWidths: widths.map(Math.round), width: { size: WIDE, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders: grid });
  return [paragraph(caption, { style: "Caption" }), made, paragraph("", { style: "Small", spacing: { after: 0 } })];
}

function grown(shown) {
  const { caption, head: heads, rows, widths, tall = 1 } = shown;
  const each = (widths ?? heads.map(() => 100 / heads.length)).map((part) => (WIDE * part) / 100);
  const top = new TableRow({ tableHeader: true, cantSplit: true, children: heads.map((words, at) => cell([bolder(words)], each[at], { shade: HEAD, keepNext: true })) });
  const isWhole = isShort(shown);
  const row = (cells, at) => { // no row stands alone at the head or the foot of a page
    const keepNext = at + 1 < rows.length && (isWhole || at === 0 || at + 2 === rows.length);
    return new TableRow({ cantSplit: Math.max(...cells.map((words) => flat(words).length)) < LONG, children: cells.map((words, n) => cell(words, each[n], { rows: tall, keepNext })) });
  };
  return table(caption, [top, ...rows.map(row)], each);
}

const bolder = (words) => ({ text: flat(words), bold: true });

function form({ caption, lines }) {
  const widths = [0.38 * WIDE, 0.62 * WIDE];
  const row = ({ label, hint, value = "", rows = 1 }, at) => {
    const keepNext = lines.length < WHOLE && at + 1 < lines.length;
    return new TableRow({ cantSplit: flat(value).length < LONG, children: [cell([bolder(label)], widths[0], { hint, keepNext }), cell(value, widths[1], { rows, keepNext })] });
  };
  return table(caption, lines.map(row), widths);
}

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];
const points = (items, reference, instance) => items.map((words) => paragraph(words, { numbering: { reference, level: 0, instance }, spacing: { after: 70 } }));

function block(each, at, all) {
  if (each.heading !== undefined) return [paragraph(each.heading, { heading: HEADINGS[each.level - 1], pageBreakBefore: Boolean(each.page), ...(each.numbered ? { numbering: { reference: "parts", level: 0 } } : {}) })];
  if (each.numbered !== undefined) return [paragraph(each.numbered, { numbering: { reference: "parts", level: 1 }, spacing: { after: 90 } })];
  if (each.note !== undefined) return [paragraph([bolder(each.note)], { style: "Note", keepNext: true }), ...each.text.map((words, n) => paragraph(words, { style: "Note", keepNext: n + 1 < each.text.length })), paragraph("", { style: "Small", spacing: { after: 0 } })];
  if (each.list) return points(each.list, "points", 0);
  if (each.steps) return points(each.steps, "steps", at + 1);
  if (each.table) return grown(each.table);
  if (each.sign) return form(each.sign);
  const heads = Boolean(all[at + 1]?.table || all[at + 1]?.sign); // what introduces a table stays with it
  return [paragraph(each.small ?? each.text, { keepNext: heads, ...(each.small === undefined ? {} : { style: "Small" }) })];
}

const footer = (foot) => new Footer({
  children: foot.map((words, at) => new Paragraph({
    style: "Foot",
    ...(at ? { border: {} } : {}),
    children: [new TextRun(flat(words)), ...(at ? [] : [new TextRun({ children: [new Tab(), "Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })])],
  })),
});

/** Return the paper as the bytes of a Word file, a Blob. */
export async function word({ title, over = "", summary = "", author, blocks, foot }) {
  const top = [...(over ? [paragraph(over, { style: "Over" })] : []), paragraph(title, { heading: HeadingLevel.TITLE }), ...(summary ? [paragraph(summary, { style: "Lead" })] : [])];
  const made = new Document({
    title: flat(title), subject: flat(summary), creator: author, lastModifiedBy: author, styles: STYLES, numbering: NUMBERING,
    sections: [{ properties: { page: PAGE }, footers: { default: footer(foot) }, children: [...top, ...blocks.flatMap(block)] }],
  });
  return new Blob([await Packer.toArrayBuffer(made)], { type: TYPE });
}
