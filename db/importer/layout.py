"""What frames a report's text: its head, its recipients, its signature, and tables that only lay these out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from db.importer.document import Grid, GridCell, NoteMark, Paragraph
from db.importer.headings import is_upper, opening_of
from db.model import Emphasis

Part = Paragraph | Grid

HEAD_DEPTH = 30  # a title stands among as many paragraphs from the top, or there is none
_TITLE_LENGTH = 300
_LINE_LENGTH = 200
_SENTENCE_END = (".", ":", ";")

TITLE = re.compile(
    r"(?P<kind>BÁO CÁO|NGHỊ QUYẾT|KẾ HOẠCH|CHƯƠNG TRÌNH|TỜ TRÌNH|THÔNG BÁO|KẾT LUẬN|ĐỀ ÁN|QUYẾT ĐỊNH|CHỈ THỊ)\b"
)
RECIPIENTS = re.compile(r"\s*Nơi nhận\s*:?", re.IGNORECASE)
_BESIDE = re.compile(r"Nơi nhận\s*:?(?:\t+| {3,})\S", re.IGNORECASE)
_GAP = re.compile(r"\t+| {3,}")
_ITEM = re.compile(r"[-–+*]\s*\S")
_RULER = re.compile(r"[\s\-–—_*=~.]{3,}$|[-_*]$")
_HEAD = re.compile(
    r"ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H[ÒO][ÀA] XÃ HỘI CHỦ NGHĨA|Độc lập\s*[-–]\s*Tự do|^Số\s*:?\s*[\d…./\-]"
    r"|^.{0,40},\s*ngày\s+[\d…. ]*\s*tháng|^(?:TỈNH|THÀNH|HUYỆN|THỊ|ĐẢNG) (?:ỦY|UỶ)\b"
    r"|^(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND)\b|^HỘI ĐỒNG NHÂN DÂN"
    r"|^(?:CỤC|SỞ|BỘ|BAN|TỔNG CỤC|VĂN PHÒNG)\s+\w|^(?:DỰ THẢO|MẬT|TỐI MẬT|HỎA TỐC)\b|Báo cáo mẫu",
)
_ADDRESSEE = re.compile(r"Kính gửi\b", re.IGNORECASE)
_FOR = re.compile(r"(?:T/M|TM|T\.M|KT|K/T|TL|T/L|TUQ|Q)\b[./]?\s*\S")
_POST = re.compile(
    r"(?:QUYỀN |Q\. ?)?(?:PHÓ )?(?:TỔNG )?(?:CHỦ TỊCH|BÍ THƯ|CHÁNH VĂN PHÒNG|GIÁM ĐỐC|(?:CHI )?CỤC TRƯỞNG|TRƯỞNG BAN"
    r"|TRƯỞNG PHÒNG|VỤ TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|HIỆU TRƯỞNG|CHỦ NHIỆM)\b"
)


def unfold(parts: Sequence[Part]) -> list[Part]:
    """Take apart what only lays out the head, the recipients or the signature: such tables, and lines in one paragraph.

    Blank paragraphs go; everything else stays as it is.
    """
    unfolded: list[Part] = []
    near_top = True
    for index, part in enumerate(parts):
        if isinstance(part, Grid):
            unfolded.extend(_grid_lines(part) if _is_frame(part, near_top) else [part])
            continue
        near_top = near_top and index < HEAD_DEPTH and not _begins_the_text(part)
        if "\n" in part.text and any(_frames(line) for line in part.text.split("\n")):
            unfolded.extend(_paragraph_lines(part))
        elif part.text or part.marks:
            unfolded.append(part)
    return _unfold_end(unfolded)


def zones(parts: Sequence[Part]) -> list[str]:
    """Name for each part the frame it belongs to: header, recipients, signature, or "" for the report's text."""
    head = head_length(parts)
    named = ["header"] * head
    state = ""
    for index in range(head, len(parts)):
        part = parts[index]
        state = "" if isinstance(part, Grid) else _next_state(state, part, parts[index + 1 : index + 3])
        named.append(state)
    return named


