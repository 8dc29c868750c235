// The bytes of an answers file: the same as scripts/accord/answers/answers.py writes for equal content.

const isEmpty = (value) => !(value instanceof Object ? Object.keys(value).length : value);

/** Return a value with its fields in the format's order, and without what is empty. */
function ordered(fields, value, name) {
  if (Array.isArray(value)) return value.map((each) => ordered(fields, each, name)).filter((each) => !isEmpty(each));
  if (!fields[name] || typeof value === "string") return value;
  const own = fields[name].filter((field) => value[field] !== undefined).map((field) => [field, ordered(fields, value[field], field)]);
  return Object.fromEntries(own.filter(([, each]) => !isEmpty(each)));
}

/** Return the text of a file of answers. */
export function text({ rules: { answers_format: format, fields } }, file) {
  const byCode = [...file.answers.keys()].sort(); // ids are ASCII, and none is a number, which an object would put first
  const answers = Object.fromEntries(byCode.map((id) => [id, ordered(fields, file.answers.get(id), "answer")]).filter(([, each]) => !isEmpty(each)));
  return `${JSON.stringify(ordered(fields, { ...file, format, answers }, "file"), null, 2)}\n`;
}
