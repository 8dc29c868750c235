// All controls of a sheet as one: what they hold, how a file is put into them, which one a problem's field names.
import { form } from "./form.js";
import { of } from "./migrate.js";
import { warn } from "./warn.js";

const unmarked = ({ part }) => part.querySelector(".item__changed")?.remove();
const held = { earlier: ({ earlier }) => earlier };

/** Return the controls, by part: project, decision, earlier decisions, and each item by its id.
    `changed` is called with the part's name, and what stands there now. */
export function controls(known, changed) {
  const parts = new Map();
  const get = (name) => (held[name] ?? ((all) => all))(parts.get(name).get());
  for (const node of document.querySelectorAll("[data-part]")) {
    const name = node.dataset.part;
    const tell = () => {
      unmarked(parts.get(name));
      changed(name, get(name));
    };
    parts.set(name, form(known.rules, node, tell));
    node.addEventListener("input", tell);
  }

  const put = (name, values) => {
    const each = parts.get(name);
    each.set(values);
    unmarked(each);
    if (values?.evidence?.length || values?.more?.length || ["role", "by", "answered_by", "approved_by", "approved"].some((field) => values?.[field])) each.part.querySelector("[data-extra]")?.setAttribute("open", "");
  };
  /** Put a file into the controls, with a mark on each answer to words that have changed since. */
  const fill = (file, fates = []) => {
    const reworded = new Map(of(fates, "reworded").map((each) => [each.id, each]));
    const own = { project: file.project, decision: file.decision, earlier: { earlier: file.earlier } };
    for (const [name, each] of parts) {
      put(name, own[name] ?? file.answers.get(name));
      const still = () => {
        unmarked(each);
        changed(name, get(name));
      };
      // Fetched only where words have changed: few files are that old.
      if (reworded.has(name)) import("./changed.js").then(({ showChanged }) => showChanged(known, each, reworded.get(name), still));
    }
    for (const control of document.querySelectorAll(".grow > *")) if (control.value) warn(known.rules, control);
  };

  /** Return the control that a field such as `answers/care-q1/evidence/2/url` names, and its name in words. */
  const find = (field) => {
    const [block, ...path] = field.split("/");
    const name = block === "answers" ? path.shift() : block;
    const control = parts.get(name)?.at(block === "earlier" ? [block, ...path] : path);
    const label = control?.labels?.[0]?.textContent ?? name;
    return { control, name: known.items[name] && control ? `${known.items[name].label} – ${label}` : label };
  };
  return { parts, fill, find };
}
