"""Reads Markdown: it becomes a page, and the page is read as pages are; so both keep notes, lists and tables alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from db.errors import EmptyFile, NoText, UnreadableFile, UnsafeFile
from db.importer.document import Document
from db.importer.readers.html import document_of
from db.importer.readers.html.lists import DELIMITER
from db.importer.readers.shared.text_encoding import decoded, looks_like_text

MAX_FILE = 20_000_000

_DEEPEST = 100
_SUFFIXES = (".md", ".markdown", ".mkd", ".mdown")


class MarkdownReader:
    """Turns a text written in Markdown (CommonMark, with tables and notes) into a Document."""

    format = "md"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the file is text and is called a Markdown file: by its content alone Markdown is any text."""
        return path.suffix.lower() in _SUFFIXES and looks_like_text(head)

    def read(self, path: Path) -> Document:
        """Return the document.

        Raises EmptyFile, NoText, UnknownFormat (binary), DamagedFile (the encoding is none of Unicode's), UnsafeFile
        (too large), UnreadableFile.
        """
        try:
            if path.stat().st_size > MAX_FILE:
                raise UnsafeFile(path, "size")
            raw = path.read_bytes()
        except OSError as error:
            raise UnreadableFile(path, error.strerror or "") from error
        if not raw:
            raise EmptyFile(path)
        text, losses = decoded(raw, path)
        if not text.strip():
            raise NoText(path)
        return document_of(_page(text), path, self.format, losses)


def _page(text: str) -> str:
    """Return the page a Markdown text stands for, its lists still told by the sign behind their numbers."""
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    markdown.use(footnote_plugin, inline=False).use(front_matter_plugin)
    markdown.add_render_rule("footnote_caption", _caption)
    tokens = markdown.parse(text)
    for token in tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            token.attrSet(DELIMITER, token.markup)
    return f"<html><body>{markdown.renderer.render(_shown(tokens), markdown.options, {})}</body></html>"


def _caption(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:  # a rule like the others
    """Return the label of a note, the same one wherever the note is called again."""
    return str(int(tokens[index].meta["id"]) + 1)


def _shown(tokens: list[Token]) -> list[Token]:
    """Return the tokens that are printed: the head of settings some programs write is not."""
    return [token for token in tokens if token.type != "front_matter"]
