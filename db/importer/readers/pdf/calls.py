"""The three calls of PDFium that are made for every letter, declared so that nothing is wrapped on the way.

`pypdfium2.raw` turns each handle into an object; a file of a thousand pages has two million letters.
"""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

Box = ctypes.c_float * 4
"""Left, top, right, bottom, as FS_RECTF has them."""


def _address(function: object) -> int:
    return ctypes.cast(function, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


text_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(_address(pdfium.FPDFText_GetTextObject))
"""text_object(page's text, letter) is the address of the text object a letter belongs to; None for an added space."""

unicode_of = ctypes.CFUNCTYPE(ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)(_address(pdfium.FPDFText_GetUnicode))
"""unicode_of(page's text, letter) is its code point, 0 where there is none."""

loose_box = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    _address(pdfium.FPDFText_GetLooseCharBox)
)
"""loose_box(page's text, letter, Box) fills the box a letter takes on its line; 0 if it has none."""


def handle_of(address: int) -> ctypes.c_void_p:
    """Return the handle of a page object at an address, as `pypdfium2.raw` wants it."""
    handle: ctypes.c_void_p = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
    return handle
