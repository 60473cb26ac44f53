"""The sentences that sum a comparison up."""

from __future__ import annotations

from collections import Counter

from db.comparison.rows import Comparison, Skipped
from db.messages import words_for
from db.model import Content
from desktop.languages import QT_TRANSLATE_NOOP, REPORT_NUMBERS, current_language, translate

FILTER_WORDS = {
    "new": QT_TRANSLATE_NOOP("Comparison", "Added"),
    "dropped": QT_TRANSLATE_NOOP("Comparison", "Dropped"),
    "numbers": QT_TRANSLATE_NOOP("Comparison", "Figures changed"),
    "reworded": QT_TRANSLATE_NOOP("Comparison", "Reworded"),
    "moved": QT_TRANSLATE_NOOP("Comparison", "Moved"),
    "renumbered": QT_TRANSLATE_NOOP("Comparison", "Renumbered"),
}
SKIPPED_WORDS = {
    "frame": QT_TRANSLATE_NOOP("Comparison", "heads, recipients and signatures ({n} paragraphs)"),
    "table": QT_TRANSLATE_NOOP("Comparison", "{n} tables or cells"),
    "note": QT_TRANSLATE_NOOP("Comparison", "{n} unlinked notes"),
}


def reuse_words(comparison: Comparison) -> str:
    """Return "62% of the sentences unchanged · 14% only figures changed · …", and what masking took away."""
    whole = next((one for one in comparison.reuse if one.section is None), None)
    if whole is None or not whole.total:
        return ""
    same, numbers = whole.unchanged / whole.total, whole.numbers / whole.total
    text = translate(
        "Comparison", "{same}% of the sentences unchanged · {numbers}% only figures changed · {rest}% other"
    )
    said = text.format(same=_percent(same), numbers=_percent(numbers), rest=_percent(max(0.0, 1 - same - numbers)))
    if comparison.masked and comparison.noise.differing:
        passed = translate("Comparison", "{n}% of the differences are only years, dates or document numbers")
        said += " · " + passed.format(n=_percent(comparison.noise.share))
    return said


def footer_words(comparison: Comparison, contents: tuple[Content, Content]) -> str:
    """Return what was compared and what was not; never only "no changes" while parts were left out."""
    text = translate("Comparison", "Compared: {n} sentences, {left}/{right} notes, {tables} tables.")
    said = text.format(
        n=REPORT_NUMBERS.toString(len(comparison.sentences)),
        left=len(contents[0].notes),
        right=len(contents[1].notes),
        tables=len(comparison.tables),
    )
    skipped: Counter[tuple[str, str]] = Counter()
    for one in comparison.skipped:
        skipped[one.what, one.why] += one.count
    parts = [_skipped_words(*what, count) for what, count in skipped.items()]
    if parts:
        said += " " + translate("Comparison", "Not compared: {parts}.").format(parts="; ".join(parts))
    return said


def skipped_words(one: Skipped) -> str:
    """Return what one thing is that was not compared."""
    said = _skipped_words(one.what, one.why, one.count)
    return f"{said}: {one.detail}" if one.detail and not one.why else said


def _skipped_words(what: str, code: str, count: int) -> str:
    if code:
        return words_for(code, current_language(), count=count).what.rstrip(".")
    return translate("Comparison", SKIPPED_WORDS.get(what, "{n}")).format(n=count)


def _percent(share: float) -> str:
    return REPORT_NUMBERS.toString(round(share * 100))
