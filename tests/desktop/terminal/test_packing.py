"""`tubaocao pack`, and the import of what it made."""

from __future__ import annotations

from db.first_start import sample_files
from desktop.cli import run


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
