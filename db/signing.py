"""Who made a bundle: Ed25519 signatures (libsodium, by PyNaCl) with one key for each office.

A signature says that the holder of a key made the bundle and under which name; that the key is the office's, two people
tell each other once by telephone, by its code. Nothing here looks anything up.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

from db.errors import ExportFailed

KEY_FILE = "khoa-ky.key"
_SEED_BYTES = 32
_DOMAIN = b"tubaocao-goi-bao-cao-1\n"
"""Goes before what is signed, so that a signature is good for nothing else."""
_GROUPS, _DIGITS = 8, 4


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The name the sender goes by, the public key and the signature, both in hexadecimal."""

    office: str
    key: str
    value: str


class BadSignature(Exception):
    """A signature is not by its key, not of this bundle, or not of this name."""


def sign(folder: Path, office: str, seal: str) -> Signature:
    """Sign the seal of a bundle with the key in `folder`, which is made if there is none. Raises ExportFailed."""
    from nacl.signing import SigningKey  # noqa: PLC0415 - libsodium: whoever packs or receives a bundle loads it

    key = SigningKey(_seed(folder / KEY_FILE))
    value: bytes = key.sign(_message(office, seal)).signature
    return Signature(office, bytes(key.verify_key).hex(), value.hex())


def verify(signature: Signature, seal: str) -> None:
    """Raise BadSignature unless `signature` is of the bundle with this seal."""
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - as above
    from nacl.signing import VerifyKey  # noqa: PLC0415

    try:
        key, value = bytes.fromhex(signature.key), bytes.fromhex(signature.value)
        VerifyKey(key).verify(_message(signature.office, seal), value)
    except (CryptoError, ValueError, TypeError) as error:
        raise BadSignature from error


def own_code(folder: Path) -> str:
    """Return the code of the key in `folder`, which is made if there is none. Raises ExportFailed."""
    from nacl.signing import SigningKey  # noqa: PLC0415 - as above

    return code_of(bytes(SigningKey(_seed(folder / KEY_FILE)).verify_key).hex())


def code_of(key: str) -> str:
    """Return the code of a public key, to be read over the telephone: 8 groups of 4 hexadecimal digits."""
    digits = hashlib.sha256(bytes.fromhex(key)).hexdigest()
    return " ".join(digits[_DIGITS * group : _DIGITS * (group + 1)] for group in range(_GROUPS))


def _message(office: str, seal: str) -> bytes:
    return _DOMAIN + msgspec.json.encode([office, seal])


def _seed(file: Path) -> bytes:
    """Return the secret of a key file, only readable for its user; a file that is no key is never replaced."""
    try:
        if not file.exists():
            _make(file)
        seed = bytes.fromhex(file.read_text("ascii").strip())
    except (OSError, ValueError) as error:
        raise ExportFailed(file, str(error)) from error
    if len(seed) != _SEED_BYTES:
        raise ExportFailed(file, str(len(seed)))
    return seed


def _make(file: Path) -> None:
    """Write a new key whole or not at all; where two programs do so at once, the first one's stands."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.{os.getpid()}")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(os.urandom(_SEED_BYTES).hex() + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        if not file.exists():
            os.replace(half, file)
    finally:
        half.unlink(missing_ok=True)
