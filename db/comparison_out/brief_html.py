"""The brief as a page of A4: plain HTML that browsers and Qt's own rich text set alike."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from db.comparison_out.brief import Brief, BriefChange, BriefLine, Source
from db.messages import words_of

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 20mm 15mm 20mm 30mm; }}
body {{ font-family: 'Times New Roman', serif; font-size: 10.5pt; max-width: 165mm; }}
h1 {{ text-align: center; margin-top: 0; margin-bottom: 2px; }}
h2 {{ margin-top: 7px; margin-bottom: 1px; }}
h1 span {{ font-size: 15pt; }}
h2 span {{ font-size: 11.5pt; }}
p {{ margin-top: 1px; margin-bottom: 1px; }}
.under {{ text-align: center; }}
.place {{ font-size: 10pt; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
PARTS = ("new", "dropped", "missed", "disagreeing")


def brief_html(brief: Brief, language: str = "vi", chart: str = "", width: int = 0) -> str:
    """Return the brief as HTML; `chart` is the address of its picture (data: for a file), `width` that in pixels."""
    title = _word("title", language)
    names = _word("between", language, left=brief.left, right=brief.right)
    parts = [f"<h1><span>{escape(title)}</span></h1>", f'<p class="under">{escape(names)}</p>']
    if brief.sample:
        parts.append(f'<p class="under"><i>{escape(_word("sample", language))}</i></p>')
    parts.append(_heading("changes", language))
    if chart and brief.changes:
        size = f' width="{width}"' if width else ""
        parts.append(f'<p class="under"><img src="{escape(chart, quote=True)}"{size} alt=""></p>')
    parts += [_change(number, change) for number, change in enumerate(brief.changes, 1)]
    parts += _rest("changes", brief, brief.changes, language)
    for name in PARTS:
        lines: Sequence[BriefLine] = getattr(brief, name)
        parts.append(_heading(name, language))
        parts += [_line(number, line) for number, line in enumerate(lines, 1)]
        parts += _rest(name, brief, lines, language)
    parts.append(f'<p class="place"><i>{escape(_word("made", language))}</i></p>')
    return _PAGE.format(language="en" if language == "en" else "vi", title=escape(title), body="\n".join(parts))


def _heading(name: str, language: str) -> str:
    return f"<h2><span>{escape(_word('head_' + name, language))}</span></h2>"


def _rest(name: str, brief: Brief, shown: Sequence[object], language: str) -> list[str]:
    if not shown:
        return [f"<p>{escape(_word('none', language))}</p>"]
    more = brief.more.get(name, 0)
    return [f'<p class="place">{escape(_word("more", language, count=more))}</p>'] if more else []


def _change(number: int, change: BriefChange) -> str:
    name = change.name[:1].upper() + change.name[1:]
    words = f"{number}. <b>{escape(name)}</b>: {escape(change.values)} (<b>{escape(change.share)}</b>)."
    places = "; ".join(escape(source.cited) for source in change.sources)
    return f'<p>{words} “{escape(change.sources[-1].quote)}” <span class="place">({places})</span></p>'


def _line(number: int, line: BriefLine) -> str:
    text = f"<b>{escape(line.text)}</b> " if line.text else ""
    return f"<p>{number}. {text}{'; '.join(map(_source, line.sources))}</p>"


def _source(source: Source) -> str:
    return f'“{escape(source.quote)}” <span class="place">({escape(source.cited)})</span>'


def _word(key: str, language: str, **holes: object) -> str:
    return words_of("brief", key, language, **holes)
