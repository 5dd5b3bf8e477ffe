#!/bin/sh
# Has each program take up, and take back, the changes of all pairs, and show the documents that
# they were made of:
#   PAIR/PROGRAM.accept, PAIR/PROGRAM.reject    the words of PAIR/tracked.docx then
#   FILE.docx.PROGRAM                           the words of a document of the pair
#   FILE.docx.validator                         what the Open XML SDK's validator says of it
# so that each program's words are compared with its own.
# What a program cannot do is not written, and PAIR/PROGRAM.SIDE.error says why.
#
# usage: tests/conformance/tracked/take.sh PENHOLDER FOLDER MODULES <PAIRS     PAIRS: see pairs.sh
set -u
penholder=$1
folder=$2
modules=$3
here=$(realpath "$(dirname "$0")")
tab=$(printf '\t')
jobs=$folder/jobs
: >"$jobs"

# of_penholder SOURCE FILE.docx: what a text or a PDF says is what it says itself, not the .docx
# made of it.
of_penholder() {
    [ -e "$2.penholder" ] || "$penholder" show "$1" -q >"$2.penholder" 2>/dev/null
}

by_penholder() {
    "$penholder" "$2" "$1/tracked.docx" -q --force -o "$1/$2.docx" 2>"$1/penholder.$2.error" &&
        "$penholder" show "$1/$2.docx" -q >"$1/penholder.$2"
}

by_pandoc() {
    pandoc "$1/tracked.docx" --track-changes="$2" -t plain --wrap=none -o "$1/pandoc.$2" \
        2>"$1/pandoc.$2.error"
}
of_pandoc() { [ -e "$1.pandoc" ] || pandoc "$1" -t plain --wrap=none -o "$1.pandoc"; }

by_libreoffice() { printf '%s\t%s\t%s\n' "$2" "$1/tracked.docx" "$1/libreoffice.$2" >>"$jobs"; }
of_libreoffice() { printf 'show\t%s\t%s\n' "$1" "$1.libreoffice" >>"$jobs"; }

validate() { [ -e "$1.validator" ] || "$modules/.bin/ooxml-validator" "$1" >"$1.validator"; }

while IFS=$tab read -r _ name old new before after; do
    pair=$folder/$name
    of_penholder "$old" "$before"
    of_penholder "$new" "$after"
    [ -s "$pair/tracked.docx" ] || continue
    for side in accept reject; do
        by_penholder "$pair" $side
        by_pandoc "$pair" $side
        by_libreoffice "$pair" $side
    done
    for document in "$before" "$after"; do
        of_pandoc "$document"
        of_libreoffice "$document"
    done
    validate "$before"
    for made in tracked accept reject; do
        [ ! -e "$pair/$made.docx" ] || validate "$pair/$made.docx"
    done
done
sort -u -o "$jobs" "$jobs"
"$here/../office/run.sh" "$folder/office" "$jobs"
