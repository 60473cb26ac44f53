"""Makes a Word file of about 1,000 pages: 2,000 footnotes, 300 tables with merged cells, automatic numbers."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

PARAGRAPHS, NOTES, TABLES = 16_000, 2_000, 300
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = f"""<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
{
    "".join(
        f'<Override PartName="/word/{name}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("footnotes", "footnotes"),
            ("numbering", "numbering"),
        )
    )
}</Types>"""
RELS = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>"""
DOCUMENT_RELS = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
{"".join(f'<Relationship Id="d{n}" Type="{R}/{n}" Target="{n}.xml"/>' for n in ("styles", "footnotes", "numbering"))}
</Relationships>"""
STYLES = f"""<?xml version="1.0" encoding="UTF-8"?><w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/>
<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="N"/>
<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
</w:styles>"""
NUMBERING = f"""<?xml version="1.0" encoding="UTF-8"?><w:numbering {W}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
SENTENCES = (
    "Tổng thu ngân sách nhà nước trên địa bàn ước đạt {n} tỷ đồng, đạt 102,{d}% dự toán, tăng 7,{d}% so với năm trước.",
    "Công tác xây dựng nông thôn mới được quan tâm; đến nay có {d} xã đạt chuẩn, bình quân đạt 16,{d} tiêu chí/xã.",
    "Các cấp ủy đã tập trung lãnh đạo, chỉ đạo thực hiện nhiệm vụ, giải pháp trên các lĩnh vực với kết quả tích cực.",
    "Đã tổ chức {d} lớp bồi dưỡng cho {n} học viên; tỷ lệ hài lòng của người dân đạt trên 9{d},5%.",
)


def make(target: Path) -> Path:
    """Write the file to `target`; the same bytes every time but for the moment in the archive."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELS),
            ("word/_rels/document.xml.rels", DOCUMENT_RELS),
            ("word/styles.xml", STYLES),
            ("word/numbering.xml", NUMBERING),
            ("word/footnotes.xml", _notes()),
            ("word/document.xml", _document()),
        ):
            package.writestr(name, text)
    return target


def sentence(number: int) -> str:
    """Return made-up sentence number `number`."""
    return SENTENCES[number % len(SENTENCES)].format(n=f"{1 + number % 90}.{number % 1000:03}", d=1 + number % 9)


def _document() -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{"".join(_body())}</w:body></w:document>'


def _body() -> Iterator[str]:
    for number in range(PARAGRAPHS):
        if number % 21 == 0:
            level = "H1" if number % 210 == 0 else "H2"
            yield f'<w:p><w:pPr><w:pStyle w:val="{level}"/></w:pPr>{_run(f"Công tác số {number}")}</w:p>'
        mark = number // 8 + 1 if number % 8 == 0 else 0
        reference = f'<w:r><w:footnoteReference w:id="{mark + 1}"/></w:r>' if 0 < mark <= NOTES else ""
        runs = "".join(_run(part + " ") for part in (sentence(number), sentence(number + 1)))
        yield f'<w:p w:rsidR="00A1{number:04x}"><w:pPr><w:jc w:val="both"/></w:pPr>{runs}{reference}</w:p>'
        if number % (PARAGRAPHS // TABLES) == 0:
            yield _table(number)


def _run(text: str) -> str:
    half = len(text) // 2
    properties = '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr>'
    return "".join(
        f'<w:r w:rsidRPr="00B2C3D4">{properties}<w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for part in (text[:half], text[half:])
    )


def _table(number: int) -> str:
    cell = "<w:tc><w:tcPr>{span}</w:tcPr><w:p>{text}</w:p></w:tc>"
    wide, first, more = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [cell.format(span=wide, text=_run("So sánh")) + cell.format(span=first, text=_run("Ghi chú"))]
    for row in range(6):
        tail = more if row % 2 else first
        rows.append("".join(cell.format(span=s, text=_run(str(number + row))) for s in ("", "", tail)))
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def _notes() -> str:
    notes = "".join(
        f'<w:footnote w:id="{n + 1}"><w:p>{_run("Trong đó: " + sentence(n))}</w:p></w:footnote>'
        for n in range(1, NOTES + 1)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {W}>{notes}</w:footnotes>'
