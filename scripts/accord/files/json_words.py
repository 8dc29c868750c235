"""What the strict reader of JSON calls what it finds and what it waits for. Worksheets use the same words."""

from __future__ import annotations

KINDS = {
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing (null)",
    "word": "a word without quotes",
}
SIGNS = {
    "value": "a value",
    "quote": "A quotation mark",
    "name": "a field's name in double quotes",
    "colon": "a colon",
    "comma-brace": "a comma or a closing brace",
    "comma-bracket": "a comma or a closing bracket",
}
