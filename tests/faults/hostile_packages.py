"""Hostile Word, OpenDocument and Excel files, made here row by row of the catalogue; no suite has seen them.

Each is (row, name, bytes, what must come of it): "refuse", "open", "may" (either, but never a death, a hang or a silence).
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

REFUSE, OPEN, MAY = "refuse", "open", "may"
PARAGRAPHS = "".join(
    f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    for text in ("BÁO CÁO", "Tình hình năm 2023", "Thu ngân sách đạt 100 tỷ đồng, tăng 5% so với năm 2022.")
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.openxmlformats.org/package/2006/relationships"
_O = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(8))
    + "]>"
)
SECRET = "bí mật của máy này"


class Case(NamedTuple):
    """One file: the row of the catalogue it belongs to, its name, its bytes, what must come of it.

    `shows` is text that must be read, where it opens; no case may ever show `SECRET`.
    """

    row: str
    name: str
    body: bytes
    outcome: str
    shows: str = ""


def packed(parts: dict[str, str | bytes], stored: bool = False) -> bytes:
    """Zip parts in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as package:
        for name, body in parts.items():
            package.writestr(zipfile.ZipInfo(name), body, package.compression)
    return out.getvalue()


def word_parts(body: str = PARAGRAPHS, rels: str = "", head: str = "", **parts: str | bytes) -> dict[str, str | bytes]:
    """The parts of a Word file; `head` stands before its root, keywords are further parts below word/."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    known = "".join(
        f'<Relationship Id="p{n}" Type="{_REL}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(("styles", "numbering", "footnotes", "settings"))
        if name in parts
    )
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": f'<Relationships xmlns="{_PKG}"><Relationship Id="r1" Type="{_REL}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PKG}">{known}{rels}</Relationships>',
        "word/document.xml": f'<?xml version="1.0"?>{head}<w:document {W} {R}><w:body>{body}</w:body></w:document>',
        **{f"word/{name}.xml" if "." not in name else f"word/{name}": text for name, text in parts.items()},
    }


def word(*arguments: str, **parts: str | bytes) -> bytes:
    return packed(word_parts(*arguments, **parts))


def odt(body: str = "<text:p>BÁO CÁO năm 2023</text:p>", head: str = "", styles: str = "") -> bytes:
    content = f'<?xml version="1.0"?>{head}<office:document-content {_O}><office:automatic-styles>{styles}'
    content += f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
    return packed(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content + "</office:document-content>"}
    )


def ods(rows: str) -> bytes:
    content = f'<office:document-content {_O}><office:body><office:spreadsheet><table:table table:name="A">{rows}'
    content += "</table:table></office:spreadsheet></office:body></office:document-content>"
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def sheet(rows: str, head: str = "", strings: str = "", more: str = "") -> bytes:
    rels = f'<Relationship Id="r1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    rels += f'<Relationship Id="r2" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/>' if strings else ""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PKG}"><Relationship Id="r1" Type="{_REL}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PKG}">{rels}</Relationships>',
        "xl/workbook.xml": f'<workbook {_S} {R}><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f"{head}<worksheet {_S}>{more}<sheetData>{rows}</sheetData></worksheet>",
    }
    return packed(parts | ({"xl/sharedStrings.xml": strings} if strings else {}))


MAKERS = {"docx": word, "odt": odt, "xlsx": lambda: sheet('<row r="1"><c r="A1"><v>5</v></c></row>')}
PARTS = {"docx": "word/document.xml", "odt": "content.xml", "xlsx": "xl/worksheets/sheet1.xml"}


def _patched(body: bytes, part: str, offset: int, value: int, form: str = "<I") -> bytes:
    """Change a field of the central directory's entry for `part`; offsets as in APPNOTE 4.3.12."""
    out, at = bytearray(body), 0
    while (at := out.find(b"PK\x01\x02", at)) >= 0:
        length = struct.unpack_from("<H", out, at + 28)[0]
        if out[at + 46 : at + 46 + length] == part.encode():
            struct.pack_into(form, out, at + offset, value)
        at += 4
    return bytes(out)


