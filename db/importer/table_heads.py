"""Which rows of a table are captions of its columns, and what the columns say of their cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from db.importer.document import Grid, GridCell
from db.vietnamese.numbers import read_number
from db.vietnamese.units import read_unit

_DEEPEST = 6  # no head of a table is deeper
_YEAR = re.compile(r"(?:năm\s*)?(?:19|20)\d\d", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-D])\)?(?:\s*[=:]\s*[-+*/x:.%()\d\s]+)?", re.IGNORECASE)
_ROW_LABEL = re.compile(r"(?:[IVX]+|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]?|[-–+*]")
_HEAD_WORDS = re.compile(
    r"\s*(?:STT|TT|Số TT|Số thứ tự|Chỉ tiêu|Nội dung|Tên|ĐVT|Đơn vị|Năm|Hạng mục)\b", re.IGNORECASE
)
_COUNTER = re.compile(r"\s*(?:STT|TT|Số TT|Số thứ tự|Mã|Mã số|Năm|Mã QHNS)\s*", re.IGNORECASE)
_UNIT_COLUMN = re.compile(r"\s*(?:ĐVT|Đ\.V\.T|Đơn vị tính|Đơn vị|ĐV tính)\s*:?\s*", re.IGNORECASE)
_COMPARISON = re.compile(r"so sánh|so với|tốc độ|tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu|đạt\b|%", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Columns:
    """What is known of each column: its caption, whether it only counts or names rows, and its unit.

    `units` holds units a caption names; `unit_column` is the column that names one for each row, -1 without one.
    """

    captions: Mapping[int, str]
    counters: frozenset[int]
    units: Mapping[int, str]
    unit_column: int

    def compares(self, column: int) -> bool:
        """Whether the caption speaks of a comparison, so that the unit of the row does not hold there."""
        return bool(_COMPARISON.search(self.captions.get(column, "")))


def header_rows(grid: Grid) -> int:
    """Return how many rows from the top are captions of columns: as the file marks them, else by what they hold."""
    rows = _rows(grid)
    count = min(grid.header_rows, grid.rows) or _by_content(grid, rows)
    if 0 < count < grid.rows and _divides(rows[count], rows[count - 1]):
        count += 1
    if 0 < count < grid.rows and _numbers_columns(rows[count]):
        count += 1
    return 0 if count >= grid.rows > 1 else count


def columns_of(grid: Grid, heads: int) -> Columns:
    """Return what the first `heads` rows of `grid` say of its columns."""
    captions: dict[int, list[str]] = defaultdict(list)
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.col)):
        if cell.row < heads and not (cell.colspan >= grid.cols > 1) and not _is_column_number(cell.text):
            for column in range(cell.col, min(cell.col + cell.colspan, grid.cols)):
                captions[column].append(" ".join(cell.text.split()))
    joined = {column: " ".join(part for part in parts if part) for column, parts in captions.items()}
    counters = {column for column, text in joined.items() if _COUNTER.fullmatch(text)}
    if _counts_up(grid, heads):
        counters.add(0)
    units = {column: unit for column, text in joined.items() if (unit := unit_in(text))}
    unit_column = next((column for column, text in joined.items() if _UNIT_COLUMN.fullmatch(text)), -1)
    return Columns(joined, frozenset(counters), units, unit_column)


def unit_in(caption: str) -> str:
    """Return the unit a caption names in brackets or as a lone %, empty if none."""
    for words in reversed(_BRACKETS.findall(caption)):
        unit = read_unit(words.removeprefix("ĐVT:").removeprefix("Đơn vị tính:").removeprefix("Đơn vị:").strip())
        if unit is not None:
            return unit.text
    return "%" if re.search(r"(?:^|\s)%(?:\s|$)", caption) else ""


def _rows(grid: Grid) -> dict[int, list[GridCell]]:
    rows: dict[int, list[GridCell]] = defaultdict(list)
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.col)):
        rows[cell.row].append(cell)
    return rows


def _by_content(grid: Grid, rows: Mapping[int, list[GridCell]]) -> int:
    """Rows down to the first that holds numbers or a row's label, and whatever the merged cells of the first reach."""
    first = 0
    while first < min(grid.rows, _DEEPEST) and _is_title(grid, rows[first]):
        first += 1
    if grid.rows < first + 2 or _holds_numbers(rows[first]) or not _names_columns(rows[first]):
        return 0
    reach = (cell.row + cell.rowspan for cell in rows[first])
    covered = max((row for row in reach if row < grid.rows), default=first + 1)
    count = min(covered, first + _DEEPEST)
    while count < min(first + _DEEPEST, grid.rows) and not _begins_the_body(grid, rows[count]):
        count += 1
    return count


def _is_title(grid: Grid, row: list[GridCell]) -> bool:
    """Whether the row is one cell over the whole width."""
    return len(row) == 1 and row[0].colspan >= grid.cols > 1


def _names_columns(row: list[GridCell]) -> bool:
    filled = [cell for cell in row if cell.text.strip()]
    if not filled or any(len(cell.text) > 120 for cell in filled):
        return False
    return all(cell.bold for cell in filled) or any(_HEAD_WORDS.match(cell.text) for cell in filled) or len(filled) > 1


def _begins_the_body(grid: Grid, row: list[GridCell]) -> bool:
    filled = [cell for cell in row if cell.text.strip()]
    if _numbers_columns(row):
        return False
    if not filled or _holds_numbers(row) or _ROW_LABEL.fullmatch(filled[0].text.strip()):
        return True
    return row[0].col == 0 and (len(filled) <= grid.cols / 2 or not all(cell.bold for cell in filled))


def _holds_numbers(row: list[GridCell]) -> bool:
    return any(read_number(cell.text) is not None and not _YEAR.fullmatch(cell.text.strip()) for cell in row)


def _divides(row: list[GridCell], above: list[GridCell]) -> bool:
    """Whether the row only parts wide captions above it ("So sánh (%)": "ƯTH/KH", "ƯTH/CK"), the rest left empty."""
    wide = {column for cell in above if cell.colspan > 1 for column in range(cell.col, cell.col + cell.colspan)}
    filled = [cell for cell in row if cell.text.strip()]
    return len(filled) > 1 and all(cell.col in wide for cell in filled) and not _holds_numbers(row)


def _numbers_columns(row: list[GridCell]) -> bool:
    """Whether the row only numbers the columns: 1 2 3, A B (1) (2), (3)=(2)/(1)."""
    texts = [cell.text.strip() for cell in row if cell.text.strip()]
    if len(texts) < 2 or len(texts) < len(row) - 1 or not all(map(_is_column_number, texts)):
        return False
    counted = [int(found[0]) for text in texts if (found := re.match(r"\d+", text.strip("()")))]
    return bool(counted) and counted == list(range(counted[0], counted[0] + len(counted))) and counted[0] <= 3


def _is_column_number(text: str) -> bool:
    return len(text) <= 40 and _COLUMN_NUMBER.fullmatch(text.strip()) is not None


def _counts_up(grid: Grid, heads: int) -> bool:
    """Whether the first column is nothing but 1, 2, 3 … down the body."""
    texts = [cell.text.strip().rstrip(".") for cell in grid.cells if cell.col == 0 and cell.row >= heads]
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) <= 6]
    return grid.cols > 1 and len(numbers) >= 2 and numbers == list(range(1, len(numbers) + 1))
