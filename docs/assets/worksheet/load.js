// Fetches what a sheet needs: what is asked today and the rules of a file when the page opens; what was asked in
// earlier versions only once a file is loaded. Nothing is sent.

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

/** Return what is known with the words of earlier versions, which are fetched once. */
export async function withPast(known) {
  if (!known.past) {
    const [wordings, retired] = await Promise.all(["wordings", "retired"].map((name) => get(known.root, `api/guidance/${name}.json`)));
    known.past = { wordings: wordings.items, retired: retired.items };
  }
  return known;
}
