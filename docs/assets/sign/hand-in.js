// The steps after the questions: what will be public, and the ways to hand it in. Fetched once somebody begins to answer.
import { digest } from "./load.js";
import { h, save } from "./page.js";
import { part, place, say } from "./parts.js";
import { printSheet } from "./sheet.js";
import { copy } from "./tools.js";

const bytes = (text) => new TextEncoder().encode(text).length;
/** Return a digest in groups of eight, which people can compare. */
const groups = (digest) => digest.replace("sha256:", "").match(/.{8}/g).join(" ");
const on = (node, mark, act) => node.querySelector(`[${mark}]`)?.addEventListener("click", act);

/** Return the check: the questions with their answers, what they mean, the record itself. */
export function checkStep(known, record, facts, { back, onward }) {
  const { event, path, text, values } = record;
  const node = part("check", { path, text, version: values.version, [event]: true, ends: event === "withdrawn" || event === "succeeded" });
  node.querySelector("dl").append(...facts.map(([words, said]) => h("div", {}, h("dt", {}, words), h("dd", {}, said))));
  on(node, "data-back", back);
  on(node, "data-onward", onward);
  return node;
}

/** Return the last step: to save the record, and each way in which this site can receive it. */
export function waysStep(known, record, { back }) {
  const { name, day, text, file, path, values: { version, digest: signed = "" } } = record;
  const { repository: base, mail: to } = place.dataset;
  const shared = new File([text], file.replace(/yml$/, "txt"), { type: "text/plain" }); // browsers share no .yml
  const at = { name, day, act: say(`act-${record.event}`) };
  const letter = (own, inside) => ({
    subject: say("subject", { ...at, digest: own && `, ${own.slice(0, 19)}…` }),
    body: [say("body", at), own && say("body-digest", { digest: own }), inside ? `\r\n${text.replaceAll("\n", "\r\n")}` : say("body-attach", { file })].filter(Boolean).join("\r\n"),
  });
  const mailed = (own, inside) => {
    const { subject, body } = letter(own, inside);
    return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  };
  const host = base && base.replace(/\/+$/, "");
  const gitlab = host && new URL(host).hostname.includes("gitlab");
  const empty = gitlab ? `${host}/-/new/main` : `${host}/new/main?filename=${encodeURIComponent(path)}`;
  const whole = `${empty}&value=${encodeURIComponent(text)}`;
  const filled = !gitlab && bytes(whole) <= known.rules.limits.link;
  const inside = bytes(mailed("", true)) <= known.rules.limits.mail;
  const node = part("ways", {
    file, path, to, version, inside, signed: record.event === "signed" && groups(signed), filled, open: base || to, mail: to && mailed("", inside), repository: base,
    page: filled ? whole : empty, named: gitlab, share: navigator.canShare?.({ files: [shared] }),
  });
  const digested = digest(text);
  digested.then((own) => node.querySelector("a[href^='mailto:']")?.setAttribute("href", mailed(own, inside)));
  on(node, "data-save", () => save(file, text));
  on(node, "data-share", async () => {
    const { subject: title, body } = letter(await digested, true);
    navigator.share({ files: [shared], title, text: body }).catch(() => {});
  });
  on(node, "data-copy", async () => {
    node.querySelector("[data-copied]").textContent = say((await copy(text)) ? "copied" : "not-copied");
  });
  on(node, "data-print", async () => {
    const own = await digested;
    printSheet({ ...at, text, digest: own && groups(own) });
  });
  on(node, "data-back", back);
  return node;
}
