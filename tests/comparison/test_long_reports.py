"""Long reports: what is compared of them, and how often a comparison may be stopped. Speed is told by the bench."""

from __future__ import annotations

import random
from collections.abc import Callable

from db.comparison import Comparison, compare
from db.model import Content

NOUNS = "đường trường trạm cầu chợ rừng lúa ngô bò cá xã huyện thôn dự án vốn thuế đất nước điện mạng".split()  # noqa: SIM905
VERBS = "tăng giảm xây sửa mở thu chi giao nhận trồng nuôi học khám cấp đổi rà soát kiểm tra hỗ trợ".split()  # noqa: SIM905


def long_report(year: int, seed: int, changed: float) -> str:
    """About sixty pages: 12 parts of 10 sections of 12 sentences; a share of the sentences is of the year alone."""
    lines = ["ỦY BAN NHÂN DÂN", "TỈNH MẪU", "BÁO CÁO", f"Tình hình kinh tế - xã hội năm {year}"]
    common, own = random.Random(1), random.Random(seed)

    def sentence(source: random.Random) -> str:
        words = [source.choice(NOUNS if at % 2 else VERBS) for at in range(18)]
        return f"{' '.join(words).capitalize()} {source.randint(2, 999)} công trình."

    for part in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"):
        lines.append(f"{part}. {' '.join(common.choice(NOUNS) for _ in range(5)).upper()}")
        for number in range(1, 11):
            lines.append(f"{number}. Công tác {' '.join(common.choice(NOUNS) for _ in range(4))}")
            same = [sentence(common) for _ in range(12)]
            lines.append(" ".join(sentence(own) if own.random() < changed else one for one in same))
    return "\n".join(lines)


def test_sixty_pages_that_share_most_sentences(read: Callable[[str], Content], run: Callable[..., Comparison]) -> None:
    left, right = read(long_report(2022, 2, 0.0)), read(long_report(2023, 3, 0.2))
    found = run(left, right)
    assert found.sentence_counts["unchanged"] > 0.7 * len(left.blocks) * 6
    assert all(pair.left and pair.right for pair in found.sections)


def test_a_long_comparison_stops_to_be_asked_often(read: Callable[[str], Content]) -> None:
    left, right = read(long_report(2022, 2, 0.0)), read(long_report(2023, 3, 0.2))
    steps = [step.step for step in compare(left, right)]
    assert len(steps) > 20, "a cancel waits for the next step"
    assert len(set(steps)) > 2
