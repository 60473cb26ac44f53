"""The library in the real Datasette, over HTTP on this machine; skipped where Datasette is not installed."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from db import schema
from db.first_start import sample_files
from db.importer.pipeline import import_paths
from db.interface import datasette
from db.library import Library
from desktop.cli import run

PROGRAM = os.environ.get("TUBAOCAO_DATASETTE") or shutil.which("datasette")
CLOSED = ("report", "receipt", "bin", "as_read", "change", "change_receipt", "meta", "search_text", "search_text_data")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("server") / "tu.tubaocao"
    library = Library.open(path)
    for _step in import_paths(library, sample_files()):
        pass
    library.close()
    return path


def test_every_table_is_either_described_or_closed(store: Path) -> None:
    for language in ("vi", "en"):
        told = datasette.metadata(store, language)["databases"]["tu"]
        assert {schema.name_of(statement) for statement in schema.TABLES} <= set(told["tables"])
        assert [name for name in CLOSED if told["tables"][name] != {"hidden": True, "allow": False}] == []
        assert not told["allow_sql"]
        assert all("source_" not in query["sql"] for query in told["queries"].values())


def test_the_command_writes_the_files_and_tells_the_call(
    store: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["datasette", "--store", str(store), "--to", str(tmp_path / "m")]) == 0
    told = json.loads((tmp_path / "m" / "metadata.json").read_text(encoding="utf-8"))
    assert told == datasette.metadata(store, "vi")
    assert json.loads((tmp_path / "m" / "settings.json").read_text(encoding="utf-8")) == datasette.SETTINGS
    assert capfd.readouterr().out.startswith(f"datasette serve --immutable {store} --metadata {tmp_path}")


@pytest.fixture(scope="module")
def server(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if PROGRAM is None:
        pytest.skip("Datasette is not installed")
    folder = tmp_path_factory.mktemp("metadata")
    (folder / "metadata.json").write_text(json.dumps(datasette.metadata(store, "vi")), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = [word for name, value in datasette.SETTINGS.items() for word in ("--setting", name, str(int(value)))]
    command = [PROGRAM, "serve", "--immutable", str(store), "--metadata", str(folder / "metadata.json")]
    process = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port), *settings],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(150):
            try:
                ask(address, "/-/versions.json")
                break
            except OSError:
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def ask(address: str, path: str, **more: str) -> object:
    with urlopen(f"{address}{path}?{urlencode({'_shape': 'array', **more})}", timeout=20) as answer:
        return json.load(answer)


def status(address: str, path: str, **more: str) -> int:
    try:
        ask(address, path, **more)
    except HTTPError as error:
        return error.code
    return 200


def test_reports_texts_and_search_are_served(server: str, store: Path) -> None:
    before = store.read_bytes()
    reports = ask(server, "/tu/reports.json")
    assert sorted(report["year"] for report in reports) == [2021, 2022, 2023, 2024]
    assert not any("source" in column for column in reports[0])
    assert ask(server, "/tu/block.json", _search="ngan sach")
    assert ask(server, "/tu/note.json", _size="3")
    found = ask(server, "/tu/search.json", words="tong thu ngan sach")
    assert found
    assert {row["year"] for row in found} <= {2021, 2022, 2023, 2024}
    assert store.read_bytes() == before
    assert [file.name for file in store.parent.iterdir()] == [store.name]


@pytest.mark.parametrize("table", CLOSED)
def test_what_is_nobody_elses_is_not_served(server: str, table: str) -> None:
    assert status(server, f"/tu/{table}.json") == 403


def test_neither_sql_nor_the_file_is_given_out(server: str) -> None:
    assert status(server, "/tu.json", sql="SELECT source_path FROM report") == 403
    assert status(server, "/tu.db") == 403
