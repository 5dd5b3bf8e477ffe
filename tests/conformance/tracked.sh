#!/bin/sh
# Proves that tracked changes are what Word files mean by them: of every pair of documents, the
# new one is what is left when all changes are accepted, and the old one when all are rejected,
# whoever does it: penholder, LibreOffice, pandoc. Each program's words are compared with what the
# same program reads in a document without changes, numbers and notes included. The files are
# valid by the Open XML SDK, and a user's own file keeps every byte in which there is no change.
#
# usage: tests/conformance/tracked.sh PENHOLDER FOLDER [-k NAMES] [all | SERIES...]
# FOLDER: for packages and documents; NAMES: only the pairs with such a name, a pattern of awk;
# SERIES: folders of resolutions, beside corpus/csto; all: those in ../shared/data
set -u
penholder=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
modules=$folder/node_modules
work=$folder/tracked
shift 2
names=.
[ "${1:-}" != -k ] || { names=$2; shift 2; }
cd "$(dirname "$0")/../.." || exit 2
here=tests/conformance
tab=$(printf '\t')
for program in node python3 pandoc soffice; do
    command -v $program >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
done
$here/tools/npm.sh $here "$folder" || exit 77

compare() { "$penholder" compare "$1" "$2" -q -o "$3"; }

rm -rf "$work"
mkdir -p "$work"
[ "${1:-}" != all ] || set -- ../shared/data/series/*
$here/tracked/pairs.sh "$penholder" "$work/documents" "$modules" "$@" >"$work/all" || exit 2
awk -F "$tab" -v names="$names" '$2 ~ names' "$work/all" >"$work/pairs"
while IFS=$tab read -r _ name old new _; do
    mkdir -p "$work/$name"
    compare "$old" "$new" "$work/$name/tracked.docx" 2>"$work/$name/error"
    case $old in *.docx) compare "$old" "$old" "$work/$name/same.docx" ;; esac
done <"$work/pairs"
$here/tracked/take.sh "$penholder" "$work" "$modules" <"$work/pairs"
python3 -B $here/tracked/judge.py "$work" <"$work/pairs"