def head_length(parts: Sequence[Part]) -> int:
    """Return how many parts from the top are the report's head, its title included."""
    title = title_index(parts)
    if title is None:
        return _known_head(parts)
    end = title + 1
    while end < len(parts) and end - title < 7 and _continues_title(parts, title, end):
        end += 1
    while end < len(parts) and _belongs_below_title(parts, end):
        end += 1
    return end


def title_index(parts: Sequence[Part]) -> int | None:
    """Return where the line with the kind of document stands ("BÁO CÁO"), None without one near the top."""
    for index, part in enumerate(parts[:HEAD_DEPTH]):
        if isinstance(part, Grid):
            return None
        found = TITLE.match(part.text)
        if found and (found["kind"] == "BÁO CÁO" or found.end() == len(part.text)) and len(part.text) < _TITLE_LENGTH:
            return index
        if len(part.text) > _LINE_LENGTH or (opening_of(part.text) and not _is_ruler(part.text)):
            return None
    return None


def is_ruler(text: str) -> bool:
    """Whether the line is only drawn: dashes, stars, dots."""
    return bool(_RULER.match(text))


_is_ruler = is_ruler


def signs_for(text: str) -> bool:
    """Whether the line names whom or in what post someone signs ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")."""
    return len(text) <= 100 and is_upper(text) and bool(_FOR.match(text) or _POST.match(text))


def _known_head(parts: Sequence[Part]) -> int:
    """Without a title only lines every office's head has are taken for one."""
    end = 0
    for part in parts[:HEAD_DEPTH]:
        if (
            isinstance(part, Grid)
            or len(part.text) > _LINE_LENGTH
            or not (_HEAD.search(part.text) or is_ruler(part.text))
        ):
            break
        end += 1
    return end if any(_HEAD.search(part.text) for part in parts[:end] if isinstance(part, Paragraph)) else 0


def _continues_title(parts: Sequence[Part], title: int, index: int) -> bool:
    part, above = parts[index], parts[index - 1]
    if isinstance(part, Grid) or isinstance(above, Grid) or is_ruler(above.text):
        return False
    if is_ruler(part.text):
        return True
    if len(part.text) > _TITLE_LENGTH or part.text.endswith(_SENTENCE_END) or opening_of(part.text) or part.marker:
        return False
    under_title = index - title > 1 and not part.text.startswith("(")
    return not (under_title and is_upper(part.text) and not is_upper(above.text)) and not _ADDRESSEE.match(part.text)


def _belongs_below_title(parts: Sequence[Part], index: int) -> bool:
    """Under the title: rulers, "Kính gửi" with its list, a remark in brackets, the words that mark a sample."""
    part, above = parts[index], parts[index - 1]
    if isinstance(part, Grid) or isinstance(above, Grid) or len(part.text) > _TITLE_LENGTH:
        return False
    if is_ruler(part.text) or _ADDRESSEE.match(part.text) or "Báo cáo mẫu" in part.text:
        return True
    if part.text.startswith("(") and part.text.endswith(")"):
        return True
    addressed = _ADDRESSEE.match(above.text) or (opening_of(above.text) and opening_of(part.text))
    return bool(addressed and part.text.startswith(("-", "–", "+")))


def _next_state(state: str, part: Paragraph, following: Sequence[Part]) -> str:
    if RECIPIENTS.match(part.text) and len(part.text) < 400:
        return "recipients"
    opening = opening_of(part.text)
    if signs_for(part.text) and not part.marker and (state or _ends_the_text(part.text, following)):
        return "signature"
    if state == "" or part.heading is not None or (opening and not opening.is_item):
        return ""
    if state == "recipients":
        return state if len(part.text) <= _LINE_LENGTH else ""
    return state if len(part.text) <= 80 and not part.text.endswith(".") else ""


