"""What frames a report's text: its head with the title, its recipients, its signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.importer.document import Grid, Paragraph
from db.importer.headings import is_upper, opening_of

Part = Paragraph | Grid

HEAD_DEPTH = 30  # a title stands among as many paragraphs from the top, or there is none
TITLE_LENGTH = 300
LINE_LENGTH = 200
_SENTENCE_END = (".", ":", ";")
TITLE = re.compile(
    r"(?P<kind>BÁO CÁO|NGHỊ QUYẾT|KẾ HOẠCH|CHƯƠNG TRÌNH|TỜ TRÌNH|THÔNG BÁO|KẾT LUẬN|ĐỀ ÁN|QUYẾT ĐỊNH|CHỈ THỊ)\b"
)
RECIPIENTS = re.compile(r"\s*Nơi nhận\s*:?", re.IGNORECASE)
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
        if found and (found["kind"] == "BÁO CÁO" or found.end() == len(part.text)) and len(part.text) < TITLE_LENGTH:
            return index
        if len(part.text) > LINE_LENGTH or (opening_of(part.text) and not is_ruler(part.text)):
            return None
    return None


def is_ruler(text: str) -> bool:
    """Whether the line is only drawn: dashes, stars, dots."""
    return bool(_RULER.match(text))


def signs_for(text: str) -> bool:
    """Whether the line names whom or in what post someone signs ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")."""
    return len(text) <= 100 and is_upper(text) and bool(_FOR.match(text) or _POST.match(text))


def signs_for_another(text: str) -> bool:
    """Whether the line says on whose behalf someone signs ("T/M …", "KT. …")."""
    return bool(_FOR.match(text)) and signs_for(text)


def names_the_head(text: str) -> bool:
    """Whether every office's head has such a line: the nation's or the Party's name, an office, a number, a date."""
    return len(text) <= LINE_LENGTH and bool(_HEAD.search(text))


def _known_head(parts: Sequence[Part]) -> int:
    """Without a title only lines every office's head has are taken for one."""
    end = 0
    for part in parts[:HEAD_DEPTH]:
        if (
            isinstance(part, Grid)
            or len(part.text) > LINE_LENGTH
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
    if len(part.text) > TITLE_LENGTH or part.text.endswith(_SENTENCE_END) or opening_of(part.text) or part.marker:
        return False
    under_title = index - title > 1 and not part.text.startswith("(")
    return not (under_title and is_upper(part.text) and not is_upper(above.text)) and not _ADDRESSEE.match(part.text)


def _belongs_below_title(parts: Sequence[Part], index: int) -> bool:
    """Under the title: rulers, "Kính gửi" with its list, a remark in brackets, the words that mark a sample."""
    part, above = parts[index], parts[index - 1]
    if isinstance(part, Grid) or isinstance(above, Grid) or len(part.text) > TITLE_LENGTH:
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
        return state if len(part.text) <= LINE_LENGTH else ""
    return state if len(part.text) <= 80 and not part.text.endswith(".") else ""


def _ends_the_text(text: str, following: Sequence[Part]) -> bool:
    """Whether only short lines follow, as under a signature."""
    lines = [part for part in following if isinstance(part, Paragraph)]
    short = all(len(line.text) <= 80 or RECIPIENTS.match(line.text) for line in lines)
    return short and (bool(_FOR.match(text)) or (len(text) <= 40 and not any(opening_of(line.text) for line in lines)))
