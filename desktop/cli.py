"""The command `tubaocao`: with a command it runs headless and as a filter, without one it opens the window.

Results go to stdout, messages to stderr. Exit status: 0 all done, 1 something was
refused or found wrong, 2 wrong usage. The commands themselves are in `desktop.terminal`;
here nothing is loaded that the call at hand does not need, for a window must be there at once.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Sequence

from desktop.terminal import environment


def run(arguments: Sequence[str]) -> int:
    """Run one call and return its exit status; every failure becomes words on stderr."""
    try:
        return _run_command(arguments) if arguments else _open_window()
    except BrokenPipeError:
        # Whoever read our results has had enough, as `head` has; nothing may be written any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (Exception, KeyboardInterrupt) as error:
        from desktop.terminal.failing import say_failure  # noqa: PLC0415 - see above

        say_failure(error, arguments)
    return 1


def main() -> int:
    """Start the program; the entry point of `tubaocao`."""
    if sys.argv[1:2] == ["--worker"]:
        from db.importer.worker import main as read_files  # noqa: PLC0415 - lxml, which only this process needs

        read_files()
        return 0
    if sys.argv[1:2] == ["--office"]:
        from db.importer.office import main as become_office  # noqa: PLC0415 - as above

        become_office(sys.argv[2:])
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    logging.basicConfig(level=logging.DEBUG if environment.debugging() else logging.CRITICAL)
    return run(sys.argv[1:])


def _open_window() -> int:
    # A tenth of the start would go into looking for garbage among what is only being made; `run_window` ends this.
    gc.disable()
    from desktop.app import run_window  # noqa: PLC0415 - Qt: 0.1 s and a display, which no command needs

    return run_window(environment.store(), [], environment.language(), "")


def _run_command(arguments: Sequence[str]) -> int:
    from desktop.terminal.program import run as run_command  # noqa: PLC0415 - click and the words of the help

    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())
