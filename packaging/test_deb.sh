#!/bin/sh
# Installs the .deb in a clean Debian 12 tree, uses the program there, removes it: test_deb.sh PACKAGE.deb (as root).
# MIRROR may name the place the tree is fetched from; without it debootstrap's own is taken.
set -eu
package=$(readlink -f "$1")
samples=$(readlink -f "$(dirname "$0")/samples")
tree=$(mktemp -d)
trap 'umount "$tree/proc" 2>/dev/null || true; rm -rf --one-file-system "$tree"' EXIT
debootstrap --variant=minbase bookworm "$tree" ${MIRROR:+"$MIRROR"} >"$tree.log" 2>&1 || { tail -5 "$tree.log"; exit 1; }
rm -f "$tree.log"
# the loader finds the private libpython through /proc/self/exe
mount -t proc proc "$tree/proc"
rm -f "$tree/etc/apt/sources.list"
cp -a /etc/apt/. "$tree/etc/apt/"
[ ! -f /etc/resolv.conf ] || cp -L /etc/resolv.conf "$tree/etc/resolv.conf"
within() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen DEBIAN_FRONTEND=noninteractive chroot "$tree" "$@"; }
step() { echo "== $*"; }
mkdir "$tree/root/Tủ báo cáo"
cp "$package" "$tree/root/tubaocao.deb"
cp "$samples"/2022.txt "$samples"/2023.txt "$tree/root/Tủ báo cáo/"
step install
within apt-get update -qq
within apt-get install -y -qq --no-install-recommends /root/tubaocao.deb >/dev/null
step selftest
within tubaocao selftest
step import
within tubaocao import "/root/Tủ báo cáo/2022.txt" "/root/Tủ báo cáo/2023.txt"
step list
within tubaocao list
step views
within tubaocao views --to /root/views
find "$tree/root/views" -name '*.png' -size +2k | grep -c . | sed 's/$/ pictures/'
step remove
within apt-get remove -y -qq tubaocao >/dev/null
[ ! -e "$tree/usr/bin/tubaocao" ] && [ ! -e "$tree/usr/lib/tubaocao" ]
[ -f "$tree/root/.local/share/tubaocao/tu-bao-cao.tubaocao" ]
step "removed; the library was left"
