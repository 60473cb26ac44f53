"""The time a figure speaks of, from the words around it and the report's own period."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from db.importer.figures.prose import Prose
from db.model import ReportData


@dataclass(frozen=True, slots=True)
class Period:
    """A time span: the label an office would write and its ISO dates. It was said from `at` to `till`."""

    label: str
    start: str
    end: str
    at: int = -1
    till: int = -1


_CUT_OFF = re.compile(
    r"(?<!\w)(?:đến|tới)\s(?:hết\s)?(ngày\s)?([0-9]{1,2})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{4}))?(?![0-9])"
)
_DAYS = re.compile(r"từ (?:ngày )?[0-9]{1,2}(?:[/.-][0-9]{1,2}){0,2}(?:[/.-][0-9]{4})?\s$")
_FROM_TO = re.compile(
    r"(?<!\w)từ (?:ngày )?([0-9]{1,2})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{4}))?"
    r" (?:đến|tới) (?:hết )?(?:ngày )?([0-9]{1,2})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{4}))?(?![0-9/])"
)
_COUNTS = re.compile(r"\s[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])")  # "thu ngân sách 11 tháng 12.345 tỷ đồng"
_LEAST_DAYS = 59
_AFTER_DATE = re.compile(r"\s{0,2}(?:[,;:()]|$|(?:là|đạt|toàn|đã|có|cả|giải ngân|ước|tổng|trên địa bàn)(?!\w))")
_DIGIT = re.compile("[0-9]")
_WHOLE = re.compile(r"(?<!\w)(?:lũy kế|tính chung|ước)(?: thực hiện)? cả năm(?!\s(?:19|20)[0-9]{2}(?![0-9.,]))")
_CUT_END = re.compile(r"(?<!\w)(?:đến|tới)\s(cuối|hết)\snăm(?:\s([0-9]{4}))?(?![0-9])")
_CUT_MONTH = re.compile(
    r"(?<!\w)(?:đến|tới)\s(?:hết\s|cuối\s)?tháng\s([0-9]{1,2})(?:(?:/|\snăm\s)([0-9]{4}))?(?![0-9/])"
)
_CUT_QUARTER = re.compile(
    r"(?<!\w)(?:đến|tới)\s(?:hết\s|cuối\s)quý\s(iv|i{1,3}|[1-4])(?:(?:/|\snăm\s)([0-9]{4}))?(?![\w])"
)
_THIS_YEAR = re.compile(r"(?<!\w)năm nay(?!\w)")
_NOW = re.compile(r"(?<!\w)(?:đến nay|hiện nay|đến thời điểm (?:này|hiện tại|báo cáo)|hiện có|hiện đang)(?!\w)")
_YEAR = re.compile(r"(?<!\w)năm\s([0-9]{4})(?![0-9])(?!\s?[-–])")
_MONTH_WORDS = {"ba": 3, "sáu": 6, "chín": 9, "mười": 10, "mười một": 11}
_COLUMN = re.compile(r"(?<!\w)(?:th|ưth|uth|ước th|kh|dt|thực hiện|kế hoạch|dự toán)\s(?:năm )?(20[0-9]{2})\s?[:(]")
_MONTHS = re.compile(
    r"(?<!\w)([0-9]{1,2}|(?:ba|sáu|chín|mười|mười một)(?=\stháng\s(?:đầu|cuối|năm)))\stháng"
    r"(?:\s(?:đầu|(cuối)))?(?:\snăm)?(?:\s([0-9]{4}))?(?![0-9])"
)
_QUARTER = re.compile(r"(?<!\w)quý\s(iv|i{1,3}|[1-4])(?:(?:/|\snăm\s)([0-9]{4}))?(?![\w])")
_MONTH = re.compile(r"(?<!\w)tháng\s([0-9]{1,2})(?:(?:/|\snăm\s)([0-9]{4}))?(?![0-9/])")
_TERM = re.compile(r"(?<!\w)giai đoạn\s([0-9]{4})\s?[-–]\s?([0-9]{4})(?![0-9])")
_OPENING = re.compile(
    r"(?:^|[,;:.(\n…])\s*(?:[-–+*]\s*)?(?:(?:trong|riêng|tính chung|tính|lũy kế|cả|vào|kết thúc|bước sang|ước"
    r"|dự kiến|kết quả|và|cả)\s){0,2}$"
)
_COMPARED = re.compile(
    r"(?:so với|so|cùng kỳ|với|bằng|của|từ|hơn|lần|vốn|nguồn|kế hoạch|dự toán|nghị quyết|khóa|khoá|xuân|hè|vụ|tết"
    r"|quyết toán|ngân sách)\s(?:cuối\s|đầu\s|cùng kỳ\s)?$|(?<!\w)(?:cuối|hết|đầu)\s$"
)
# the same before months and quarters, where "thu ngân sách 9 tháng" is no budget of nine months
_HELD = re.compile(
    r"(?:so với|so|cùng kỳ|với|bằng|của|từ|hơn|lần)\s(?:cuối\s|đầu\s|cùng kỳ\s)?$|(?<!\w)(?:cuối|hết|đầu)\s$"
)
_PLANNED_YEAR = re.compile(r"(?:dự toán|kế hoạch)[^,;:.()0-9]{0,40}$")
_PROGRAMME = re.compile(
    r"(?:chương trình|kế hoạch|đề án|nghị quyết|quy hoạch|dự án|chiến lược|trung hạn)[^,;:.]{0,40}$"
)
_THE_YEAR_BEFORE = re.compile(
    r"(?<!\w)(?:cùng kỳ(?: năm)?(?: (?:trước|ngoái|(20[0-9]{2})))?|năm (?:trước|ngoái|liền trước|liền kề))(?!\w)"
)
# "cùng kỳ tăng 5%" may as well mean "against", "năm trước chuyển sang 120 vụ" counts what is still to do
_NOT_OF_IT = re.compile(r"\s{0,2}(?:tăng|giảm|chuyển sang|để lại|còn tồn|và|hoặc|là năm)(?!\w)")
_BETWEEN = re.compile(r"[0-9,;()]")
_EDGE = " -–+*\n\t"
_SAYS = re.compile(r"\s(?:là|đạt|ước|dự kiến|khoảng|bình quân|trung bình|tăng|giảm)(?!\w)")
_BRACKETED = re.compile(r"năm (20[0-9]{2})\s?\($")
_SAME_TIME = re.compile(r"(?<!\w)cùng kỳ năm 20[0-9]{2}\s?\($")
_BEHIND = re.compile(r"\s(?:trong |vào |của |ở |\((?=năm 20[0-9]{2}\)))?năm (20[0-9]{2})(?![0-9])")
_HELD_AGAINST = re.compile(r"(?<!\w)so với (?:mức |con số )?$")
_THEN = re.compile(r"[^.;:,()0-9]{0,60}?\snăm (20[0-9]{2})(?![0-9])")
_AIM = re.compile(r"phấn đấu|mục tiêu|chỉ tiêu")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_BACK = 40


def year_period(year: int) -> Period:
    """Return a whole year as a period."""
    return Period(str(year), f"{year}-01-01", f"{year}-12-31")


def report_period(data: ReportData) -> Period:
    """Return the report's own period; empty where it names no year."""
    label = data.period or (str(data.year) if data.year else "")
    if not data.year:
        return Period(label, "", "")
    year = data.year
    months = _MONTHS.match(label)
    quarter = _QUARTER.match(label.lower())
    if months:
        return _months(months, year)
    if quarter:
        return _quarter(_ROMAN[quarter[1]], year)
    return Period(label, f"{year}-01-01", f"{year}-12-31")


