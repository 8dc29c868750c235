// Makes elements. Words go in as text and never as HTML, so that nothing that is typed or read can become markup.

/** Return an element. Attributes that are false or null are left out; functions named on… listen. */
export const h = (tag, attributes = {}, ...children) => filled(document.createElement(tag), attributes, children);

/** Return an element of a drawing. */
export const svg = (tag, attributes, ...children) => filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** Return a link. */
export const link = (href, words, more = {}) => h("a", { href, ...more }, words);

/** Return a list of points. */
export const points = (items) => h("ul", {}, items.map((item) => h("li", {}, item)));

/** Put the focus on a heading and bring it into view. */
export function goTo(heading) {
  heading.tabIndex = -1;
  heading.focus();
  heading.scrollIntoView({ block: "start" });
}

/** Return a day such as 2026-11-22 in words. */
export const inWords = (day) =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** Return a field for a file. It is emptied each time, so that the same file can be chosen again once it was changed. */
export function filePicker(id, take, more = {}) {
  const input = h("input", { type: "file", id, ...more });
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (file) take(file);
    input.value = "";
  });
  return input;
}

/** Offer a file for saving. It never leaves the browser. */
export function save(name, content) {
  const address = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
  h("a", { href: address, download: name }).click();
  document.dispatchEvent(new Event("sign-saved"));
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
