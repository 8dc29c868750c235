// Fetches what a sheet needs: what is asked today, and what is said of a file, when the page opens; the schema of a file
// and what earlier versions asked only once a file is loaded or made. Nothing is sent.

async function get(root, path) {
  const answer = await fetch(new URL(path, root));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** Return what is known of the sheets and the rules. */
export async function load(root) {
  const [sheets, rules] = await Promise.all([get(root, "api/worksheets.json"), get(root, "api/answer-rules.json")]);
  return { ...sheets, rules, root };
}

/** Add what a file is read by: its schema, and the words of earlier versions. It is fetched once. */
export async function toRead(known) {
  if (!known.schema) {
    const parts = ["answers.schema", "guidance/wordings", "guidance/retired"].map((name) => get(known.root, `api/${name}.json`));
    const [schema, wordings, retired] = await Promise.all(parts);
    Object.assign(known, { schema, past: { wordings: wordings.items, retired: retired.items } });
  }
  return known;
}

/** Return the bytes of a file that somebody chose: answers as they are, or those that stand in a supplier's Word form. */
export async function bytesOf(known, chosen) {
  const { bytes: most } = known.rules.limits;
  if (chosen.size > most) return new Uint8Array(most + 1); // too much is not even read
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? (await import("./word-form.js")).answers(known, bytes) : bytes; // PK: a zip file
}