def year_behind(prose: Prose, end: int) -> tuple[int, int]:
    """Return the year that stands directly behind a number ("4,9% năm 2023") and its offset; (0, -1) without one."""
    found = _BEHIND.match(prose.low, end)
    return (int(found[1]), found.start(1)) if found else (0, -1)


def year_held_against(prose: Prose, start: int, end: int) -> int:
    """Return the year of a number that others are held against ("so với 16 đảng viên kết nạp năm 2022"), 0 without."""
    if not _HELD_AGAINST.search(prose.low[max(0, start - 24) : start]):
        return 0
    found = _THEN.match(prose.low, end)
    return int(found[1]) if found else 0


def same_time(prose: Prose, start: int) -> bool:
    """Tell whether the year before the bracket at `start` means its same months: "cùng kỳ năm 2023 ("."""
    return bool(_SAME_TIME.search(prose.low[max(0, start - 28) : start]))


def year_bracketed(prose: Prose, start: int) -> int:
    """Return the year before the bracket a number opens ("cao hơn năm 2021 (97,3%)"), 0 without one."""
    found = _BRACKETED.search(prose.low[max(0, start - 16) : start])
    return int(found[1]) if found else 0


def year_before(prose: Prose, at: int, found: Period, own: Period) -> Period:
    """Return the period of the number at `at`, moved back where the words name the year before.

    "(cùng kỳ: 139 vụ)", "năm trước là 1.180 tỷ đồng", "cùng kỳ năm 2022 có 104 người": the same span as `found`, which
    the sentence names otherwise, of that year. What is said at the head of a clause or in a bracket holds
    to its end, elsewhere for the next number only.
    """
    year = int(own.end[:4]) if own.end else 0
    start = prose.clause(at)[0]
    said = [one for one in _THE_YEAR_BEFORE.finditer(prose.low, start, at) if _holds(prose.low, start, one, at)]
    if not year or not said or found.at > said[-1].start():
        return found
    told = said[-1]
    to = int(told[1] or year - 1)
    return replace(moved(found, to), at=told.start(), till=told.end())


