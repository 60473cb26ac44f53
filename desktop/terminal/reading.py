"""The commands that read the library: `list`, `show`, `search`, `indicators`."""

from __future__ import annotations

import re

import click

from db import queries
from db.errors import LibraryError
from db.indicators import catalogue
from db.interface import documents, series, text
from db.interface.html import report_html
from db.library import Library
from db.messages import terminal_words
from db.model import FIGURE_SCOPE, SEARCH_SCOPES, Report
from db.search import search
from db.vietnamese.writing import MINUS
from desktop.terminal.options import common, language, library, say
from desktop.terminal.options import shape as shape_option


@click.command("list", add_help_option=False)
@common
@shape_option("text", "json", json=True)
def list_reports(shape: str) -> None:
    """List the reports."""
    with library() as opened:
        reports = queries.reports(opened.reader())
    if shape == "json":
        click.echo(documents.dumps(documents.list_document(reports)))
    else:
        click.echo(text.list_text(reports), nl=False)


@click.command("show", add_help_option=False)
@common
@shape_option("text", "json", "html")
@click.argument("report")
def show_report(report: str, shape: str) -> None:
    """Show one report whole."""
    with library() as opened:
        found = report_named(opened, report)
        content = queries.content(opened.reader(), found.id)
    if shape == "json":
        click.echo(documents.dumps(documents.report_document(found, content, language())))
    else:
        write = report_html if shape == "html" else text.report_text
        click.echo(write(found, content, language()), nl=False)


def report_named(opened: Library, name: str) -> Report:
    """Return the report an id or the beginning of a slug names; LibraryError if it is none, or not one."""
    try:
        found = queries.find_report(opened.reader(), name)
    except queries.AmbiguousReport as error:
        raise LibraryError(opened.path, name, "TBC-211") from error
    if found is None:
        raise LibraryError(opened.path, name, "TBC-210")
    return found


_FALLEN = re.compile(r"-[0-9]")
_SCOPES = (*SEARCH_SCOPES, FIGURE_SCOPE)


def _scopes(_ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    scopes = tuple(word.strip() for word in value.split(",") if word.strip())
    if not scopes or not set(scopes) <= set(_SCOPES):
        raise click.BadParameter(value, param=param)
    return scopes


class _Search(click.Command):
    """Takes "-8,25" for what is searched, not for an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [MINUS + one[1:] if _FALLEN.match(one) else one for one in args])


@click.command("search", cls=_Search, add_help_option=False)
@common
@shape_option("text", "json", json=True)
@click.option("--year", type=int)
@click.option("--scope", default=",".join(_SCOPES), callback=_scopes)
@click.option("--limit", type=click.IntRange(1), default=500)
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
def search_reports(words: tuple[str, ...], shape: str, year: int | None, scope: tuple[str, ...], limit: int) -> None:
    """Search all reports."""
    years = () if year is None else (year,)
    with library() as opened:
        conn = opened.reader()
        result = search(conn, " ".join(words), years=years, scopes=scope, limit=limit)
        reports = {report.id: report for report in queries.reports(conn)}
        sections = {number: queries.sections(conn, number) for number in {hit.report_id for hit in result.hits}}
    if shape == "json":
        click.echo(documents.dumps(documents.search_document(result)))
        return
    click.echo(text.search_text(result, reports, sections), nl=False)
    if len(result.hits) < result.total:
        say(terminal_words("more", language(), shown=len(result.hits), detail=result.total))
    else:
        say(terminal_words("hits", language(), detail=result.total))


@click.command("indicators", add_help_option=False)
@common
@shape_option("table", "csv", "json")
@click.argument("name", default="")
def show_indicators(name: str, shape: str) -> None:
    """Values of indicators over the years."""
    with library() as opened:
        found = series.worth_listing(queries.series(opened.reader(), outside=True))
        rows = series.named(series.in_language(found, catalogue.load(), language()), name)
        if name and not rows:
            raise LibraryError(opened.path, name, "TBC-212")
    if shape == "json":
        click.echo(documents.dumps(documents.indicators_document(rows)))
    elif shape == "csv":
        click.echo(series.series_csv(rows), nl=False)
    else:
        click.echo(series.series_text(rows), nl=False)
