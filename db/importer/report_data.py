"""What a report says of itself: kind, title, issuer, place, number, date, year, period, signature, resolution."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.importer.headings import is_upper
from db.importer.issuers import issuer_from_end, issuer_from_head, old_tones
from db.importer.places import place_by_frequency, place_in
from db.importer.zones import TITLE, is_ruler, signs_for
from db.model import Finding, ReportData

YEARLESS, ISSUERLESS, NUMBERLESS, TITLELESS, UNSIGNED = "TBC-431", "TBC-432", "TBC-433", "TBC-434", "TBC-435"
_NUMBER = re.compile(r"Số\s*:?\s*(\d{1,5}[a-z]?\s*[-/]\s*[A-ZĐ][\wĐ]*(?:\s*[-/&]\s*[A-ZĐ][\wĐ]*)*)")
_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_DATE_IN_FIGURES = re.compile(r"ngày\s+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.IGNORECASE)
_PLACE_LINE = re.compile(r"(.{2,40}?),\s*ngày\b", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b|[/.]((?:19|20)\d\d)\b", re.IGNORECASE)
_SPAN = re.compile(r"((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)")
_PART_OF_YEAR = (
    (re.compile(r"\b(\d{1,2})\s+tháng\b(?!\s*(?:\d|cuối))", re.IGNORECASE), "{} tháng {}"),
    (re.compile(r"\bsáu()\s+tháng\s+đầu", re.IGNORECASE), "6{} tháng {}"),
    (re.compile(r"\bquý\s+([IV]+|[1-4])\b", re.IGNORECASE), "quý {}/{}"),
    (re.compile(r"\btháng\s+(\d{1,2})\b", re.IGNORECASE), "tháng {}/{}"),
)
_ROMAN_QUARTERS = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_RESOLUTION = re.compile(
    r"Nghị quyết\s+(?:số\s+)?(\d{1,4}(?:/\d{4})?[-/][A-ZĐ][\wĐ]*(?:[-/][A-ZĐ][\wĐ]*)*)", re.IGNORECASE
)
_NAME = re.compile(r"(?:[^\W\d_][^\W\d_'.]*\s+){1,5}[^\W\d_][^\W\d_']*")


@dataclass(frozen=True, slots=True)
class Sources:
    """The texts a report's data are read from, each in reading order; `preamble` stands before the first section."""

    head: Sequence[str]
    preamble: Sequence[str]
    prose: Sequence[str]
    recipients: Sequence[str]
    signature: Sequence[str]


def read_report_data(sources: Sources, name: str) -> tuple[ReportData, tuple[Finding, ...]]:
    """Return what is found, and a Finding for what is not; `name` of the file stands in for a lost title."""
    kind, title = _title(sources.head)
    about = title or " ".join(sources.preamble[:1])
    place = _place(sources)
    year = _year(title) or _year_of_prose(sources.preamble)
    signed_by, signed_as = _signature(sources.signature)
    data = ReportData(
        title=title or name,
        kind=kind,
        issuer=_issuer(sources, place),
        place=place,
        number=_number(sources.head),
        date=_date([*sources.head, *sources.signature]),
        year=year,
        period=_period(about if title else "", year),
        signed_by=signed_by,
        signed_as=signed_as,
        resolution=_resolution(title, sources.preamble),
        sample=any("báo cáo mẫu" in line.lower() for line in sources.head),
    )
    return data, _findings(data, title)


def _findings(data: ReportData, title: str) -> tuple[Finding, ...]:
    blanks = ", ".join(word for word, value in (("số", data.number), ("ngày", data.date)) if not value)
    missing = (
        (not title, Finding(TITLELESS)),
        (data.year is None, Finding(YEARLESS)),
        (not data.issuer, Finding(ISSUERLESS)),
        (bool(blanks), Finding(NUMBERLESS, blanks)),
        (not data.signed_by, Finding(UNSIGNED)),
    )
    return tuple(finding for lost, finding in missing if lost)


def _title(head: Sequence[str]) -> tuple[str, str]:
    """Return the kind of document and what it is about, the lines of the title made one."""
    for index, line in enumerate(head):
        found = TITLE.match(line)
        if found is None or not (found["kind"] == "BÁO CÁO" or found.end() == len(line)):
            continue
        pieces = [line[found.end() :].strip(" :-–")]
        for below in head[index + 1 :]:
            if is_ruler(below) or below.startswith("(") or below.lower().startswith(("kính gửi", "báo cáo mẫu")):
                break
            pieces.append(below)
        return found["kind"].capitalize(), " ".join(" ".join(pieces).split())
    return "", ""


def _place(sources: Sources) -> str:
    dated = [found[1] for line in sources.head if (found := _PLACE_LINE.match(line))]
    for line in [*dated, *sources.head]:
        place = place_in(line)
        if place:
            return place
    return place_by_frequency(sources.prose)


def _issuer(sources: Sources, place: str) -> str:
    above = []
    for line in sources.head:
        if TITLE.match(line):
            break
        above.append(line)
    found = issuer_from_head(above, place)
    return found or issuer_from_end(sources.signature, sources.recipients, sources.prose, place)


def _number(head: Sequence[str]) -> str:
    for line in head:
        found = _NUMBER.match(line)
        if found:
            return re.sub(r"\s+", "", found[1])
    return ""


def _date(lines: Sequence[str]) -> str:
    for line in lines:
        found = _DATE.search(line) or _DATE_IN_FIGURES.search(line)
        if found:
            try:
                return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
            except ValueError:
                return ""
    return ""


def _year(title: str) -> int | None:
    """Return the first year the title names: "… năm 2023 và nhiệm vụ năm 2024" reports of 2023."""
    found = _YEAR.search(title)
    if found:
        return int(found[1] or found[2])
    span = _SPAN.search(title)
    return int(span[2]) if span else None


def _year_of_prose(preamble: Sequence[str]) -> int | None:
    """Return the year the preamble speaks of more than of any other."""
    counts = Counter(int(year) for text in preamble for year in re.findall(r"\bnăm\s+((?:19|20)\d\d)\b", text, re.I))
    (year, times), (_, second) = [*counts.most_common(2), (0, 0), (0, 0)][:2]
    return year if times > second else None


def _period(title: str, year: int | None) -> str:
    if year is None:
        return ""
    for pattern, label in _PART_OF_YEAR:
        found = pattern.search(title)
        if found:
            part = found[1].upper().lstrip("0")
            return label.format(_ROMAN_QUARTERS.get(part, part) if label.startswith("quý") else part, year)
    span = _SPAN.search(title)
    return f"{span[1]} - {span[2]}" if span and not re.search(r"\bnăm\s+\d{4}\b(?!\s*[-–])", title) else str(year)


def _signature(lines: Sequence[str]) -> tuple[str, str]:
    """Return the name under the signature and the post above it."""
    post = ""
    for line in lines:
        if signs_for(line):
            post = line
        elif _NAME.fullmatch(line) and all(word[0].isupper() for word in line.split()) and not _is_office(line):
            return line, post
    return "", post


def _is_office(line: str) -> bool:
    return is_upper(line) and any(word in old_tones(line) for word in ("ỦY", "BAN", "HỘI ĐỒNG", "SỞ ", "CỤC "))


def _resolution(title: str, preamble: Sequence[str]) -> str:
    """Return the resolution the title names, or the only one the preamble names."""
    named = _RESOLUTION.findall(title) or [number for text in preamble for number in _RESOLUTION.findall(text)]
    return named[0] if len(set(named)) == 1 else ""
