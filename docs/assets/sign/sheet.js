// The sheet that is signed on paper: the record, its digest in groups, a QR code that a steward's camera reads, a pen's room.
import { correction, generate } from "../vendor/lean-qr.js";
import { part, place } from "./parts.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white round the code, as ISO/IEC 18004 asks
const MOST = 900; // characters: a code with more is too fine for paper and a phone

/** Return a QR code of a text as a drawing. */
function code(text, label) {
  const made = generate(text, { minCorrectionLevel: correction.L });
  const size = made.size + 2 * QUIET;
  let path = "";
  for (let y = 0; y < made.size; y += 1) {
    for (let x = 0; x < made.size; x += 1) if (made.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  }
  const drawing = document.createElementNS(SVG, "svg");
  const drawn = document.createElementNS(SVG, "path");
  const attributes = { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, class: "sheet__code" };
  for (const [name, value] of Object.entries(attributes)) drawing.setAttribute(name, value);
  drawn.setAttribute("d", path);
  drawing.append(drawn);
  return drawing;
}

/** Print the sheet of a record. It is on the page for the print alone. */
export function printSheet(values) {
  document.querySelector(".sheet--made")?.remove();
  const sheet = part("sheet", values);
  const drawn = sheet.querySelector("[data-code]");
  if (values.text.length <= MOST) drawn.replaceWith(code(values.text, drawn.getAttribute("aria-label")));
  else drawn.remove();
  place.append(sheet);
  const end = () => {
    document.documentElement.classList.remove("printing-sheet");
    removeEventListener("afterprint", end);
  };
  document.documentElement.classList.add("printing-sheet");
  addEventListener("afterprint", end);
  print();
}
