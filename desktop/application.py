"""The one QApplication: its scaling, style and fonts, the same for the window and for pictures of it."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QIcon, Qt
from PySide6.QtWidgets import QApplication

import resources
from desktop.fonts import load_interface_fonts

log = logging.getLogger("qt")


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere if a display or a platform is named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def application() -> QApplication:
    """Return the one QApplication, made on the first call, with our style and fonts."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    qInstallMessageHandler(_note)
    app = QApplication(["tubaocao"])
    app.setApplicationName("tubaocao")
    app.setOrganizationName("tubaocao")
    app.setDesktopFileName("tubaocao")
    app.setWindowIcon(QIcon(str(resources.path("icons/app/tubaocao.svg"))))
    app.setStyle("Fusion")
    load_interface_fonts()
    return app


def _note(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Put what Qt has to say into the log; the offscreen platform is talkative about what it cannot do."""
    del context
    level = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}.get(kind, logging.WARNING)
    log.log(level, "%s", text)
