"""The samples are our own words, of the length and turns of the genre, and state the figures told in figures.csv."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

RUN = 8
"""So many syllables in a row shared with the real report are a copy, unless they are a formula."""
BESIDE = 4
"""So many syllables beside a formula may happen to agree."""

# Names of bodies, documents, indicators and fields of work, which every such report must use as they are.
FORMULAE = (
    "tình hình thực hiện nghị quyết về phương hướng, nhiệm vụ năm",
    "quy mô nền kinh tế (giá hiện hành)",
    "tổng mức bán lẻ hàng hóa và dịch vụ",
    "số vụ tai nạn giao thông đường bộ",
    "tiến độ giải ngân vốn đầu tư công",
    "cấp giấy chứng nhận quyền sử dụng đất",
    "ban chấp hành đảng bộ tỉnh",
    "mặt trận tổ quốc và các tổ chức chính trị - xã hội",
    "các cơ quan tham mưu, giúp việc tỉnh ủy",
    "ban chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh",
    "phòng, chống tham nhũng",
    "quốc phòng, an ninh, nội chính, đối ngoại",
    "công tác tổ chức xây dựng đảng",
    "bảo vệ nền tảng tư tưởng của đảng",
    "bảo vệ an ninh, trật tự ở cơ sở",
    "bảo vệ an ninh, trật tự",
    "quản lý tài nguyên, bảo vệ môi trường",
    "kiểm tra khi có dấu hiệu vi phạm",
    "kiểm tra, giám sát, thi hành kỷ luật",
    "nghị quyết số 27-nq/tu, ngày 06/12/2022",
    "thời kỳ 2021 - 2030, tầm nhìn đến năm 2050",
    "sắp xếp đơn vị hành chính cấp huyện, cấp xã giai đoạn 2023 - 2025",
)
TURNS = ("hơn", "gần", "khoảng", "ước", "dự kiến", "so với năm", "chiếm", "đạt", "bằng", "trong đó", "kết quả:")


def _syllables(text: str) -> list[str]:
    return re.findall(r"\d[\d.,/]*\d|\w+", unicodedata.normalize("NFC", text).lower())


def _runs(text: str) -> set[tuple[str, ...]]:
    syllables = _syllables(text)
    return {tuple(syllables[i : i + RUN]) for i in range(len(syllables) - RUN + 1)}


def _shared(line: str, real: set[tuple[str, ...]]) -> Iterator[str]:
    """The longest stretches of a line that the real report has too, as syllables between blanks."""
    syllables = _syllables(line)
    same = [tuple(syllables[i : i + RUN]) in real for i in range(len(syllables))]
    start = None
    for place, one in enumerate([*same, False]):
        if one and start is None:
            start = place
        elif not one and start is not None:
            yield f" {' '.join(syllables[start : place + RUN - 1])} "
            start = None


def _without_formulae(stretch: str) -> list[str]:
    for formula in FORMULAE:
        stretch = stretch.replace(f" {' '.join(_syllables(formula))} ", " ")
    return stretch.split()


@pytest.fixture(scope="module")
def texts(sources: Path) -> dict[int, str]:
    """What each source prints, lines of the markup's own left out."""
    return {
        year: "\n".join(
            line for line in (sources / f"{year}.txt").read_text(encoding="utf-8").splitlines() if line[:1] not in ";:"
        )
        for year in (2021, 2022, 2023, 2024)
    }


def test_no_sentence_is_copied_from_the_real_report(shared: Path, texts: dict[int, str]) -> None:
    real = _runs((shared / "reports" / "quang-nam-2023.txt").read_text(encoding="utf-8"))
    copied = [
        (year, stretch)
        for year, text in texts.items()
        for line in text.replace("[[", "\n").replace("]]", "\n").splitlines()
        for stretch in _shared(line, real)
        if len(_without_formulae(stretch)) > BESIDE
    ]
    assert copied == []


def test_a_copied_sentence_would_be_found() -> None:
    sentence = "Kinh tế của tỉnh trong năm qua vừa gặp khó khăn vừa có thuận lợi."
    assert list(_shared(f"Nhìn chung, {sentence}", _runs(sentence))) == [f" {' '.join(_syllables(sentence))} "]
    assert _without_formulae(" của ban chấp hành đảng bộ tỉnh ") == ["của"]


def test_the_formulae_are_few_and_short() -> None:
    assert len(FORMULAE) <= 25
    assert max(len(_syllables(formula)) for formula in FORMULAE) <= 17


@pytest.mark.parametrize("year", [2021, 2022, 2023, 2024])
def test_the_length_is_that_of_five_to_eight_pages(year: int, texts: dict[int, str]) -> None:
    assert 2200 <= len(_syllables(texts[year])) <= 3500


@pytest.mark.parametrize("year", [2021, 2022, 2023, 2024])
def test_the_turns_of_the_genre_are_there(year: int, texts: dict[int, str]) -> None:
    folded = texts[year].lower()
    assert [turn for turn in TURNS if turn not in folded] == []
    assert re.search(r"đến ngày \d\d/\d\d/" + str(year), folded)
    assert texts[year] == unicodedata.normalize("NFC", texts[year])


def test_the_figures_told_are_stated_word_for_word(texts: dict[int, str]) -> None:
    with (Path(__file__).parent / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 90
    bodies = {year: re.sub(r"\[\[.+?\]\]", "", text) for year, text in texts.items()}
    for row in rows:
        year = int(row["report"])
        held = texts[year] if row["section"].endswith("note") else bodies[year]
        assert row["quote"] in held, row


def test_values_were_revised_as_they_really_were() -> None:
    with (Path(__file__).parent / "figures.csv").open(encoding="utf-8", newline="") as file:
        told = {
            (row["indicator"], row["period"], row["report"]): row["value"]
            for row in csv.DictReader(file)
            if row["unit"] != "%" or "GRDP" in row["indicator"]
        }
    revenue, growth = "Tổng thu ngân sách nhà nước", "Tốc độ tăng trưởng GRDP"
    assert (told[revenue, "2021", "2021"], told[revenue, "2021", "2022"]) == ("21154", "23772")
    assert (told[revenue, "2022", "2022"], told[revenue, "2022", "2023"]) == ("32144", "33451")
    assert (told[revenue, "2023", "2023"], told[revenue, "2023", "2024"]) == ("23951", "25065")
    assert (told[growth, "2023", "2023"], told[growth, "2023", "2024"]) == ("-8.25", "-8.37")
