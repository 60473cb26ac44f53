"""The tree of a report's sections: read-only, an index is a section's id, and a filter keeps what it stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.model import Content, Section
from db.vietnamese.folding import nfc, search_form
from desktop.citations import label
from desktop.contents.badges import NONE, Badges, badges_of
from desktop.contents.holdings import Held, listed
from desktop.widgets.plain_tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
SECTION = int(Qt.ItemDataRole.UserRole) + 1
BADGES = SECTION + 1
MATCHES = SECTION + 2
WIDEST = SECTION + 3
CARRIED = "application/x-tubaocao-section"
"""What a section is dragged as: its id in the report shown."""
LONGEST_MARKER = 6  # a longer one, as "PHỤ LỤC 2", does not push its neighbours' titles away


class SectionTree(QAbstractItemModel):
    """Sections of one report under their parents. Rows are looked up by id, none is held by pointer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: dict[int, Section] = {}
        self._all: dict[int, list[Section]] = {}
        self._children: dict[int, list[Section]] = {}
        self._row: dict[int, int] = {}
        self._content: Content | None = None
        self._changes: list[Held] = []
        self._badges: dict[int, Badges] = {}
        self._widest: dict[int, str] = {}
        self._words = ""
        self._answers: dict[int, Callable[[Section], object]] = {
            Qt.ItemDataRole.DisplayRole: row_words,
            Qt.ItemDataRole.ToolTipRole: lambda section: plain_tip(row_words(section)),
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._badge_words,
            SECTION: lambda section: section,
            BADGES: lambda section: self._badges.get(section.id, NONE),
            MATCHES: self.spans,
            WIDEST: lambda section: self._widest.get(section.parent_id or 0, section.marker),
        }

    def show(self, content: Content | None) -> None:
        """Show another report's sections; None shows nothing."""
        self.beginResetModel()
        sections = content.sections if content is not None else ()
        self._sections = {section.id: section for section in sections}
        self._content, self._changes = content, []
        self._badges = badges_of(content) if content is not None else {}
        self._all = _by_parent(sections, self._sections)
        self._words = ""
        self._show_rows(self._all)
        self.endResetModel()

    def show_changes(self, changes: Iterable[Held]) -> None:
        """Show how much changed against last year below each section."""
        if self._content is not None:
            self._changes = list(changes)
            self._badges = badges_of(self._content, self._changes)
            self.layoutChanged.emit()

    def held(self, section_id: int, kind: str) -> list[Held]:
        """Return what a badge of a section counts."""
        return listed(self._content, section_id, kind, self._changes) if self._content is not None else []

    def filter(self, words: str) -> int:
        """Keep sections whose number or words hold `words`, and what they stand in; return how many match."""
        self.beginResetModel()
        self._words = search_form(" ".join(nfc(words).split()))
        kept: set[int] = set()
        count = 0
        for section in self._sections.values():
            if self._words and not self.spans(section):
                continue
            count += 1
            here: int | None = section.id
            while here is not None and here not in kept and here in self._sections:
                kept.add(here)
                here = self._sections[here].parent_id
        lists = ((key, [one for one in below if one.id in kept]) for key, below in self._all.items())
        self._show_rows({key: below for key, below in lists if below} if self._words else self._all)
        self.endResetModel()
        return count

    def spans(self, section: Section) -> list[tuple[int, int]]:
        """Return where the filter's words stand in `row_words` of a section."""
        if not self._words:
            return []
        text = search_form(row_words(section))
        found, at = [], text.find(self._words)
        while at >= 0:
            found.append((at, at + len(self._words)))
            at = text.find(self._words, at + len(self._words))
        return found

    def section(self, index: Index) -> Section | None:
        """Return the section of an index; None for the root."""
        return self._sections.get(index.internalId()) if index.isValid() else None

    def index_of(self, section_id: int | None) -> QModelIndex:
        """Return the index of a section, or the root where it is not shown."""
        if section_id is None or section_id not in self._row:
            return QModelIndex()
        return self.createIndex(self._row[section_id], 0, section_id)

    def ids(self) -> Iterator[int]:
        """Yield the ids of all sections that are shown."""
        yield from self._row

    def level_of(self, section_id: int) -> int:
        """Return how deep a section stands, from 1."""
        depth, here = 0, self._sections.get(section_id)
        while here is not None and depth < 64:
            depth += 1
            here = self._sections.get(here.parent_id) if here.parent_id is not None else None
        return depth

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._below(parent)[row].id)

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]  # hides QObject.parent()
        section = self.section(index)
        return self.index_of(section.parent_id) if section is not None else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: Index = ROOT) -> int:
        del parent
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        section = self.section(index)
        if section is None:
            return None
        asked = self._answers.get(role)
        return asked(section) if asked is not None else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [CARRIED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(CARRIED, QByteArray(str(indexes[0].internalId()).encode()) if indexes else QByteArray())
        return data

    def _below(self, parent: Index) -> list[Section]:
        return self._children.get(parent.internalId() if parent.isValid() else 0, [])

    def _show_rows(self, children: dict[int, list[Section]]) -> None:
        self._children = children
        self._row = {section.id: row for below in children.values() for row, section in enumerate(below)}
        self._widest = {}
        for key, below in children.items():
            usual = (one.marker for one in below if len(one.marker) <= LONGEST_MARKER)
            self._widest[key] = max(usual, key=len, default="")

    def _spoken(self, section: Section) -> str:
        return self.tr("{words}, level {level}").format(words=row_words(section), level=self.level_of(section.id))

    def _badge_words(self, section: Section) -> str:
        badges = self._badges.get(section.id, NONE)
        text = self.tr("{notes} notes, {tables} tables, {numbers} numbers")
        said = text.format(notes=badges.notes, tables=badges.tables, numbers=badges.numbers)
        changed = self.tr("{changes} changes against last year").format(changes=badges.changes)
        return f"{said}, {changed}" if badges.changes else said


def row_words(section: Section) -> str:
    """Return what a row says: the number as printed, and the title or the opening words."""
    return f"{section.marker} {label(section)}".strip()


def _by_parent(sections: Iterable[Section], known: dict[int, Section]) -> dict[int, list[Section]]:
    """Return the sections under each parent (0: the top). A parent that is not there counts as the top."""
    below: dict[int, list[Section]] = defaultdict(list)
    for section in sections:
        below[section.parent_id if section.parent_id in known and section.parent_id else 0].append(section)
    return dict(below)
