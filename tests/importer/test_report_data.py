"""What a report says of itself; every head and sentence is made up."""

from __future__ import annotations

import pytest

from db.importer.report_data import Sources, read_report_data
from db.model import ReportData

HEAD = (
    "TỈNH ỦY SƠN LA", "*", "Số: 123-BC/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Sơn La, ngày 06 tháng 12 năm 2022", "BÁO CÁO",
    "kết quả thực hiện Nghị quyết", "năm 2022 và nhiệm vụ năm 2023", "-----",
)  # fmt: skip


def data_of(
    head: tuple[str, ...] = HEAD,
    preamble: tuple[str, ...] = (),
    signature: tuple[str, ...] = ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "(Đã ký)", "Lò Thị Mẫu"),
) -> ReportData:
    return read_report_data(Sources(head, preamble, preamble, (), signature), "tep")[0]


def test_a_full_head() -> None:
    assert data_of(preamble=("Theo Nghị quyết số 05-NQ/TU của Tỉnh ủy, kết quả như sau:",)) == ReportData(
        title="kết quả thực hiện Nghị quyết năm 2022 và nhiệm vụ năm 2023",
        kind="Báo cáo",
        issuer="Tỉnh ủy Sơn La",
        place="Sơn La",
        number="123-BC/TU",
        date="2022-12-06",
        year=2022,
        period="2022",
        signed_by="Lò Thị Mẫu",
        signed_as="PHÓ BÍ THƯ",
        resolution="05-NQ/TU",
    )


def test_nothing_is_guessed_where_nothing_is_said() -> None:
    data, findings = read_report_data(Sources((), ("Một đoạn văn.",), ("Một đoạn văn.",), (), ()), "bao-cao-cu")
    assert data == ReportData(title="bao-cao-cu")
    assert [(f.code, f.detail) for f in findings] == [
        ("TBC-434", ""), ("TBC-431", ""), ("TBC-432", ""), ("TBC-433", "số, ngày"), ("TBC-435", ""),
    ]  # fmt: skip


def test_a_blank_number_and_an_impossible_date_stay_empty() -> None:
    head = ("TỈNH ỦY SƠN LA", "Số:      -BC/TU", "Sơn La, ngày 31 tháng 02 năm 2022", "BÁO CÁO", "công tác năm 2022")
    assert (data_of(head).number, data_of(head).date) == ("", "")


@pytest.mark.parametrize(
    ("title", "year", "period"),
    [
        ("công tác 6 tháng đầu năm 2023", 2023, "6 tháng 2023"),
        ("công tác 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2023", 2023, "6 tháng 2023"),
        ("công tác 09 tháng năm 2022", 2022, "9 tháng 2022"),
        ("công tác quý I/2023", 2023, "quý I/2023"),
        ("công tác quý 3 năm 2022", 2022, "quý III/2022"),
        ("công tác tháng 11 năm 2024", 2024, "tháng 11/2024"),
        ("kết quả giai đoạn 2016 - 2020", 2020, "2016 - 2020"),
        ("tình hình năm 2021, phương hướng năm 2022", 2021, "2021"),
        ("công tác dân vận", None, ""),
    ],
)
def test_years_and_periods(title: str, year: int | None, period: str) -> None:
    data = data_of(("BÁO CÁO", title))
    assert (data.year, data.period) == (year, period)


@pytest.mark.parametrize("line", ["Số: 45/BC-UBND", "Số 45 /BC - UBND", "Số:45/BC-UBND\tSơn La"])
def test_numbers_of_documents(line: str) -> None:
    assert data_of((line, "BÁO CÁO", "x")).number == "45/BC-UBND"


def test_the_deputy_signs_in_his_own_post() -> None:
    data = data_of(signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Mẫu"))
    assert (data.signed_by, data.signed_as) == ("Trần Mẫu", "PHÓ CHỦ TỊCH")


def test_one_resolution_only_when_it_is_the_only_one() -> None:
    two = ("Theo Nghị quyết số 05-NQ/TU và Nghị quyết số 9/NQ-HĐND.",)
    assert data_of(preamble=two).resolution == ""
    titled = ("BÁO CÁO", "thực hiện Nghị quyết số 9/NQ-HĐND năm 2020")
    assert data_of(titled, two).resolution == "9/NQ-HĐND"


def test_a_sample_says_so_in_its_head() -> None:
    assert data_of(("Báo cáo mẫu – biên soạn", *HEAD)).sample
    assert not data_of().sample


def test_the_year_of_the_prose_stands_in() -> None:
    assert (
        data_of(("BÁO CÁO", "công tác dân vận"), ("Năm 2020 khó khăn; hết năm 2020 đạt khá hơn năm 2019.",)).year
        == 2020
    )
