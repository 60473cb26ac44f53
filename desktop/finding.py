"""What the palette offers: commands, places of the report in front, reports of the library, bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from db.vietnamese.folding import fold
from desktop.commands import COMMANDS, Commands, short_text
from desktop.matching import best, score
from desktop.palette import Entry
from desktop.session import Destination
from desktop.targets import Target, resolve

Visit = Callable[[Destination], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry and the words it is found by: those of the language in force and the English ones, folded."""

    entry: Entry
    key: str


def command_offers(commands: Commands) -> list[Offer]:
    """Return an offer per command that can be asked for now."""
    made = []
    for command in COMMANDS:
        action = commands[command.id]
        if action.isEnabled() and command.id != "palette":
            text = short_text(action.text())
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            entry = Entry(text, action.trigger, keys=keys, icon=command.icon)
            made.append(Offer(entry, fold(f"{text} {short_text(command.text)}")))
    return made


def target_entries(typed: str, targets: list[Target], visit: Visit) -> list[Entry]:
    """Return the places `typed` may mean."""
    return [_entry(target, visit) for target in resolve(typed, targets)]


def everything(typed: str, offers: Iterable[Offer], targets: list[Target], visit: Visit) -> list[Entry]:
    """Return commands first where they answer as well as places do; without words, the commands only."""
    listed = list(offers)
    if not typed.strip():
        return [offer.entry for offer in listed]
    wanted = " ".join(fold(typed).split())
    commands = best(typed, listed, lambda offer: offer.key, 12)
    places = resolve(typed, targets, 40)
    first = max((score(wanted, offer.key) for offer in commands), default=0)
    other = max((score(wanted, target.key) for target in places), default=0)
    shown = [offer.entry for offer in commands]
    found = [_entry(target, visit) for target in places]
    return shown + found if first >= other - 100 else found + shown


def _entry(target: Target, visit: Visit) -> Entry:
    destination = target.destination
    return Entry(target.text, lambda: visit(destination), target.detail, icon=target.icon)
