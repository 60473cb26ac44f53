"""What a call says when it fails, in one line and in the user's words."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from db.errors import TuBaoCaoError
from db.interface.text import failure_line
from db.messages import terminal_words
from desktop.terminal.options import say
from desktop.terminal.words import language_of

log = logging.getLogger(__name__)


def say_failure(error: BaseException, arguments: Sequence[str]) -> None:
    """Write what went wrong to stderr; what nobody expected goes into the log as well."""
    language = language_of(arguments)
    if isinstance(error, KeyboardInterrupt):
        say(terminal_words("stopped", language))
    elif isinstance(error, TuBaoCaoError):
        say(failure_line(error.code, error.path.name, error.detail, language))
    else:
        log.error("unexpected", exc_info=error)
        say(failure_line("TBC-100", "tubaocao", "", language))
