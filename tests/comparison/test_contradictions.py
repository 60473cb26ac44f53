"""What this year says of last year: by a change, by holding a value against it, in the row of a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db.comparison import Comparison
from db.model import Content

OLDER = """BÁO CÁO
Kết quả công tác năm 2022
I. XÃ HỘI
Tỷ lệ hộ nghèo toàn huyện còn 5,8%. Tỷ lệ lao động qua đào tạo đạt 61,4%.
|!Chỉ tiêu|Đơn vị tính|Năm 2021|Năm 2022|
|Lớp học|lớp|310|318|
|Giường bệnh|giường|95|96|"""
NEWER = """BÁO CÁO
Kết quả công tác năm 2023
I. XÃ HỘI
Tỷ lệ hộ nghèo toàn huyện còn 4,9%{held}. Tỷ lệ lao động qua đào tạo đạt 64,0%{change}.
|!Chỉ tiêu|Đơn vị tính|Kết quả|<|
|!^|^|Năm 2022|Năm 2023|
|Lớp học|lớp|{classes}|325|
|Giường bệnh|giường|96|110|"""

Pairs = set[tuple[float, float]]


@pytest.mark.parametrize(
    ("held", "change", "classes", "wanted"),
    [
        ("", "", "318", set()),
        (", thấp hơn mức 6,2% của năm 2022", "", "318", {(5.8, 6.2)}),
        (", thấp hơn mức 6,2% của năm trước", "", "318", {(5.8, 6.2)}),
        (", thấp hơn tỷ lệ 6,2% của năm 2022", "", "318", {(5.8, 6.2)}),
        (", thấp hơn mức 5,8% của năm 2022", "", "318", set()),
        (", thấp hơn mức 7,1% của năm 2021", "", "318", set()),
        (", thấp hơn mức 6,2% của cả nước", "", "318", set()),
        ("", ", tăng 1,9 điểm phần trăm so với năm 2022", "318", {(61.4, 62.1)}),
        ("", ", tăng 2,6 điểm phần trăm so với năm 2022", "318", set()),
        ("", "", "321", {(318, 321)}),
    ],
)
def test_values_of_last_year_that_do_not_agree(
    held: str,
    change: str,
    classes: str,
    wanted: Pairs,
    read: Callable[[str], Content],
    run: Callable[..., Comparison],
) -> None:
    newer = NEWER.replace("{held}", held).replace("{change}", change).replace("{classes}", classes)
    found = run(read(OLDER), read(newer))
    assert {(one.left_value, one.right_value) for one in found.contradictions} == wanted
    for one in found.contradictions:
        assert f"{one.right_value:g}".replace(".", ",") in newer or one.implied
