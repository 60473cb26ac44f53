"""A revised version of a report: its receipt names each value that differs, and series take the newer one."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import queries
from db.importer.host import Host
from db.importer.pipeline import import_paths
from db.importer.revising import CHANGED, changed_values
from db.indicators.vintages import vintages
from db.library import Library
from db.model import Figure, Finding, Place, Receipt

HEAD = "TỈNH ỦY HÒA BÌNH\nBÁO CÁO\nkết quả thực hiện nhiệm vụ năm 2023\n\nI. KINH TẾ\n"
FIRST = "Thu nội địa đạt 4.880 tỷ đồng, đạt 98,2% dự toán.\nTỷ lệ hộ nghèo còn 9,8%.\nKết nạp 1.012 đảng viên.\n"


@pytest.fixture
def receipts(tmp_path: Path) -> list[Receipt]:
    """The receipts of a report and of its revised version, in a library beside them."""
    library = Library.open(tmp_path / "t.tubaocao")
    found = []
    for text in (FIRST, FIRST.replace("4.880", "4.910") + "Trồng mới 120 ha rừng.\n"):
        (tmp_path / "bc.txt").write_text(HEAD + text, encoding="utf-8")
        steps = import_paths(library, [tmp_path / "bc.txt"], 1, Host)
        found += [step for step in steps if isinstance(step, Receipt)]
    kept = queries.receipts(library.reader())[::-1]
    (series,) = [one for one in queries.series(library.reader(), "thu-noi-dia") if one.unit == "tỷ đồng"]
    library.close()
    shown = vintages(series.points)
    assert [(one.year, one.value) for one in shown.shown] == [(2023, 4910.0)]
    assert [(one.year, one.value) for one in shown.older] == [(2023, 4880.0)]
    assert kept == found
    return found


def test_the_receipt_names_each_changed_value_and_its_place(receipts: list[Receipt]) -> None:
    first, second = receipts
    assert (first.status, second.status) == ("imported", "revised")
    assert CHANGED not in {finding.code for finding in first.findings}
    (changed,) = [finding for finding in second.findings if finding.code == CHANGED]
    assert changed.detail == "Thu nội địa: 4.880 tỷ đồng → 4.910 tỷ đồng"
    assert changed.block_id is not None
    assert changed.block_id > second.report_id * 10_000_000


def test_what_only_one_version_has_is_no_changed_value() -> None:
    one = Figure(1, Place(block_id=1), 0, 1, "…", 5.0, "%", name="Tỷ lệ hộ nghèo", unit_base="%", period="2023")
    other = Figure(2, Place(block_id=2), 0, 1, "…", 6.0, "%", name="Tỷ lệ khác", unit_base="%", period="2023")

    assert changed_values([one], [other]) == ()
    assert changed_values([one], [one]) == ()


def test_a_report_written_anew_is_told_in_one_line_beyond_the_first_sixty() -> None:
    def made(add: float) -> list[Figure]:
        return [Figure(n, Place(block_id=n), 0, 1, "…", n + add, "xã", name=f"Số {n}") for n in range(1, 101)]

    found = changed_values(made(0), made(0.5))
    assert len(found) == 61
    assert found[-1] == Finding(CHANGED, "…", 40)
