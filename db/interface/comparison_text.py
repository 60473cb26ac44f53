"""A comparison to be read on a terminal: the counts first, then section by section what changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from db.comparison.rows import Run, SectionPair, SentencePair
from db.interface.comparison import Compared, skipped_words
from db.interface.comparison_words import words
from db.model import Content, Report, Section

_MARKS = {"dropped": ("[-", "-]"), "new": ("{+", "+}"), "same": ("", "")}
_COUNTED = ("new", "dropped", "numbers", "reworded", "moved", "renumbered")


def comparison_text(one: Compared, language: str = "vi") -> str:
    """Return a comparison as lines; what went stands in [- -], what came in {+ +}."""
    told, found = words(language), one.comparison
    lines = [told["title"].format(left=_name(one.left), right=_name(one.right))]
    lines += [", ".join(f"{told[kind]} {count}" for kind, count in found.counts.items())]
    whole = found.reuse[0]
    lines += [told["reuse"].format(part=whole.unchanged, whole=whole.total, share=percent(whole.share))]
    lines += [told["noise"].format(part=found.noise.removed, whole=found.noise.differing), ""]
    lines += [*_sections(one, told), *_notes(one, told), *_figures(one, told), *_tables(one, told)]
    lines += [*_contradictions(one, told), *_skipped(one, told, language)]
    return "\n".join(lines) + "\n"


def _name(report: Report) -> str:
    return f"{report.data.title or report.slug} ({report.data.period or report.data.year or report.slug})"


def percent(share: float) -> str:
    """Return a share as whole per cent."""
    return f"{round(100 * share)}%"


def redlined(runs: Sequence[Run]) -> str:
    """Return a redline in one line of plain text."""
    return "".join(f"{_MARKS[run.kind][0]}{run.text}{_MARKS[run.kind][1]}" for run in runs)


def heading(pair: SectionPair, contents: tuple[Content, Content], told: Mapping[str, str]) -> str:
    """Return what a pair of sections is called: the right one, and the left one where it differs."""
    names = [
        _section_name(content.sections, number)
        for content, number in zip(contents, (pair.left, pair.right), strict=True)
    ]
    name = " → ".join(dict.fromkeys(name for name in names if name))
    doubt = f", {told['asks']}" if pair.asks else ""
    sure = f" {pair.confidence:.2f}".replace(".", ",") if pair.left and pair.right else ""
    return f"{name} [{', '.join(told[kind] for kind in pair.kinds)}{sure}{doubt}]"


def _section_name(sections: Sequence[Section], number: int | None) -> str:
    section = next((one for one in sections if one.id == number), None)
    return f"{section.marker} {section.title or section.opening}".strip() if section else ""


def _sections(one: Compared, told: Mapping[str, str]) -> list[str]:
    by_section: dict[int | None, list[SentencePair]] = defaultdict(list)
    for sentence in one.comparison.sentences:
        by_section[sentence.section].append(sentence)
    contents = one.left_content, one.right_content
    lines = [told["sections"], told["outside"], *_sentences(by_section[None], told)]
    for pair in one.comparison.sections:
        lines += [heading(pair, contents, told), *_sentences(by_section[pair.id], told)]
    return [*lines, ""]


def _sentences(pairs: Sequence[SentencePair], told: Mapping[str, str]) -> list[str]:
    return [
        f"\t{told[pair.kind]}\t{redlined(pair.redline) or pair.right_text or pair.left_text}"
        for pair in pairs
        if pair.kind != "unchanged"
    ]


def _notes(one: Compared, told: Mapping[str, str]) -> list[str]:
    texts = [{note.id: note for note in content.notes} for content in (one.left_content, one.right_content)]
    lines = [told["notes"]]
    for pair in one.comparison.notes:
        if pair.kind == "unchanged":
            continue
        left, right = texts[0].get(pair.left or 0), texts[1].get(pair.right or 0)
        labels = " ↔ ".join(note.label if note else "-" for note in (left, right))
        text = redlined(pair.redline) or (right.text if right else left.text if left else "")
        lines.append(f"\t[{labels}] {told[pair.kind]}\t{text}")
    return [*lines, ""]


def _figures(one: Compared, told: Mapping[str, str]) -> list[str]:
    lines = [told["figures"]]
    for pair in one.comparison.figures:
        change = f"{printed(pair.delta, signed=True)} {pair.unit}"
        if pair.points is not None:
            change = f"{printed(pair.points, signed=True)} {told['points']}"
        elif pair.percent is not None:
            change += f" ({printed(round(pair.percent, 2), signed=True)}%)"
        before, after = (f"{printed(side.value)} {side.unit}" for side in (pair.left, pair.right))
        lines.append(f"\t{pair.name}\t{before}\t{after}\t{change}")
    return [*lines, ""]


def _tables(one: Compared, told: Mapping[str, str]) -> list[str]:
    captions = [
        {table.id: table.caption for table in content.tables} for content in (one.left_content, one.right_content)
    ]
    lines = [told["tables"]]
    for pair in one.comparison.tables:
        caption = captions[1].get(pair.right or 0) or captions[0].get(pair.left or 0, "")
        lines.append(f"{caption} [{told[pair.kind]}]")
        for row in pair.rows:
            if row.kind == "same":
                continue
            cells = "; ".join(
                f"{cell.header}: {cell.left_text or '-'} → {cell.right_text or '-'}"
                for cell in row.cells
                if cell.kind != "same"
            )
            lines.append(f"\t{told[row.kind]}\t{row.label}\t{cells}")
    return [*lines, ""]


def _contradictions(one: Compared, told: Mapping[str, str]) -> list[str]:
    if not one.comparison.contradictions:
        return []
    lines = [told["contradictions"]]
    for row in one.comparison.contradictions:
        sides = f"{printed(row.left_value)} ↔ {printed(row.right_value)} {row.unit}"
        lines.append(f"\t{told[row.kind]}\t{row.name}, {told['says'].format(year=row.year)}: {sides}")
        lines += [f"\t\t“{row.left_quote}”", f"\t\t“{row.right_quote}”"]
    return [*lines, ""]


def _skipped(one: Compared, told: Mapping[str, str], language: str) -> list[str]:
    lines = [told["skipped"]]
    for row in one.comparison.skipped:
        name = (one.left if row.side == "left" else one.right).slug
        lines.append(f"\t{name}: {' '.join(skipped_words(row, language))}")
    return lines


def printed(value: float, signed: bool = False) -> str:
    """Return a number as Vietnamese offices print it: 1.234,5."""
    text = f"{abs(value):,.6f}".rstrip("0").rstrip(".")
    text = text.replace(",", " ").replace(".", ",").replace(" ", ".")
    sign = "−" if value < 0 else "+" if signed and value > 0 else ""
    return sign + text
