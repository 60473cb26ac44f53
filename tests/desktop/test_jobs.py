"""A job tells one outcome, in the window's thread, and nothing to an owner that is gone."""

from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool
from PySide6.QtWidgets import QApplication

from desktop.jobs import Job


def counted(last: int):
    yield from range(last)
    return "done"


def test_what_is_told_arrives_in_order_and_in_the_windows_thread(qtbot):
    said: list[object] = []
    job = Job(counted(3))
    for signal in (job.progressed, job.succeeded):
        signal.connect(lambda what: said.append((what, QThread.currentThread() is QApplication.instance().thread())))
    with qtbot.waitSignal(job.succeeded):
        job.start()
    assert said == [(0, True), (1, True), (2, True), ("done", True)]


def test_an_outcome_on_its_way_is_not_told_to_an_owner_that_went_meanwhile(qapp):
    said: list[object] = []
    owner = QObject()
    job = Job(counted(1), owner)
    job.succeeded.connect(said.append)
    job.start()
    assert QThreadPool.globalInstance().waitForDone(5_000)  # its thread has spoken; nobody has listened yet
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    assert said == []


def test_a_cancelled_job_tells_that_it_was(qtbot):
    begun = threading.Event()

    def endless():
        while True:
            begun.set()
            yield 0

    job = Job(endless())
    with qtbot.waitSignal(job.cancelled):
        job.start()
        assert begun.wait(5)
        job.cancel()
