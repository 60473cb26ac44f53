"""A comparison as one self-contained page that stays legible in black and white, on the screen and on A4."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from db.comparison.rows import CHANGE_KINDS, Run, SectionPair, SentencePair, TablePair
from db.comparison_out.brief import signed
from db.interface.comparison import Compared, skipped_words
from db.interface.comparison_words import words
from db.messages import words_of
from db.model import Content, Note
from db.vietnamese.writing import MINUS, with_unit, written

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 20mm 15mm 20mm 30mm; }}
body {{ font-family: 'Times New Roman', serif; {screen}}}
a {{ color: black; }}
table {{ border-collapse: collapse; margin-top: 4pt; margin-bottom: 4pt; }}
td, th {{ border: 1px solid #777; padding: 3px; vertical-align: top; text-align: left; }}
tr {{ page-break-inside: avoid; }}
h2 {{ border-bottom: 2px solid #000; margin-top: 1.5em; }}
h3 {{ margin-bottom: 2pt; }}
del {{ text-decoration: line-through; }}
ins {{ text-decoration: underline; font-weight: bold; }}
.masked {{ font-weight: normal; text-decoration: underline dotted; }}
.new {{ border-left: 5px solid #000; }}
.dropped {{ border-left: 5px dotted #000; }}
.number {{ text-align: right; }}
.small {{ font-size: 90%; }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""
_SCREEN = "max-width: 60em; margin: 2em auto; padding: 0 1em; line-height: 1.4; "
_FIRST = ("34%", "16%")
"""How wide the first column is: that of a table with a head, that of one without."""
SIGNS = {"new": "+", "dropped": "−", "numbers": "Δ", "reworded": "≈", "moved": "⇄", "renumbered": "#"}

Told = Mapping[str, str]


def comparison_page(one: Compared, language: str = "vi", paper: bool = False) -> str:
    """Return a comparison as a page that fetches nothing; every word of the reports is escaped.

    For `paper` the sheet has its margins of its own.
    """
    told, found = words(language), one.comparison
    names = [report.data.period or str(report.data.year or report.slug) for report in (one.left, one.right)]
    whole = found.reuse[0]
    share = f"{round(100 * whole.share)}%"
    head = [
        told["reuse"].format(part=whole.unchanged, whole=whole.total, share=share),
        told["noise"].format(part=found.noise.removed, whole=found.noise.differing),
        _word("legend", language, left=names[0], right=names[1]),
    ]
    parts = [f"<p>{escape(line)}</p>" for line in head]
    parts += [_contents(one, told, language), *_contradictions(one, told), *_figures(one, told, language, names)]
    parts += [*_sections(one, told, language), *_notes(one, told), *_tables(one, told)]
    parts += _footer(one, told, language)
    title = escape(told["title"].format(left=names[0], right=names[1]))
    return _PAGE.format(
        language="en" if language == "en" else "vi", title=title, body="\n".join(parts), screen="" if paper else _SCREEN
    )


def redlined(runs: Sequence[Run], left: str | None, right: str | None) -> str:
    """Return both sides in one line: struck out what went, underlined what came."""
    if not runs and left == right:
        return escape(right or "")
    if not runs:
        pairs = (("del", left), ("ins", right))
        return " ".join(f"<{element}>{escape(text)}</{element}>" for element, text in pairs if text)
    return "".join(_marked(run) for run in runs)


def _marked(run: Run) -> str:
    if run.kind == "same":
        return escape(run.text)
    element = "del" if run.kind == "dropped" else "ins"
    mark = ' class="masked"' if run.masked else ""
    return f"<{element}{mark}>{escape(run.text)}</{element}>"


def _row(cells: Iterable[str], kind: str = "") -> str:
    mark = f' class="{kind}"' if kind in ("new", "dropped") else ""
    first, *rest = cells
    return f'<tr><td{mark} width="{_FIRST[1]}">{first}</td>' + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>"


def _table(rows: Sequence[str], heads: Sequence[str] = ()) -> str:
    if heads:
        rows = [row.replace(f'width="{_FIRST[1]}"', f'width="{_FIRST[0]}"', 1) for row in rows]
    head = "<tr>" + "".join(f"<th>{escape(one)}</th>" for one in heads) + "</tr>\n" if heads else ""
    return '<table border="1" cellspacing="0" cellpadding="3" width="100%">\n' + head + "\n".join(rows) + "\n</table>"


def _names(one: Compared) -> dict[int | None, str]:
    """What every pair of sections is called: the newer heading, and the older where it differs."""
    sides = [_titles(content) for content in (one.left_content, one.right_content)]
    return {
        pair.id: " ← ".join(dict.fromkeys(filter(None, (sides[1].get(pair.right or 0), sides[0].get(pair.left or 0)))))
        for pair in one.comparison.sections
    }


def _titles(content: Content) -> dict[int, str]:
    return {one.id: f"{one.marker} {one.title or one.opening}".strip() for one in content.sections}


def _contents(one: Compared, told: Told, language: str) -> str:
    counted: dict[int | None, Counter[str]] = defaultdict(Counter)
    for difference in one.comparison.differences:
        counted[difference.section][difference.kind] += 1
    names: dict[int | None, str] = {None: told["outside"]}
    names.update(_names(one))
    rows = [
        _row([f'<a href="#s{number or 0}">{escape(names.get(number, ""))}</a>', *_counts(counted[number])])
        for number in (None, *(pair.id for pair in one.comparison.sections))
        if number in counted
    ]
    rows.append(_row(["", *_counts(Counter(one.comparison.counts))]))
    heads = ("", *(f"{SIGNS[kind]} {told[kind]}" for kind in CHANGE_KINDS))
    return f"<h2>{escape(_word('contents', language))}</h2>\n" + _table(rows, heads)


def _counts(counter: Counter[str]) -> list[str]:
    return [str(counter[kind] or "") for kind in CHANGE_KINDS]


def _sections(one: Compared, told: Told, language: str) -> list[str]:
    by_section: dict[int | None, list[SentencePair]] = defaultdict(list)
    for sentence in one.comparison.sentences:
        by_section[sentence.section].append(sentence)
    names = _names(one)
    parts = [
        f"<h2>{escape(told['sections'].capitalize())}</h2>",
        *_section(None, told["outside"], by_section, told, language),
    ]
    for pair in one.comparison.sections:
        name = f"{names[pair.id]} [{_kinds(pair, told)}]"
        parts += _section(pair, name, by_section, told, language)
    return parts


def _kinds(pair: SectionPair, told: Told) -> str:
    doubt = [told["asks"]] if pair.asks else []
    return ", ".join([*(told[kind] for kind in pair.kinds), *doubt])


def _section(
    pair: SectionPair | None,
    name: str,
    by_section: Mapping[int | None, Sequence[SentencePair]],
    told: Told,
    language: str,
) -> list[str]:
    number = pair.id if pair is not None else None
    sentences = by_section.get(number, ())
    changed = [one for one in sentences if one.kind != "unchanged"]
    same = len(sentences) - len(changed)
    told_apart = pair is not None and (pair.titled or pair.kind not in ("same", "new", "dropped"))
    if not sentences and not told_apart:
        return []
    parts = [f'<h3 id="s{number or 0}"><a name="s{number or 0}"></a>{escape(name)}</h3>']
    rows = [
        _row(
            [f"{SIGNS[one.kind]} {escape(told[one.kind])}", redlined(one.redline, one.left_text, one.right_text)],
            one.kind,
        )
        for one in changed
    ]
    parts += [_table(rows)] if rows else []
    return parts + ([f'<p class="small">{escape(_word("unchanged", language, count=same))}</p>'] if same else [])


def _sign(kind: str, told: Told) -> str:
    return f"{SIGNS[kind]} {escape(told[kind])}"


def _notes(one: Compared, told: Told) -> list[str]:
    sides = [{note.id: note for note in content.notes} for content in (one.left_content, one.right_content)]
    rows = []
    for pair in one.comparison.notes:
        left, right = sides[0].get(pair.left or 0), sides[1].get(pair.right or 0)
        if pair.kind != "unchanged":
            labels = " → ".join(_label(note) for note in (left, right))
            text = redlined(pair.redline, left.text if left else None, right.text if right else None)
            rows.append(_row([_sign(pair.kind, told), escape(labels), text], pair.kind))
    return [f"<h2>{escape(told['notes'].capitalize())}</h2>", _table(rows)] if rows else []


def _label(note: Note | None) -> str:
    return f"[{note.label}]" if note is not None else "–"


def _figures(one: Compared, told: Told, language: str, names: Sequence[str]) -> list[str]:
    rows = []
    for pair in one.comparison.figures:
        if pair.within:
            continue
        change = f"{signed(pair.points)} {told['points']}" if pair.points is not None else signed(pair.delta)
        rate = f"{signed(round(pair.percent, 1))}%" if pair.percent is not None else ""
        values = [with_unit(written(side.value, minus=MINUS), side.unit) for side in (pair.left, pair.right)]
        rows.append(_row(map(escape, [pair.name, *values, change, rate])))
    heads = (_word("indicator", language), *names, _word("change", language), "%")
    return [f"<h2>{escape(told['figures'].capitalize())}</h2>", _table(rows, heads)] if rows else []


def _tables(one: Compared, told: Told) -> list[str]:
    captions = [{table.id: table.caption for table in side.tables} for side in (one.left_content, one.right_content)]
    parts: list[str] = []
    for pair in one.comparison.tables:
        caption = captions[1].get(pair.right or 0) or captions[0].get(pair.left or 0, "")
        parts.append(f"<h3>{escape(caption)} [{escape(told[pair.kind])}]</h3>")
        rows = _table_rows(pair, told)
        parts += [_table(rows)] if rows else []
    return [f"<h2>{escape(told['tables'].capitalize())}</h2>", *parts] if parts else []


def _table_rows(pair: TablePair, told: Told) -> list[str]:
    rows = []
    for row in pair.rows:
        cells = [
            f"{escape(cell.header)}: {redlined((), cell.left_text, cell.right_text)}"
            for cell in row.cells
            if cell.kind != "same"
        ]
        if row.kind != "same":
            label = f"{row.label} {row.unit}".strip()
            rows.append(_row([escape(told[row.kind]), escape(label), "; ".join(cells)], _ROWS.get(row.kind, "")))
    return rows


_ROWS = {"added": "new", "removed": "dropped"}


def _contradictions(one: Compared, told: Told) -> list[str]:
    rows = []
    for row in one.comparison.contradictions:
        about = f"{row.name} {row.year or ''} ({told[row.kind]})"
        implied = f" ({told['implied']})" if row.implied else ""
        left = with_unit(written(row.left_value, minus=MINUS), row.unit)
        right = with_unit(written(row.right_value, minus=MINUS), row.unit) + implied
        quotes = (f"{escape(left)}<br>“{escape(row.left_quote)}”", f"{escape(right)}<br>“{escape(row.right_quote)}”")
        rows.append(_row([escape(about), *quotes]))
    return [f"<h2>{escape(told['contradictions'].capitalize())}</h2>", _table(rows)] if rows else []


def _footer(one: Compared, told: Told, language: str) -> list[str]:
    found = one.comparison
    compared = _word(
        "compared",
        language,
        sentences=len(found.sentences),
        left=len(one.left_content.notes),
        right=len(one.right_content.notes),
        tables=len(found.tables),
        figures=len(found.figures),
    )
    lines = []
    for row in found.skipped:
        name = (one.left if row.side == "left" else one.right).slug
        lines.append(f"<li>{escape(name)}: {escape(' '.join(skipped_words(row, language)))}</li>")
    passed = "<ul>\n" + "\n".join(lines) + "\n</ul>" if lines else f"<p>{escape(_word('all_compared', language))}</p>"
    return [f"<h2>{escape(told['skipped'].capitalize())}</h2>", f"<p>{escape(compared)}</p>", passed]


def _word(key: str, language: str, **holes: object) -> str:
    return words_of("brief", key, language, **holes)
