"""Pictures that go out with a table: their size, and the form a page holds them in."""

from __future__ import annotations

import struct
from base64 import b64encode
from html import escape

from db.export.table import Picture

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_METRES_PER_INCH = 0.0254
_SCREEN = 96.0


def png_size(png: bytes) -> tuple[float, float]:
    """Return width and height of a PNG in pixels of a screen of 96 dpi, which its own resolution is brought to.

    Raises ValueError for anything that is no PNG.
    """
    if png[:8] != _SIGNATURE or png[12:16] != b"IHDR":
        raise ValueError("no PNG")
    wide, high = struct.unpack(">II", png[16:24])
    if not wide or not high:
        raise ValueError("an empty picture")
    at = png.find(b"pHYs", 33, 4096)
    across, down, unit = struct.unpack(">IIB", png[at + 4 : at + 13]) if at > 0 else (0, 0, 0)
    if unit != 1 or not across or not down:
        return float(wide), float(high)
    scale = _SCREEN / _METRES_PER_INCH
    return wide * scale / across, high * scale / down


def picture_html(picture: Picture) -> str:
    """Return a picture as part of a page, in the page itself."""
    png_size(picture.png)
    words = escape(picture.caption)
    data = b64encode(picture.png).decode()
    image = f'<img alt="{words}" style="width:{picture.width:.0f}mm;max-width:100%" src="data:image/png;base64,{data}">'
    return f"<figure>{image}<figcaption>{words}</figcaption></figure>\n"
