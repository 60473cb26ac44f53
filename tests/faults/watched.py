"""Draws every view of a library under an audit hook; what is opened or connected to is written down. A program.

`python watched.py STORE FOLDER BOOK`: one line per event, "open PATH" or the socket's event.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> None:
    """Watch first, import the window after it."""
    book = os.open(sys.argv[3], os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith("socket."):
            os.write(book, f"{event} {arguments[1:]!r}\n".encode())
        elif event == "open" and isinstance(arguments[0], str | bytes):
            os.write(book, b"open " + os.fsencode(arguments[0]) + b"\n")

    sys.addaudithook(watch)
    from desktop.views import render_views  # noqa: PLC0415 - to be watched as well

    drawn = render_views(Path(sys.argv[1]), Path(sys.argv[2]))
    print(len(drawn))


if __name__ == "__main__":
    main()
