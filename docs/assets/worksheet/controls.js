// All controls of a sheet as one: what they hold, how a file is put into them, which one a problem's field names.
import { boxes, radios } from "./fields.js";
import { item } from "./item.js";
import { of } from "./migrate.js";
import { warn } from "./warn.js";

const unmarked = (each) => each.node.querySelector(".item__changed")?.remove();
const evidenceName = ([, place = 1, field = "text"]) => `evidence.${place - 1}.${field}`;

/** Return the controls. `changed` is called with "project", "decision" or an item's id, and what stands there now. */
export function controls(known, changed) {
  const one = (name) => document.querySelector(`[data-${name}]`);
  const project = boxes(known.rules, one("project"));
  one("project").addEventListener("input", () => changed("project", project.get()));

  const decides = one("decision");
  const tellDecision = () => changed("decision", { ...decision.get(), answer: answer.get() });
  const decision = decides ? boxes(known.rules, decides) : null;
  const answer = decides ? radios(decides, tellDecision) : null;
  decides?.addEventListener("input", tellDecision);

  const items = new Map();
  for (const node of document.querySelectorAll("[data-item]")) {
    const tell = (id) => {
      unmarked(items.get(id));
      changed(id, items.get(id).get());
    };
    items.set(node.dataset.item, item(known.rules, node, tell));
  }

  /** Put a file into the controls, with a mark on each answer to words that have changed since. */
  const fill = (file, fates = []) => {
    const reworded = new Map(of(fates, "reworded").map((each) => [each.id, each]));
    project.set(file.project);
    decision?.set(file.decision);
    answer?.set(file.decision.answer ?? "");
    for (const [id, each] of items) {
      each.set(file.answers.get(id));
      unmarked(each);
      const still = () => {
        unmarked(each);
        changed(id, each.get());
      };
      // Fetched only where words have changed: few files are that old.
      if (reworded.has(id)) import("./changed.js").then(({ showChanged }) => showChanged(known, each, reworded.get(id), still));
    }
    for (const control of document.querySelectorAll(".grow > *")) if (control.value) warn(known.rules, control);
  };

  /** Return the control that a field such as `answers/care-q1/evidence/2/url` names, and its name in words. */
  const find = (field) => {
    const [block, name, ...rest] = field.split("/");
    const inItem = () => items.get(name)?.control(rest[0] === "evidence" ? evidenceName(rest) : rest[0]);
    const own = { project: () => project.controls.get(name), decision: () => decision?.controls.get(name) ?? answer?.first, answers: inItem };
    const control = own[block]?.();
    const label = control?.labels?.[0]?.textContent ?? name;
    return { control, name: items.has(name) ? `${known.items[name].label} – ${label}` : label };
  };
  return { fill, find };
}
