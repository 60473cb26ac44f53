"""Folders are searched whole, in one order, and nothing in them goes unmentioned."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.importer.offers import Offer, offered


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b/2.docx",
        "a.txt",
        "b/1.DOC",
        "picture.jpg",
        "~$a.docx",
        ".hidden.txt",
        ".git/x.txt",
        "no-ending",
        "Thumbs.db",
        "half.docx.part",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_a_folder_offers_its_documents_and_names_the_rest(folder: Path) -> None:
    offers = [(offer.path.relative_to(folder).as_posix(), offer.code) for offer in offered([folder])]
    assert offers == [("a.txt", ""), ("b/1.DOC", ""), ("b/2.docx", ""), ("no-ending", ""), ("picture.jpg", "TBC-108")]


def test_a_file_is_offered_whatever_its_name(folder: Path) -> None:
    paths = [folder / "picture.jpg", folder / ".hidden.txt", folder / "nowhere.txt"]
    assert offered(paths) == [Offer(path) for path in paths]


def test_an_empty_folder_is_mentioned(tmp_path: Path) -> None:
    assert offered([tmp_path]) == [Offer(tmp_path, "TBC-109")]
