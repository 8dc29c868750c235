// The last step: three ways to hand the record in, each with the same bytes.
import { sign } from "./key.js";
import { h, link, linkBeside, save } from "./page.js";
import { bytes } from "./record.js";
import { printSheet } from "./sheet.js";

const MAIL = /[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/;

/** Return the last step. `site` has the repository's address and the contact, as set in data/site.yml. */
export async function waysStep(known, { made, pair }, { site, back, version, event }) {
  const name = made.path.split("/").at(-1);
  const signature = pair ? await sign(pair, known.rules.namespace, bytes(made.text)) : "";
  const files = [[name, made.text], ...(signature ? [[`${name}.sig`, signature]] : [])];
  const heading = h("h2", {}, "Hand it in");
  const node = h("section", {}, heading,
    h("p", {}, "The record is ready. Nothing has been sent. Choose one of three ways: each leads to the same record."),
    h("div", { class: "panel" }, h("h3", {}, "Save the record"),
      h("p", {}, "Keep it. You can start from it next year."),
      files.map(([file, content]) => h("p", {}, h("button", { type: "button", onclick: () => save(file, content) }, `Save ${file}`)))),
    h("h3", {}, "1. Through the repository"), ...repository(known, made, files, site),
    h("h3", {}, "2. By e-mail, or in person"), ...byMail(files, site),
    h("h3", {}, "3. On paper"),
    h("p", {}, "Print a sheet for a signature by hand. A steward then enters it with the same words."),
    h("p", {}, h("button", { type: "button", class: "button--second", onclick: () => printSheet(known, made, version, event) }, "Print the signing sheet")),
    h("h3", {}, "What happens next"),
    h("p", {}, event === "signed" ? "A steward checks that your organisation itself signed. The target is 14 days. Until then the signature is shown apart, as claimed." : "Once a steward has added the record, the register shows it."),
    h("p", { class: "sign__buttons" }, h("button", { type: "button", class: "button--second", onclick: back }, "Back")));
  return { node, heading };
}

/** Return how to propose the record at the repository's host. */
function repository(known, made, files, { repository: address }) {
  if (!address) return [h("p", {}, "This site has no repository set, so this way is not open here. Use one of the others.")];
  const base = address.replace(/\/+$/, "");
  const host = new URL(base).hostname;
  const account = "You need an account with the host. It proposes the change in your account’s name, which becomes public.";
  if (files.length > 1) return [h("p", {}, "Save both files above."), uploaded(made, base, host), h("p", {}, account)];
  if (host.includes("gitlab")) {
    return [
      h("p", {}, "A link can’t fill in this host’s page. Save the record above, and copy it: "),
      h("ol", {}, h("li", {}, linkBeside(`${base}/-/new/main`, "Open the page for a new file"), "."), h("li", {}, "Type this name: ", h("code", {}, made.path)), h("li", {}, "Paste the record: ", copy(made.text)), h("li", {}, "Propose the change.")),
      h("p", {}, account),
    ];
  }
  const page = `${base}/new/main?filename=${encodeURIComponent(made.path)}&value=${encodeURIComponent(made.text)}`;
  if (bytes(page).length <= known.rules.limits.address) {
    return [
      h("p", {}, linkBeside(page, "Open the host’s page, filled in"), ". Change nothing there, and press the button that proposes the change. The host makes a copy of the repository for you."),
      h("p", {}, account),
    ];
  }
  return [h("p", {}, "The record is too long for a link. Save it above."), uploaded(made, base, host), h("p", {}, account)];
}

function uploaded(made, base, host) {
  const [, , slug] = made.path.split("/");
  const page = host.includes("gitlab") ? `${base}/-/tree/main/commitment` : `${base}/upload/main/commitment`;
  return h("ol", {},
    h("li", {}, "On your computer, make a folder ", h("code", {}, "signatories"), " with a folder ", h("code", {}, slug), " in it. Put what you saved into that."),
    h("li", {}, linkBeside(page, "Open the host’s page for files"), ", and drag the folder ", h("code", {}, "signatories"), " onto it."),
    h("li", {}, "Propose the change."));
}

function copy(text) {
  const says = h("span", { role: "status" });
  return h("span", {}, h("button", { type: "button", class: "button--second", onclick: async () => {
    try {
      await navigator.clipboard.writeText(text);
      says.textContent = " Copied.";
    } catch {
      says.textContent = " The browser did not allow it: open the saved file, and copy its words.";
    }
  } }, "Copy the record"), says);
}

/** Return how to hand the record to a steward. */
function byMail(files, { contact }) {
  const to = MAIL.exec(contact)?.[0];
  const names = files.map(([name]) => name).join(" and ");
  const words = `We hand in a record for the Commitment.\r\n\r\nBefore sending, attach: ${names}\r\n`;
  const mail = to && `mailto:${to}?subject=${encodeURIComponent("A record for the Commitment")}&body=${encodeURIComponent(words)}`;
  return [
    h("p", {}, "Save the record above, and send it or hand it over. The register’s contact:"),
    h("p", { class: "panel" }, contact),
    mail ? h("p", {}, link(mail, "Start an e-mail"), `. Your mail program opens. Attach ${names} yourself: a link can’t do that.`) : null,
  ];
}
