"""Writes a sample report as the flattened text that comes out of some offices' exports.

Every note mark is a single line break in the middle of its sentence, the notes
stand at the end as paragraphs opening with U+FFFD, tables are lost.
"""

from __future__ import annotations

from sample_markup import Body, Heading, Item, Sample, Words

SAMPLE_MARK = "Báo cáo mẫu – biên soạn từ số liệu đã công bố"


def flattened(sample: Sample) -> bytes:
    """The whole report, UTF-8, lines ended by LF."""
    return ("\n".join(_head(sample) + _body(sample) + _tail(sample) + _notes(sample)) + "\n").encode()


def _head(sample: Sample) -> list[str]:
    return [
        SAMPLE_MARK,
        "",
        "TỈNH ỦY QUẢNG NAM\tĐẢNG CỘNG SẢN VIỆT NAM",
        "*",
        f"Số: {sample.head['number']}\t{sample.head['date']}",
        "",
        " BÁO CÁO",
        "",
        sample.head["subject"],
        "-----",
        "",
    ]


def _body(sample: Sample) -> list[str]:
    lines: list[str] = []
    for one in sample.elements:
        if isinstance(one, Heading):
            lines.append(f"{one.marker} {_flat(one.words)}")
        elif isinstance(one, Item):
            lines += [f"{one.marker} {_flat(one.words)}", ""]
        elif isinstance(one, Body):
            lines.append(_flat(one.words) + " ")
    return lines


def _tail(sample: Sample) -> list[str]:
    lines = ["\tNơi nhận:   ", ""]
    for one in sample.recipients:
        lines += [f"- {one}", ""]
    return [*lines, "\tT/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", sample.head["signer"], "", ""]


def _notes(sample: Sample) -> list[str]:
    return [line for note in sample.notes for line in (f"\ufffd {note}", "", "")]


def _flat(words: Words) -> str:
    return "".join(word if isinstance(word, str) else "\n" for word in words)
