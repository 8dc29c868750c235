// The sheet that is signed on paper: the record, its digest in groups, a QR code that a steward's camera reads, a pen's room.
import { correction, generate } from "../vendor/lean-qr.js";
import { svg } from "./page.js";
import { part, place } from "./parts.js";
import { printAlone } from "./tools.js";

const QUIET = 4; // modules of white round the code, as ISO/IEC 18004 asks
const MOST = 900; // characters: a code with more is too fine for paper and a phone

/** Return a QR code of a text as a drawing. */
function code(text, label) {
  const made = generate(text, { minCorrectionLevel: correction.L });
  const size = made.size + 2 * QUIET;
  let d = "";
  for (let y = 0; y < made.size; y += 1) {
    for (let x = 0; x < made.size; x += 1) if (made.get(x, y)) d += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  }
  return svg("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, class: "sheet__code" }, svg("path", { d }));
}

/** Print the sheet of a record. It is on the page for the print alone. */
export function printSheet(values) {
  document.querySelector(".sheet--made")?.remove();
  const sheet = part("sheet", values);
  const drawn = sheet.querySelector("[data-code]");
  if (values.text.length <= MOST) drawn.replaceWith(code(values.text, drawn.getAttribute("aria-label")));
  else drawn.remove();
  place.append(sheet);
  printAlone("sheet");
}
