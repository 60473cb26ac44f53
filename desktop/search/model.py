"""Search hits as a tree: year and report, then section, then the places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from db.annotated import OWN_SCOPE
from db.model import Report, SearchHit
from desktop.languages import QT_TRANSLATE_NOOP, translate

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
HIT = Qt.ItemDataRole.UserRole
DEPTH = Qt.ItemDataRole.UserRole + 1

SCOPES = {
    "body": QT_TRANSLATE_NOOP("Search", "Text"),
    "notes": QT_TRANSLATE_NOOP("Search", "Notes"),
    "tables": QT_TRANSLATE_NOOP("Search", "Tables"),
    OWN_SCOPE: QT_TRANSLATE_NOOP("Search", "My notes"),
}


def words(text: str) -> str:
    """Return the interface's words for `text` in the language in force."""
    return QCoreApplication.translate("Search", text)


@dataclass(eq=False, slots=True)
class Node:
    """A line of the tree; `hit` is set on the leaves only."""

    text: str
    parent: Node | None
    hit: SearchHit | None = None
    children: list[Node] = field(default_factory=list)


def tree_of(hits: Iterable[SearchHit], reports: dict[int, Report], sections: dict[int, str]) -> Node:
    """Return the root of the tree: newest year first, inside a report the order of its text."""
    root = Node("", None)
    by_report: dict[int, Node] = {}
    by_section: dict[tuple[int, int | None], Node] = {}
    for hit in sorted(hits, key=_reading_order):
        report = by_report.get(hit.report_id)
        if report is None:
            report = by_report[hit.report_id] = Node(_report_title(reports.get(hit.report_id)), root)
            root.children.append(report)
        key = (hit.report_id, hit.section_id)
        section = by_section.get(key)
        if section is None:
            title = sections.get(hit.section_id, "") if hit.section_id else ""
            section = by_section[key] = Node(title or translate("Search", "Opening and closing parts"), report)
            report.children.append(section)
        section.children.append(Node(hit.snippet, section, hit))
    years = {id(node): _year(reports.get(report_id)) for report_id, node in by_report.items()}
    root.children.sort(key=lambda node: -years[id(node)])
    return root


class HitModel(QAbstractItemModel):
    """The tree of hits, read-only."""

    def __init__(self) -> None:
        super().__init__()
        self._root = Node("", None)

    def show(self, root: Node) -> None:
        """Show another tree."""
        self.beginResetModel()
        self._root = root
        self.endResetModel()

    def hit(self, index: Index) -> SearchHit | None:
        """Return the hit of a leaf; None elsewhere."""
        return self._node(index).hit

    def leaves(self) -> list[QModelIndex]:
        """Return the indexes of all hits, from top to bottom."""
        found = []
        for top in range(self.rowCount()):
            report = self.index(top, 0)
            for middle in range(self.rowCount(report)):
                section = self.index(middle, 0, report)
                found += [self.index(row, 0, section) for row in range(self.rowCount(section))]
        return found

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).children[row])

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]  # hides QObject.parent()
        above = self._node(index).parent
        if above is None or above.parent is None:
            return QModelIndex()
        return self.createIndex(above.parent.children.index(above), 0, above)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, parent: Index = ROOT) -> int:
        del parent
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self._node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return node.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words(SCOPES[node.hit.scope])}: {node.text}" if node.hit else node.text
        if role == HIT:
            return node.hit
        if role == DEPTH:
            return 0 if node.parent is self._root else 1 if node.hit is None else 2
        return None

    def _node(self, index: Index) -> Node:
        if not index.isValid():
            return self._root
        node = index.internalPointer()
        assert isinstance(node, Node)
        return node


def _reading_order(hit: SearchHit) -> tuple[int, int, int, int]:
    """Order hits by section, then text before notes before tables, each in its own order (ids follow the text)."""
    place = hit.place
    kind = 0 if place.block_id else 1 if place.note_id else 2
    return (hit.section_id or 0, kind, place.block_id or place.note_id or place.table_id or 0, place.row or 0)


def _report_title(report: Report | None) -> str:
    if report is None:
        return "?"
    data = report.data
    return " · ".join(part for part in (data.period or str(data.year or ""), data.issuer, data.kind) if part)


def _year(report: Report | None) -> int:
    return (report.data.year or 0) if report else 0
