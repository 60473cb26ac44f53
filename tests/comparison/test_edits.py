"""Edits of one report: each shows as exactly the change it is, with no phantom, and mirrored from the other side.

`SEVERAL` are several edits at once, of a report prepared first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from db.comparison import Comparison
from db.model import Content

BASE = (Path(__file__).resolve().parents[1] / "gold" / "pairs" / "base.txt").read_text(encoding="utf-8")

Edit = Callable[[str], str]
Changes = dict[tuple[str, str], int]


def swap(old: str, new: str) -> Edit:
    """Put `new` in the place of `old`, which must stand there once."""

    def edit(text: str) -> str:
        assert text.count(old) == 1, (text.count(old), old)
        return text.replace(old, new)

    return edit


def all_of(*edits: Edit) -> Edit:
    def edit(text: str) -> str:
        for one in edits:
            text = one(text)
        return text

    return edit


def cut(start: str, end: str) -> tuple[Edit, str]:
    """Return the edit that takes out what stands from `start` to before `end`, and what it takes out."""
    piece = BASE[BASE.index(start) : BASE.index(end)]
    return swap(piece, ""), piece


def moved_block(start: str, end: str, before: str) -> Edit:
    take, piece = cut(start, end)
    return all_of(take, swap(before, piece + before))


def next_year(text: str) -> str:
    """Every year one later, dates and numbers of documents with them; nothing else."""
    text = re.sub(r"20(2[0-4])(?=\D)", lambda found: f"20{int(found[1]) + 1}", text)
    return text.replace("512/BC-UBND", "498/BC-UBND").replace("15/NQ-HĐND", "22/NQ-HĐND")


def renumbered(*changes: tuple[str, str]) -> Edit:
    return all_of(*(swap(f"\n{old} ", f"\n{new} ") for old, new in changes))


COWS = "Đàn bò toàn huyện có 12.300 con, đàn lợn phục hồi sau dịch bệnh ở các xã phía bắc."
WATER = "Công tác thủy lợi bảo đảm nước tưới cho cả hai vụ sản xuất."
SEWING = "Nhiều doanh nghiệp may mặc phải giảm giờ làm vì thiếu đơn hàng xuất khẩu."
TEACHERS = "Việc bố trí giáo viên tiếng Anh và tin học cho bậc tiểu học còn thiếu."
SPENDING = "Chi thường xuyên được điều hành tiết kiệm, ưu tiên lương và an sinh xã hội."
CRIME = "Tình hình tội phạm trên không gian mạng diễn biến phức tạp."
HEALTH_POSTS = "- Một số trạm y tế xã xuống cấp, thiếu trang thiết bị.\n"
PLANS = "- Hoàn thành quy hoạch xây dựng vùng huyện trước tháng 9/2023.\n"
CLEAN_WATER = "Tỷ lệ dân cư dùng nước hợp vệ sinh ở khu vực nông thôn được nâng lên."

EDITS: dict[str, tuple[Edit, Changes]] = {
    "nothing": (lambda text: text, {}),
    "only the years": (next_year, {}),
    "last year for its number": (
        swap("41.200 tấn, tăng 2,1% so với năm 2021", "41.200 tấn, tăng 2,1% so với năm trước"),
        {},
    ),
    "spaces": (swap(SEWING, SEWING.replace(" ", "  ")), {}),
    "a comma and a capital": (swap("với 15.600 học sinh, trong", "với 15.600 Học sinh trong"), {}),
    "another tone placement": (swap("thủy lợi", "thuỷ lợi"), {}),
    "one number": (swap("12.300 con", "12.850 con"), {("numbers", "sentence"): 1}),
    "three numbers of a sentence": (
        swap("42 trường học với 15.600 học sinh, trong đó 31", "43 trường học với 15.912 học sinh, trong đó 33"),
        {("numbers", "sentence"): 1},
    ),
    "a number in another scale": (swap("1.250 tỷ đồng, tăng", "1,25 nghìn tỷ đồng, tăng"), {}),
    "a leading zero": (swap("làm chết 09 người", "làm chết 9 người"), {}),
    "numbers after the years": (
        all_of(swap("2.150 lao động", "2.310 lao động"), next_year),
        {("numbers", "sentence"): 1},
    ),
    "one word": (swap("Công tác thủy lợi bảo đảm", "Công tác thủy lợi cơ bản bảo đảm"), {("reworded", "sentence"): 1}),
    "rise for fall": (swap("41.200 tấn, tăng 2,1%", "41.200 tấn, giảm 2,1%"), {("reworded", "sentence"): 1}),
    "half a sentence": (
        swap(TEACHERS, "Việc bố trí giáo viên tiếng Anh và tin học đã cơ bản đáp ứng yêu cầu."),
        {("reworded", "sentence"): 1},
    ),
    "a sentence more": (swap(WATER, f"{WATER} {CLEAN_WATER}"), {("new", "sentence"): 1}),
    "a sentence first": (swap(COWS, f"{CLEAN_WATER} {COWS}"), {("new", "sentence"): 1}),
    "a sentence less": (swap(f" {WATER}", ""), {("dropped", "sentence"): 1}),
    "a sentence for another": (swap(COWS, CLEAN_WATER), {("dropped", "sentence"): 1, ("new", "sentence"): 1}),
    "two sentences swapped": (swap(f"{COWS} {WATER}", f"{WATER} {COWS}"), {("moved", "sentence"): 1}),
    "a sentence to another section": (
        all_of(swap(f" {TEACHERS}", ""), swap(SPENDING, f"{SPENDING} {TEACHERS}")),
        {("moved", "sentence"): 1},
    ),
    "a sentence to another section, one word changed": (
        all_of(swap(f" {SEWING}", ""), swap(CRIME, f"{CRIME} {SEWING.replace('Nhiều', 'Một số')}")),
        {("moved", "sentence"): 1},
    ),
    "a paragraph split in two": (swap(f" {COWS}", f"\n{COWS}"), {}),
    "a sentence split in two": (
        swap("12.300 con, đàn lợn phục hồi", "12.300 con. Đàn lợn phục hồi"),
        {},
    ),
    "two sentences joined": (swap(f"{COWS} {WATER}", f"{COWS[:-1]}; {WATER}"), {}),
    "an item more": (
        swap(HEALTH_POSTS, f"- Rác thải sinh hoạt ở các chợ chưa được thu gom hết.\n{HEALTH_POSTS}"),
        {("new", "sentence"): 1},
    ),
    "an item less": (swap(HEALTH_POSTS, ""), {("dropped", "sentence"): 1}),
    "an item moved up": (
        all_of(swap(HEALTH_POSTS, ""), swap("- Tiến độ giải", f"{HEALTH_POSTS}- Tiến độ giải")),
        {("moved", "sentence"): 1},
    ),
    "an item moved to another list": (
        all_of(swap(PLANS, ""), swap("- Giá trị sản xuất tăng 8,5%.", f"{PLANS}- Giá trị sản xuất tăng 8,5%.")),
        {("moved", "sentence"): 1},
    ),
    "a target replaced by another": (
        swap("- Giá trị sản xuất tăng 8,5%.", "- Trồng mới 120 ha rừng."),
        {("dropped", "sentence"): 1, ("new", "sentence"): 1},
    ),
    "a target's number": (swap("đạt 290 tỷ đồng", "đạt 305 tỷ đồng"), {("numbers", "sentence"): 1}),
    "all children renumbered": (
        renumbered(("2.1.", "a)"), ("2.2.", "b)"), ("2.3.", "c)")),
        {("renumbered", "section"): 3},
    ),
    "a title changed": (swap("1.3. Tài chính, ngân sách", "1.3. Thu, chi ngân sách"), {("reworded", "section"): 1}),
    "a title that begins otherwise": (swap("\n1. Về kinh tế", "\n1. Lĩnh vực kinh tế"), {("reworded", "section"): 1}),
    "two sections swapped": (
        all_of(
            moved_block("2.2. Y tế", "2.3. Lao động", "2.1. Giáo dục"),
            renumbered(("2.1.", "2.9."), ("2.2.", "2.1.")),
            renumbered(("2.9.", "2.2.")),
        ),
        {("moved", "section"): 1, ("renumbered", "section"): 1},
    ),
    "a section to another parent": (
        all_of(
            moved_block("2.2. Y tế", "2.3. Lao động", "2. Về văn hóa"),
            swap("\n2.2. Y tế", "\n1.4. Y tế"),
            swap("\n2.3. Lao", "\n2.2. Lao"),
        ),
        {("moved", "section"): 1, ("renumbered", "section"): 1},
    ),
    "a section more": (
        all_of(
            swap(
                "2.3. Lao động",
                "2.3. Thông tin, truyền thông\nĐài truyền thanh cơ sở phủ sóng tất cả các thôn.\n2.9. Lao động",
            ),
            swap("2.9. Lao", "2.4. Lao"),
        ),
        {("new", "section"): 1, ("new", "sentence"): 1, ("renumbered", "section"): 1},
    ),
    "a section less": (
        all_of(
            cut("2.2. Y tế", "2.3. Lao động")[0],
            swap("2.3. Lao", "2.2. Lao"),
            swap(BASE[BASE.index("^vx:") : BASE.index("^gt:")], ""),
        ),
        {("dropped", "section"): 1, ("dropped", "sentence"): 2, ("dropped", "note"): 1, ("renumbered", "section"): 1},
    ),
    "a first note inserted": (
        all_of(
            swap("bằng 101,2% kế hoạch.", "bằng 101,2% kế hoạch[^moi]."),
            swap("^luong:", "^moi: Trong đó, vụ đông xuân 4.300 ha.\n^luong:"),
        ),
        {("new", "note"): 1},
    ),
    "a note taken out": (
        all_of(swap("[^cum]", ""), swap("^cum: Gồm 02 dự án chế biến gỗ và 01 dự án may.\n", "")),
        {("dropped", "note"): 1},
    ),
    "a note's numbers": (swap("lúa 36.100 tấn, ngô 5.100", "lúa 35.400 tấn, ngô 5.800"), {("numbers", "note"): 1}),
    "a note reworded": (
        swap("ba loại vắc xin không được cấp đủ", "ba loại vắc xin chậm được cấp"),
        {("reworded", "note"): 1},
    ),
    "two notes swapped": (
        lambda text: text.replace("[^luong]", "[^x]").replace("[^cum]", "[^luong]").replace("[^x]", "[^cum]"),
        {},
    ),
    "notes listed in another order": (
        lambda text: "\n".join(
            [*text.split("^luong:")[0].splitlines(), *reversed(("^luong:" + text.split("^luong:")[1]).splitlines())]
        ),
        {},
    ),
    "one cell": (swap("|965|", "|968|"), {("numbers", "row"): 1}),
    "a cell more precise": (swap("|1.143|1.250|", "|1.143,2|1.250|"), {}),
    "a row more": (swap("|4|Thương mại", "|4|Vận tải|88|95|\n|5|Thương mại"), {("new", "row"): 1}),
    "a row less": (swap("|3|Xây dựng|610|655|\n", ""), {("dropped", "row"): 1}),
    "two rows swapped": (
        all_of(swap("|3|Xây dựng|610|655|\n", ""), swap("|2|Công nghiệp|", "|3|Xây dựng|610|655|\n|2|Công nghiệp|")),
        {("moved", "row"): 1},
    ),
    "a column renamed": (swap("Ngành|Năm 2021|Năm 2022|", "Ngành|Thực hiện năm 2021|Ước thực hiện năm 2022|"), {}),
    "a header in two rows": (
        swap("|!STT|Ngành|Năm 2021|Năm 2022|", "|!STT|Ngành|Giá trị sản xuất|<|\n|!^|^|Năm 2021|Năm 2022|"),
        {},
    ),
    "a row's label with a lead": (swap("|3|Xây dựng|", "|3|- Xây dựng|"), {}),
    "the table in another unit": (
        all_of(
            swap("Đơn vị tính: tỷ đồng", "Đơn vị tính: triệu đồng"),
            lambda text: re.sub(
                r"\|([\d.]+)\|([\d.]+)\|\n",
                lambda row: "|" + "|".join(f"{cell}.000" for cell in row.groups()) + "|\n",
                text,
            ),
        ),
        {("reworded", "sentence"): 1},
    ),
    "the preamble": (
        swap("Ủy ban nhân dân huyện báo cáo kết quả như sau", "Ủy ban nhân dân huyện báo cáo kết quả cụ thể như sau"),
        {("reworded", "sentence"): 1},
    ),
    "recipients and signature": (
        all_of(swap("- Thường trực Huyện ủy;", "- Thường trực HĐND huyện;"), swap("Nguyễn Văn Mẫu", "Trần Thị Thử")),
        {},
    ),
}


def changes(found: Comparison) -> Changes:
    return dict(Counter((one.kind, one.of) for one in found.differences))


MIRROR = {"new": "dropped", "dropped": "new"}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_shown_as_what_it_is(
    name: str, read: Callable[[str], Content], run: Callable[..., Comparison]
) -> None:
    edit, expected = EDITS[name]
    left, right = read(BASE), read(edit(BASE))
    found = run(left, right)
    assert changes(found) == expected
    assert sum(found.counts.values()) == len(found.differences)


@pytest.mark.parametrize("name", EDITS)
def test_the_other_side_sees_the_mirror_image(
    name: str, read: Callable[[str], Content], run: Callable[..., Comparison]
) -> None:
    edit, expected = EDITS[name]
    left, right = read(BASE), read(edit(BASE))
    found = run(right, left)
    assert changes(found) == {(MIRROR.get(kind, kind), of): count for (kind, of), count in expected.items()}
    back = run(left, right)
    assert {(pair.left, pair.right) for pair in found.sections} == {(pair.right, pair.left) for pair in back.sections}
    assert sorted((pair.left_text or "", pair.right_text or "") for pair in found.sentences) == sorted(
        (pair.right_text or "", pair.left_text or "") for pair in back.sentences
    )


JOBS = " Giải quyết việc làm mới cho 2.150 lao động."
DEBTS = " Nợ đọng thuế của một số doanh nghiệp xây dựng chậm được xử lý[^thue]."
POOR = "Tỷ lệ hộ nghèo giảm còn 4,6%, vượt chỉ tiêu Hội đồng nhân dân huyện giao."
BUILDING = "|3|Xây dựng|610|655|\n"


def same(text: str) -> str:
    return text


SEVERAL: dict[str, tuple[Edit, Edit, Changes]] = {
    "a sentence to another section, its number changed": (
        same,
        all_of(swap(JOBS.strip() + " ", ""), swap(SEWING, SEWING + JOBS.replace("2.150", "2.310"))),
        {("moved", "sentence"): 1},
    ),
    "a sentence moved with its note": (
        same,
        all_of(swap(DEBTS, ""), swap(CRIME, CRIME + DEBTS)),
        {("moved", "sentence"): 1},
    ),
    "a note called by the sentence behind": (
        same,
        all_of(swap("185 tỷ đồng[^cum].", "185 tỷ đồng."), swap("xuất khẩu.", "xuất khẩu[^cum].")),
        {},
    ),
    "a column renamed, one value of it changed": (
        same,
        all_of(swap("Ngành|Năm 2021|Năm 2022|", "Ngành|Thực hiện 2021|Ước 2022|"), swap("|965|", "|968|")),
        {("numbers", "row"): 1},
    ),
    "the second of two identical sentences deleted": (
        all_of(swap(WATER, f"{WATER} {CLEAN_WATER}"), swap(POOR, f"{POOR} {CLEAN_WATER}")),
        swap(f"{POOR} {CLEAN_WATER}", POOR),
        {("dropped", "sentence"): 1},
    ),
    "the first of two identical sentences deleted": (
        all_of(swap(WATER, f"{WATER} {CLEAN_WATER}"), swap(POOR, f"{POOR} {CLEAN_WATER}")),
        swap(f"{WATER} {CLEAN_WATER}", WATER),
        {("dropped", "sentence"): 1},
    ),
    "one of two identical neighbours deleted": (
        swap(WATER, f"{CLEAN_WATER} {WATER} {CLEAN_WATER}"),
        swap(f"{CLEAN_WATER} {WATER} {CLEAN_WATER}", f"{WATER} {CLEAN_WATER}"),
        {("dropped", "sentence"): 1},
    ),
    "a section split, its last sentences in another order": (
        same,
        all_of(
            swap("\n1.1. Nông nghiệp", "\n1.1. Nông nghiệp, trồng trọt"),
            swap(f" {COWS} {WATER}", f"\n1.9. Thủy lợi, chăn nuôi\n{WATER} {COWS}"),
            renumbered(("1.3.", "1.4."), ("1.2.", "1.3."), ("1.9.", "1.2.")),
        ),
        {("reworded", "section"): 2, ("moved", "sentence"): 1, ("renumbered", "section"): 2},
    ),
    "two sections merged": (
        same,
        all_of(swap("\n2.2. Y tế", "\n2.2. Y tế, lao động, giảm nghèo"), swap("\n2.3. Lao động, giảm nghèo\n", "\n")),
        {("reworded", "section"): 2},
    ),
    "a section to another parent, a number of it changed": (
        same,
        all_of(
            moved_block("2.2. Y tế", "2.3. Lao động", "2. Về văn hóa"),
            swap("\n2.2. Y tế", "\n1.4. Y tế"),
            swap("\n2.3. Lao", "\n2.2. Lao"),
            swap("62.000 lượt", "64.500 lượt"),
        ),
        {("moved", "section"): 1, ("numbers", "sentence"): 1, ("renumbered", "section"): 1},
    ),
    "the next year, a row more and two rows swapped": (
        same,
        all_of(
            swap(BUILDING, ""),
            swap("|2|Công nghiệp|", f"{BUILDING}|2|Công nghiệp|"),
            swap("|4|Thương mại", "|4|Vận tải|88|95|\n|5|Thương mại"),
            next_year,
        ),
        {("new", "row"): 1, ("moved", "row"): 1},
    ),
    "two items joined, a third with another number": (
        same,
        all_of(
            swap("chưa rõ nét.\n- Một số", "chưa rõ nét; một số"),
            swap("đạt 290 tỷ đồng", "đạt 305 tỷ đồng"),
        ),
        {("numbers", "sentence"): 1},
    ),
    "a sentence split before its note": (
        same,
        swap("xảy ra 17 vụ, làm chết 09 người[^gt]", "xảy ra 17 vụ. Làm chết 09 người[^gt]"),
        {},
    ),
    "a sentence reworded, its twin elsewhere kept": (
        all_of(swap(SPENDING, f"{SPENDING} {CLEAN_WATER}"), swap(POOR, f"{POOR} {CLEAN_WATER}")),
        swap(f"{SPENDING} {CLEAN_WATER}", f"{SPENDING} {CLEAN_WATER.replace('được nâng lên', 'tiếp tục tăng nhanh')}"),
        {("reworded", "sentence"): 1},
    ),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_several_edits_are_shown_as_what_they_are(
    name: str, read: Callable[[str], Content], run: Callable[..., Comparison]
) -> None:
    prepare, edit, expected = SEVERAL[name]
    left, right = read(prepare(BASE)), read(edit(prepare(BASE)))
    assert changes(run(left, right)) == expected
    assert changes(run(right, left)) == {(MIRROR.get(kind, kind), of): count for (kind, of), count in expected.items()}


@pytest.mark.parametrize(("name", "section"), [("the second", "Lao động, giảm nghèo"), ("the first", "Nông nghiệp")])
def test_of_two_identical_sentences_the_one_is_dropped_that_is_gone(
    name: str, section: str, read: Callable[[str], Content], run: Callable[..., Comparison]
) -> None:
    prepare, edit, _ = SEVERAL[f"{name} of two identical sentences deleted"]
    left, right = read(prepare(BASE)), read(edit(prepare(BASE)))
    (dropped,) = (pair for pair in run(left, right).sentences if pair.kind == "dropped")
    titles = {one.id: one.title for one in left.sections}
    assert [titles[spot.section_id or 0] for spot in dropped.left] == [section]
