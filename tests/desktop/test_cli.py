"""The command line as others call it: documents, streams, exit status, languages, and no Qt."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import resources
from desktop.cli import run

REPORT = """TỈNH ỦY QUẢNG NAM
*
BÁO CÁO
tình hình thực hiện nhiệm vụ năm {year}
I. KINH TẾ
Quy mô nền kinh tế năm {year} khoảng 112,5 nghìn tỷ đồng, giảm 3,2 nghìn tỷ đồng so với năm trước.
II. XÂY DỰNG ĐẢNG
Kết nạp 2.033 đảng viên <script>alert(1)</script> mới.
"""


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library that no option needs to name."""
    path = tmp_path / "tủ.tubaocao"
    monkeypatch.setenv("TUBAOCAO_STORE", str(path))
    monkeypatch.delenv("TUBAOCAO_LANGUAGE", raising=False)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports and a file that is none."""
    folder = tmp_path / "báo cáo"
    folder.mkdir()
    for year in (2022, 2023):
        (folder / f"bc {year}.txt").write_text(REPORT.format(year=year), encoding="utf-8")
    (folder / "trống.docx").write_bytes(b"")
    return folder


def printed(capfd: pytest.CaptureFixture[str], *words: str, status: int = 0) -> tuple[str, str]:
    """Run a call, check its exit status, and return what it wrote to stdout and to stderr."""
    assert run(words) == status
    captured = capfd.readouterr()
    return captured.out, captured.err


def document(capfd: pytest.CaptureFixture[str], name: str, *words: str, status: int = 0) -> dict[str, Any]:
    """Run a call that prints JSON, hold it to the schema, and return it."""
    out, _ = printed(capfd, *words, status=status)
    schema = json.loads(resources.text("schema/tubaocao-1.json"))
    found: dict[str, Any] = json.loads(out)
    Draft202012Validator({**schema, "oneOf": [{"$ref": f"#/$defs/{name}"}]}).validate(found)
    return found


def test_import_tells_of_every_file_and_of_the_refused_one_on_stderr(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out, err = printed(capfd, "import", str(folder), status=1)
    assert "#1\tbc 2022.txt: đã nhập; 2 mục" in out
    assert "#2\tbc 2023.txt: đã nhập; 2 mục" in out
    assert err.startswith('TBC-103 "trống.docx": Tệp rỗng')
    assert len(err.splitlines()) == 1


def test_what_is_no_document_in_a_folder_is_named_and_no_failure(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "trống.docx").rename(folder / "ảnh.jpg")
    out, err = printed(capfd, "import", str(folder), "--json")
    assert [file["status"] for file in json.loads(out)["files"]] == ["imported", "imported"]
    assert err.startswith('TBC-108 "ảnh.jpg": ')
    assert printed(capfd, "import", str(folder / "ảnh.jpg"), status=1)[1].startswith("TBC-103 ")


def test_documents_meet_their_schema(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    files = document(capfd, "import", "import", str(folder), "--json", status=1)["files"]
    assert [(Path(file["path"]).name, file["status"], file["code"]) for file in files] == [
        ("bc 2022.txt", "imported", None),
        ("bc 2023.txt", "imported", None),
        ("trống.docx", "refused", "TBC-103"),
    ]
    reports = document(capfd, "list", "list", "--format", "json")["reports"]
    assert [report["id"] for report in reports] == [file["report"] for file in files[:2]]
    shown = document(capfd, "show", "show", str(reports[1]["id"]), "--format", "json")
    assert [section["number"] for section in shown["sections"]] == ["I", "II"]
    assert shown["report"]["year"] == 2023
    found = document(capfd, "search", "search", "dang", "vien", "--json", "--year", "2023")
    assert {hit["report"] for hit in found["hits"]} == {reports[1]["id"]}
    assert found["total"] == len(found["hits"]) == 1
    document(capfd, "indicators", "indicators", "--format", "json")
    assert document(capfd, "check", "check", "--json")["ok"] is True
    again = document(capfd, "import", "import", str(folder / "bc 2022.txt"), "--format=json")["files"]
    assert (again[0]["status"], again[0]["report"]) == ("known", 1)


def test_typed_marks_bind(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["import", str(folder / "bc 2023.txt")])
    capfd.readouterr()
    assert document(capfd, "search", "search", "đảng viên", "--json")["total"] == 1
    assert document(capfd, "search", "search", "dạng viên", "--json")["total"] == 0
    assert document(capfd, "search", "search", "dang vien", "--scope", "notes,tables", "--json")["total"] == 0
    assert document(capfd, "search", "search", "-99,25", "--json")["total"] == 0, "a fallen rate is no option"
    out, err = printed(capfd, "search", "dang vien", "--language", "en")
    assert out.split("\t")[1:3] == ["II", "body"]
    assert err == "1 places.\n"


def test_a_report_is_named_by_id_or_the_beginning_of_its_slug(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["import", str(folder / "bc 2022.txt"), str(folder / "bc 2023.txt")])
    capfd.readouterr()
    slugs = [report["slug"] for report in document(capfd, "list", "list", "--json")["reports"]]
    out, _ = printed(capfd, "show", slugs[1])
    assert "II. XÂY DỰNG ĐẢNG" in out.splitlines()
    page, _ = printed(capfd, "show", "2", "--format", "html")
    assert page.startswith("<!DOCTYPE html>")
    assert "<script" not in page
    _, err = printed(capfd, "show", slugs[0][:5], status=1)
    assert err.startswith("TBC-211 ")
    _, err = printed(capfd, "show", "không-có", "--language", "en", status=1)
    assert err.startswith('TBC-210 "tủ.tubaocao": There is no report “không-có”')


def test_series_as_table_and_csv(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["import", str(folder)])
    capfd.readouterr()
    out, _ = printed(capfd, "indicators", "--format", "csv")
    rows = list(csv.reader(out.splitlines()))
    assert rows[0][:4] == ["indicator", "name", "year", "period"]
    assert all(len(row) == 9 for row in rows)
    table, _ = printed(capfd, "indicators")
    assert len(table.splitlines()) == len(rows) - 1
    _, err = printed(capfd, "indicators", "không có chỉ tiêu này", status=1)
    assert err.startswith("TBC-212 ")


@pytest.mark.parametrize(
    "words",
    [
        ["import"],
        ["lst"],
        ["list", "--nonsense"],
        ["search", "a", "--scope", "everything"],
        ["views", "--to", "x", "--size", "big"],
        ["import", "a", "--jobs", "0"],
        ["list", "--language", "fr"],
        ["show", "1", "--format", "pdf"],
    ],
)
def test_wrong_usage_is_status_two_in_the_users_words(words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capfd, *words, status=2)
    assert out == ""
    assert "tubaocao --help" in err
    assert not err.startswith(("Usage", "Error"))


def test_a_library_that_is_not_there_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, err = printed(capfd, "list", "--store", str(tmp_path / "nowhere.tubaocao"), status=1)
    assert err.startswith('TBC-202 "nowhere.tubaocao": ')
    other = tmp_path / "other.tubaocao"
    other.write_text("not a library")
    _, err = printed(capfd, "check", "--store", str(other), status=1)
    assert err.startswith('TBC-201 "other.tubaocao": ')


def test_options_stand_before_or_after_the_command(
    tmp_path: Path, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    one, two = tmp_path / "one.tubaocao", tmp_path / "two.tubaocao"
    printed(capfd, "--store", str(one), "import", str(folder / "bc 2022.txt"))
    printed(capfd, "import", str(folder / "bc 2023.txt"), "--store", str(two))
    out, _ = printed(capfd, "--store", str(one), "list", "--store", str(two))
    assert "bc 2023.txt" in out
    out, _ = printed(capfd, "--store", str(one), "list")
    assert "bc 2022.txt" in out


def test_help_speaks_both_languages_and_lists_no_stubs(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, _ = printed(capfd, "--help")
    assert out.startswith("Cách dùng: tubaocao")
    commands = [line.split()[0] for line in out.partition("Lệnh:")[2].splitlines() if line.strip()]
    assert commands == [
        "check",
        "compare",
        "datasette",
        "export",
        "import",
        "indicators",
        "list",
        "pack",
        "search",
        "selftest",
        "show",
        "views",
    ]
    monkeypatch.setenv("TUBAOCAO_LANGUAGE", "en")
    out, _ = printed(capfd, "search", "--help")
    assert out.startswith("Usage: tubaocao search")
    assert "The same as --format json." in out


def test_a_bug_is_told_in_words(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(_conn: object) -> list[object]:
        raise KeyError("secret")

    Path(os.environ["TUBAOCAO_STORE"]).unlink(missing_ok=True)
    monkeypatch.setattr("db.queries.reports", bug)
    monkeypatch.setattr("db.library.Library.open", lambda *_a, **_k: type("L", (), {"reader": int, "close": int})())
    _, err = printed(capfd, "list", status=1)
    assert err.startswith("TBC-100 ")
    assert "secret" not in err


def test_the_window_gets_store_files_and_language(folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[object, ...]] = []
    app = type(sys)("desktop.app")
    monkeypatch.setitem(sys.modules, "desktop.app", app)

    def run_window(*words: object) -> int:
        calls.append(words)
        return 7

    monkeypatch.setattr(app, "run_window", run_window, raising=False)
    file = folder / "bc 2022.txt"
    assert run([]) == 7
    assert run([str(file), "--store", str(folder / "x"), "--language", "en"]) == 7
    monkeypatch.delenv("TUBAOCAO_STORE")
    assert run([]) == 7
    link = "tubaocao://mau-2023/table/1/2/3"
    assert run(["--open-at", link]) == 7
    assert run(["open", str(file), "--open-at", link]) == 7
    assert run([link]) == 7
    assert calls == [
        (store, [], None, ""),
        (folder / "x", [file], "en", ""),
        (None, [], None, ""),
        (None, [], None, link),
        (None, [file], None, link),
        (None, [], None, link),
    ]


def outside(*words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run a call in a process of its own, and say at the end which part of Qt it loaded."""
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: sys.stderr.write(f\"QT {[m for m in sys.modules if m.startswith('PySide6')]}\\n\"))\n"
        "from desktop.cli import main\n"
        "sys.argv = ['tubaocao', *sys.argv[1:]]\n"
        "sys.exit(main())"
    )
    environment = {**os.environ, **more}
    return subprocess.run([sys.executable, "-c", code, *words], capture_output=True, env=environment, check=False)


def test_headless_commands_load_no_qt_and_write_utf8(folder: Path) -> None:
    environment = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    for words in (["import", str(folder / "bc 2023.txt")], ["list"], ["search", "đảng"], ["show", "1"], ["check"]):
        done = outside(*words, **environment)
        assert done.returncode == 0, done.stderr
        assert done.stderr.decode("utf-8").splitlines()[-1] == "QT []"
        assert done.stdout.decode("utf-8")
    assert "đã nhập" not in outside("list").stdout.decode("utf-8")


def test_a_reader_that_has_had_enough_is_no_failure_worth_words(folder: Path) -> None:
    run(["import", str(folder / "bc 2023.txt")])
    code = "from desktop.cli import main; import sys; sys.argv=['tubaocao', 'show', '1']; sys.exit(main())"
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.returncode == 1
    assert done.stderr == b""


def test_the_reading_process_is_the_program_itself() -> None:
    code = "from desktop.cli import main; import sys; sys.argv=['tubaocao', '--worker']; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