def _twice(body: bytes, part: str, name: str) -> bytes:
    """Add a second entry that is called like `part`, or almost."""
    import warnings  # noqa: PLC0415 - zipfile warns of what is meant here

    out = io.BytesIO(body)
    with warnings.catch_warnings(), zipfile.ZipFile(out, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr(
            name, f"<w:document {W}><w:body><w:p><w:r><w:t>anderes</w:t></w:r></w:p></w:body></w:document>"
        )
    return out.getvalue()


def packages() -> Iterator[Case]:
    """A01–A06, A12, A14: what a zip file can be."""
    for kind, maker in MAKERS.items():
        body, part = maker(), PARTS[kind]
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            parts: dict[str, str | bytes] = {one.filename: package.read(one) for one in package.infolist()}
            at = package.getinfo(part).header_offset
        name = next(one for one in parts if one != part)
        yield Case("A01", f"ratio.{kind}", packed(parts | {part: bytes(parts[part]) + b" " * (40 << 20)}), REFUSE)
        yield Case("A02", f"overlap.{kind}", _patched(body, name, 42, at), REFUSE)
        yield Case("A02", f"claims-4gb.{kind}", _patched(body, part, 24, 0xFFFFFFF0), REFUSE)
        yield Case("A03", f"nested.{kind}", packed(parts | {"embeddings/inner.zip": body, "inner.docx": body}), OPEN)
        more: dict[str, str | bytes] = {f"x/{n}.xml": "" for n in range(6_000)}
        yield Case("A04", f"entries-6000.{kind}", packed(parts | more, stored=True), REFUSE)
        yield Case("A05", f"crc.{kind}", _patched(body, part, 16, 0x12345678), REFUSE)
        yield Case("A05", f"short-size.{kind}", _patched(body, part, 24, 10), REFUSE)
        yield Case("A05", f"twice.{kind}", _twice(body, part, part), REFUSE)
        yield Case("A05", f"twice-by-case.{kind}", _twice(body, part, part.upper()), MAY)
        slips: dict[str, str | bytes] = dict.fromkeys(
            ("../../slipped", "C:\\slipped", "/slipped", "CON", "aux.xml", "a/./../../slipped"), "x"
        )
        yield Case("A06", f"slip.{kind}", packed(parts | slips), MAY)
        yield Case("A12", f"half.{kind}", body[: len(body) // 2], REFUSE)
        yield Case("A12", f"no-directory.{kind}", body[: body.rindex(b"PK\x01\x02")], REFUSE)
        yield Case("A14", f"flag-encrypted.{kind}", _patched(body, part, 8, 1, "<H"), REFUSE)


def xml_parts() -> Iterator[Case]:
    """A07–A09, A11: what the XML of a part can be."""
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "{}">]>'
    targets = {
        "laughs": LAUGHS,
        "file": entity.format("file:///srv/bait/secret"),
        "http": entity.format("http://192.0.2.1/e"),
        "unc": entity.format("//192.0.2.1/share/e"),
        "parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://192.0.2.1/p"> %p;]>',
        "external": '<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">',
        "bare": "<!DOCTYPE x>",
        "commented": f"<!-- ruhig --><?pi x?>\n{LAUGHS}",
    }
    for name, head in targets.items():
        row = "A07" if name in ("laughs", "bare", "commented") else "A08"
        yield Case(row, f"dtd-{name}.docx", word(PARAGRAPHS + "<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", "", head), REFUSE)
        yield Case(row, f"dtd-{name}.odt", odt("<text:p>&e;</text:p>", head), REFUSE)
        yield Case(row, f"dtd-{name}.xlsx", sheet('<row r="1"><c r="A1"><v>5</v></c></row>', head), REFUSE)
    for coding in ("utf-16", "utf-16-le", "utf-16-be"):
        text = (
            f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}<w:document {W}><w:body>{PARAGRAPHS}</w:body></w:document>'
        )
        mark = b"" if coding == "utf-16" else {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[coding]
        yield Case(
            "A07",
            f"dtd-{coding}.docx",
            packed(word_parts() | {"word/document.xml": mark + text.encode(coding)}),
            REFUSE,
        )
    for part, root in (
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("footnotes", "footnotes"),
        ("settings", "settings"),
    ):
        yield Case("A07", f"dtd-in-{part}.docx", word(**{part: f"{LAUGHS}<w:{root} {W}>&e;</w:{root}>"}), REFUSE)
    yield Case("A07", "dtd-in-types.docx", packed({**word_parts(), "[Content_Types].xml": LAUGHS + "<Types/>"}), MAY)
    yield Case(
        "A07",
        "dtd-in-strings.xlsx",
        sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', "", f"{LAUGHS}<sst {_S}><si><t>&e;</t></si></sst>"),
        REFUSE,
    )
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="file:///srv/bait/secret"/>'
    yield Case("A08", "xinclude.docx", word(PARAGRAPHS + f"<w:p><w:r><w:t>{include}</w:t></w:r></w:p>"), MAY)
    yield Case("A08", "xinclude.odt", odt(f"<text:p>Báo cáo {include}</text:p>"), MAY)
    deep = 100_000
    yield Case(
        "A09", "deep.docx", word("<w:sdt><w:sdtContent>" * deep + PARAGRAPHS + "</w:sdtContent></w:sdt>" * deep), REFUSE
    )
    yield Case(
        "A09", "deep.odt", odt("<text:section>" * deep + "<text:p>a</text:p>" + "</text:section>" * deep), REFUSE
    )
    yield Case("A09", "deep.xlsx", sheet("<x>" * deep + "</x>" * deep), REFUSE)
    for name, bad in {
        "nul": b"\x00",
        "control": b"\x01\x0b",
        "utf8": b"\xff\xfe\x80",
        "surrogate": b"\xed\xa0\x80",
    }.items():
        for kind, maker in MAKERS.items():
            with zipfile.ZipFile(io.BytesIO(maker())) as package:
                parts: dict[str, str | bytes] = {one.filename: package.read(one) for one in package.infolist()}
            spoiled = bytes(parts[PARTS[kind]]).replace(b"</", bad + b"</", 1)
            yield Case("A11", f"{name}.{kind}", packed(parts | {PARTS[kind]: spoiled}), MAY)
