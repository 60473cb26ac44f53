"""Makes the Windows installer from the laid-out folder with makensis; the files it removes are those it installed."""

from __future__ import annotations

import subprocess
from pathlib import Path

from locked import HERE

SCRIPT = HERE / "windows" / "installer.nsi"


def make_installer(folder: Path, icon: Path, goal: Path, version: str) -> Path:
    """Build `goal` from the program's folder."""
    listed = icon.with_name("files.nsh")
    # With a byte order mark makensis knows the list as UTF-8.
    listed.write_text(file_list(folder), "utf-8-sig")
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1024
    told = {"LIST": listed, "OUT": goal, "FOLDER": folder, "ICON": icon, "VERSION": version, "KILOBYTES": size}
    defines = [f"-D{name}={value}" for name, value in told.items()]
    subprocess.run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defines, str(SCRIPT)], check=True)
    return goal


def file_list(folder: Path) -> str:
    """Return the macros that install and remove exactly the files of `folder`."""
    folders = sorted(path for path in folder.rglob("*") if path.is_dir())
    lines = ["!macro INSTALL_FILES"]
    for place in (folder, *folders):
        lines.append(f'SetOutPath "{_there(folder, place)}"')
        lines += [f'File "{file}"' for file in sorted(place.iterdir()) if file.is_file()]
    lines += ['SetOutPath "$INSTDIR"', "!macroend", "!macro REMOVE_FILES"]
    lines += [f'Delete "{_there(folder, file)}"' for file in sorted(folder.rglob("*")) if file.is_file()]
    lines += [f'RMDir "{_there(folder, place)}"' for place in reversed(folders)]
    return "\n".join([*lines, "!macroend", ""])


def _there(folder: Path, path: Path) -> str:
    """Return where a file lies once it is installed."""
    inside = str(path.relative_to(folder)).replace("/", "\\")
    return "$INSTDIR" if inside == "." else f"$INSTDIR\\{inside}"
