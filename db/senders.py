"""The offices whose bundles came in: the key each had the first time is kept, and another one is noticed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from db.errors import TuBaoCaoError
from db.export.replacing import replacing
from db.importer.bundle import SUFFIX, signature_of
from db.messages import words_of
from db.model import Receipt
from db.signing import Signature, code_of
from db.vietnamese.folding import fold, nfc

SENDERS_FILE = "noi-gui.json"
UNSIGNED, FIRST, KNOWN, CHANGED = "unsigned", "first", "known", "changed"


class Sender(msgspec.Struct, frozen=True):
    """An office by the name it signs with, its public key (hexadecimal), and the day it was first seen."""

    office: str
    key: str
    since: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a bundle's maker: `kind` is one of the four above; the rest is empty where it is unsigned.

    `code` is the key's code, `known_code` and `since` those of the key kept for this office.
    """

    kind: str
    office: str = ""
    code: str = ""
    known_code: str = ""
    since: str = ""


class Senders:
    """The list of one user, a file in their own folder. A file that cannot be read is put aside, not overwritten."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / SENDERS_FILE

    def standing(self, signature: Signature | None) -> Standing:
        """Return how a signature that was found good stands to what is known; nothing is written."""
        if signature is None:
            return Standing(UNSIGNED)
        code, known = code_of(signature.key), self._known().get(_name(signature.office))
        if known is None:
            return Standing(FIRST, signature.office, code)
        kind = KNOWN if known.key == signature.key else CHANGED
        return Standing(kind, signature.office, code, code_of(known.key), known.since)

    def meet(self, bundle: Path) -> tuple[Standing, Signature | None]:
        """Find who made a bundle that has come in whole, and keep the key of an office that was not known."""
        try:
            signature = signature_of(bundle)
        except TuBaoCaoError:
            signature = None  # gone or changed since it came in: nothing vouches for it any more
        found = self.standing(signature)
        if found.kind == FIRST and signature is not None:
            with suppress(TuBaoCaoError):  # then it is the first time once more
                self.trust(signature)
        return found, signature

    def trust(self, signature: Signature) -> None:
        """Keep this key for its office from now on, in the place of any other. Raises ExportFailed, DiskFull."""
        known = self._known()
        known[_name(signature.office)] = Sender(signature.office, signature.key, date.today().isoformat())  # noqa: DTZ011 - the day on the user's wall
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(self._file) as temporary:
            temporary.write_bytes(msgspec.json.format(msgspec.json.encode(list(known.values()))))

    def _known(self) -> dict[str, Sender]:
        if not self._file.exists():
            return {}
        try:
            listed = msgspec.json.decode(self._file.read_bytes(), type=list[Sender])
            return {_name(one.office): one for one in listed if code_of(one.key)}
        except (msgspec.MsgspecError, ValueError):
            os.replace(self._file, self._file.with_suffix(f".hong-{date.today():%Y%m%d}"))  # noqa: DTZ011
            return {}


def bundles_of(receipts: Iterable[Receipt]) -> list[Path]:
    """Return the bundles out of which reports of an import came, each once."""
    folders = (Path(one.path).parent for one in receipts if one.status != "refused")
    return list(dict.fromkeys(path for path in folders if path.suffix.lower() == SUFFIX))


def standing_words(bundle: Path, standing: Standing, language: str) -> tuple[str, str]:
    """Return what is said of a bundle's maker, and what follows from it."""
    holes = {"file": bundle.name, "office": standing.office, "code": standing.code}
    holes |= {"known": standing.known_code, "since": "/".join(reversed(standing.since.split("-")))}
    what = words_of("senders", standing.kind, language, **holes)
    return what, words_of("senders", f"{standing.kind}_why", language, **holes)


def _name(office: str) -> str:
    """Return what makes two names the same office: letters without marks, one space between words."""
    return " ".join(fold(nfc(office)).split())
