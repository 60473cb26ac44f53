"""Makes the Debian package: the program's folder under /usr/lib and what tells the desktop of it."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from pathlib import Path

from icons import ICON, draw
from locked import HERE, ROOT
from tree import lay_out

DEPENDS = (
    "libc6 (>= 2.36)", "libgl1", "libegl1", "libglib2.0-0 | libglib2.0-0t64", "libdbus-1-3", "libxkbcommon0",
    "libfontconfig1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0",
    "libsqlite3-0", "libffi8", "liblzma5", "libbz2-1.0", "zlib1g", "libstdc++6",
)  # fmt: skip
MAINTAINER = os.environ.get("TUBAOCAO_MAINTAINER", "Tu Bao Cao packagers <tubaocao@example.invalid>")
"""Who hands the package out; the office that builds it names itself. The default can reach nobody, by design."""
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
APP_ID = "io.github.tubaocao.TuBaoCao"
"""The name AppStream knows the program by, as the metainfo file has it."""
LINUX = HERE / "linux"
CONTROL = """Package: tubaocao
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Section: office
Priority: optional
Description: read and compare yearly office reports, offline
 A cabinet for the yearly reports of Vietnamese offices: text with notes
 beside it, figures that tell their source, series over the years.
"""


def make_deb(work: Path, dist: Path, version: str) -> Path:
    """Build the package of `version` in `work`, leave it in `dist` and return its path."""
    shutil.rmtree(work, ignore_errors=True)
    lay_out(work / "usr" / "lib" / "tubaocao")
    _desktop_files(work / "usr" / "share")
    (work / "usr" / "bin").mkdir()
    (work / "usr" / "bin" / "tubaocao").symlink_to("../lib/tubaocao/tubaocao")
    size = sum(path.lstat().st_size for path in work.rglob("*") if path.is_file()) // 1024
    control = work / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        CONTROL.format(version=version, maintainer=MAINTAINER, size=size, depends=", ".join(DEPENDS)), "utf-8"
    )
    made = dist / f"tubaocao_{version}_amd64.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(work), str(made)], check=True)
    return made


def _desktop_files(share: Path) -> None:
    """Put what a desktop looks for, and the licence, into their places under `share`."""
    for source, place in (
        ("tubaocao.desktop", "applications/tubaocao.desktop"),
        ("tubaocao-mime.xml", "mime/packages/tubaocao.xml"),
        ("tubaocao.metainfo.xml", f"metainfo/{APP_ID}.metainfo.xml"),
    ):
        _copy(LINUX / source, share / place)
    _copy(ROOT / "LICENSE", share / "doc" / "tubaocao" / "copyright")
    for source, place in (("tubaocao.1", "man/man1"), ("tubaocao.vi.1", "man/vi/man1")):
        page = share / place / "tubaocao.1.gz"
        page.parent.mkdir(parents=True)
        page.write_bytes(gzip.compress((LINUX / source).read_bytes(), mtime=0))
    icons = share / "icons" / "hicolor"
    _copy(ICON, icons / "scalable" / "apps" / "tubaocao.svg")
    for size in ICON_SIZES:
        draw(size, icons / f"{size}x{size}" / "apps" / "tubaocao.png")


def _copy(source: Path, goal: Path) -> None:
    goal.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, goal)
