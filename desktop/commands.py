"""Every command of the window in one table: menus, tool bar, keys and palette are made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from desktop.icons import icon
from desktop.languages import tr_noop


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the user can ask for.

    `menu` is one of MENUS, `keys` are the shortcuts (the first is shown), `needs`
    names the states of the window in which it can be asked for ("report": a report
    is in front); all of them must hold, and two commands may share a key only where
    their needs exclude each other. `group` makes commands exclude each other as
    choices, `line` puts a line above it in its menu, `short` are its words on a button.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: tuple[str, ...] = ()
    checkable: bool = False
    group: str = ""
    line: bool = False
    short: str = ""


MENUS = (
    ("file", tr_noop("Commands", "&File")),
    ("view", tr_noop("Commands", "&View")),
    ("go", tr_noop("Commands", "&Go")),
    ("find", tr_noop("Commands", "F&ind")),
    ("compare", tr_noop("Commands", "&Compare")),
    ("indicators", tr_noop("Commands", "&Indicators")),
    ("tools", tr_noop("Commands", "&Tools")),
    ("help", tr_noop("Commands", "&Help")),
)
EXCLUSIVE = ({"report", "shelf", "indicators", "comparison", "tables", "beside"},)
"""States of which one at most holds: what the tab in front shows."""


def _command(  # noqa: PLR0917 - a line of the table is read by its columns
    id_: str, menu: str, text: str, keys: str = "", icon: str = "", needs: str = "", **more: object
) -> Command:
    """Write a line of the table: keys and needs are lists of words."""
    return Command(id_, menu, text, tuple(keys.split()), icon, tuple(needs.split()), **more)  # type: ignore[arg-type]


COMMANDS = (
    _command("open-store", "file", tr_noop("Commands", "&Open library…"), "Ctrl+O", "folder-open"),
    _command("new-store", "file", tr_noop("Commands", "&New library…"), "", "plus"),
    _command(
        "import",
        "file",
        tr_noop("Commands", "&Import reports…"),
        "Ctrl+I",
        "file-plus",
        "writable",
        line=True,
        short=tr_noop("Commands", "Import"),
    ),
    _command("import-folder", "file", tr_noop("Commands", "Import a &folder…"), "", "", "writable"),
    _command("undo-import", "file", tr_noop("Commands", "&Undo the last import or removal"), "", "undo-2", "writable"),
    _command(
        "original", "file", tr_noop("Commands", "Open the o&riginal file"), "", "external-link", "report", line=True
    ),
    _command("basket-add", "file", tr_noop("Commands", "Into the &basket"), "Ctrl+B", "shopping-basket", line=True),
    _command(
        "export",
        "file",
        tr_noop("Commands", "&Export…"),
        "Ctrl+E F12",
        "file-output",
        short=tr_noop("Commands", "Export"),
    ),
    _command("pack", "file", tr_noop("Commands", "Pac&k for another office…"), "", "building-2"),
    _command("print", "file", tr_noop("Commands", "&Print and preview…"), "Ctrl+P Ctrl+F2", "printer"),
    _command("close-tab", "file", tr_noop("Commands", "&Close tab"), "Ctrl+W", "", "closable", line=True),
    _command("reopen-tab", "file", tr_noop("Commands", "Reopen closed &tab"), "Ctrl+Shift+T", "", "closed"),
    _command("quit", "file", tr_noop("Commands", "&Quit"), "Ctrl+Q", "", line=True),
    _command("shelf", "view", tr_noop("Commands", "&Shelf"), "Alt+Home", "library"),
    _command("tables", "view", tr_noop("Commands", "T&ables"), "Ctrl+T", "table-2"),
    _command("refresh", "view", tr_noop("Commands", "&Refresh the shelf"), "F5 Ctrl+R", "refresh-cw", "shelf"),
    _command("contents", "view", tr_noop("Commands", "&Contents"), "F9", "panel-left", checkable=True, line=True),
    _command("notes", "view", tr_noop("Commands", "&Notes"), "Shift+F9", "panel-right", checkable=True),
    _command("sources", "view", tr_noop("Commands", "Sou&rces of figures"), "Ctrl+F9", "quote", checkable=True),
    _command("annotations", "view", tr_noop("Commands", "&My notes"), "Ctrl+Alt+M", "notebook-text", checkable=True),
    _command("search-panel", "view", tr_noop("Commands", "Searc&h"), "", "text-search", checkable=True),
    _command("imports", "view", tr_noop("Commands", "&Imports"), "", "download", checkable=True),
    _command("level-1", "view", tr_noop("Commands", "Expand contents to level &1"), "Alt+1", "", "report", line=True),
    _command("level-2", "view", tr_noop("Commands", "Expand contents to level &2"), "Alt+2", "", "report"),
    _command("level-3", "view", tr_noop("Commands", "Expand contents to level &3"), "Alt+3", "", "report"),
    _command("level-4", "view", tr_noop("Commands", "Expand contents to level &4"), "Alt+4", "", "report"),
    _command("zoom-in", "view", tr_noop("Commands", "Zoom &in"), "Ctrl++ Ctrl+=", "zoom-in", line=True),
    _command("zoom-out", "view", tr_noop("Commands", "Zoom &out"), "Ctrl+-", "zoom-out"),
    _command("zoom-reset", "view", tr_noop("Commands", "Actual si&ze"), "Ctrl+0"),
    _command("live-numbers", "view", tr_noop("Commands", "&Live numbers"), checkable=True, line=True),
    _command(
        "theme-system", "view", tr_noop("Commands", "Theme: as the system"), checkable=True, group="theme", line=True
    ),
    _command("theme-light", "view", tr_noop("Commands", "Theme: light"), "", "sun", checkable=True, group="theme"),
    _command(
        "theme-sepia", "view", tr_noop("Commands", "Theme: sepia"), "", "book-open", checkable=True, group="theme"
    ),
    _command("theme-dark", "view", tr_noop("Commands", "Theme: dark"), "", "moon", checkable=True, group="theme"),
    _command(
        "theme-contrast",
        "view",
        tr_noop("Commands", "Theme: high contrast"),
        "",
        "contrast",
        checkable=True,
        group="theme",
    ),
    _command("next-pane", "view", tr_noop("Commands", "Next &pane"), "F6", line=True),
    _command("previous-pane", "view", tr_noop("Commands", "Previous pane"), "Shift+F6"),
    _command("next-tab", "view", tr_noop("Commands", "Next tab"), "Ctrl+Tab"),
    _command("tab-right", "view", tr_noop("Commands", "Tab on the right"), "Ctrl+PgDown"),
    _command("tab-left", "view", tr_noop("Commands", "Tab on the left"), "Ctrl+PgUp"),
    _command("full-screen", "view", tr_noop("Commands", "&Full screen"), "F11", "maximize", checkable=True, line=True),
    _command("reset-layout", "view", tr_noop("Commands", "Restore the &default layout")),
    _command("back", "go", tr_noop("Commands", "&Back"), "Alt+Left", "arrow-left", "back"),
    _command("forward", "go", tr_noop("Commands", "&Forward"), "Alt+Right", "arrow-right", "forward"),
    _command("go-to", "go", tr_noop("Commands", "&Go to section, note, table…"), "Ctrl+G", "list-tree", line=True),
    _command("go-to-here", "go", tr_noop("Commands", "Go to in this &report…"), "F5", "", "report"),
    _command("next-note", "go", tr_noop("Commands", "&Next note"), "Ctrl+.", "", "report", line=True),
    _command("previous-note", "go", tr_noop("Commands", "&Previous note"), "Ctrl+,", "", "report"),
    _command("next-number", "go", tr_noop("Commands", "Next nu&mber"), "Ctrl+]", "", "report", line=True),
    _command("previous-number", "go", tr_noop("Commands", "Previous n&umber"), "Ctrl+[", "", "report"),
    _command(
        "bookmark", "go", tr_noop("Commands", "&Bookmark this place"), "Ctrl+D", "bookmark-plus", "report", line=True
    ),
    _command("highlight", "go", tr_noop("Commands", "&Highlight"), "Ctrl+H", "highlighter"),
    _command("annotate", "go", tr_noop("Commands", "No&te on the words selected…"), "Ctrl+M", "pencil"),
    _command("copy-link", "go", tr_noop("Commands", "Copy the &link to this place"), "", "link", "report"),
    _command("bookmarks", "go", tr_noop("Commands", "B&ookmarks…"), "Ctrl+Alt+B", "bookmark"),
    _command("find", "find", tr_noop("Commands", "&Find in the report"), "Ctrl+F", "search", "report"),
    _command("find-next", "find", tr_noop("Commands", "Find &next"), "F3", "", "report"),
    _command("find-previous", "find", tr_noop("Commands", "Find &previous"), "Shift+F3", "", "report"),
    _command(
        "search", "find", tr_noop("Commands", "Find in the whole &library"), "Ctrl+Shift+F F4", "text-search", line=True
    ),
    _command(
        "compare",
        "compare",
        tr_noop("Commands", "Compare with the year &before"),
        "F7",
        "git-compare",
        short=tr_noop("Commands", "Compare"),
    ),
    _command("two-panes", "compare", tr_noop("Commands", "Read in t&wo panes"), "Ctrl+F7", "panel-left"),
    _command(
        "match-pane", "compare", tr_noop("Commands", "&Match the other pane to this one"), "Shift+F7", "", "beside"
    ),
    _command("next-change", "compare", tr_noop("Commands", "&Next change"), "F8 Alt+Down", "", "comparison", line=True),
    _command(
        "previous-change", "compare", tr_noop("Commands", "&Previous change"), "Shift+F8 Alt+Up", "", "comparison"
    ),
    _command(
        "indicators",
        "indicators",
        tr_noop("Commands", "&Indicators over the years"),
        "Ctrl+Alt+I",
        "chart-line",
        short=tr_noop("Commands", "Indicators"),
    ),
    _command("watch-list", "indicators", tr_noop("Commands", "&Watch list"), "Ctrl+Alt+L", "eye"),
    _command("review", "indicators", tr_noop("Commands", "&Review doubtful links"), "", "circle-help"),
    _command(
        "why", "indicators", tr_noop("Commands", "Wh&y does the number read so?"), "Ctrl+Alt+V", "", "report", line=True
    ),
    _command(
        "unused-numbers", "indicators", tr_noop("Commands", "&Unused numbers of the report"), "", "hash", "report"
    ),
    _command(
        "copy-chart",
        "indicators",
        tr_noop("Commands", "&Copy the chart as a picture"),
        "",
        "copy",
        "indicators",
        line=True,
    ),
    _command("save-chart", "indicators", tr_noop("Commands", "&Save the chart…"), "", "download", "indicators"),
    _command("chart-table", "indicators", tr_noop("Commands", "Chart or &table"), "", "table-2", "indicators"),
    _command("undo", "indicators", tr_noop("Commands", "U&ndo the last correction or decision"), "Ctrl+Z", line=True),
    _command("redo", "indicators", tr_noop("Commands", "R&edo the correction or decision"), "Ctrl+Y Ctrl+Shift+Z"),
    _command("palette", "tools", tr_noop("Commands", "&Command palette…"), "Ctrl+K Ctrl+Shift+P", "command"),
    _command("restore", "tools", tr_noop("Commands", "Restore from a bac&kup…"), "", "archive-restore"),
    _command("health", "tools", tr_noop("Commands", "State of the li&brary"), "", "circle-check"),
    _command("language-vi", "tools", tr_noop("Commands", "Tiếng Việt"), checkable=True, group="language", line=True),
    _command("language-en", "tools", tr_noop("Commands", "English"), checkable=True, group="language"),
    _command("preferences", "tools", tr_noop("Commands", "&Preferences…"), "Ctrl+Alt+S", "settings", line=True),
    _command("guide", "help", tr_noop("Commands", "&Guide"), "F1", "book-open"),
    _command("keys", "help", tr_noop("Commands", "&Keyboard shortcuts"), "Ctrl+F1", "keyboard"),
    _command("news", "help", tr_noop("Commands", "What is &new"), "", "info", line=True),
    _command("about", "help", tr_noop("Commands", "&About Tủ Báo Cáo"), "", "info"),
)


class Commands(QObject):
    """The actions of one window, made from the table; `obey` says what each of them does.

    `needed` is emitted where one is asked for before that, and is to bring it about.
    """

    needed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._handlers: dict[str, Callable[[], object]] = {}
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._counts: dict[str, int] = {}
        for command in COMMANDS:
            self._actions[command.id] = self._made(command, window)
        self.retranslate()

    def obey(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Run these when asked. A command without a handler is a KeyError here."""
        self._handlers = {command.id: handlers[command.id] for command in COMMANDS}

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def fill_menus(self, bar: QMenuBar) -> None:
        """Put every command into its menu."""
        for name, _title in MENUS:
            menu = self._menus[name] = bar.addMenu("")
            menu.setObjectName(name)
            for command in COMMANDS:
                if command.menu == name:
                    self._into(menu, command)
        self._name_menus()

    def fill_tool_bar(self, bar: QToolBar, parts: Iterable[tuple[str, ...]]) -> None:
        """Put commands onto a tool bar, a line between each part and the next."""
        for number, part in enumerate(parts):
            if number:
                bar.addSeparator()
            for command_id in part:
                bar.addAction(self._actions[command_id])

    def allow(self, states: frozenset[str]) -> None:
        """Enable exactly the commands whose needs are among `states`."""
        for command in COMMANDS:
            self._actions[command.id].setEnabled(states.issuperset(command.needs))

    def check(self, command_id: str, on: bool) -> None:
        """Show a choice as taken or not, without running it."""
        self._actions[command_id].setChecked(on)

    def count(self, command_id: str, number: int) -> None:
        """Show a number behind the words on a command's button; 0 shows none."""
        self._counts[command_id] = number
        self.retranslate()

    def retranslate(self) -> None:
        """Put the words of the language in force onto menus and actions."""
        self._name_menus()
        for command in COMMANDS:
            action = self._actions[command.id]
            action.setText(QCoreApplication.translate("Commands", command.text))
            short = (
                QCoreApplication.translate("Commands", command.short) if command.short else short_text(action.text())
            )
            counted = self._counts.get(command.id)
            short = f"{short} ({counted})" if counted else short
            action.setIconText(f" {short}")  # Qt leaves too little room between an icon and its words
            action.setToolTip(tip(action))

    def _name_menus(self) -> None:
        for name, title in MENUS:
            if name in self._menus:
                self._menus[name].setTitle(QCoreApplication.translate("Commands", title))

    def _made(self, command: Command, window: QWidget) -> QAction:
        action = QAction(window)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(command.checkable)
        if command.icon:
            action.setIcon(icon(command.icon))
        if command.group:
            group = self._groups.setdefault(command.group, QActionGroup(self))
            group.addAction(action)
        action.triggered.connect(lambda _checked: self._run(command.id))
        window.addAction(action)
        return action

    def _run(self, command_id: str) -> None:
        if not self._handlers:
            self.needed.emit()
        self._handlers[command_id]()

    def _into(self, menu: QMenu, command: Command) -> None:
        if command.line and not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(self._actions[command.id])


def short_text(text: str) -> str:
    """Return an action's words as a button shows them: no mark of the access key, no dots."""
    return text.replace("&", "").rstrip("…")


def tip(action: QAction) -> str:
    """Return an action's tool-tip: its words and its key."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{short_text(action.text())} ({keys})" if keys else short_text(action.text())


def clashes(commands: Iterable[Command] = COMMANDS) -> list[tuple[str, str, str]]:
    """Return the pairs of commands that answer to the same key at the same time, with the key."""
    listed = list(commands)
    found = []
    for number, one in enumerate(listed):
        for other in listed[number + 1 :]:
            shared = {QKeySequence(key).toString() for key in one.keys} & {
                QKeySequence(key).toString() for key in other.keys
            }
            if shared and not _apart(one, other):
                found.append((one.id, other.id, min(shared)))
    return found


def _apart(one: Command, other: Command) -> bool:
    """Whether the needs of two commands can never hold together."""
    needs = (set(one.needs), set(other.needs))
    return any(needs[0] & states and needs[1] & states and not needs[0] & needs[1] & states for states in EXCLUSIVE)
