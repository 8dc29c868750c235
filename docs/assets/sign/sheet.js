// The sheet that is signed on paper: the record's words, its digest in groups, a QR code, and room for a pen.
import { correction, generate } from "../vendor/lean-qr.js";
import { can, digest } from "./digest.js";
import { groups, h, inWords } from "./page.js";
import { bytes } from "./record.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white round the code, as ISO/IEC 18004 asks

/** Return a QR code as a drawing. */
export function code(text, label) {
  const made = generate(text, { minCorrectionLevel: correction.M });
  const size = made.size + 2 * QUIET;
  let path = "";
  for (let y = 0; y < made.size; y += 1) {
    for (let x = 0; x < made.size; x += 1) if (made.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  }
  const drawing = document.createElementNS(SVG, "svg");
  const drawn = document.createElementNS(SVG, "path");
  drawing.setAttribute("viewBox", `0 0 ${size} ${size}`);
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", label);
  drawing.classList.add("sheet__code");
  drawn.setAttribute("d", path);
  drawing.append(drawn);
  return drawing;
}

const blank = (words) => h("div", { class: "sheet__blank" }, h("span", {}, words));

/** Print the sheet of a record. It is on the page for the print alone. */
export async function printSheet(known, made, version, event) {
  document.querySelector(".sheet--made")?.remove();
  const own = can() ? await digest(bytes(made.text)) : "";
  const text = version ? `commitment ${version.version} ${version.digest}` : `record ${own}`;
  const rows = made.text.trimEnd().split("\n");
  const sheet = h("section", { class: "sheet sheet--made" },
    h("h2", {}, event === "signed" ? "Signing sheet" : "Sheet for a record"),
    version ? h("p", {}, `The Commitment, version ${version.version}, published on ${inWords(version.released)}. SHA-256 of its text:`) : null,
    version ? h("p", { class: "sheet__digest" }, groups(version.digest)) : null,
    code(text, version ? "The version and the digest of its text" : "The digest of the record"),
    h("h3", {}, "The record"), h("pre", {}, rows.join("\n")),
    own ? h("p", {}, "SHA-256 of the record: ", h("span", { class: "sheet__digest" }, groups(own))) : null,
    h("h3", {}, "The decision"),
    h("p", {}, "The register is public. These four lines stay on paper, with the steward."),
    ...["Decided by, on, and where it is recorded", "Name of the person who signs for the office", "Signature", "Day and place"].map(blank));
  document.querySelector("[data-sign]").append(sheet);
  const end = () => {
    document.documentElement.classList.remove("printing-sheet");
    removeEventListener("afterprint", end);
  };
  document.documentElement.classList.add("printing-sheet");
  addEventListener("afterprint", end);
  print();
}
