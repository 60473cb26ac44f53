#!/bin/sh
# Runs the one-folder archive as another user, from a medium that cannot be written, in a Vietnamese folder (as root):
# test_portable.sh tubaocao-…-linux-x86_64.tar.xz
set -eu
archive=$(readlink -f "$1")
samples=$(readlink -f "$(dirname "$0")/samples")
place=$(mktemp -d)
trap 'umount "$place/đĩa" 2>/dev/null || true; rm -rf --one-file-system "$place"' EXIT
chmod 755 "$place"
medium="$place/đĩa"
folder="$medium/Tủ báo cáo/Nguyễn Văn Đức"
home="$place/Trần Thị Ơn"
mkdir -p "$medium" "$home"
mount -t tmpfs -o size=300m tmpfs "$medium"
mkdir -p "$folder"
tar -xJf "$archive" -C "$folder" --strip-components=1 --no-same-owner
cp "$samples"/2022.txt "$samples"/2023.txt "$folder"
chown nobody: "$home"
as_other() { setpriv --reuid=65534 --regid=65534 --clear-groups env -i PATH=/usr/bin:/bin HOME="$home" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen "$@"; }
program() { as_other "$folder/tubaocao" "$@"; }
step() { echo "== $*"; }

step portable: library and settings beside the program
touch "$folder/portable.txt"
LANG=C.UTF-8 "$folder/tubaocao" import "$folder/2022.txt"
[ -f "$folder/data/tu-bao-cao.tubaocao" ]
before=$(cd "$medium" && find . -type f -exec sha256sum {} + | sort | sha256sum)
chmod -R a+rX "$medium"
mount -o remount,ro "$medium"

step as another user, the medium read-only
program --version
program list
program search "dang vien" | head -2
program check
program pack 1 --to "$home/gói"
[ -f "$home/.local/share/tubaocao/khoa-ky.key" ]
step an import is refused there
if program import "$folder/2023.txt"; then exit 1; fi
step and possible into a library of their own
program --store "$home/của tôi.tubaocao" import "$folder/2023.txt" "$home/gói.goibaocao"
program --store "$home/của tôi.tubaocao" check
program selftest
[ "$before" = "$(cd "$medium" && find . -type f -exec sha256sum {} + | sort | sha256sum)" ]
step "nothing was written beside the program"
