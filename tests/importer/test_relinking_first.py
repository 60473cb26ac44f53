"""A library linked by another catalogue is linked anew before anything comes in: step by step, and it can be let be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import queries, relinking
from db.first_start import sample_files
from db.importer.host import Host
from db.importer.pipeline import import_paths
from db.indicators import catalogue
from db.library import Library
from db.model import Progress, Receipt

NUMBER = "SELECT count(*) FROM figure WHERE indicator = 'thu-ngan-sach' AND report_id = 1"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library of one sample whose links are those of an older catalogue, which did not know the budget."""
    library = Library.open(tmp_path / "t.tubaocao")
    list(import_paths(library, sample_files()[:1], 1, Host))
    own = catalogue.load()
    older = tuple(one for one in own.indicators if one.id != "thu-ngan-sach")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(relinking, "load", lambda: catalogue.Catalogue(older, own.relations))
        patch.setattr(relinking, "edition", lambda: "0-old")
        list(relinking.relink(library))
    assert library.reader().execute(NUMBER).fetchone() == (0,)
    yield library
    library.close()


def test_before_an_import_all_is_linked_anew(library: Library) -> None:
    steps = list(import_paths(library, sample_files()[1:2], 1, Host))
    kinds = ["receipt" if isinstance(step, Receipt) else step.step for step in steps]

    assert kinds.index("backup") < kinds.index("links") < kinds.index("store")
    assert [step for step in steps if isinstance(step, Progress) and step.step == "links"] == [
        Progress(0, 1, "links", queries.reports(library.reader())[0].slug)
    ]
    assert relinking.is_current(library.reader())
    assert library.reader().execute(NUMBER).fetchone()[0] > 2
    assert "thu-ngan-sach" in {one.indicator for one in queries.series(library.reader())}


def test_cancelled_while_linking_nothing_has_changed(library: Library) -> None:
    work = import_paths(library, sample_files()[1:2], 1, Host)
    for step in work:
        if isinstance(step, Progress) and step.step == "links":
            break
    work.close()

    assert not relinking.is_current(library.reader())
    assert library.reader().execute(NUMBER).fetchone() == (0,)
    assert len(queries.reports(library.reader())) == 1


def test_a_current_library_is_not_linked_again(library: Library) -> None:
    list(relinking.relink(library))
    steps = import_paths(library, sample_files()[1:2], 1, Host)

    assert "links" not in {step.step for step in steps if isinstance(step, Progress)}
