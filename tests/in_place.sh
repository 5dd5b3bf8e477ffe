#!/bin/sh
# Changes put into Word documents that other programs wrote, through the real program: what is read
# back with all changes accepted is the new text, what is not changed is the same bytes, part by
# part, and equal documents are the same file.
#
# usage: tests/in_place.sh PENHOLDER
set -u
penholder=$(realpath "${1:?usage: in_place.sh PENHOLDER}")
cd "$(dirname "$0")/.." || exit 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

fail() { echo "FAILED: $*"; failed=$((failed + 1)); }

# unpack FILE FOLDER
unpack() { mkdir -p "$2" && unzip -q -o "$1" -d "$2"; }

# parts OLD NEW: the parts of both packages that are not the same bytes, or only in one of them.
parts() {
    rm -rf "$scratch/old" "$scratch/new"
    unpack "$1" "$scratch/old" && unpack "$2" "$scratch/new"
    (cd "$scratch" && diff -rq old new)
}

# settle NAME OLD NEW: puts the changes from OLD to NEW into OLD, and looks at what was made.
settle() {
    out=$scratch/$1.docx
    "$penholder" compare "$2" "$3" -q --author "Ana Ruiz" --date 2020-10-12 -o "$out" \
        2>"$scratch/err" ||
        { fail "$1: $(cat "$scratch/err")"; return; }
    left=$("$penholder" compare "$out" "$3" -q -f dump | sed '/^  masthead/,/^  [a-z]/d' |
        grep -E '~ (inserted|deleted)|^ *[a-z]+ (\[.*\] )?(inserted|deleted)')
    [ -z "$left" ] || fail "$1: accepted, it is not the new document: $left"
    parts "$2" "$out" |
        grep -v -E 'word/(document|footnotes|header[0-9]*|footer[0-9]*)\.xml differ' &&
        fail "$1: a part without changes is not the same bytes"
    "$penholder" compare "$2" "$2" -q -o "$scratch/same.docx" --force
    cmp "$2" "$scratch/same.docx" || fail "$1: equal documents are not the same file"
}

command -v unzip >/dev/null || { echo "skipped: unzip is not installed"; exit 77; }

# Words that every one of the samples has are replaced, and a paragraph comes and another goes.
for file in tests/golden/show/word/*.docx; do
    name=$(basename "$file" .docx)
    "$penholder" show "$file" -q -f text >"$scratch/$name.txt" || fail "$file cannot be read"
    sed -e 's/{+\([^+]*\)+}/\1/g; s/ \[-[^-]*-\]//g' -e 's/invented cooperation/close cooperation/' -e 's/the report;/the latest report;/' \
        -e 's/Of that/Of this and that/' -e 's/Resolution 60/Its resolution 60/' \
        "$scratch/$name.txt" >"$scratch/$name.new.txt"
    settle "$name" "$file" "$scratch/$name.new.txt"
done

# The corpus, from one resolution to the next, in files of our own.
previous=
for file in corpus/csto/A_RES_*.txt; do
    name=$(basename "$file" .txt)
    "$penholder" show "$file" -q -o "$scratch/$name.old.docx" || fail "$file cannot be written"
    [ -z "$previous" ] || settle "$name" "$scratch/$previous.old.docx" "$scratch/$name.old.docx"
    previous=$name
done

[ $failed -eq 0 ] && echo "all changes are in place"
[ $failed -eq 0 ]
