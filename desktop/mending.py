"""What a repair of the library came to, in the user's words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from db.carrying import Lost
from db.salvage import Mended, Salvaged
from desktop.languages import tr_noop, translate
from desktop.notices import Choice, Notice

REPAIRING = tr_noop("WaitingWindow", "The library is being repaired")
RESTORING = tr_noop("WaitingWindow", "The backup is being put in place")
_NAMED = 3


def notice_of_mended(mended: Mended, import_paths: Callable[[list[Path]], None]) -> Notice:
    """Return what to tell after `db.salvage.mend`; `import_paths` takes the sources of what is lost in again."""
    if mended.salvaged is not None:
        return _of_salvaged(mended.salvaged, import_paths)
    if mended.findings:
        return Notice("good", translate("Mending", "The search index was built again; all reports are whole."))
    return Notice("good", translate("Mending", "Nothing is wrong with the library."))


def _of_salvaged(outcome: Salvaged, import_paths: Callable[[list[Path]], None]) -> Notice:
    what = translate("Mending", "The library was repaired: {n} reports are whole.").format(n=len(outcome.whole))
    kept = translate("Mending", "The damaged file lies beside it as “{name}”.")
    why = [kept.format(name=outcome.aside.name)] if outcome.aside else []
    if outcome.from_backups:
        text = translate("Mending", "{n} of them were fetched out of a backup.")
        why.append(text.format(n=len(outcome.from_backups)))
    unsure = "\n".join(outcome.unsure)
    if unsure:
        text = translate("Mending", "Look over what stands beside {n} of the texts: nothing vouches for it any more.")
        why.append(text.format(n=len(outcome.unsure)))
    if not outcome.lost:
        return Notice("warning" if unsure else "good", what, " ".join(why), "", unsure)
    lost = translate("Mending", "Lost: {n} ({names}).")
    names = [_called(one) for one in outcome.lost]
    shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    sources = [Path(one.source) for one in outcome.lost if one.source]
    again = Choice(translate("Mending", "Import the lost ones again"), lambda: import_paths(sources))
    details = "\n".join(f"{one.code} · {_called(one)} · {one.source}" for one in outcome.lost)
    details += f"\n{unsure}" if unsure else ""
    text = " ".join((lost.format(n=len(names), names=shown), *why))
    return Notice("warning", what, text, "", details, (again,) if sources else ())


def _called(one: Lost) -> str:
    return one.name or translate("Mending", "report {n}").format(n=one.report_id)
