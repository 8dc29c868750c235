"""Reads YAML strictly: text only, no duplicate keys, anchors, aliases, tags or guessed types.

The events of a parser are read one by one under a budget, and nothing is built until they are known to be plain.
PyYAML's own loaders are not used: its `safe_load` takes the last of two equal keys, turns NO into False and 1.10
into 1.1, and a merge key of 400 bytes keeps it busy for ten seconds (yaml/pyyaml#897).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NoReturn

import yaml

from accord.files.nodes import Mapping, Node, Scalar, Sequence, field
from accord.files.problem import Problem, shown
from accord.files.text import hidden
from accord.files.yaml_words import BEGAN, explain

MOST_EVENTS = 20_000
DEEPEST = 12  # levels; the deepest file today has five
KEPT = 600  # trees of small files that a process has read: in a preview, only one of them changes at a time
SMALL = 64 * 1024  # characters; larger files are rare, and a hostile one is not held on to
# The loaders are used as parsers only: no value is ever built by them. The C one is seven times faster.
Parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_resolver = yaml.resolver.Resolver()
# What a parser of YAML 1.2 (JavaScript's, Go's) takes for a number and one of 1.1 does not.
YAML_12_NUMBER = re.compile(r"^(?:0o[0-7]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+)$")


class Refused(Exception):
    """The file breaks a rule of the strict reader. Carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse(name: str, text: str, first_line: int = 1, most: int = MOST_EVENTS) -> tuple[Node | None, list[Problem]]:
    """Parse one document. `first_line` is the line of `text` in its file (front matter starts at 2).

    `most` bounds the parser's events, of which a value has one and a block or list two.

    Returns the tree, or None where the file can't be read, and the problems. Never raises for bad input.
    """
    read = _kept if len(text) < SMALL else _parsed
    node, problems = read(name, text, first_line, most)
    return node, list(problems)


def _parsed(name: str, text: str, first_line: int, most: int) -> tuple[Node | None, list[Problem]]:
    reader = _Reader(name, text, first_line, most)
    try:
        node = reader.document(text)
    except Refused as refused:
        return None, [refused.problem]
    except yaml.MarkedYAMLError as error:
        return None, [reader.complaint(error)]
    except (yaml.YAMLError, RecursionError, ValueError):
        wrong = "This is not YAML that we can read."
        return None, [Problem(name, first_line, "", wrong, "Compare it with another file.")]
    return node, reader.problems


_kept = lru_cache(maxsize=KEPT)(_parsed)


@lru_cache(maxsize=8192)
def guessed_type(value: str) -> str:
    """Return what YAML 1.1 or 1.2 would make of an unquoted value: "str", or "int", "bool", "null", "timestamp" …"""
    if YAML_12_NUMBER.match(value):
        return "float"
    if value in {"y", "Y", "n", "N"}:  # in the specification of YAML 1.1, though PyYAML does not heed it
        return "bool"
    tag = str(_resolver.resolve(yaml.ScalarNode, value, (True, False)))  # type: ignore[no-untyped-call]
    return tag.rpartition(":")[2]


