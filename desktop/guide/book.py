"""The guide of one language: its pages, read from `resources/guide`, as HTML to show and as words to find."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

import resources
from db.messages import codes, general_words

_HEADING = re.compile(r"(?P<depth>#{1,3}) (?P<title>.+?)(?: \{#(?P<anchor>[\w-]+)\})?")
_HOLE = re.compile(r"\{(?P<name>[a-z][a-z0-9-]*)(?: (?P<of>\d))?\}")
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_PICTURE = '<p style="line-height: 100%"><img'
"""The height of a line would be added to a picture as well."""
_TABLE = '<table border="1" cellspacing="0" cellpadding="6">'

Telling = Callable[[str], str]
"""Gives the words and the key of a command in the language in force; KeyError for an unknown one."""


@dataclass(frozen=True, slots=True)
class Section:
    """The words under one heading. `anchor` is empty for the beginning of a page, `depth` 1 to 3."""

    page: str
    anchor: str
    depth: int
    title: str
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that belong together, under a title."""

    title: str
    pages: tuple[str, ...]


class Book:
    """Pages by their names. Commands and codes in them are written out: what the guide says is what the program has."""

    def __init__(self, language: str, telling: Telling) -> None:
        self.language = language
        self._telling = telling
        self._plan = tomllib.loads(resources.text("guide/contents.toml"))
        self._pages: dict[str, tuple[Section, ...]] = {}

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The contents, in order."""
        return tuple(Part(part[self.language], tuple(part["pages"])) for part in self._plan["part"])

    @property
    def rooms(self) -> Mapping[str, str]:
        """The page about each room of the window, by the room's folder."""
        rooms: dict[str, str] = self._plan["rooms"]
        return rooms

    def pages(self) -> tuple[str, ...]:
        """Return the names of all pages in order."""
        return tuple(page for part in self.parts for page in part.pages)

    def sections(self, page: str) -> tuple[Section, ...]:
        """Return a page, heading by heading; KeyError for an unknown page."""
        if page not in self._pages:
            if page not in self.pages():
                raise KeyError(page)
            self._pages[page] = tuple(_sections(page, self._written_out(source_of(self.language, page))))
        return self._pages[page]

    def title(self, page: str) -> str:
        """Return what a page is called."""
        first = source_of(self.language, page).partition("\n")[0]
        return first.removeprefix("# ")

    def html(self, page: str) -> str:
        """Return a page as HTML; pictures are named by the view they show, links by page#anchor."""
        return "".join(section.html for section in self.sections(page))

    def _written_out(self, text: str) -> str:
        return _HOLE.sub(lambda hole: self._fill(hole["name"], hole["of"] or ""), text)

    def _fill(self, name: str, of: str) -> str:
        if name == "codes":
            return "\n\n".join(self._code(code) for code in codes() if code.startswith(f"TBC-{of}"))
        return _news(self.language) if name == "news-list" else self._telling(name)

    def _code(self, code: str) -> str:
        words = general_words(code, self.language)
        return f"### {code} {{#{code.lower()}}}\n\n**{words.what}** {words.why}\n\n→ {words.todo}"


def source_of(language: str, page: str) -> str:
    """Return a page as it was written."""
    return resources.text(f"guide/{language}/{page}.md")


def holes_of(text: str) -> list[str]:
    """Return the names of what is to be written out in a page: commands, and the lists the program makes."""
    return [hole["name"] for hole in _HOLE.finditer(text)]


def newest_version() -> str:
    """Return the version that the list of news begins with."""
    return str(tomllib.loads(resources.text("guide/news.toml"))["version"][0]["number"])


def _news(language: str) -> str:
    versions = tomllib.loads(resources.text("guide/news.toml"))["version"]
    told = (f"## {one['number']}\n\n" + "\n".join(f"- {line}" for line in one[language]) for one in versions)
    return "\n\n".join(told)


def _sections(page: str, text: str) -> Iterator[Section]:
    """Part a page at its headings; its first line is one."""
    heads = [line for line in text.splitlines() if line.startswith("#")]
    bodies = re.split(r"^#.*$", text, flags=re.MULTILINE)[1:]
    for line, body in zip(heads, bodies, strict=True):
        found = _HEADING.fullmatch(line)
        if found is None:
            raise ValueError(f"{page}: {line}")
        depth, title, anchor = len(found["depth"]), found["title"], found["anchor"] or ""
        name = f'<a name="{anchor}"></a>' if anchor else ""
        tokens = _MARKDOWN.parse(body)
        below = (
            str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))
            .replace("<table>", _TABLE)
            .replace("<p><img", _PICTURE)
        )
        shown = f"<h{depth}>{name}{escape(title)}</h{depth}>{below}"
        yield Section(page, anchor, depth, title, shown, _words(tokens))


def _words(tokens: Iterable[Token]) -> str:
    """Return the bare words of a text, to be searched and quoted."""
    inline = (token.children or [] for token in tokens if token.type == "inline")
    lines = ("".join(" " if one.type == "softbreak" else one.content for one in line) for line in inline)
    return " ".join(lines)
