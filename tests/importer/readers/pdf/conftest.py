"""Small PDF files, printed in the test that reads them: every letter of a type is half as wide as it is high."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from db.importer.document import Document, Grid, Paragraph
from db.importer.readers.pdf import PdfReader

A4 = (595, 842)
LEFT, RIGHT = 85, 552
BODY, NOTE, MARK = 14, 10, 8
_CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange "
    "100 beginbfrange {ranges} endbfrange endcmap end end"
)
_FONTS = {"": "Times-Roman", "b": "Times-Bold", "i": "Times-Italic", "bi": "Times-BoldItalic", "vn": ".VnTime"}


@dataclass
class Sheet:
    """One page; heights are counted from its upper edge, as one reads."""

    size: tuple[float, float] = A4
    rotate: int = 0
    marks: list[str] = field(default_factory=list)
    image: bool = False
    stuck: list[str] = field(default_factory=list)

    def put(self, x: float, y: float, text: str, size: float = BODY, style: str = "", turn: bool = False) -> Sheet:
        """Print letters from `x` on, standing on `y`."""
        name = list(_FONTS).index(style)
        hexed = text.encode("utf-16-be").hex()
        matrix = "0 1 -1 0" if turn else "1 0 0 1"
        self.marks.append(f"BT /F{name} {size} Tf {matrix} {x:.2f} {self._up(y):.2f} Tm <{hexed}> Tj ET")
        return self

    def run(self, y: float, *pieces: tuple[str, float, float], x: float = LEFT) -> Sheet:
        """Print pieces (text, size, rise) behind each other."""
        for text, size, rise in pieces:
            self.put(x, y - rise, text, size)
            x += len(text) * size / 2
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Draw a line."""
        self.marks.append(f"0.5 w {x0} {self._up(y0)} m {x1} {self._up(y1)} l S")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Sheet:
        """Draw all the lines of a table."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self

    def text(self, *lines: str, y: float = 80, indent: float = 28, size: float = BODY, step: float = 1.35) -> float:
        """Print lines of one paragraph, the first one standing in; returns the height of the next line."""
        for number, line in enumerate(lines):
            self.put(LEFT + (0 if number else indent), y, line, size)
            y += step * size
        return y

    def footnote(self, y: float, label: str, *lines: str, x: float = LEFT) -> float:
        """Print a note with a raised label; returns the height of the next line."""
        self.put(x, y - 3, label, 6)
        x_text = x + len(label) * 3
        for number, line in enumerate(lines):
            self.put(x if number else x_text, y, line if number else " " + line, NOTE)
            y += 12
        return y

    def _up(self, y: float) -> float:
        return self.size[1] - y


@dataclass(frozen=True)
class Press:
    """Writes PDF files and reads them back."""

    folder: Path

    def save(self, *sheets: Sheet, name: str = "report.pdf", lead: bytes = b"") -> Path:
        path = self.folder / name
        path.write_bytes(lead + pdf_bytes(sheets))
        return path

    def read(self, *sheets: Sheet) -> Document:
        return PdfReader().read(self.save(*sheets))

    def paragraphs(self, *sheets: Sheet) -> list[Paragraph]:
        return [block for block in self.read(*sheets).blocks if isinstance(block, Paragraph)]

    def texts(self, *sheets: Sheet) -> list[str]:
        return [paragraph.text for paragraph in self.paragraphs(*sheets)]

    def grids(self, *sheets: Sheet) -> list[Grid]:
        return [block for block in self.read(*sheets).blocks if isinstance(block, Grid)]

    def losses(self, *sheets: Sheet) -> dict[str, tuple[int, str]]:
        return {loss.code: (loss.count, loss.detail) for loss in self.read(*sheets).losses}


def pdf_bytes(sheets: Sequence[Sheet]) -> bytes:
    """Return a PDF file whose text can be read, in fonts that are not embedded."""
    objects: list[bytes] = [b"", b""]

    def add(body: str | bytes) -> int:
        objects.append(body.encode() if isinstance(body, str) else body)
        return len(objects)

    ranges = " ".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(100)).replace("\n", "")
    cmap = add(_stream(_CMAP.format(ranges=ranges)))
    fonts = []
    for name in _FONTS.values():
        descriptor = add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0"
            "/Ascent 800/Descent -200/CapHeight 700/StemV 80>>"
        )
        cid = add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/DW 500/FontDescriptor {descriptor} 0 R"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
        )
        fonts.append(
            add(
                f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{cid} 0 R]"
                f"/ToUnicode {cmap} 0 R>>"
            )
        )
    picture = add(
        _stream("\x7f" * 4, "/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray")
    )
    resources = "".join(f"/F{number} {font} 0 R" for number, font in enumerate(fonts))
    pages = []
    for sheet in sheets:
        width, height = sheet.size
        drawn = [f"q {width} 0 0 {height} 0 0 cm /Im Do Q"] if sheet.image else []
        content = add(_stream("\n".join([*drawn, *sheet.marks])))
        pages.append(
            add(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Rotate {sheet.rotate}/Contents {content} 0 R"
                f"/Annots[{' '.join(f'<</Type/Annot/Rect[0 0 9 9]{one}>>' for one in sheet.stuck)}]"
                f"/Resources<</Font<<{resources}>>/XObject<</Im {picture} 0 R>>>>>>"
            )
        )
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{page} 0 R' for page in pages)}]>>".encode()
    return _file(objects)


def _stream(text: str, entries: str = "") -> bytes:
    data = text.encode("latin-1")
    return f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path)


@pytest.fixture
def sheet() -> Sheet:
    """An empty page."""
    return Sheet()


@pytest.fixture
def sheets() -> Callable[[int], list[Sheet]]:
    """Empty pages, as many as asked for."""
    return lambda count: [Sheet() for _ in range(count)]
