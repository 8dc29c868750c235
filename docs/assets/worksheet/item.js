// One thing that a sheet asks, as its controls: what is answered there, and how to show an answer.
import { boxes, radios } from "./fields.js";
import { evidence } from "./evidence.js";

/** Return an item of the page. `changed` is called with its id whenever somebody changes something in it. */
export function item(rules, node, changed) {
  const id = node.dataset.item;
  const tell = () => changed(id);
  const pieces = evidence(rules, id, node, tell);
  const own = ["notes", "role", "by"];
  const controls = new Map(own.map((name) => [name, node.querySelector(`[data-field="${name}"]`)]));
  const words = boxes(rules, { querySelectorAll: () => [...controls.values()] });
  const state = radios(node, tell);
  const extra = node.querySelector("[data-extra]");
  node.addEventListener("input", tell);
  return {
    id,
    node,
    get: () => ({ state: state.get(), ...words.get(), evidence: pieces.get() }),
    set: (answer = {}) => {
      state.set(answer.state ?? "");
      words.set(answer);
      pieces.set(answer.evidence ?? []);
      if (answer.evidence?.length || answer.role || answer.by) extra.open = true;
    },
    /** Return the control of a field, such as "notes" or "evidence.0.url". */
    control: (name) => {
      const [, place, field] = /^evidence\.(\d+)\.?(\w*)$/.exec(name) ?? [];
      return place ? pieces.control(Number(place), field || "text") : controls.get(name) ?? state.first;
    },
  };
}
