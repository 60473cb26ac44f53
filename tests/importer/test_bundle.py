"""Bundles: reports handed from one library to another, whole, checked, and taken back in one step."""

from __future__ import annotations

import json
import zipfile
from functools import partial
from pathlib import Path

import msgspec
import pytest

from db import queries
from db.bundling import write_bundle
from db.digest import store_digest
from db.errors import BrokenBundle
from db.first_start import sample_files
from db.importer import bundle
from db.importer.pipeline import import_paths
from db.library import Library
from db.senders import CHANGED, FIRST, KNOWN, UNSIGNED, Senders
from db.signing import sign
from db.undo import undo


def run(work):
    """Drive a generator to its end and return what it returns."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


@pytest.fixture(scope="module")
def sent(tmp_path_factory) -> tuple[Path, Path]:
    """A library of two sample reports, and the bundle it was packed into."""
    folder = tmp_path_factory.mktemp("Tủ báo cáo")
    library = Library.open(folder / "a.tubaocao")
    run(import_paths(library, sample_files()[:2]))
    ids = [report.id for report in queries.reports(library.reader())]
    run(write_bundle(library, ids, folder / "Gửi xã.goibaocao"))
    library.close()
    return folder / "a.tubaocao", folder / "Gửi xã.goibaocao"


def repacked(path: Path, goal: Path, change) -> Path:
    """Write a bundle anew with its members as `change` gives them; None leaves one out."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(goal, "w") as new:
        for name in old.namelist():
            if (data := change(name, old.read(name))) is not None:
                new.writestr(name, data)
    return goal


def test_reports_arrive_as_they_were_and_can_be_taken_back(sent, tmp_path):
    store, packed = sent
    there, here = Library.open(store), Library.open(tmp_path / "b.tubaocao")
    receipts = run(import_paths(here, [packed]))
    assert [receipt.status for receipt in receipts] == ["imported", "imported"]
    for report in queries.reports(there.reader()):
        twin = queries.report_with_source(here.reader(), report.source.sha256)
        assert twin is not None
        assert queries.content(here.reader(), twin.id).sections == queries.content(there.reader(), report.id).sections
    assert store_digest(here.reader()) != ""
    again = run(import_paths(here, [packed]))
    assert {receipt.status for receipt in again} == {"known"}
    run(undo(here, receipts[0].batch))
    assert queries.reports(here.reader()) == []
    there.close()
    here.close()


def test_the_same_reports_give_the_same_bytes(sent, tmp_path):
    store, packed = sent
    library = Library.open(store)
    run(write_bundle(library, [report.id for report in queries.reports(library.reader())], tmp_path / "z.goibaocao"))
    library.close()
    assert (tmp_path / "z.goibaocao").read_bytes() == packed.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["z.goibaocao"]


def _other_title(name: str, data: bytes) -> bytes:
    return data if name == bundle.MANIFEST else data.replace("Quảng Nam".encode(), "Quảng Nan".encode())


def _without_the_second(name: str, data: bytes) -> bytes | None:
    return None if name == "0002.json" else data


def _another_name(name: str, data: bytes) -> bytes:
    return data.replace(b".docx", b".pdf ") if name == bundle.MANIFEST else data


def _no_manifest(name: str, data: bytes) -> bytes | None:
    return None if name == bundle.MANIFEST else data


def _newer_form(name: str, data: bytes) -> bytes:
    return json.dumps({**json.loads(data), "form": 2}).encode() if name == bundle.MANIFEST else data


@pytest.mark.parametrize(
    "change",
    [_other_title, _without_the_second, _another_name, _no_manifest, _newer_form],
    ids=lambda way: way.__name__,
)
def test_a_bundle_that_was_changed_is_refused_whole(sent, tmp_path, change):
    changed = repacked(sent[1], tmp_path / "x.goibaocao", change)
    with pytest.raises(BrokenBundle):
        bundle.entries(changed)
    library = Library.open(tmp_path / "b.tubaocao")
    (receipt,) = run(import_paths(library, [changed]))
    assert (receipt.status, receipt.code) == ("refused", "TBC-115")
    assert queries.reports(library.reader()) == []
    library.close()


@pytest.mark.parametrize("length", [0, 10, 1000])
def test_a_torn_bundle_is_refused(sent, tmp_path, length):
    (tmp_path / "x.goibaocao").write_bytes(sent[1].read_bytes()[:length])
    with pytest.raises(BrokenBundle):
        bundle.entries(tmp_path / "x.goibaocao")


