// What reads and judges a file of answers, and the words of earlier versions: fetched only once a file is loaded or made.
export { judge, open } from "./judge.js";
export { migrate } from "./migrate.js";
export { refused, report } from "./report.js";
