// The steps after the questions. They are fetched once somebody begins to answer: a first visit is lighter without.
export { checkStep } from "./check-step.js";
export { waysStep } from "./ways.js";
