// One project's answers as the page holds them. What was loaded and this page does not ask stays as it is.
import { text } from "./write.js";

/** Return the day on this computer's calendar. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Return a file without answers. */
export const empty = () => ({ project: {}, decision: {}, earlier: [], answers: new Map() });

/** Say whether a file holds nothing that somebody wrote. */
export const isBare = ({ project, decision, earlier, answers }) =>
  !answers.size && !earlier.length && ![...Object.values(project), ...Object.values(decision)].some(Boolean);

/** Take what an item says into the file: answered now, to the words that are asked now. */
export function answer(file, known, id, { asked = known.items[id].asked, ...values }) {
  if (Object.values(values).some((value) => value?.length)) file.answers.set(id, { asked, ...values });
  else file.answers.delete(id);
}

/** Take an answer, and its words and evidence to what another sheet asks alike, unless something else was written there. */
export function answerBoth(file, known, id, values) {
  const before = file.answers.get(id) ?? {};
  answer(file, known, id, values);
  const twin = known.twins.find((pair) => pair.includes(id))?.find((each) => each !== id);
  if (!twin) return;
  const there = { ...file.answers.get(twin) };
  const same = (one = "", other = "") => JSON.stringify(one) === JSON.stringify(other);
  const isToShare = (name) => !same(values[name], before[name]) && (!there[name]?.length || same(there[name], before[name]));
  for (const name of ["notes", "evidence"].filter(isToShare)) there[name] = values[name];
  answer(file, known, twin, there);
}

/** Return the file's text, dated today. */
export const textOf = (file, known) => text(known, { ...file, guidance: known.version, saved: today() });

/** Return a name for the file that is downloaded: the project's, the day and the time, so that the newest is told. */
export function nameOf(file) {
  const plain = (file.project.name ?? "").normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 48).replace(/-+$/, "");
  const time = new Date().toTimeString().slice(0, 5).replace(":", "");
  return `${slug ? `${slug}-` : ""}answers-${today()}-${time}.json`;
}
