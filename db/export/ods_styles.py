"""The styles of an OpenDocument sheet: of cells by name, of numbers by their look, of columns by width."""

from __future__ import annotations

from xml.sax.saxutils import escape

from db.export.looks import Look, look_of
from db.export.table import ExportCell

_CENTIMETRES = 0.2  # a letter of 12 points is wide
_TEXT = 'style:font-name="Times New Roman" fo:font-size="12pt"'
_BOX = 'fo:border="0.5pt solid #000000" fo:wrap-option="wrap" style:vertical-align="top" fo:padding="0.05cm"'
_BLUE = 'fo:color="#0563c1" style:text-underline-style="solid"'
_CELLS = {
    "title": ("", 'fo:font-weight="bold"', ""),
    "heading": (
        _BOX.replace('"top"', '"middle"') + ' fo:background-color="#edeff2"',
        'fo:font-weight="bold"',
        'fo:text-align="center"',
    ),
    "text": (_BOX, "", ""),
    "doubtful": (_BOX + ' fo:background-color="#fff2cc"', "", ""),
    "notes": ("", 'fo:font-weight="bold"', ""),
    "note": ('fo:wrap-option="wrap"', "", ""),
    "line": ('fo:wrap-option="wrap"', 'fo:font-style="italic"', ""),
    "link": ("", _BLUE, ""),
    "linked": (_BOX, _BLUE, ""),
}


class Styles:
    """Collects the styles a workbook needs, in the order they are first asked for."""

    def __init__(self, language: str) -> None:
        self._country = ("vi", "VN") if language == "vi" else ("en", "US")
        self._looks: dict[Look, str] = {}
        self._widths: dict[int, str] = {}

    def of(self, cell: ExportCell) -> str:
        """Return the style of a cell of the body."""
        if cell.kind != "number":
            return "doubtful" if cell.doubtful else "text"
        return self._looks.setdefault(look_of(cell), f"n{len(self._looks) + 1}")

    def column(self, width: int) -> str:
        """Return the style of a column that wide, in characters."""
        return self._widths.setdefault(width, f"co{len(self._widths) + 1}")

    def xml(self) -> str:
        """Return all styles asked for."""
        parts = [
            '<style:style style:name="sheet" style:family="table" style:master-page-name="Default">'
            '<style:table-properties table:display="true"/></style:style>',
            '<style:style style:name="row" style:family="table-row">'
            '<style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
        ]
        for width, name in self._widths.items():
            properties = f'<style:table-column-properties style:column-width="{width * _CENTIMETRES:.2f}cm"/>'
            parts.append(f'<style:style style:name="{name}" style:family="table-column">{properties}</style:style>')
        parts += [_style(name, "", *look) for name, look in _CELLS.items()]
        for look, name in self._looks.items():
            parts.append(self._number(look, f"{name}f"))
            parts.append(_style(name, f' style:data-style-name="{name}f"', _BOX, "", 'fo:text-align="end"'))
        return "".join(parts)

    def _number(self, look: Look, name: str) -> str:
        plain = self._format(look, "+" if look.plus else "", "")
        if not look.brackets and not look.plus:
            return self._named(name, plain)
        less = self._format(look, "(" if look.brackets else "-", ")" if look.brackets else "")
        choice = f'<style:map style:condition="value()&gt;=0" style:apply-style-name="{name}p"/>'
        return self._named(f"{name}p", plain, ' style:volatile="true"') + self._named(name, less + choice)

    def _named(self, name: str, inside: str, more: str = "") -> str:
        language, country = self._country
        head = (
            f'<number:number-style style:name="{name}" number:language="{language}" number:country="{country}"{more}>'
        )
        return f"{head}{inside}</number:number-style>"

    def _format(self, look: Look, before: str, after: str) -> str:
        grouping = ' number:grouping="true"' if look.grouped else ""
        digits = f'number:decimal-places="{look.decimals}" number:min-decimal-places="{look.decimals}"'
        number = f'<number:number {digits} number:min-integer-digits="1"{grouping}/>'
        tail = look.tail + after
        head = f"<number:text>{before}</number:text>" if before else ""
        return head + number + (f"<number:text>{escape(tail)}</number:text>" if tail else "")


def _style(name: str, more: str, cell: str, text: str, paragraph: str) -> str:
    align = f"<style:paragraph-properties {paragraph}/>" if paragraph else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="Default"{more}>'
        f"<style:table-cell-properties {cell}/>{align}<style:text-properties {_TEXT} {text}/></style:style>"
    )
