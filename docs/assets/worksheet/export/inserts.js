// What stands in a document besides its fields: the twin of scripts/accord/answers/pages/answer_inserts.py.
import { askedLine, point, stated, values } from "./answers.js";
import { bold, form, heading, listing, paragraph, plain, run, small, told } from "./blocks.js";
import { isOlder, opened } from "./filling.js";

const block = (name, none) => (m) => {
  const found = values(m, name, Object.keys(m.said.labels[name]));
  return found.length ? found : [plain(told(m, none))];
};

function open(m) {
  const found = opened(m);
  return [found.length ? listing(found.map((id) => point(m, id))) : plain(told(m, "nothing-open"))];
}

const asked = (m, { kind, words }) => {
  const line = askedLine(m, kind, words);
  return line ? [small(line)] : [];
};

function today(m, id) {
  const answer = m.file.answers.get(id);
  return stated(m, m.known.items[id].kind, answer, isOlder(m, id), m.known.past.wordings[id]?.[answer.asked] ?? "");
}

function sheets(m) {
  const untouched = [];
  const blocks = m.known.sheets.flatMap(({ label, items }) => {
    const there = items.filter((id) => m.file.answers.has(id));
    if (!there.length) untouched.push(label);
    if (!there.length) return [];
    const each = there.flatMap((id) => [heading(3, m.known.items[id].label), ...asked(m, m.known.items[id]), ...today(m, id)]);
    return [heading(2, label), plain(told(m, "some", { there: there.length, all: items.length })), ...each];
  });
  if (!blocks.length) return [plain(told(m, "no-answers"))];
  return untouched.length ? [...blocks, paragraph([bold(m.said.words.untouched), run(`${untouched.join("; ")}.`)])] : blocks;
}

function retired(m) {
  const gone = [...m.file.answers.keys()].filter((id) => !Object.hasOwn(m.known.items, id)).sort();
  if (!gone.length) return [plain(told(m, "no-retired"))];
  return gone.flatMap((id) => {
    const was = m.known.past.retired[id];
    return [heading(2, was.words.split("\n")[0]), small(told(m, "retired", { version: was.retired })), ...asked(m, was), ...stated(m, was.kind, m.file.answers.get(id), false)];
  });
}

function supplier(m) {
  const asks = m.known.sheets.find(({ id }) => id === "supplier").items;
  const blanks = [{ label: m.said.words["supplier-answer"], lines: 3 }, { label: m.said.words["supplier-proof"], lines: 2 }];
  return m.known.sheets.flatMap(({ label, items }) => {
    const listed = asks.filter((id) => items.includes(id.replace(/-supplier$/, "")));
    const each = (id) => {
      const { kind, words, label: title } = m.known.items[id];
      const room = form(m.said.words["supplier-form"], blanks);
      return [heading(3, title), small(told(m, "ask", { evidence: askedLine(m, kind, words) })), ...(m.file.answers.has(id) ? today(m, id) : []), room];
    };
    return listed.length ? [heading(2, label), ...listed.flatMap(each)] : [];
  });
}

export const inserts = { project: block("project", "no-project"), decision: block("decision", "no-decision"), open, sheets, retired, supplier };