def test_a_report_resealed_by_hand_is_still_checked(sent, tmp_path):
    """Who can write a right manifest can still not bring in a report whose parts do not fit together."""
    with zipfile.ZipFile(sent[1]) as archive:
        told = msgspec.json.decode(archive.read(bundle.MANIFEST), type=bundle.Manifest)
        data = archive.read("0001.json")
    forged = json.loads(data)
    forged["sections"][0]["parent_id"] = 10**6
    changed = json.dumps(forged).encode()
    entry = msgspec.structs.replace(told.reports[0], sha256=__import__("hashlib").sha256(changed).hexdigest())
    with zipfile.ZipFile(tmp_path / "x.goibaocao", "w") as archive:
        archive.writestr("0001.json", changed)
        manifest = bundle.Manifest(bundle.FORM, bundle.seal([entry]), (entry,))
        archive.writestr(bundle.MANIFEST, msgspec.json.encode(manifest))
    (found,) = bundle.entries(tmp_path / "x.goibaocao")
    with pytest.raises(BrokenBundle):
        run(bundle.read(tmp_path / "x.goibaocao", found))


def test_a_member_that_swells_is_refused_before_it_is_unpacked(sent, tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "LARGEST_REPORT", 1000)
    with pytest.raises(BrokenBundle):
        bundle.entries(sent[1])


@pytest.fixture(scope="module")
def signed(sent, tmp_path_factory) -> Path:
    """The same reports, signed with a key of its own."""
    folder = tmp_path_factory.mktemp("ký")
    library = Library.open(sent[0])
    ids = [report.id for report in queries.reports(library.reader())]
    goal = folder / "ký.goibaocao"
    told = run(write_bundle(library, ids, goal, partial(sign, folder, "Văn phòng")))
    library.close()
    assert told == bundle.manifest(goal)
    return goal


def of_manifest(change):
    """Change the manifest of a bundle, whatever else it holds."""

    def changed(name: str, data: bytes) -> bytes:
        if name != bundle.MANIFEST:
            return data
        told = json.loads(data)
        change(told)
        return json.dumps(told).encode()

    return changed


def test_a_signed_bundle_comes_in_as_an_unsigned_one_does(sent, signed, tmp_path):
    here = Library.open(tmp_path / "b.tubaocao")
    assert [receipt.status for receipt in run(import_paths(here, [signed]))] == ["imported", "imported"]
    here.close()
    found = bundle.signature_of(signed)
    assert found is not None
    assert found.office == "Văn phòng"
    assert bundle.signature_of(sent[1]) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told["signature"].update(office="Văn phòng khác"),
        lambda told: told["signature"].update(value="00" * 64),
        lambda told: told["signature"].update(key="11" * 32),
        lambda told: told["signature"].update(key="không phải số"),
        lambda told: told["signature"].update(more="x"),
        lambda told: told.update(signature="x"),
    ],
)
def test_a_wrong_signature_refuses_the_whole_bundle(signed, tmp_path, change):
    wrong = repacked(signed, tmp_path / "x.goibaocao", of_manifest(change))
    for look in (bundle.manifest, bundle.signature_of):
        with pytest.raises(BrokenBundle):
            look(wrong)
    here = Library.open(tmp_path / "b.tubaocao")
    (receipt,) = run(import_paths(here, [wrong]))
    assert (receipt.status, receipt.code) == ("refused", "TBC-115")
    assert queries.reports(here.reader()) == []
    here.close()


def test_another_report_under_the_old_signature_is_refused(signed, tmp_path):
    """Whoever changes a report has to seal it anew, and then the signature is of another seal."""

    def change(told) -> None:
        told["reports"] = told["reports"][:1]
        told["seal"] = bundle.seal(msgspec.convert(told["reports"], tuple[bundle.Entry, ...]))

    first = [bundle.MANIFEST, bundle.manifest(signed).reports[0].member]
    changed = of_manifest(change)
    cut = repacked(signed, tmp_path / "x.goibaocao", lambda name, data: changed(name, data) if name in first else None)
    with pytest.raises(BrokenBundle) as told:
        bundle.manifest(cut)
    assert told.value.detail == bundle.SIGNATURE


def test_without_its_signature_a_bundle_is_unsigned_and_told_so(signed, tmp_path):
    bare = repacked(signed, tmp_path / "x.goibaocao", of_manifest(lambda told: told.pop("signature")))
    assert bundle.manifest(bare).signature is None
    standing, _none = Senders(tmp_path).meet(bare)
    assert standing.kind == UNSIGNED


def test_a_bundle_is_met_once_for_the_first_time(sent, signed, tmp_path):
    senders = Senders(tmp_path)
    assert [senders.meet(signed)[0].kind for _time in range(2)] == [FIRST, KNOWN]
    assert senders.meet(tmp_path / "gone.goibaocao")[0].kind == UNSIGNED
    library = Library.open(sent[0])
    ids = [report.id for report in queries.reports(library.reader())]
    run(write_bundle(library, ids, tmp_path / "y.goibaocao", partial(sign, tmp_path / "khác", "Văn phòng")))
    library.close()
    assert senders.meet(tmp_path / "y.goibaocao")[0].kind == CHANGED
    assert senders.meet(signed)[0].kind == KNOWN, "the key that was known stays until the user trusts another"
