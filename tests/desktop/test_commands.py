"""The table of commands: sound, free of clashes, and safe for those who type Vietnamese."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenuBar

import resources
from desktop.commands import COMMANDS, MENUS, Command, Commands, clashes, short_text, tip


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def all_handlers(ran: list[str]):
    return {command.id: (lambda name=command.id: ran.append(name)) for command in COMMANDS}


def test_every_command_is_named_once_and_stands_in_a_menu():
    ids = [command.id for command in COMMANDS]
    assert len(set(ids)) == len(ids)
    assert {command.menu for command in COMMANDS} == {name for name, _title in MENUS}


def test_no_key_asks_for_two_things_at_once():
    assert clashes() == []


def test_a_clash_is_found_and_states_that_exclude_each_other_are_none():
    one = Command("one", "file", "One", ("Ctrl+J",))
    other = replace(one, id="other")
    assert clashes([one, other]) == [("one", "other", "Ctrl+J")]
    assert clashes([replace(one, needs=("report",)), replace(other, needs=("shelf",))]) == []
    assert clashes([replace(one, needs=("report",)), other]) == [("one", "other", "Ctrl+J")]


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.keys], ids=lambda command: command.id)
def test_keys_are_real_and_leave_those_of_vietnamese_keyboards_alone(command):
    for keys in command.keys:
        written = QKeySequence(keys).toString()
        assert written, keys
        assert written != "Alt+Z"
        assert not re.fullmatch(r"Ctrl\+Shift\+F[1-9]", written)
        assert not re.fullmatch(r"(Ctrl\+|Alt\+|Shift\+|Meta\+)*", written)
        assert not re.fullmatch(r"[A-Z0-9]|Shift\+[A-Z]", written), "a letter alone is typed into fields"
        assert "Backspace" not in written


def test_every_icon_is_there():
    for command in COMMANDS:
        if command.icon:
            assert resources.path(f"icons/{command.icon}.svg")


def test_a_command_without_a_handler_fails_at_the_start(window):
    handlers = all_handlers([])
    del handlers["import"]
    with pytest.raises(KeyError, match="import"):
        Commands(window).obey(handlers)


def test_an_action_runs_its_handler(window):
    ran: list[str] = []
    commands = Commands(window)
    commands.obey(all_handlers(ran))
    commands["search"].trigger()
    assert ran == ["search"]


def test_the_menus_hold_every_command(window):
    commands = Commands(window)
    bar = QMenuBar()
    commands.fill_menus(bar)
    held = [action.objectName() for menu in bar.actions() for action in menu.menu().actions() if action.objectName()]
    assert sorted(held) == sorted(command.id for command in COMMANDS)


def test_only_what_can_be_done_now_is_enabled(window):
    commands = Commands(window)
    commands.allow(frozenset({"shelf"}))
    assert commands["refresh"].isEnabled()
    assert commands["search"].isEnabled()
    assert not commands["find"].isEnabled()
    assert not commands["import"].isEnabled()
    commands.allow(frozenset({"report", "writable"}))
    assert commands["find"].isEnabled()
    assert commands["import"].isEnabled()
    assert not commands["refresh"].isEnabled()


def test_a_tip_names_the_key(window):
    commands = Commands(window)
    assert tip(commands["find"]) == "Find in the report (Ctrl+F)"
    assert tip(commands["about"]) == "About Tủ Báo Cáo"
    assert short_text("&Import reports…") == "Import reports"
