// What reads and judges a file of answers: fetched only once a file is loaded or made.
export { open } from "./judge.js";
export { migrate } from "./migrate.js";
export { refused, report } from "./report.js";