class _Reader:
    def __init__(self, name: str, text: str, first_line: int, most: int) -> None:
        self.name = name
        self.most = most
        self.rows = text.split("\n")
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.quoted = (-1, -1)  # the first and last line of the value in quotes that was read last

    def document(self, text: str) -> Node:
        events = self._bounded(text)
        next(events)  # the start of the stream
        event = next(events)
        if isinstance(event, yaml.StreamEndEvent):
            wrong, cure = "No field stands here.", "Write the fields, or delete the file."
            raise Refused(Problem(self.name, self.first_line, "", wrong, cure))
        if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            self._refuse(event, "The file has a YAML directive (a line that starts with %).", "Delete that line.")
        node = self._node(next(events), events, 1)
        event = next(events)
        if isinstance(event, yaml.DocumentEndEvent) and event.explicit:
            self._refuse(event, 'The file holds an end mark (a line "...").', "Delete that line.")
        event = next(events)
        if not isinstance(event, yaml.StreamEndEvent):
            self._refuse(event, 'The file holds a second document (a line "---").', "Put one thing in one file.")
        return node

    def _bounded(self, text: str) -> Iterator[yaml.Event]:
        parser = Parser(text)
        try:
            for count in range(self.most):
                event = parser.get_event()
                if event is None:
                    return
                if count == self.most - 1:
                    self._refuse(event, "The file holds too many values.", "Split it into several files.")
                yield event
        finally:
            parser.dispose()

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent):
            alias = shown(f"*{event.anchor}")
            self._refuse(event, f"The value is an alias ({alias}).", "Write the value itself, or quote it.")
        if anchor := getattr(event, "anchor", None):
            mark = shown(f"&{anchor}")
            self._refuse(event, f"The value has an anchor ({mark}).", "Delete the anchor, or quote the value.")
        if tag := getattr(event, "tag", None):
            self._refuse(event, f"The value has a tag ({shown(str(tag))}).", "Delete the tag, or quote the value.")
        if depth > DEEPEST:
            self._refuse(event, "The values are nested too deeply.", "Compare the indentation with another file.")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                items.append(self._node(event, events, depth + 1))
            return Sequence(tuple(items), line)
        assert isinstance(event, yaml.MappingStartEvent)
        return Mapping(tuple(self._entries(events, depth)), line)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Scalar:
        if code := hidden(event.value):
            self._refuse(event, f"The value spells a hidden character ({code}).", "Delete it.")
        plain = not event.style  # None from the Python parser, an empty string from the C one
        end = event.end_mark
        if event.style in {"'", '"'} and end:
            goes_on = bool(self.rows[end.line][end.column :].strip())
            self.quoted = (line - self.first_line, end.line) if goes_on else (-1, -1)
        if plain and event.value and end and self.rows[end.line][end.column :].lstrip().startswith("#"):
            wrong = "The value ends at its #, which starts a comment."
            cure = "Put the whole value in double quotes, or the comment on a line of its own."
            self.problems.append(Problem(self.name, end.line + self.first_line, "", wrong, cure))
        return Scalar(event.value, line, plain)

    def _entries(self, events: Iterator[yaml.Event], depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth + 1)
            if not isinstance(key, Scalar):
                self._refuse(event, "A field's name is not a word.", "Write `field: value`, one a line.")
            value = self._node(next(events), events, depth + 1)
            if key.value in seen:
                wrong = f"The field {shown(key.value)} stands twice (first on line {seen[key.value]})."
                self.problems.append(Problem(self.name, key.line, field((key.value,)), wrong, "Keep one of them."))
                continue
            seen[key.value] = key.line
            yield key, value

    def complaint(self, error: yaml.MarkedYAMLError) -> Problem:
        """Return what the parser says, in our words, at the line that a person should look at."""
        said = error.problem or ""
        mark = error.problem_mark or error.context_mark
        if any(words in said for words in BEGAN):
            mark = error.context_mark or mark
        first, last = self.quoted
        if first < last == (mark.line if mark else 0) and said.startswith("did not find expected"):
            wrong = f"The quotation mark on this line is closed only on line {last + self.first_line}."
            return Problem(self.name, first + self.first_line, "", wrong, "Close it where the value ends.")
        line = min(mark.line if mark else 0, len(self.rows) - 1)
        wrong, cure = explain(said, self.rows[line])
        return Problem(self.name, line + self.first_line, "", wrong, cure)

    def _line(self, event: yaml.Event) -> int:
        return (event.start_mark.line if event.start_mark else 0) + self.first_line

    def _refuse(self, event: yaml.Event, wrong: str, cure: str) -> NoReturn:
        raise Refused(Problem(self.name, self._line(event), "", wrong, cure))
