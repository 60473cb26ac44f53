"""The reader of .xlsx: sheets are streamed row by row, so that a million of them cost time and no memory.

An own reader, since what a hostile file claims ("count = 4 billion") ends the process of the library that reads the
old formats, and since only here the number formats tell a percentage and a date (ECMA-376 part 1, 18).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from db.errors import DamagedFile, UnknownFormat, UnsafeFile
from db.importer.document import Document
from db.importer.files import ZIP_HEAD
from db.importer.readers.shared.known_formats import kind_of_zip
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.losses import (
    COMMENT,
    EMBEDDED_OBJECT,
    IMAGE,
    MACROS,
    OUTSIDE_LINK,
    UNREADABLE_PART,
    Losses,
)
from db.importer.readers.shared.package import Package
from db.importer.readers.shared.relationships import Relationship, main_part, relationships_of
from db.importer.readers.shared.xml_part import parse
from db.importer.readers.sheets.cell_formats import BUILT_IN, CellFormat, format_of
from db.importer.readers.sheets.grids import Sheet, blocks_of
from db.importer.readers.sheets.worksheet import SheetReader, Strings

_RELATION_ID = re.compile(r"\{[^}]*/relationships\}id")
_COUNTED = {"image": IMAGE, "chart": EMBEDDED_OBJECT, "oleObject": EMBEDDED_OBJECT, "comments": COMMENT}
_MACRO_SHEETS = ("xlMacrosheet", "xlIntlMacrosheet")
_MOST_SHEETS = 1_000


class XlsxReader:
    """Reads workbooks since 2007, with or without macros."""

    format = "xlsx"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the file is a zip whose main part is a workbook; raises for a zip that is broken or unsafe."""
        return head.startswith(ZIP_HEAD) and kind_of_zip(path) == self.format

    def read(self, path: Path) -> Document:
        """Return the document; raises DamagedFile, UnsafeFile, EncryptedFile, UnreadableFile."""
        with Package(path) as package:
            main = main_part(package)
            if not main:
                raise UnknownFormat(path, "zip")
            runs = LegacyRuns()
            document = _Workbook(package, main).document(runs)
            again = runs.second_reading()
            return document if again is None else _Workbook(package, main).document(again)


class _Workbook:
    """The parts of a workbook, found by the relationships of its main part."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._root = parse(package.path, main, package.read(main))
        self._relationships = relationships_of(package, main)
        self._targets = _targets(package, main)
        self._losses = Losses()

    def document(self, runs: LegacyRuns) -> Document:
        strings = Strings(self._package, self._part("sharedStrings"))
        reader = SheetReader(self._package, strings, self._formats(), runs, self._from_1904())
        sheets = list(self._sheets(reader))
        blocks, losses = blocks_of(sheets)
        self._losses.add(UNREADABLE_PART, strings.missing)
        self._count_unread()
        return Document(XlsxReader.format, tuple(blocks), (), (*losses, *self._losses.all(), *runs.losses()))

    def _sheets(self, reader: SheetReader) -> Iterator[Sheet]:
        for number, element in enumerate(self._root.iter("{*}sheet")):
            if number >= _MOST_SHEETS:
                raise UnsafeFile(self._package.path, "entries")
            relationship = self._targets.get(_relation_id(element))
            if relationship is None or relationship.target not in self._package:
                self._losses.add(UNREADABLE_PART)
            elif relationship.kind == "worksheet":
                sheet = Sheet(element.get("name", ""), element.get("state", "visible") != "visible")
                try:
                    reader.read(relationship.target, sheet)
                except DamagedFile:
                    self._losses.add(UNREADABLE_PART)
                self._count_beside(relationship.target)
                yield sheet
            else:
                self._losses.add(MACROS if relationship.kind in _MACRO_SHEETS else EMBEDDED_OBJECT)

    def _count_beside(self, part: str) -> None:
        """Count the drawings, comments and links of a sheet."""
        for relationship in self._related(part):
            self._losses.add(OUTSIDE_LINK, relationship.external)
            if relationship.kind in _COUNTED:
                self._losses.add(_COUNTED[relationship.kind])
            elif relationship.kind == "drawing":
                for drawn in self._related(relationship.target):
                    self._losses.add(_COUNTED.get(drawn.kind, ""), drawn.kind in _COUNTED)

    def _related(self, part: str) -> tuple[Relationship, ...]:
        try:
            return relationships_of(self._package, part)
        except DamagedFile:
            return ()

    def _count_unread(self) -> None:
        for relationship in self._relationships:
            self._losses.add(MACROS, relationship.kind == "vbaProject")
            self._losses.add(OUTSIDE_LINK, relationship.kind == "externalLink")

    def _part(self, kind: str) -> str:
        return next((one.target for one in self._relationships if one.kind == kind and one.target in self._package), "")

    def _from_1904(self) -> bool:
        properties = self._root.find("{*}workbookPr")
        return properties is not None and properties.get("date1904") in ("1", "true")

    def _formats(self) -> list[CellFormat]:
        """Return the formats of cells by their index."""
        name = self._part("styles")
        if not name:
            return []
        try:
            root = parse(self._package.path, name, self._package.read(name))
        except DamagedFile:
            self._losses.add(UNREADABLE_PART)
            return []
        codes = {each.get("numFmtId"): each.get("formatCode", "") for each in root.iterfind("{*}numFmts/{*}numFmt")}
        fonts = [(_is_bold(font), _name_of(font)) for font in root.iterfind("{*}fonts/{*}font")]
        return [_format(each, codes, fonts) for each in root.iterfind("{*}cellXfs/{*}xf")]


def _format(element: etree._Element, codes: dict[str | None, str], fonts: list[tuple[bool, str]]) -> CellFormat:
    number, index = element.get("numFmtId", "0"), element.get("fontId", "0")
    is_known = index.isdecimal() and int(index[:6]) < len(fonts)
    bold, font = fonts[int(index[:6])] if is_known else (False, "")
    built_in = BUILT_IN.get(int(number[:6]), "") if number.isdecimal() else ""
    return format_of(codes.get(number, built_in), bold, font)


def _name_of(font: etree._Element) -> str:
    name = font.find("{*}name")
    return "" if name is None else name.get("val", "")


def _is_bold(font: etree._Element) -> bool:
    bold = font.find("{*}b")
    return bold is not None and bold.get("val", "1") not in ("0", "false")


def _relation_id(element: etree._Element) -> str:
    return next((str(value) for name, value in element.items() if _RELATION_ID.fullmatch(str(name))), "")


def _targets(package: Package, part: str) -> dict[str, Relationship]:
    """Return where a part points to, by the ids it uses for that."""
    folder, _, name = part.rpartition("/")
    listing = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    if listing not in package:
        return {}
    ids = [each.get("Id", "") for each in parse(package.path, listing, package.read(listing)) if _is_kept(each)]
    return dict(zip(ids, relationships_of(package, part), strict=False))


def _is_kept(entry: etree._Element) -> bool:
    """Whether `relationships_of` keeps an entry of the listing."""
    return entry.get("TargetMode") == "External" or bool(entry.get("Target"))
