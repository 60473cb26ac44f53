#!/bin/sh
# Runs under wine (Debian: wine64, xvfb, imagemagick) what wine can run: test_windows.sh TuBaoCao-…-setup.exe NUMPY.whl
# wine 8 lacks crealf, which numpy 2.2 and later import; so in the tried copy the wheel NUMPY (2.1.3 for win_amd64) takes the
# place of the one that is shipped. Standard streams must be pipes for wine.
set -eu
setup=$(readlink -f "$1")
numpy=$(readlink -f "$2")
samples=$(readlink -f "$(dirname "$0")/samples")
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
# wine takes its letters from the locale (C.UTF-8 set by LC_ALL works), and quotes words with spaces, which /D does not bear
export LC_ALL=C.UTF-8 WINEDEBUG=-all WINEPREFIX="$tree/prefix" QT_QPA_PLATFORM=offscreen
folder="$tree/Nguyễn_Văn_Đức/Tủ_báo_cáo"
mkdir -p "$folder"
cp "$samples"/2022.txt "$samples"/2023.txt "$folder/.."
step() { echo "== $*"; }
silent() { true | timeout 300 wine "$@" 2>&1 | cat; }
program() { step "$@"; true | timeout 500 wine "$folder/tubaocao.exe" --store '..\tủ.tubaocao' "$@" 2>&1 | head -12; }
step install
printf '[preset]\nlanguage = en\n' >"$tree/policy.ini"
silent "$setup" /S "/POLICY=Z:$(echo "$tree/policy.ini" | tr / '\\')" "/D=Z:$(echo "$folder" | tr / '\\')"
ls "$folder"
[ -f "$folder/policy.ini" ]
rm -rf "$folder/lib/numpy" "$folder/lib/numpy.libs"
unzip -q "$numpy" 'numpy/*' 'numpy.libs/*' -d "$folder/lib"
cd "$folder"
program --version
program import ../2022.txt ../2023.txt
program list
program show 1
program search "dang vien"
program export 1 --figures --to '..\số liệu.xlsx'
program check
program selftest
step uninstall
silent "$folder/uninstall.exe" /S "_?=Z:$(echo "$folder" | tr / '\\')"
[ ! -e "$folder/tubaocao.exe" ]
[ -f "$folder/../tủ.tubaocao" ]
step "uninstalled; the library was left. What the swapped numpy left behind:"
find "$folder" -type f | sed 's,/numpy/.*,/numpy/…,' | sort -u | head
