"""Everything that can go wrong, as one small tree that carries facts and no sentences.

TuBaoCaoError                     code "TBC-nnn", holes for its text
├── ImportRefused                 one source file is left out; the library is as it was
│   ├── UnknownFormat             TBC-101
│   ├── DamagedFile               TBC-102
│   │   └── UnknownEncoding       TBC-123   text of no encoding we can be sure of
│   ├── EmptyFile                 TBC-103
│   ├── UnsafeFile                TBC-104   bomb, DTD, too large or too deep
│   ├── EncryptedFile             TBC-114
│   ├── BrokenBundle              TBC-115   a bundle that is not whole, or was changed on its way
│   ├── UnreadableFile            TBC-105   the system does not let us read it
│   ├── NoText                    TBC-121   nothing readable inside
│   │   └── AccentsLost           TBC-122   Vietnamese whose accents are gone
│   ├── ReaderStopped             TBC-130 … the worker ran out of time, memory or life
│   └── Cancelled                 TBC-139
├── ExportFailed                  TBC-501   a file could not be written
├── BrokenPolicy                  TBC-231   what the administrator laid down cannot be read, whole or in part
└── LibraryError                  the store itself
    ├── NotALibrary               TBC-201
    ├── LibraryUnreachable        TBC-202
    │   └── LibraryClosed         TBC-202   we closed it ourselves
    ├── LibraryReadOnly           TBC-203
    ├── LibraryBusy               TBC-204
    ├── DiskFull                  TBC-205
    ├── NewerLibrary              TBC-207
    ├── LibraryReplaced           TBC-208
    └── DamagedLibrary            TBC-301

The words for each code, in both languages, stand in `resources/messages.toml`;
`db.messages` fills them.
"""

from __future__ import annotations

from pathlib import Path


class TuBaoCaoError(Exception):
    """A failure the user is told of. `code` finds the text, `detail` and `path` fill it."""

    code = "TBC-100"

    def __init__(self, path: Path | str, detail: str = "", code: str = "") -> None:
        self.path = Path(path)
        self.detail = detail
        self.code = code or type(self).code
        super().__init__(f"{self.code} {self.path.name}: {detail}")


class ImportRefused(TuBaoCaoError):
    """One source file could not be taken in; the library is left as it was."""


class UnknownFormat(ImportRefused):
    """The content is of no format we read."""

    code = "TBC-101"


class DamagedFile(ImportRefused):
    """The format is known, the file is broken or cut off."""

    code = "TBC-102"


class UnknownEncoding(DamagedFile):
    """The file is text, and in which encoding cannot be told for sure."""

    code = "TBC-123"


class BrokenBundle(ImportRefused):
    """A bundle of reports is not what its manifest says; nothing of it is taken in. `detail` names the part."""

    code = "TBC-115"


class EmptyFile(ImportRefused):
    """The file has no content at all."""

    code = "TBC-103"


class UnsafeFile(ImportRefused):
    """The file would hurt the program that reads it: a bomb, a DTD, a bottomless nesting."""

    code = "TBC-104"


class UnreadableFile(ImportRefused):
    """The system does not let us read it, or it is not there."""

    code = "TBC-105"


class EncryptedFile(ImportRefused):
    """The file has a password."""

    code = "TBC-114"


class NoText(ImportRefused):
    """The file opens and holds no readable text."""

    code = "TBC-121"


class AccentsLost(NoText):
    """The text is Vietnamese and a program before us dropped its accents; it cannot be read right."""

    code = "TBC-122"


class ReaderStopped(ImportRefused):
    """The worker was stopped or died: 130 died, 131 time, 132 memory, 133 its answer was not sound."""

    code = "TBC-130"


class Cancelled(ImportRefused):
    """The user stopped the work."""

    code = "TBC-139"


class ExportFailed(TuBaoCaoError):
    """A file could not be written; what stood there before still does."""

    code = "TBC-501"


class BrokenPolicy(TuBaoCaoError):
    """`policy.ini` cannot be read, or parts of it cannot be used; `detail` names the line or the keys."""

    code = "TBC-231"


class LibraryError(TuBaoCaoError):
    """The store could not do what was asked; what it held is unharmed."""

    code = "TBC-200"


class NotALibrary(LibraryError):
    """The file is not one of our stores."""

    code = "TBC-201"


class LibraryUnreachable(LibraryError):
    """The file or its folder cannot be reached."""

    code = "TBC-202"


class LibraryClosed(LibraryUnreachable):
    """The store was closed while somebody still wanted to read; nothing is wrong with it."""


class LibraryReadOnly(LibraryError):
    """The store is open for reading only."""

    code = "TBC-203"


class LibraryBusy(LibraryError):
    """Another program is writing to the store."""

    code = "TBC-204"


class DiskFull(LibraryError):
    """No room is left; nothing was written."""

    code = "TBC-205"


class NewerLibrary(LibraryError):
    """The store was made by a newer version of the program."""

    code = "TBC-207"


class LibraryReplaced(LibraryError):
    """Another file has taken the store's place since it was opened; nothing was written to it."""

    code = "TBC-208"


class DamagedLibrary(LibraryError):
    """Part of the store cannot be read, or is not what was written."""

    code = "TBC-301"