def _ends_the_text(text: str, following: Sequence[Part]) -> bool:
    """Whether only short lines follow, as under a signature."""
    lines = [part for part in following if isinstance(part, Paragraph)]
    short = all(len(line.text) <= 80 or RECIPIENTS.match(line.text) for line in lines)
    return short and (bool(_FOR.match(text)) or (len(text) <= 40 and not any(opening_of(line.text) for line in lines)))


def _frames(line: str) -> bool:
    text = line.strip()
    return bool(TITLE.fullmatch(text) or RECIPIENTS.match(text) or _HEAD.search(text) or signs_for(text))


def _unfold_end(parts: list[Part]) -> list[Part]:
    """Part recipients and signature that a text file writes beside each other on one line."""
    start = next((i for i, part in enumerate(parts) if isinstance(part, Paragraph) and _BESIDE.match(part.text)), None)
    if start is None:
        return parts
    end = start
    left: list[Part] = []
    right: list[Part] = []
    while end < len(parts):
        part = parts[end]
        if isinstance(part, Grid) or len(part.text) > _LINE_LENGTH or _is_numbered(part.text):
            break
        first, *second = _lines(replace(part, text=_GAP.sub(_line_end, part.text, count=1)))
        (left if second or is_ruler(first.text) or _ITEM.match(first.text) else right).append(first)
        right.extend(second)
        end += 1
    return [*parts[:start], *left, *right, *parts[end:]]


def _line_end(gap: re.Match[str]) -> str:
    """As many characters as the gap, so that no mark moves."""
    return " " * (len(gap[0]) - 1) + "\n"


def _is_numbered(text: str) -> bool:
    opening = opening_of(text)
    return opening is not None and not opening.is_item


def _begins_the_text(part: Paragraph) -> bool:
    return len(part.text) > _TITLE_LENGTH or part.heading is not None or bool(opening_of(part.text))


def _is_frame(grid: Grid, near_top: bool) -> bool:
    """Whether a table holds the head of a report, or its recipients and signature, and no data."""
    if grid.cols > 4 or grid.rows > 4:
        return False
    lines = [line.strip() for cell in grid.cells for line in cell.text.split("\n")]
    if near_top and sum(bool(_HEAD.search(line)) for line in lines) >= 2:
        return True
    return any(RECIPIENTS.match(line) and line.endswith(":") for line in lines) or (
        grid.cols <= 3 and any(_FOR.match(line) and signs_for(line) for line in lines)
    )


def _grid_lines(grid: Grid) -> list[Paragraph]:
    return [line for cell in grid.cells for line in _cell_lines(cell, grid.origin)]


def _cell_lines(cell: GridCell, origin: str) -> list[Paragraph]:
    return _lines(Paragraph(cell.text, cell.marks, align="center", origin=origin))


def _paragraph_lines(paragraph: Paragraph) -> list[Paragraph]:
    return _lines(paragraph)


def _lines(paragraph: Paragraph) -> list[Paragraph]:
    """Part a paragraph at its line ends, with the marks and the emphasis of each line."""
    lines: list[Paragraph] = []
    start = 0
    for piece in paragraph.text.split("\n"):
        end = start + len(piece)
        lead = start + len(piece) - len(piece.lstrip())
        text = piece.strip()
        marks = tuple(_shifted(mark, lead, text) for mark in paragraph.marks if start <= mark.offset <= end)
        if text or marks:
            emphasis = _within(paragraph.emphasis, lead, lead + len(text))
            lines.append(
                Paragraph(
                    text,
                    marks,
                    paragraph.marker if start == 0 else "",
                    paragraph.heading,
                    paragraph.align,
                    emphasis,
                    paragraph.origin,
                )
            )
        start = end + 1
    return lines


def _shifted(mark: NoteMark, lead: int, text: str) -> NoteMark:
    return NoteMark(min(max(mark.offset - lead, 0), len(text)), mark.key)


def _within(spans: tuple[Emphasis, ...], start: int, end: int) -> tuple[Emphasis, ...]:
    cut = (Emphasis(max(span.start, start) - start, min(span.end, end) - start, span.style) for span in spans)
    return tuple(span for span in cut if span.start < span.end)