def _holds(low: str, start: int, said: re.Match[str], at: int) -> bool:
    """Tell whether words that name the year before are the head of a part, and the number at `at` is theirs."""
    before, between = low[max(start, said.start() - _BACK) : said.start()], low[said.end() : at]
    if not _OPENING.search(before) or _NOT_OF_IT.match(between):
        return False
    bracket = before.rstrip().endswith("(")
    if ")" in between:
        return False
    return bracket or not before.strip(_EDGE) or not _BETWEEN.search(between)


def moved(period: Period, year: int) -> Period:
    """Return the same span of another year."""
    if period.label.startswith("đến nay") or not period.end:
        return year_period(year)
    label = re.sub(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", str(year), period.label)
    month = int(period.end[5:7])
    last = min(int(period.end[8:]), monthrange(year, month)[1])
    return Period(label, f"{year}{period.start[4:]}", f"{year}-{month:02}-{last:02}")


def period_of(prose: Prose, at: int, end: int, own: Period, taken: frozenset[int] = frozenset()) -> Period:
    """Return the period of the number between `at` and `end`: the last one its sentence names before it.

    Years whose digits stand at one of the offsets `taken` belong to another number.
    """
    start = prose.sentence(at)[0]
    said = [
        period
        for period in _said(prose.low, start, at, own)
        if period.till - 4 not in taken and not _cut(prose, period.at, at) and not _aside(prose.low, start, period, at)
    ]
    if said:
        return max(said, key=lambda period: (period.till, -period.at))
    behind = _CUT_OFF.search(prose.low, end, prose.clause(at)[1])
    found = _cut_off(behind, own) if behind else None
    return found or own


def named_period(words: str, own: Period) -> Period | None:
    """Return the period that a short text such as a column's caption names; None if it names none."""
    year = int(own.end[:4]) if own.end else 0
    months, quarter = _MONTHS.search(words), _QUARTER.search(words)
    years = re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", words)
    said = int(years[-1]) if len(set(years)) == 1 else year
    if len(set(years)) > 1 or not said:
        return None
    if months:
        return _months(months, said)
    if quarter:
        return _quarter(_ROMAN[quarter[1]], said)
    return Period(str(said), f"{said}-01-01", f"{said}-12-31") if years else None


def _cut(prose: Prose, said_at: int, at: int) -> bool:
    """A plain year said in an earlier clause binds no later one; cut-offs and openings do."""
    if prose.clause_number(said_at) == prose.clause_number(at) or _AIM.search(
        prose.low, prose.sentence(at)[0], said_at
    ):
        return False
    found = _YEAR.match(prose.low, said_at)
    if found and prose.low[found.end() : found.end() + 2].lstrip().startswith(":"):
        return False  # "Xếp loại năm 2022: …; …; …": the year is that of the whole list
    return bool(found) and not _OPENING.search(prose.low[max(0, said_at - _BACK) : said_at])


def _aside(low: str, start: int, period: Period, at: int) -> bool:
    """Tell whether a time was said in a bracket with a number of its own that ended: "(năm 2023: 98,7%), thứ 21"."""
    opened, closed = low.rfind("(", start, period.at), low.find(")", period.till, at)
    if opened < 0 or closed < 0 or low.find(")", opened, period.at) >= 0:
        return False
    return bool(_DIGIT.search(low, period.till, closed))


def _said(low: str, start: int, end: int, own: Period) -> Iterator[Period]:
    year = int(own.end[:4]) if own.end else 0
    # most sentences name no cut-off: a word looked for is far cheaper than the patterns it opens
    cut_off = low.find("đến", start, end) >= 0 or low.find("tới", start, end) >= 0
    if cut_off:
        yield from _days(low, start, end, own)
    for found in _FROM_TO.finditer(low, start, end):
        if span := _from_to(found, year):
            yield span
    for found in _WHOLE.finditer(low, start, end) if year else ():
        yield Period(str(year), f"{year}-01-01", f"{year}-12-31", *found.span())
    if cut_off:
        yield from _up_to(low, start, end, year)
    for found in _NOW.finditer(low, start, end) if year else ():
        yield Period(f"đến nay ({year})", own.start, own.end, *found.span())
    for found in _THIS_YEAR.finditer(low, start, end) if year else ():
        if _OPENING.search(low[max(start, found.start() - _BACK) : found.start()]):
            yield replace(own, at=found.start(), till=found.end())
    for found in _COLUMN.finditer(low, start, end):
        yield Period(found[1], f"{found[1]}-01-01", f"{found[1]}-12-31", found.start(1), found.end(1))
    yield from _spans(low, start, end, year)


def _days(low: str, start: int, end: int, own: Period) -> Iterator[Period]:
    for found in _CUT_OFF.finditer(low, start, end):
        cut = _cut_off(found, own)
        # "từ ngày 10 đến 15/10": some days, not all up to the last of them
        if cut and not _DAYS.search(low[max(start, found.start() - _BACK) : found.start()]):
            yield cut


def _up_to(low: str, start: int, end: int, year: int) -> Iterator[Period]:
    for found in _CUT_END.finditer(low, start, end):
        if last := int(found[2] or year):
            yield Period(f"đến cuối năm {last}", f"{last}-01-01", f"{last}-12-31", *found.span())
    for found in _CUT_MONTH.finditer(low, start, end):
        if (last := int(found[2] or year)) and 1 <= int(found[1]) <= 12:
            yield Period(
                f"đến tháng {int(found[1])}/{last}", f"{last}-01-01", _month_end(last, int(found[1])), *found.span()
            )
    for found in _CUT_QUARTER.finditer(low, start, end):
        if last := int(found[2] or year):
            span = _quarter(_ROMAN[found[1]], last)
            yield Period(f"đến hết {span.label}", f"{last}-01-01", span.end, *found.span())


def _spans(low: str, start: int, end: int, year: int) -> Iterator[Period]:
    for found in _YEAR.finditer(low, start, end):
        before = low[max(start, found.start() - _BACK) : found.start()]
        said = int(found[1])
        planned = _PLANNED_YEAR.search(before) and _SAYS.match(low, found.end())
        ahead = (
            year and said > year and not _OPENING.search(before) and not _AIM.search(low, start, end) and not planned
        )
        opens = before.strip(" -–+*\n") in ("kế hoạch", "dự toán")
        if 1975 <= said <= 2100 and not ahead and (opens or not _COMPARED.search(before)):
            yield Period(str(said), f"{said}-01-01", f"{said}-12-31", *found.span())
    for pattern, word in ((_MONTHS, "tháng"), (_QUARTER, "quý"), (_MONTH, "tháng"), (_TERM, "giai đoạn")):
        for found in pattern.finditer(low, start, end) if low.find(word, start, end) >= 0 else ():
            before = low[max(start, found.start() - _BACK) : found.start()]
            # "GRDP 6 tháng đầu năm giảm 2,3%", "giai đoạn 2021 - 2023 bình quân 8,4%": the verb follows the time
            says = _says(low, found, pattern) and not _PROGRAMME.search(before) and not _HELD.search(before)
            if not says and not _OPENING.search(before):
                continue
            span = _span(pattern, found, year)
            if span:
                yield Period(span.label, span.start, span.end, *found.span())


def _says(low: str, found: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Tell whether what follows a time is said of it: a verb, or behind some months the number itself."""
    return bool(_SAYS.match(low, found.end()) or (pattern is _MONTHS and _COUNTS.match(low, found.end())))


def _span(pattern: re.Pattern[str], found: re.Match[str], year: int) -> Period | None:
    if pattern is _TERM:
        return Period(f"{found[1]} - {found[2]}", f"{found[1]}-01-01", f"{found[2]}-12-31")
    said = int(found[3 if pattern is _MONTHS else 2] or year)
    if not said or (found[1].isdigit() and not 1 <= int(found[1]) <= 12):
        return None
    if pattern is _QUARTER:
        return _quarter(_ROMAN[found[1]], said)
    if pattern is _MONTHS:
        return _months(found, said)
    month = int(found[1])
    if not found[2] and not _SAYS.match(found.string, found.end()):
        return None
    return Period(f"tháng {month}/{said}", f"{said}-{month:02}-01", _month_end(said, month))


def _months(found: re.Match[str], year: int) -> Period:
    """Return the first months of a year, or its last: "sáu tháng đầu năm", "6 tháng cuối năm"."""
    count = min(max(_MONTH_WORDS.get(found[1]) or int(found[1]), 1), 12)
    if count == 12:
        return year_period(year)
    if found[2]:
        return Period(f"{count} tháng cuối năm {year}", f"{year}-{13 - count:02}-01", f"{year}-12-31")
    return Period(f"{count} tháng {year}", f"{year}-01-01", _month_end(year, count))


def _quarter(quarter: int, year: int) -> Period:
    return Period(
        f"quý {('I', 'II', 'III', 'IV')[quarter - 1]}/{year}",
        f"{year}-{quarter * 3 - 2:02}-01",
        _month_end(year, quarter * 3),
    )


def _month_end(year: int, month: int) -> str:
    return f"{year}-{month:02}-{monthrange(year, month)[1]}"


def _from_to(found: re.Match[str], year: int) -> Period | None:
    """Return the days from one date to another, two months apart at least: what offices count over, not a campaign."""
    try:
        last = date(int(found[6] or year), int(found[5]), int(found[4]))
        first = date(int(found[3] or last.year), int(found[2]), int(found[1]))
    except ValueError:
        return None
    if first > last and not found[3]:
        first = first.replace(year=last.year - 1)
    if (last - first).days < _LEAST_DAYS:
        return None
    return Period(f"{first:%d/%m/%Y} - {last:%d/%m/%Y}", first.isoformat(), last.isoformat(), *found.span())


def _cut_off(found: re.Match[str], own: Period) -> Period | None:
    year = int(found[4] or own.end[:4] or 0)
    day, month = int(found[2]), int(found[3])
    is_date = found[1] or found[4] or _AFTER_DATE.match(found.string, found.end())
    if not year or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1] or not is_date:
        return None
    return Period(f"đến {day:02}/{month:02}/{year}", f"{year}-01-01", f"{year}-{month:02}-{day:02}", *found.span())
