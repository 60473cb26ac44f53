"""The readers of OpenDocument text: a package with content.xml and styles.xml, or one flat XML file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from db.errors import DamagedFile, EncryptedFile, UnknownFormat, UnreadableFile, UnsafeFile
from db.importer.document import Document, Loss
from db.importer.files import ZIP_HEAD
from db.importer.readers.odt import names as o
from db.importer.readers.odt.blocks import BlockReader, Reading
from db.importer.readers.odt.lists import Lists
from db.importer.readers.odt.notes import Notes
from db.importer.readers.odt.styles import Styles
from db.importer.readers.shared.known_formats import kind_of_zip
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.losses import HEADER_OR_FOOTER, MACROS, UNREADABLE_PART, Losses
from db.importer.readers.shared.package import MAX_PART, Package
from db.importer.readers.shared.running_heads import says_more_than_the_page
from db.importer.readers.shared.xml_part import parse

CONTENT = "content.xml"
STYLES = "styles.xml"
MANIFEST = "META-INF/manifest.xml"

_ENCRYPTED = (b"encryption-data", b"encrypted-package")
# A library of macros holds modules besides its two listings.
_MACRO = re.compile(rb'full-path="(?:Basic/[^"/]+/(?!script-lb\.xml)[^"/]+\.xml|Scripts/[^"]+[^"/])"')
_FLAT = re.compile(rb"\s*<\?xml[^>]*\?>.*?<office:document\b|\s*<office:document\b", re.S)
_TEXT = b"application/vnd.oasis.opendocument.text"
_MIMETYPE = re.compile(rb"""office:mimetype\s*=\s*["']([^"']*)["']""")


class OdtReader:
    """Reads OpenDocument texts and their templates."""

    format = "odt"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the file is a zip that calls itself an OpenDocument text; raises for a broken or unsafe zip."""
        return head.startswith(ZIP_HEAD) and kind_of_zip(path) == self.format

    def read(self, path: Path) -> Document:
        """Return the document with its notes; raises DamagedFile, UnsafeFile, EncryptedFile, UnreadableFile."""
        losses = Losses()
        with Package(path) as package:
            if MANIFEST in package:
                manifest = package.read(MANIFEST)
                if any(sign in manifest for sign in _ENCRYPTED):
                    raise EncryptedFile(path, CONTENT)
                losses.add(MACROS, len(_MACRO.findall(manifest)))
            content = parse(path, CONTENT, package.read(CONTENT))
            styles = _optional(package, STYLES, losses)
        return _Parts(path, self.format, content, styles, losses.all()).document()


class FlatOdtReader:
    """Reads OpenDocument texts written as one XML file."""

    format = "fodt"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the file is XML whose root is an office:document of text."""
        if not _FLAT.match(head.removeprefix(b"\xef\xbb\xbf")):
            return False
        kind = _MIMETYPE.search(head)
        return kind is None or kind[1].startswith(_TEXT)

    def read(self, path: Path) -> Document:
        """Return the document with its notes; raises DamagedFile, UnsafeFile, UnknownFormat, UnreadableFile."""
        try:
            if path.stat().st_size > MAX_PART:
                raise UnsafeFile(path, "size")
            data = path.read_bytes()
        except OSError as error:
            raise UnreadableFile(path, error.strerror or "") from error
        root = parse(path, path.name, data)
        losses = Losses()
        losses.add(MACROS, sum(1 for _ in root.iter(o.SCRIPT_MODULE)))
        return _Parts(path, self.format, root, root, losses.all()).document()


@dataclass(frozen=True, slots=True)
class _Parts:
    """The XML of one document; what it holds beside its text is counted in `outside`."""

    path: Path
    form: str
    content: etree._Element
    styles: etree._Element | None
    outside: tuple[Loss, ...]

    def document(self) -> Document:
        """Read once, and again where the words told which of the old fonts hold Unicode."""
        runs = LegacyRuns()
        document = self._reading(runs)
        again = runs.second_reading()
        return document if again is None else self._reading(again)

    def _reading(self, runs: LegacyRuns) -> Document:
        body = self.content.find(f"{o.BODY}/{o.OFFICE_TEXT}")
        if body is None:
            if self.content.find(o.BODY) is not None:
                raise UnknownFormat(self.path, "OpenDocument")
            raise DamagedFile(self.path, f"{CONTENT} has no body")
        common = None if self.styles is None else self.styles.find(o.STYLES)
        automatic = self.content.find(o.AUTOMATIC_STYLES)
        faces = [face for part in (self.styles, self.content) for face in _faces(part)]
        losses = Losses()
        reading = Reading(Styles(common, automatic, faces=faces), Lists(common, automatic), Notes(), losses, runs)
        blocks = BlockReader(reading, CONTENT).read(body)
        if self.styles is not None:
            losses.add(HEADER_OR_FOOTER, _running_heads(self.styles))
        told = (*self.outside, *losses.all(), *runs.losses())
        return Document(self.form, tuple(blocks), reading.notes.all(), told)


def _faces(part: etree._Element | None) -> Iterator[etree._Element]:
    faces = None if part is None else part.find(o.FONT_FACES)
    return iter(()) if faces is None else iter(faces)


def _optional(package: Package, name: str, losses: Losses) -> etree._Element | None:
    """Return a part without which the words can still be read; None if it is missing or broken."""
    if name not in package:
        return None
    try:
        return parse(package.path, name, package.read(name))
    except DamagedFile:
        losses.add(UNREADABLE_PART)
        return None


def _running_heads(styles: etree._Element) -> int:
    """Count the headers and footers that say more than the number of the page."""
    masters = styles.find(o.MASTER_STYLES)
    heads = () if masters is None else masters.iter(o.HEADER, o.FOOTER)
    return sum(says_more_than_the_page(o.words(head)) for head in heads)
