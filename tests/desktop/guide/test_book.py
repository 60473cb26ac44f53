"""The guide tells of everything, in both languages alike, and leads nowhere that is not there."""

from __future__ import annotations

import re

import pytest

import resources
from db.messages import codes, words_for
from desktop.commands import COMMANDS
from desktop.guide.book import Book, holes_of, newest_version, source_of
from desktop.helping import told
from desktop.languages import Languages
from desktop.version import program_version

LANGUAGES = ("vi", "en")
LINK = re.compile(r'<a href="([^"]+)"')
PICTURE = re.compile(r'<img src="([^"]+)" alt="([^"]*)"')


@pytest.fixture(params=LANGUAGES)
def book(request) -> Book:
    Languages().use(request.param)
    return Book(request.param, told)


def test_each_command_is_told(book):
    named = {hole for page in book.pages() for hole in holes_of(source_of(book.language, page))}
    assert {command.id for command in COMMANDS} - named == set()


def test_a_command_is_told_with_its_menu_words_and_key():
    Languages().use("vi")
    assert told("export") == "**Tệp ▸ Xuất** `Ctrl+E`"
    assert told("import-folder") == "**Tệp ▸ Nhập cả thư mục**"
    with pytest.raises(KeyError):
        told("no-such-command")


def test_each_code_is_told_with_its_words(book):
    html = book.html("codes")
    for code in codes():
        assert f'name="{code.lower()}"' in html
        todo = words_for(code, book.language, file="…").todo
        assert todo.partition("…")[0].replace("&", "&amp;").replace('"', "&quot;") in html


def test_both_languages_have_the_same_pages_anchors_and_pictures():
    shapes = {}
    for language in LANGUAGES:
        Languages().use(language)
        book = Book(language, told)
        shapes[language] = {
            page: (
                [(one.anchor, one.depth) for one in book.sections(page)],
                [picture for picture, _alt in PICTURE.findall(book.html(page))],
                sorted(holes_of(source_of(language, page))),
            )
            for page in book.pages()
        }
    assert shapes["vi"] == shapes["en"]


def test_no_file_of_the_guide_is_left_out_of_its_contents(book):
    files = {name.rpartition("/")[2].removesuffix(".md") for name in resources.names(f"guide/{book.language}", ".md")}
    assert files == set(book.pages())
    assert len(book.pages()) == len(set(book.pages()))


def test_no_link_is_dead(book):
    anchors = {page: {one.anchor for one in book.sections(page)} for page in book.pages()}
    seen = 0
    for page in book.pages():
        for link in LINK.findall(book.html(page)):
            goal, _, anchor = link.partition("#")
            assert anchor in anchors[goal or page] | {""}, f"{page}: {link}"
            seen += 1
    assert seen > 12


def test_every_picture_is_there_light_and_dark_and_none_is_left_over(book):
    shown = {picture for page in book.pages() for picture, alt in PICTURE.findall(book.html(page)) if alt}
    wanted = {f"guide/pictures/{book.language}-{theme}-{view}.png" for theme in ("light", "dark") for view in shown}
    there = {name for name in resources.names("guide/pictures", ".png") if f"/{book.language}-" in name}
    assert wanted == there
    assert len(shown) >= 8


def test_each_room_has_its_page(book):
    assert set(book.rooms.values()) <= set(book.pages())


def test_the_news_begin_with_the_version_that_runs(book):
    assert newest_version() == program_version()
    assert newest_version() in book.html("news")


def test_a_page_has_no_markup_left_in_it(book):
    for page in book.pages():
        text = re.sub("<[^>]+>", "", book.html(page))
        assert not re.search(r"\{[#a-z]|\*\*|\]\(", text), page


def test_an_unknown_page_is_a_key_error(book):
    with pytest.raises(KeyError):
        book.sections("nowhere")
