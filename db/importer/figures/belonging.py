"""Which indicator the figures of a report belong to; asked at the import, and again when the catalogue has changed."""

from __future__ import annotations

import re
from dataclasses import replace

from db.importer.figures.owners import prose_owners
from db.importer.figures.prose import Prose, prose_of
from db.importer.figures.titles import Titles
from db.indicators.catalogue import Catalogue
from db.indicators.outside import outside_id
from db.model import Content, Figure

_SAME_PRICES = re.compile(r"giá (?:so sánh|cố định)")
_CURRENT_PRICES = re.compile(r"giá (?:hiện hành|thực tế)")


def of_prose(figure: Figure, prose: Prose, catalogue: Catalogue) -> str:
    """Return the indicator of a figure of running text, "" where the catalogue has none."""
    clause = prose.low[prose.clause(figure.start)[0] : figure.end]
    return catalogue.match(figure.name, figure.unit_base, figure.kind, _basis(clause))


def of_cell(figure: Figure, catalogue: Catalogue) -> str:
    """Return the indicator of a cell; a cell of comparison belongs to what the words would call it."""
    return next(
        (found for name in _names(figure) if (found := catalogue.match(name, figure.unit_base, figure.kind))), ""
    )


def with_series(figure: Figure, titles: Titles) -> Figure:
    """Give a figure outside the catalogue the id of the series its whole name makes."""
    if figure.indicator or not figure.name:
        return figure
    name = _names(figure)[0] if figure.place.table_id is not None else figure.name
    return replace(figure, indicator=outside_id(name, titles.over(figure.place)))


def may_belong(figure: Figure, catalogue: Catalogue) -> frozenset[str]:
    """Return the indicators a figure may belong to by its own row alone; its clause, where there is more, decides."""
    if figure.place.table_id is not None:
        return frozenset((of_cell(figure, catalogue),))
    told = {"", _basis(figure.quote.lower())}
    return frozenset(catalogue.match(figure.name, figure.unit_base, figure.kind, one) for one in told)


def relinked(content: Content, catalogue: Catalogue) -> Content:
    """Return a report whose figures belong where `catalogue` says; nothing else of them changes."""
    titles = Titles(content)
    texts = {owner.place: owner for owner in prose_owners(content)}
    read: dict[object, Prose] = {}
    figures = []
    for figure in content.figures:
        if figure.place in texts:
            owner = texts[figure.place]
            prose = read.setdefault(owner.place, prose_of(owner.text, owner.marks))
            found = of_prose(figure, prose, catalogue)
        else:
            found = of_cell(figure, catalogue)
        figures.append(with_series(replace(figure, indicator=found), titles))
    return replace(content, figures=tuple(figures))


def _names(figure: Figure) -> tuple[str, ...]:
    """Return what running text would call a cell: "Tỷ lệ thu nội địa so với dự toán" in a column of attainment."""
    label = figure.name[:1].lower() + figure.name[1:]
    if figure.kind == "plan_attainment":
        return tuple(f"Tỷ lệ {label} so với {plan}" for plan in ("kế hoạch", "dự toán", "nghị quyết"))
    return (f"{label} so với năm trước",) if figure.change is not None else (figure.name,)


def _basis(clause: str) -> str:
    if _SAME_PRICES.search(clause):
        return "so sánh"
    return "hiện hành" if _CURRENT_PRICES.search(clause) else ""
