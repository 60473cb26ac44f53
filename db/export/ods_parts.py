"""The fixed parts of an OpenDocument spreadsheet and the frames of its changing ones."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("number", "datastyle"),
        ("meta", "meta"),
        ("config", "config"),
        ("svg", "svg-compatible"),
    )
)
_OTHERS = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_ROOT = f'{_NAMES} {_OTHERS} office:version="1.3"'
_FONT = (
    '<office:font-face-decls><style:font-face style:name="Times New Roman" '
    'svg:font-family="&apos;Times New Roman&apos;" style:font-family-generic="roman"/></office:font-face-decls>'
)

MANIFEST = (
    _XML + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}.xml" manifest:media-type="text/xml"/>'
        for name in ("content", "styles", "meta", "settings")
    )
    + "</manifest:manifest>"
)

STYLES = (
    f"{_XML}<office:document-styles {_ROOT}>{_FONT}<office:styles>"
    '<style:style style:name="Default" style:family="table-cell"><style:text-properties fo:language="vi" '
    'fo:country="VN" style:font-name="Times New Roman" fo:font-size="12pt"/></style:style></office:styles>'
    '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties '
    'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin-top="2cm" '
    'fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/>'
    "</style:page-layout></office:automatic-styles>"
    '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"/>'
    "</office:master-styles></office:document-styles>"
)


def content_xml(styles: str, sheets: Iterable[str]) -> str:
    """Return the part that holds the sheets."""
    return (
        f"{_XML}<office:document-content {_ROOT}>{_FONT}<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def meta_xml(author: str, moment: str) -> str:
    """Return the part that says who made the file, and when if that is to be told."""
    when = f"<meta:creation-date>{escape(moment)}</meta:creation-date>" if moment else ""
    maker = escape(author)
    return (
        f"{_XML}<office:document-meta {_ROOT}><office:meta><meta:generator>{maker}</meta:generator>"
        f"<dc:creator>{maker}</dc:creator>{when}</office:meta></office:document-meta>"
    )


def settings_xml(sheets: Iterable[tuple[str, int]]) -> str:
    """Return the part that keeps the heads in view; of each sheet its name and how many rows its head has."""
    entries = "".join(_frozen(name, heads + 2) for name, heads in sheets)
    return (
        f"{_XML}<office:document-settings {_ROOT}><office:settings>"
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        '<config:config-item-map-entry><config:config-item-map-named config:name="Tables">'
        f"{entries}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>"
        "</config:config-item-set></office:settings></office:document-settings>"
    )


def _frozen(name: str, rows: int) -> str:
    facts = (
        ("VerticalSplitMode", "short", 2),
        ("VerticalSplitPosition", "int", rows),
        ("ActiveSplitRange", "short", 2),
        ("PositionTop", "int", 0),
        ("PositionBottom", "int", rows),
    )
    items = "".join(
        f'<config:config-item config:name="{key}" config:type="{kind}">{value}</config:config-item>'
        for key, kind, value in facts
    )
    return f"<config:config-item-map-entry config:name={quoteattr(name)}>{items}</config:config-item-map-entry>"
