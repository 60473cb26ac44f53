"""A comparison as one self-contained page, legible in black and white: struck out what went, underlined what came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape

from db.comparison.rows import Run, SentencePair, TablePair
from db.interface.comparison import Compared, skipped_words
from db.interface.comparison_text import heading, percent, printed
from db.interface.comparison_words import words
from db.model import Note

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ max-width: 80em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 serif; }}
table {{ border-collapse: collapse; width: 100%; margin: 1em 0; }}
td, th {{ border: 1px solid #999; padding: .2em .5em; vertical-align: top; text-align: left; }}
td.side {{ width: 44%; white-space: pre-line; }} td.kind {{ width: 12%; }}
del {{ text-decoration: line-through; }} ins {{ text-decoration: underline; font-weight: bold; }}
.masked {{ font-weight: normal; text-decoration: underline dotted; }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""

Told = Mapping[str, str]


def comparison_html(one: Compared, language: str = "vi") -> str:
    """Return a comparison as a page that fetches nothing; every word of the reports is escaped."""
    told, found = words(language), one.comparison
    names = [report.data.period or report.slug for report in (one.left, one.right)]
    whole = found.reuse[0]
    head = [
        ", ".join(f"{told[kind]} {count}" for kind, count in found.counts.items()),
        told["reuse"].format(part=whole.unchanged, whole=whole.total, share=percent(whole.share)),
        told["noise"].format(part=found.noise.removed, whole=found.noise.differing),
    ]
    parts = [f"<p>{escape(line)}</p>" for line in head]
    parts += [_sections(one, told), _notes(one, told), _figures(one, told)]
    parts += [_table(pair, one, told) for pair in found.tables]
    parts += [_contradictions(one, told), _skipped(one, told, language)]
    title = escape(told["title"].format(left=names[0], right=names[1]))
    return _PAGE.format(language="en" if language == "en" else "vi", title=title, body="\n".join(parts))


def side(runs: Sequence[Run], kind: str, text: str | None) -> str:
    """Return one side of a redline: all but the runs of the other side; `text` where there is no redline."""
    if not runs:
        return escape(text or "")
    element = "del" if kind == "dropped" else "ins"
    parts = []
    for run in runs:
        if run.kind == "same":
            parts.append(escape(run.text))
        elif run.kind == kind:
            mark = ' class="masked"' if run.masked else ""
            parts.append(f"<{element}{mark}>{escape(run.text)}</{element}>")
    return "".join(parts)


def _sections(one: Compared, told: Told) -> str:
    by_section: dict[int | None, list[SentencePair]] = defaultdict(list)
    for sentence in one.comparison.sentences:
        by_section[sentence.section].append(sentence)
    contents = one.left_content, one.right_content
    parts = [f"<h2>{escape(told['sections'].capitalize())}</h2>", *_sentences(by_section[None], told)]
    for pair in one.comparison.sections:
        rows = _sentences(by_section[pair.id], told)
        if pair.titled or rows:
            parts += [f"<h3>{escape(heading(pair, contents, told))}</h3>", *rows]
    return "\n".join(parts)


def _sentences(pairs: Sequence[SentencePair], told: Told) -> list[str]:
    rows = [
        _row(told[pair.kind], side(pair.redline, "dropped", pair.left_text), side(pair.redline, "new", pair.right_text))
        for pair in pairs
    ]
    return ["<table>\n" + "\n".join(rows) + "\n</table>"] if rows else []


def _row(kind: str, left: str, right: str) -> str:
    return f'<tr><td class="side">{left}</td><td class="kind">{escape(kind)}</td><td class="side">{right}</td></tr>'


def _notes(one: Compared, told: Told) -> str:
    notes = [{note.id: note for note in content.notes} for content in (one.left_content, one.right_content)]
    rows = []
    for pair in one.comparison.notes:
        left, right = notes[0].get(pair.left or 0), notes[1].get(pair.right or 0)
        rows.append(_row(told[pair.kind], _note(left, pair.redline, "dropped"), _note(right, pair.redline, "new")))
    if not rows:
        return ""
    return f"<h2>{escape(told['notes'].capitalize())}</h2>\n<table>\n" + "\n".join(rows) + "\n</table>"


def _note(note: Note | None, runs: Sequence[Run], kind: str) -> str:
    return f"[{escape(note.label)}] {side(runs, kind, note.text)}" if note else ""


def _figures(one: Compared, told: Told) -> str:
    rows = []
    for pair in one.comparison.figures:
        cells = [pair.name, f"{printed(pair.left.value)} {pair.left.unit}", f"{printed(pair.right.value)} {pair.unit}"]
        if pair.points is not None:
            cells.append(f"{printed(pair.points, signed=True)} {told['points']}")
        else:
            rate = "" if pair.percent is None else f" ({printed(round(pair.percent, 2), signed=True)}%)"
            cells.append(f"{printed(pair.delta, signed=True)}{rate}")
        rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    if not rows:
        return ""
    return f"<h2>{escape(told['figures'].capitalize())}</h2>\n<table>\n" + "\n".join(rows) + "\n</table>"


def _table(pair: TablePair, one: Compared, told: Told) -> str:
    captions = [
        {table.id: table.caption for table in content.tables} for content in (one.left_content, one.right_content)
    ]
    caption = captions[1].get(pair.right or 0) or captions[0].get(pair.left or 0, "")
    rows = []
    for row in pair.rows:
        cells = [
            f"<td>{escape(cell.header)}: <del>{escape(cell.left_text)}</del> <ins>{escape(cell.right_text)}</ins></td>"
            for cell in row.cells
            if cell.kind != "same"
        ]
        label = f"<td>{escape(told[row.kind])}</td><td>{escape(row.label)} {escape(row.unit)}</td>"
        rows.append("<tr>" + label + "".join(cells) + "</tr>")
    return f"<h3>{escape(caption)} [{escape(told[pair.kind])}]</h3>\n<table>\n" + "\n".join(rows) + "\n</table>"


def _contradictions(one: Compared, told: Told) -> str:
    rows = []
    for row in one.comparison.contradictions:
        kind = f"{told[row.kind]}: {row.name} {row.year or ''}"
        left = f"{printed(row.left_value)} {row.unit}\n“{row.left_quote}”"
        right = f"{printed(row.right_value)} {row.unit}\n“{row.right_quote}”"
        rows.append(_row(kind, escape(left), escape(right)))
    if not rows:
        return ""
    return f"<h2>{escape(told['contradictions'].capitalize())}</h2>\n<table>\n" + "\n".join(rows) + "\n</table>"


def _skipped(one: Compared, told: Told, language: str) -> str:
    lines = []
    for row in one.comparison.skipped:
        name = (one.left if row.side == "left" else one.right).slug
        lines.append(f"<li>{escape(name)}: {escape(' '.join(skipped_words(row, language)))}</li>")
    return f"<h2>{escape(told['skipped'].capitalize())}</h2>\n<ul>\n" + "\n".join(lines) + "\n</ul>"
