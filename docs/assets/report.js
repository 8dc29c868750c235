// Puts a report of a mistake together in the browser. Nothing is stored or sent: the reader copies it, or opens an
// e-mail or an issue with it. The link at the foot of a page hands over the page's address, in the part after the #.
import { copy } from "./sign/tools.js";

const form = document.querySelector("[data-mistake]");
const text = form.querySelector("[data-text]");
const said = form.querySelector("[data-said]");
const root = new URL(form.dataset.root, location.href).href;
const fields = [...form.elements].filter(({ name }) => name);

const given = new URLSearchParams(location.hash.slice(1));
// Only a page of this site is taken over, whatever a link says.
form.elements.page.value = given.get("page")?.startsWith(root) ? given.get("page") : "";
form.elements.sentence.value = given.get("sentence") ?? "";

function write() {
  text.value = fields.filter(({ value }) => value.trim()).map(({ labels, value }) => `${labels[0].textContent}\n${value.trim()}`).join("\n\n");
  const subject = `${form.dataset.subject} ${form.elements.page.value.replace(root, "/") || form.dataset.whole}`;
  const link = (way, start, title) => {
    const found = form.querySelector(way);
    if (found) found.href = `${start}?${title}=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.value)}`;
  };
  link("[data-by-mail]", `mailto:${form.dataset.mail}`, "subject");
  link("[data-by-issue]", form.dataset.issues, "title");
}

form.addEventListener("input", write);
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("[data-copy]").addEventListener("click", async () => {
  const copied = await copy(text.value);
  if (!copied) text.select();
  said.textContent = copied ? said.dataset.copied : said.dataset.failed;
});
write();
