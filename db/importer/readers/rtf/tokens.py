"""From bytes to tokens, in one pass and without recursion (RTF 1.9.1, "RTF Syntax")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([A-Za-z]+)(-?\d+)?\x20?"
    rb"|([^\\{}\r\n]+)"
    rb"|([{}])"
    rb"|((?:\\'[0-9A-Fa-f]{2})+)"
    rb"|\\(.)",
    re.DOTALL,
)
_RAW_GROUP, _HEX_GROUP, _SIGN_GROUP = 3, 5, 6
_MOST_KNOWN = 10_000
_BRACE = re.compile(rb"[{}\\]")
_BINARY = re.compile(rb"\\bin(\d+)\x20?")
_LONGEST_NUMBER = 10
_LARGEST = 1 << 31


class Kind(Enum):
    """What a token is. RAW and HEX are letters in some code page: HEX ones were written as \\'xx."""

    WORD = 1
    RAW = 3
    OPEN = 4
    CLOSE = 5
    HEX = 6
    SIGN = 7


_LETTERS = (Kind.RAW, Kind.HEX)


class Token(NamedTuple):
    """A token: the word, the sign or the bytes, and the number behind a word, if there is one."""

    kind: Kind
    value: bytes
    number: int | None = None

    @property
    def is_text(self) -> bool:
        """Whether it is letters, or a backslash that stands for itself."""
        return self.kind in _LETTERS or (self.kind is Kind.SIGN and self.value == b"\\")


_OPEN = Token(Kind.OPEN, b"{")
_CLOSE = Token(Kind.CLOSE, b"}")


class Tokens:
    """The tokens of a file, to be walked once. Whoever walks may leap over the group he stands in."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self._leapt = False

    def __iter__(self) -> Iterator[Token]:
        known = {b"{": _OPEN, b"}": _CLOSE}
        while self._at < len(self._data):
            self._leapt = False
            for match in _TOKEN.finditer(self._data, self._at):
                self._at = match.end()
                yield known.get(match[0]) or self._token(match, known)
                if self._leapt:
                    break
            else:
                return

    def leap(self) -> None:
        """Go on with the brace that closes the group the last token stands in; its tokens are not made."""
        at = self._at
        depth = 0
        while match := _BRACE.search(self._data, at):
            at = match.end()
            sign = match.group()
            if sign == b"{":
                depth += 1
            elif sign == b"\\":
                binary = _BINARY.match(self._data, at - 1)
                at = binary.end() + _number(binary.group(1)) if binary else at + 1
            elif depth:
                depth -= 1
            else:
                self._leap(at - 1)
                return
        self._leap(len(self._data))

    def leaps_over(self, word: bytes) -> bool:
        """Leap, and return whether `word` stood in what was leapt over."""
        start = self._at
        self.leap()
        return self._data.find(word, start, self._at) >= 0

    def group(self) -> Iterator[tuple[int, Token]]:
        """Yield the tokens of the group the last one stands in, without its closing brace, and how deep each stands."""
        depth = 0
        for token in self:
            if token.kind is Kind.OPEN:
                depth += 1
            elif token.kind is Kind.CLOSE:
                if not depth:
                    self._leap(self._at - 1)
                    return
                depth -= 1
            yield depth, token
        self._leap(len(self._data))

    def rest(self) -> bytes:
        """Return what was not walked."""
        return self._data[self._at :]

    def _token(self, match: re.Match[bytes], known: dict[bytes, Token]) -> Token:
        """Return a token; one that is likely to come again is kept in `known`."""
        last = match.lastindex
        if last == _RAW_GROUP:
            return Token(Kind.RAW, match[_RAW_GROUP])
        if last == _HEX_GROUP:
            token = Token(Kind.HEX, bytes.fromhex(match[_HEX_GROUP].replace(b"\\'", b"").decode("ascii")))
        elif last == _SIGN_GROUP:
            token = Token(Kind.SIGN, match[_SIGN_GROUP])
        else:
            token = Token(Kind.WORD, match[1], None if last == 1 else _number(match[2]))
            if token.value == b"bin":
                self._leap(self._at + max(0, token.number or 0))
                return token
        if len(known) < _MOST_KNOWN:
            known[match[0]] = token
        return token

    def _leap(self, at: int) -> None:
        self._at = min(at, len(self._data))
        self._leapt = True


def _number(digits: bytes) -> int:
    """Return a number; one beyond 32 bits, which no word takes, becomes the nearest that is within."""
    if len(digits) > _LONGEST_NUMBER:
        return -_LARGEST if digits.startswith(b"-") else _LARGEST
    return int(digits)
