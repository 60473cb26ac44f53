"""What the private letters of Word's symbol fonts look like, as ordinary characters.

Symbol fonts put their pictures at U+F020 … U+F0FF. Only those an office report uses are named; another one
becomes U+FFFD, which says that something stood here and could not be read.
"""

from __future__ import annotations

UNREADABLE = "\ufffd"
BULLET = "•"
_PRIVATE = range(0xE000, 0xF900)
_SYMBOL_FONTS = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings")

_SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: BULLET, 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xDE: "⇒", 0xE5: "∑",
    0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x64: "δ", 0x65: "ε", 0x6C: "λ", 0x6D: "μ", 0x70: "π",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def symbol(code: str, font: str) -> str:
    """Return the character of a w:sym: `code` is hexadecimal, `font` names the font it is taken from."""
    try:
        number = int(code, 16)
    except ValueError:
        return UNREADABLE
    if number not in range(0x20, 0xD800) and number not in _PRIVATE:
        return UNREADABLE
    if number not in _PRIVATE and not _is_symbol_font(font):
        return chr(number)
    return _picture(number & 0xFF, font)


def bullet(text: str, font: str) -> str:
    """Return a list's bullet as printed: a dash stays a dash, a picture of a symbol font becomes "•"."""
    if not text:
        return ""
    first = ord(text[0])
    if first in _PRIVATE or _is_symbol_font(font):
        return "-" if font.lower() == "symbol" and first & 0xFF == ord("-") else BULLET
    if text == "o" and font.lower().startswith("courier"):
        return "◦"
    return text


def _is_symbol_font(font: str) -> bool:
    return font.lower() in _SYMBOL_FONTS


def _picture(code: int, font: str) -> str:
    if font.lower() == "wingdings":
        return _WINGDINGS.get(code, UNREADABLE)
    if font.lower() == "symbol":
        punctuation_or_figure = 0x20 <= code < 0x40
        return chr(code) if punctuation_or_figure else _SYMBOL.get(code, UNREADABLE)
    return UNREADABLE
