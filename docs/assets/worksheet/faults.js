// What has to be mended before a file can be downloaded: a summary with links, and the same words beside each box.
import { h } from "../sign/page.js";

/** Return a function that shows problems. `find` gives the control for a problem's field, and its name in words. */
export function faults(place, find) {
  let marked = [];
  const clear = () => {
    for (const undo of marked) undo();
    marked = [];
    place.replaceChildren();
    document.title = document.title.replace(/^Error: /, "");
  };
  return (problems) => {
    clear();
    if (!problems.length) return;
    const rows = problems.map((problem) => {
      const words = `${problem.wrong} ${problem.cure}`;
      const { control, name } = find(problem.field);
      if (control) marked.push(mark(control, words));
      return h("li", {}, control ? h("a", { href: `#${control.id}`, onclick: (event) => go(event, control) }, `${name}: ${words}`) : `${problem.field ? `${problem.field}: ` : ""}${words}`);
    });
    const box = h("div", { class: "faults", tabindex: "-1", role: "alert", "aria-labelledby": "sheet-faults" },
      h("h3", { id: "sheet-faults" }, "There is a problem"), h("p", {}, "The file was not made. Mend this first:"), h("ul", {}, rows));
    place.append(box);
    document.title = `Error: ${document.title}`;
    box.focus();
  };
}

function go(event, control) {
  event.preventDefault();
  for (let part = control.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  control.focus();
}

/** Show a problem beside its box. Returns how to take it away. */
function mark(control, words) {
  const part = control.closest(".ask") ?? control.closest("fieldset");
  const before = control.closest(".grow") ?? control;
  const error = h("p", { class: "ask__error", id: `${control.id}-error` }, h("span", { class: "visually-hidden" }, "Error: "), words);
  const described = control.getAttribute("aria-describedby");
  before.before(error);
  part.classList.add("ask--wrong");
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", `${described ?? ""} ${error.id}`.trim());
  return () => {
    error.remove();
    part.classList.remove("ask--wrong");
    control.removeAttribute("aria-invalid");
    if (described) control.setAttribute("aria-describedby", described);
    else control.removeAttribute("aria-describedby");
  };
}
