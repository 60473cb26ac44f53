"""The digest sees every field and no id."""

from __future__ import annotations

import dataclasses
import subprocess
import sys

import pytest

from db import queries
from db.digest import digest
from db.model import (
    Block,
    Cell,
    Change,
    Content,
    Emphasis,
    Figure,
    Finding,
    Mark,
    Note,
    Place,
    ReportData,
    Section,
    Table,
)

ROWS = (ReportData, Section, Block, Mark, Emphasis, Note, Table, Cell, Figure, Place, Change, Finding)
IDS = {"id", "parent_id", "section_id", "note_id", "table_id", "block_id"}


def other(value: object) -> object:
    """Return a value of the same kind that differs."""
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case str():
            return value + "x"
    return 7


def variants(value: object):
    """Yield ("Row.field", value with that one field changed) for every field inside."""
    if isinstance(value, tuple):
        for place, part in enumerate(value):
            for name, changed in variants(part):
                yield name, (*value[:place], changed, *value[place + 1 :])
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            inner = getattr(value, field.name)
            if isinstance(inner, tuple) or dataclasses.is_dataclass(inner):
                for name, changed in variants(inner):
                    yield name, dataclasses.replace(value, **{field.name: changed})
            elif field.name not in IDS | {"change"}:
                changed = other(inner)
                yield f"{type(value).__name__}.{field.name}", dataclasses.replace(value, **{field.name: changed})


def test_every_field_counts(made_up):
    content = made_up()
    expected = digest(content)
    seen = set()
    for name, changed in variants(content):
        assert digest(changed) != expected, name
        seen.add(name)
    wanted = {
        f"{row.__name__}.{field.name}" for row in ROWS for field in dataclasses.fields(row) if field.name not in IDS
    }
    unreached = (
        wanted - seen - {"Block.marks", "Block.emphasis", "Table.cells", "Cell.marks", "Figure.place", "Figure.change"}
    )
    assert unreached == set()


def test_what_a_part_belongs_to_counts(made_up):
    content = made_up()
    blocks = (dataclasses.replace(content.blocks[0], section_id=2), *content.blocks[1:])
    assert digest(dataclasses.replace(content, blocks=blocks)) != digest(content)
    sections = (content.sections[0], dataclasses.replace(content.sections[1], parent_id=None))
    assert digest(dataclasses.replace(content, sections=sections)) != digest(content)


def test_ids_do_not_count_and_storing_does_not_matter(library, add, made_up):
    add(made_up("Nơi khác"), "a")
    number = add(made_up(), "b")
    stored = queries.content(library.reader(), number)
    assert stored.blocks[0].id != made_up().blocks[0].id
    assert digest(stored) == digest(made_up()) == queries.report(library.reader(), number).digest


def test_the_digest_is_the_same_in_another_process(made_up):
    content = Content(ReportData(title="Đảng", year=2023), (), (), (), (), (), ())
    code = (
        "from db.digest import digest; from db.model import Content, ReportData\n"
        "print(digest(Content(ReportData(title='Đảng', year=2023), (), (), (), (), (), ())))"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        env={"PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    known = "f9ae218e0badbd9f1ce76e02877e83e6782c1de5dad7536095355a168ef5002c"
    assert done.stdout.strip() == digest(content) == known


def test_a_whole_number_and_its_float_are_the_same(made_up):
    content = made_up()
    as_int = dataclasses.replace(content.figures[2], value=130, of=193)
    assert digest(dataclasses.replace(content, figures=(*content.figures[:2], as_int))) == digest(content)


def test_a_part_that_points_nowhere_is_an_error(made_up):
    content = made_up()
    with pytest.raises(KeyError):
        digest(dataclasses.replace(content, notes=()))
