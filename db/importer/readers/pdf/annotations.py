"""What is stuck onto a page and no part of its text: comments, filled-in fields, links to the outside."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2.raw as pdfium

MAX_ANNOTATIONS = 5_000

_COMMENTS = (pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT)
_OUTSIDE = (pdfium.PDFACTION_URI, pdfium.PDFACTION_REMOTEGOTO, pdfium.PDFACTION_LAUNCH)


@dataclass(slots=True)
class Annotations:
    """How many there are of each; none is ever followed or run."""

    comments: int = 0
    fields: int = 0
    links: int = 0


def count_annotations(page: ctypes.c_void_p) -> Annotations:
    """Count what is stuck onto an open page."""
    found = Annotations()
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            found.comments += kind in _COMMENTS
            found.fields += kind == pdfium.FPDF_ANNOT_WIDGET and _has_value(annotation)
            found.links += kind == pdfium.FPDF_ANNOT_LINK and _leads_outside(annotation)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def _has_value(annotation: ctypes.c_void_p) -> bool:
    # The length counts bytes and a closing zero of two.
    return bool(pdfium.FPDFAnnot_GetStringValue(annotation, b"V", None, 0) > 2)


def _leads_outside(annotation: ctypes.c_void_p) -> bool:
    link = pdfium.FPDFAnnot_GetLink(annotation)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    return bool(action) and pdfium.FPDFAction_GetType(action) in _OUTSIDE
