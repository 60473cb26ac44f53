"""What the user laid over the reports, for the commands that show or export them: the window's own notebook."""

from __future__ import annotations

from dataclasses import replace

from db.layers import Layers
from db.library import Library
from db.notebook import Notebook
from db.notebook_layers import LayerBook
from db.places import notebook_path


def layers_of(opened: Library) -> Layers:
    """Return the corrections, decisions, highlights and notes of a library; none where there is no notebook.

    Raises LibraryError where there is one that cannot be read.
    """
    path = notebook_path(opened.path)
    if not path.is_file():
        return Layers()
    notebook = Notebook.open(path)
    try:
        book = LayerBook(notebook, opened.uuid)
        return replace(book.layers(), annotations=book.annotations())
    finally:
        notebook.close()
