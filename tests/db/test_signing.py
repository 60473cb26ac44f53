"""Signatures: of this bundle, by this key, under this name, or not good; and the list of who is known."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from db.errors import ExportFailed
from db.senders import CHANGED, FIRST, KNOWN, UNSIGNED, Senders, Standing, standing_words
from db.signing import KEY_FILE, BadSignature, Signature, code_of, own_code, sign, verify

SEAL = "ab" * 32
OFFICE = "Văn phòng Tỉnh ủy"


def test_a_signature_is_good_for_its_bundle_its_name_and_its_key(tmp_path: Path) -> None:
    signature = sign(tmp_path / "một", OFFICE, SEAL)
    verify(signature, SEAL)
    other = sign(tmp_path / "hai", OFFICE, SEAL)
    assert other.key != signature.key
    for wrong, seal in (
        (signature, "cd" * 32),
        (Signature("Văn phòng khác", signature.key, signature.value), SEAL),
        (Signature(OFFICE, other.key, signature.value), SEAL),
        (Signature(OFFICE, signature.key, other.value), SEAL),
        (Signature(OFFICE, signature.key, signature.value[:-2]), SEAL),
        (Signature(OFFICE, "00" * 32, signature.value), SEAL),
        (Signature(OFFICE, "zz", "zz"), SEAL),
        (Signature(OFFICE, "", ""), SEAL),
    ):
        with pytest.raises(BadSignature):
            verify(wrong, seal)


def test_a_key_is_made_once_for_its_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "Nguyễn Văn Đức"
    assert own_code(folder) == own_code(folder)
    assert sign(folder, OFFICE, SEAL) == sign(folder, OFFICE, SEAL)
    assert code_of(sign(folder, OFFICE, SEAL).key) == own_code(folder)
    assert [file.name for file in folder.iterdir()] == [KEY_FILE]
    if sys.platform != "win32":
        assert stat.S_IMODE((folder / KEY_FILE).stat().st_mode) == 0o600


def test_a_code_is_short_enough_for_the_telephone(tmp_path: Path) -> None:
    groups = own_code(tmp_path).split(" ")
    assert [len(group) for group in groups] == [4] * 8


@pytest.mark.parametrize("damage", ["", "xyz", "ab" * 31, "ab" * 33])
def test_a_damaged_key_is_told_and_never_replaced(tmp_path: Path, damage: str) -> None:
    (tmp_path / KEY_FILE).write_text(damage, "ascii")
    with pytest.raises(ExportFailed):
        sign(tmp_path, OFFICE, SEAL)
    assert (tmp_path / KEY_FILE).read_text("ascii") == damage


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportFailed):
        sign(tmp_path / "khóa", OFFICE, SEAL)


def test_the_first_key_of_an_office_is_kept_and_another_one_noticed(tmp_path: Path) -> None:
    senders = Senders(tmp_path / "mine")
    first, second = sign(tmp_path / "a", OFFICE, SEAL), sign(tmp_path / "b", OFFICE, SEAL)
    assert senders.standing(None) == Standing(UNSIGNED)
    assert senders.standing(first).kind == FIRST
    senders.trust(first)
    again = senders.standing(sign(tmp_path / "a", "  VĂN PHÒNG   tinh uy", SEAL))
    assert again.kind == KNOWN
    assert again.since
    changed = senders.standing(second)
    assert (changed.kind, changed.code, changed.known_code) == (CHANGED, code_of(second.key), code_of(first.key))
    senders.trust(second)
    assert senders.standing(second).kind == KNOWN
    assert senders.standing(first).kind == CHANGED
    assert senders.standing(sign(tmp_path / "b", "Sở Tài chính", SEAL)).kind == FIRST


@pytest.mark.parametrize("damage", [b"", b"{}", b'[{"office": "a", "key": "zz", "since": ""}]', b"\xff\xfe"])
def test_a_damaged_list_is_put_aside(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "noi-gui.json").write_bytes(damage)
    signature = sign(tmp_path / "a", OFFICE, SEAL)
    senders = Senders(tmp_path)
    assert senders.standing(signature).kind == FIRST
    senders.trust(signature)
    assert senders.standing(signature).kind == KNOWN
    (aside,) = tmp_path.glob("noi-gui.hong-*")
    assert aside.read_bytes() == damage


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_standing_has_its_words(tmp_path: Path, language: str) -> None:
    said = set()
    for kind in (UNSIGNED, FIRST, KNOWN, CHANGED):
        standing = Standing(kind, OFFICE, "aaaa bbbb", "cccc dddd", "2026-11-24")
        what, why = standing_words(Path("/x/gói.goibaocao"), standing, language)
        assert "gói.goibaocao" in what
        assert (OFFICE in what) is (kind != UNSIGNED)
        assert ("24/11/2026" in why) is (kind in (KNOWN, CHANGED))
        assert ("aaaa bbbb" in why) is (kind in (FIRST, CHANGED))
        assert not {"{", "}"} & set(what + why)
        said.add(what)
    assert len(said) == 4
