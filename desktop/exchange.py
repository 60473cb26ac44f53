"""Reports to and from other offices: packing them, and saying who made a pack that came in."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db import queries
from db.bundling import write_bundle
from db.errors import TuBaoCaoError
from db.importer.bundle import Manifest
from db.model import Progress, Receipt
from db.places import data_folder
from db.senders import CHANGED, KNOWN, UNSIGNED, Senders, Standing, bundles_of, standing_words
from db.signing import Signature, sign
from desktop.desk import long_name
from desktop.furnishing import FurnishedWindow
from desktop.jobs import Job
from desktop.languages import current_language
from desktop.messages import notice_of
from desktop.notices import Choice, Notice, empty_shelf
from desktop.settings import OFFICE_NAME

if TYPE_CHECKING:
    from desktop.sending.dialog import PackDialog

_LEVELS = {UNSIGNED: "info", KNOWN: "good", CHANGED: "warning"}


class Exchange(QObject):
    """Opens the packing; tells of each pack of an import, once, whose it is."""

    def __init__(self, window: FurnishedWindow, folder: Path | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self.dialog: PackDialog | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do."""
        return {"pack": self.pack}

    def pack(self) -> None:
        """Let the user choose reports; the one in front, or chosen on the shelf, is ticked."""
        from desktop.sending.dialog import PackDialog  # noqa: PLC0415 - seldom needed

        window, settings = self._window, self._window.shared.settings
        reports = queries.reports(window.library.reader())
        if not reports:
            window.notices.tell(empty_shelf())
            return
        front = window.session.report_id if window.tabs.current_key().startswith("report/") else window.shelf.chosen()
        named = settings.get(OFFICE_NAME) or next((one.data.issuer for one in reports if one.id == front), "")
        listed = [(one.id, long_name(one)) for one in reports]
        dialog = self.dialog = PackDialog(listed, {front} if front else (), named, self._work, window)
        dialog.packed.connect(lambda office: settings.put(OFFICE_NAME, office))
        dialog.finished.connect(self._closed)
        dialog.open()

    def imported(self, receipts: Sequence[Receipt]) -> None:
        """Say of each pack among the files of an import who made it."""
        for bundle in bundles_of(receipts):
            job = Job(_met(bundle, Senders(self._kept_in())), self)
            job.succeeded.connect(lambda found, bundle=bundle: self._tell(bundle, *found))
            job.failed.connect(lambda error: self._window.notices.tell(notice_of(error)))
            job.start()

    def _work(self, reports: Sequence[int], office: str, goal: Path) -> Generator[Progress, None, Manifest]:
        folder = self._kept_in()
        return write_bundle(self._window.library, reports, goal, lambda seal: sign(folder, office, seal))

    def _kept_in(self) -> Path:
        return self._folder or data_folder()

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _tell(self, bundle: Path, standing: Standing, signature: Signature | None) -> None:
        choices: tuple[Choice, ...] = ()
        if standing.kind == CHANGED and signature is not None:
            trusted = signature
            choices = (Choice(self.tr("Trust the new key"), lambda: self._trust(trusted)),)
        what, why = standing_words(bundle, standing, current_language())
        self._window.notices.tell(Notice(_LEVELS.get(standing.kind, "info"), what, why, choices=choices))

    def _trust(self, signature: Signature) -> None:
        try:
            Senders(self._kept_in()).trust(signature)
        except TuBaoCaoError as error:
            self._window.notices.tell(notice_of(error))


def _met(bundle: Path, senders: Senders) -> Generator[None, None, tuple[Standing, Signature | None]]:
    """Find who made a pack; for a Job, since a pack may lie on a slow share."""
    yield
    return senders.meet(bundle)
