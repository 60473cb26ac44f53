"""The one entry of the program: window, command, reading process or office launcher, by the first word."""

from __future__ import annotations

import gc
import os
import sys

import pytest

import db.importer.office
import db.importer.worker
import desktop.app
from desktop import cli


@pytest.fixture
def called(monkeypatch):
    """What was called instead of the real parts."""
    found = []
    monkeypatch.setattr(db.importer.worker, "main", lambda: found.append("worker"))
    monkeypatch.setattr(db.importer.office, "main", lambda words: found.append(("office", words)))
    monkeypatch.setattr(desktop.app, "run_window", lambda *_words: found.append("window") or 0)
    monkeypatch.setattr(cli, "_run_command", lambda words: found.append(("command", list(words))) or 0)
    yield found
    gc.enable()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--worker"], ["worker"]),
        ([], ["window"]),
        (["list", "--format", "json"], [("command", ["list", "--format", "json"])]),
        (
            ["--office", "/usr/bin/soffice"],
            [("office", ["/usr/bin/soffice"]), ("command", ["--office", "/usr/bin/soffice"])],
        ),
    ],
)
def test_the_first_word_decides(monkeypatch, called, words, expected):
    """The office launcher becomes another program; here it comes back."""
    monkeypatch.setattr(sys, "argv", ["tubaocao", *words])
    assert cli.main() == 0
    assert called == expected


def test_output_that_cannot_be_set_up_anew_is_left_as_it_is(monkeypatch, called):
    class Plain:
        def write(self, text):
            return len(text)

        def flush(self):
            pass

    monkeypatch.setattr(sys, "argv", ["tubaocao", "list"])
    monkeypatch.setattr(sys, "stdout", Plain())
    monkeypatch.setattr(sys, "stderr", Plain())
    assert cli.main() == 0


def test_a_reader_that_went_away_is_no_failure_worth_words(monkeypatch, capfd):
    closed = []

    def gone(_words):
        raise BrokenPipeError

    monkeypatch.setattr(cli, "_run_command", gone)
    monkeypatch.setattr(os, "dup2", lambda _from, to: closed.append(to))
    assert cli.run(["list"]) == 1
    assert closed == [sys.stdout.fileno()]
    assert capfd.readouterr().err == ""


def test_an_interruption_ends_with_words_and_status_one(monkeypatch, capfd):
    def stopped(_words):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run_command", stopped)
    assert cli.run(["list"]) == 1
    assert capfd.readouterr().err
