"""`tubaocao pack`, and the import of what it made."""

from __future__ import annotations

import pytest

from db.first_start import sample_files
from desktop.cli import run


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Keep the user's own key out of the tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_a_packed_report_is_imported_elsewhere_and_a_spoiled_one_refused(tmp_path, capsys):
    first, second = str(tmp_path / "a.tubaocao"), str(tmp_path / "Huyện Núi Thành.tubaocao")
    assert run(["--store", first, "import", str(sample_files()[0])]) == 0
    capsys.readouterr()
    assert run(["--store", first, "pack", "1", "--to", str(tmp_path / "gửi")]) == 0
    name, seal = capsys.readouterr().out.rstrip("\n").split("\t")
    assert name == str(tmp_path / "gửi.goibaocao")
    assert len(seal) == 64
    assert run(["--store", second, "import", name]) == 0
    assert "bao-cao-mau" in capsys.readouterr().out
    spoiled = bytearray((tmp_path / "gửi.goibaocao").read_bytes())
    spoiled[200] ^= 1
    (tmp_path / "x.goibaocao").write_bytes(spoiled)
    assert run(["--store", second, "import", str(tmp_path / "x.goibaocao")]) == 1
    assert "TBC-115" in capsys.readouterr().err


def test_an_unknown_report_is_not_packed(tmp_path, capsys):
    store = str(tmp_path / "a.tubaocao")
    run(["--store", store, "import", str(sample_files()[0])])
    assert run(["--store", store, "pack", "khong-co", "--to", str(tmp_path / "x")]) == 1
    assert "TBC-210" in capsys.readouterr().err
    assert not (tmp_path / "x.goibaocao").exists()


def test_a_pack_is_signed_and_its_maker_told_at_the_other_end(tmp_path, capsys, monkeypatch):
    first, second, pack = (str(tmp_path / name) for name in ("a.tubaocao", "b.tubaocao", "x.goibaocao"))
    run(["--store", first, "import", str(sample_files()[0])])
    assert run(["--store", first, "--language", "en", "pack", "1", "--office", "Sở A", "--to", pack]) == 0
    code = capsys.readouterr().err.rpartition("Key code: ")[2].strip()
    assert len(code.split()) == 8
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nơi nhận"))
    for told in ("first", "known since"):
        assert run(["--store", second, "--language", "en", "import", pack]) == 0
        said = capsys.readouterr().err
        assert "“Sở A”" in said
        assert told in said
        assert (code in said) is (told == "first")
    assert run(["--store", first, "--language", "en", "pack", "1", "--unsigned", "--to", pack]) == 0
    assert "Key code" not in capsys.readouterr().err
    assert run(["--store", second, "--language", "en", "import", pack]) == 0
    assert "is not signed" in capsys.readouterr().err
