// A thousand marks in four shapes as SVG: on the page, where the style sheet colours them, and as a file with its words.
import { svg } from "../sign/page.js";

const COLUMNS = 40;
const CELL = 10;
const LINE = 22;
const WIDTH = 720;
// The colours of a file: it has no style sheet, and its ground is white.
const INK = [
  { fill: "#0f4a48" },
  { fill: "#e9a55f", stroke: "#6f4d08" },
  { fill: "#ffffff", stroke: "#97330f", "stroke-width": "2" },
  { fill: "none", stroke: "#7d7461", "stroke-width": "3", "stroke-linecap": "round" },
];

const height = (total) => Math.ceil(total / COLUMNS) * CELL;

/** Return a path for each group, row by row. `shapes` are paths from the middle of a cell. */
function marks(counts, shapes) {
  let start = 0;
  return counts.map((count, group) => {
    const places = Array.from({ length: count }, (_, place) => start + place);
    start += count;
    const d = places.map((place) => `M${(place % COLUMNS) * CELL + CELL / 2} ${Math.floor(place / COLUMNS) * CELL + CELL / 2}${shapes[group]}`).join("");
    return svg("path", { class: `group group--${group + 1}`, d, ...INK[group] });
  });
}

/** Return a picture for the page. Its words stand beside it and name it. */
export const drawn = (counts, shapes, named) =>
  svg("svg", { viewBox: `0 0 ${COLUMNS * CELL} ${height(1000)}`, role: "img", "aria-labelledby": named, focusable: "false" }, ...marks(counts, shapes));

/** Return words in lines of at most so many letters. */
function lines(words, most) {
  const made = [""];
  for (const word of words.split(/\s+/)) {
    if (made.at(-1) && `${made.at(-1)} ${word}`.length > most) made.push(word);
    else made[made.length - 1] = `${made.at(-1)} ${word}`.trim();
  }
  return made;
}

/** Return a file's picture and its size: a heading, each result with its marks and words, and what it cannot tell. */
export function file(title, results, shapes, foot) {
  const parts = [];
  let y = 12;
  const write = (words, more = {}, x = 24) => {
    for (const line of lines(words, Math.floor((WIDTH - x - 24) / (more["font-weight"] ? 8.6 : 7.7)))) {
      y += LINE;
      parts.push(svg("text", { x, y, "font-size": "15", fill: "#20302f", ...more }, line));
    }
  };
  write(title, { "font-size": "18", "font-weight": "700" });
  for (const { name, says, counts, legend } of results) {
    y += 10;
    write(name, { "font-weight": "700" });
    write(says);
    y += 12;
    const scale = (WIDTH - 48) / (COLUMNS * CELL);
    parts.push(svg("g", { transform: `translate(24 ${y}) scale(${scale})` }, ...marks(counts, shapes)));
    y += height(1000) * scale + 4;
    legend.forEach((words, group) => {
      parts.push(svg("path", { transform: `translate(34 ${y + LINE - 5}) scale(1.5)`, d: `M0 0${shapes[group]}`, ...INK[group] }));
      write(words, {}, 54);
    });
  }
  y += 10;
  for (const words of foot) write(words, { fill: "#4f5d5a" });
  const size = { width: WIDTH, height: Math.ceil(y + 24) };
  const all = svg("svg", { viewBox: `0 0 ${size.width} ${size.height}`, ...size, "font-family": "system-ui, sans-serif" },
    svg("title", {}, title), svg("rect", { ...size, fill: "#ffffff" }), ...parts);
  return { text: new XMLSerializer().serializeToString(all), ...size };
}

/** Return a file's picture as PNG, at twice its size. */
export async function png({ text, width, height: tall }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * 2, height: tall * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}
