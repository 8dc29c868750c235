// The tables behind a paper, for a spreadsheet and for a calendar.
import { commaSeparated } from "../table/csv.js";
import { actions, notes, standing, told, values } from "./fill.js";
import { flat, isBlank } from "./parts.js";

const heads = (m, names) => names.map((name) => m.said.words[name]);

/** Return the fields of a paper as CSV, to paste from: text that is ready, notes to write from, what to look for. */
function fieldRows(m) {
  const row = (heading) => (field) => [
    heading, field.label, m.said.words[`is-${standing(m, field)}`],
    values(m, field).map((each) => flat(each.words)).join("\n"),
    notes(m, field).map((id) => m.file.answers.get(id).notes ?? "").filter(Boolean).join("\n"),
    field.gap,
  ];
  return commaSeparated(heads(m, ["section", "field", "filled", "paste", "notes", "look-for"]), m.layout.sections.flatMap(({ heading, fields = [] }) => fields.map(row(heading))));
}

const actionRows = (m) =>
  commaSeparated(heads(m, ["action", "status", "owner", "by", "written", "reference"]), actions(m).map(({ id, what, status, who, by, notes: text }) => [what, status, who, by, text, id]));

/** Return a line of a calendar (RFC 5545, 3.1): encoded, and folded where it has more than 75 bytes. */
function folded(name, words) {
  const plain = `${name}:${words.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n")}`;
  const lines = [""];
  for (const letter of plain) {
    if (new TextEncoder().encode(lines.at(-1) + letter).length > 75) lines.push(" ");
    lines[lines.length - 1] += letter;
  }
  return lines.join("\r\n");
}

/** Return the actions that have a day as a calendar. One event for good: a new day moves it, and what is done ends it. */
function calendar(m) {
  const sequence = Date.parse(m.file.saved) / 86_400_000; // days since 1970: each later file counts for more
  const stamp = `${m.file.saved.replaceAll("-", "")}T000000Z`;
  const event = ({ id, what, who, status, by, ended = [] }) => [
    "BEGIN:VEVENT", folded("UID", `${id}@${m.file.project.name ? encodeURIComponent(m.file.project.name).slice(0, 100) : "answers"}`),
    `DTSTAMP:${stamp}`, `SEQUENCE:${sequence}`, `DTSTART;VALUE=DATE:${by.replaceAll("-", "")}`,
    folded("SUMMARY", isBlank(who) ? what : `${what} (${who})`), folded("DESCRIPTION", status), "TRANSP:TRANSPARENT", ...ended, "END:VEVENT",
  ];
  const open = actions(m);
  const known = [...m.file.answers].filter(([id]) => m.known.items[id]);
  const all = known.flatMap(([id, { by, more = [] }]) => [{ id, by, what: m.known.items[id].label }, ...more.map(({ by: day, what }, at) => ({ id: `${id}-${at + 1}`, by: day, what }))]);
  const done = all.filter(({ id, by }) => by && !open.some((each) => each.id === id)).map((each) => ({ ...each, status: "", ended: ["STATUS:CANCELLED"] }));
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", folded("PRODID", `-//${m.said.site}//EN`), "CALSCALE:GREGORIAN", folded("X-WR-CALNAME", told(m, "form-actions"))];
  return [...head, ...[...open.filter(({ by }) => by), ...done].flatMap(event), "END:VCALENDAR", ""].join("\r\n");
}

export const csv = (m) => (m.layout.sections.some(({ fields }) => fields) ? fieldRows(m) : actionRows(m));
export const ics = calendar;
