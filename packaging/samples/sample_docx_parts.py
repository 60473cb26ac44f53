"""The fixed parts of the sample Word files: styles, numbering, settings, relations, page."""

from __future__ import annotations

from lxml import etree
from sample_docx_words import MAIN, RELATIONS, Element, w

OUTLINE_LIST, DASH_LIST = 1, 2
"""The two lists of NUMBERING: I. / 1. / 1.1. / a) and the dash."""

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FRAME = ("top", "left", "bottom", "right", "insideH", "insideV")


def _xml(body: str) -> bytes:
    """`body` with its declaration; a slip in one of the texts below fails here, not in Word."""
    etree.fromstring(body)
    return (_DECLARED + body).encode()


def _root(tag: str, body: str) -> bytes:
    return _xml(f'<w:{tag} xmlns:w="{MAIN}" xmlns:r="{RELATIONS}">{body}</w:{tag}>')


def content_types(*, numbered: bool) -> bytes:
    """[Content_Types].xml."""
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "footnotes": "footnotes"}
    kinds["header1"] = "header"
    if numbered:
        kinds["numbering"] = "numbering"
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}{kind}+xml"/>' for name, kind in kinds.items()
    )
    return _xml(
        f'<Types xmlns="{_PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{parts}</Types>"
    )


def relations(*, numbered: bool) -> bytes:
    """The relations of the main part; rId1 is the header of the pages."""
    kinds = {"header": "header1", "styles": "styles", "settings": "settings", "footnotes": "footnotes"}
    if numbered:
        kinds["numbering"] = "numbering"
    lines = "".join(
        f'<Relationship Id="rId{place}" Type="{RELATIONS}/{kind}" Target="{name}.xml"/>'
        for place, (kind, name) in enumerate(kinds.items(), 1)
    )
    return _xml(f'<Relationships xmlns="{_PACKAGE}relationships">{lines}</Relationships>')


PACKAGE_RELATIONS = _xml(
    f'<Relationships xmlns="{_PACKAGE}relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)


def core(year: int, mark: str) -> bytes:
    """The document properties: a title that says it is a sample."""
    title = mark.replace("Báo cáo mẫu", f"Báo cáo mẫu tỉnh Quảng Nam năm {year}")
    date = "2026-11-24T00:00:00Z"
    return _xml(
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>Tủ Báo Cáo</dc:creator><dc:language>vi-VN</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified></cp:coreProperties>'
    )


SETTINGS = _root(
    "settings",
    '<w:defaultTabStop w:val="567"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/>',
)

PAGE_NUMBER = _root(
    "hdr",
    '<w:p><w:pPr><w:pStyle w:val="Centered"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
)


def _style(name: str, ident: str, paragraph: str = "", letters: str = "", default: bool = False) -> str:
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{ident}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _small(name: str, ident: str, half_points: int, align: str, after: int = 0) -> str:
    return _style(
        name,
        ident,
        f'<w:spacing w:before="0" w:after="{after}" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:firstLine="0"/><w:jc w:val="{align}"/>',
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>',
    )


STYLES = _root(
    "styles",
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" '
    'w:cs="Times New Roman"/><w:sz w:val="27"/><w:szCs w:val="27"/><w:lang w:val="vi-VN"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    + _style(
        "Normal",
        "Normal",
        '<w:spacing w:before="60" w:after="60" w:line="276" w:lineRule="auto"/>'
        '<w:ind w:firstLine="567"/><w:jc w:val="both"/>',
        default=True,
    )
    + "".join(
        _style(
            f"heading {level}",
            f"Heading{level}",
            f'<w:keepNext/><w:outlineLvl w:val="{level - 1}"/>',
            "<w:b/><w:i/>" if level == 4 else "<w:b/>",
        )
        for level in range(1, 5)
    )
    + _small("Centered", "Centered", 26, "center", after=40)
    + _small("Unit line", "UnitLine", 24, "right", after=40)
    + _small("Table text", "TableText", 24, "left")
    + _small("Annex text", "AnnexText", 20, "left")
    + _small("Recipients", "Recipients", 22, "left")
    + _small("footnote text", "FootnoteText", 20, "both")
    + '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    "<w:tblPr><w:tblBorders>"
    + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _FRAME)
    + "</w:tblBorders></w:tblPr></w:style>",
)


def _level(level: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>'
    )


NUMBERING = _root(
    "numbering",
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    + _level(0, "upperRoman", "%1.")
    + _level(1, "decimal", "%2.")
    + _level(2, "decimal", "%2.%3.")
    + _level(3, "lowerLetter", "%4)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="hybridMultilevel"/>'
    + _level(0, "bullet", "–")
    + f'</w:abstractNum><w:num w:numId="{OUTLINE_LIST}"><w:abstractNumId w:val="1"/></w:num>'
    f'<w:num w:numId="{DASH_LIST}"><w:abstractNumId w:val="2"/></w:num>',
)


def section() -> Element:
    """The page: A4 with the margins of Nghị định 30/2020 (20, 15, 20, 30 mm), numbered from page 2."""
    reference = w("headerReference", type="default")
    reference.set(f"{{{RELATIONS}}}id", "rId1")
    return w(
        "sectPr",
        reference,
        w("pgSz", w="11906", h="16838"),
        w("pgMar", top="1134", right="851", bottom="1134", left="1701", header="567", footer="567", gutter="0"),
        w("titlePg"),
    )


def two_columns(left: list[Element], right: list[Element]) -> Element:
    """A borderless table of one row, as offices set the head and the signature."""
    widths = (4300, 5054)
    none = w("tblBorders", *(w(side, val="nil") for side in _FRAME))
    properties = w("tblPr", w("tblW", w=str(sum(widths)), type="dxa"), none, w("tblLayout", type="fixed"))
    cells = [
        w("tc", w("tcPr", w("tcW", w=str(width), type="dxa")), *inside)
        for width, inside in zip(widths, (left, right), strict=True)
    ]
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=str(one)) for one in widths)), w("tr", *cells))
