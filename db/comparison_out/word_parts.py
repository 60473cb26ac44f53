"""The fixed parts of a Word file: styles, settings, relations and the page of Nghị định 30/2020."""

from __future__ import annotations

from html import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PARTS = {"document": "document.main", "styles": "styles", "settings": "settings", "footnotes": "footnotes"}
_SMALL = '<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/>'


def _xml(body: str) -> bytes:
    return (_DECLARED + body).encode()


def content_types() -> bytes:
    """Return [Content_Types].xml."""
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}{kind}+xml"/>' for name, kind in _PARTS.items()
    )
    return _xml(
        f'<Types xmlns="{_PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" '
        f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{parts}</Types>'
    )


def package_relations() -> bytes:
    """Return what the file consists of."""
    return _xml(
        f'<Relationships xmlns="{_PACKAGE}relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>"
    )


def document_relations() -> bytes:
    """Return what the document itself leans on."""
    lines = "".join(
        f'<Relationship Id="rId{place}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
        for place, name in enumerate(list(_PARTS)[1:], 1)
    )
    return _xml(f'<Relationships xmlns="{_PACKAGE}relationships">{lines}</Relationships>')


def properties(title: str, author: str, moment: str) -> bytes:
    """Return the properties of the document; `moment` is UTC, ISO with a Z."""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    return _xml(
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<dc:language>vi-VN</dc:language>{dates}</cp:coreProperties>"
    )


def settings() -> bytes:
    """Return the settings; the separators of footnotes are named here."""
    return _xml(
        f'<w:settings xmlns:w="{MAIN}"><w:defaultTabStop w:val="567"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>'
    )


def _style(ident: str, name: str, paragraph: str = "", letters: str = "", first: bool = False) -> str:
    based = "" if first else '<w:basedOn w:val="Normal"/>'
    default = ' w:default="1"' if first else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{ident}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def styles() -> bytes:
    """Return the styles: Times New Roman 13, first lines set in, as offices write."""
    normal = (
        '<w:spacing w:before="60" w:after="60" w:line="276" w:lineRule="auto"/>'
        '<w:ind w:firstLine="567"/><w:jc w:val="both"/>'
    )
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    headings = "".join(
        _style(
            f"Heading{level}", f"heading {level}", f'<w:keepNext/><w:outlineLvl w:val="{level - 1}"/>',
            "<w:b/><w:i/>" if level > 3 else "<w:b/>",
        )
        for level in range(1, 7)
    )  # fmt: skip
    return _xml(
        f'<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" '
        f'w:cs="Times New Roman"/>{_size(26)}<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        "</w:docDefaults>"
        + _style("Normal", "Normal", normal, first=True)
        + headings
        + _style("TableText", "Table text", _SMALL + '<w:jc w:val="left"/>', _size(24))
        + _style("Recipients", "Recipients", _SMALL + '<w:jc w:val="left"/>', _size(22))
        + _style("FootnoteText", "footnote text", _SMALL + '<w:jc w:val="both"/>', _size(20))
        + '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/>'
        '<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr></w:style></w:styles>"
    )
