#!/bin/sh
# Makes the pairs of documents that are compared, and lists them: a line is
#   ORIGIN tab NAME tab OLD tab NEW tab OLD.docx tab NEW.docx
# where the .docx of a text or a PDF is what `penholder show` writes, and that of a Word file
# itself. Word files are made of the texts by several producers, so that each writes them in its
# manner.
#
# usage: tests/conformance/tracked/pairs.sh PENHOLDER FOLDER MODULES [SERIES...]
# FOLDER: for the documents; MODULES: node_modules with the package docx;
# SERIES: folders of resolutions, texts and originals
set -eu
penholder=$1
folder=$2
modules=$3
shift 3
here=$(realpath "$(dirname "$0")")
corpus=$here/../../../corpus/csto
mkdir -p "$folder"
jobs=$folder/jobs
: >"$jobs"

# The members of a series, in one format, in the order of their sessions.
members() { find "$1" -name "A_RES_*.$2" | sort -V; }

# name_of FILE: by its series, its symbol and its format.
name_of() {
    base=$(basename "$1")
    echo "$(basename "$(dirname "$(realpath "$1")")")-${base%.*}-${1##*.}"
}

# clean FILE: the Word file that says what FILE says.
clean() {
    made=$folder/$(name_of "$1").docx
    [ -s "$made" ] || "$penholder" show "$1" -q --force -o "$made"
    echo "$made"
}

# What a producer of Word files makes of a text. LibreOffice's are only listed here: it makes all
# in one run.
by_penholder() { "$penholder" show "$1" -q --force -o "$2"; }
by_docxjs() { "$penholder" show "$1" -q -f json | NODE_PATH=$modules node "$here/docxjs.js" "$2"; }
by_pandoc() {
    "$penholder" show "$1" -q -f json | python3 "$here/markdown.py" | pandoc -f markdown -o "$2"
}
by_libreoffice() { printf 'convert\t%s\t%s\n' "$(clean "$1")" "$2" >>"$jobs"; }

# produced PRODUCER FILE: the Word file's name.
produced() {
    made=$folder/$1-$(name_of "$2").docx
    [ -s "$made" ] || "by_$1" "$2" "$made"
    echo "$made"
}

# pair ORIGIN SOURCE OLD NEW OLD.docx NEW.docx: SOURCE gives the pair its name.
pair() {
    name=$(echo "$1" | tr -cs '[:alpha:]\n' -)-$(name_of "$2")
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$name" "$3" "$4" "$5" "$6"
}

consecutive() {
    old=
    members "$1" "$2" | while read -r new; do
        [ -z "$old" ] || pair "$3" "$new" "$old" "$new" "$(clean "$old")" "$(clean "$new")"
        old=$new
    done
}

# The last two texts of a series, as Word files by each producer; and a user's Word file with a
# text.
word_files() {
    last=$(members "$1" txt | tail -n 2)
    old=$(echo "$last" | head -n 1)
    new=$(echo "$last" | tail -n 1)
    [ "$old" != "$new" ] || return 0
    for producer in penholder libreoffice pandoc docxjs; do
        before=$(produced $producer "$old")
        after=$(produced $producer "$new")
        pair "docx, $producer" "$new" "$before" "$after" "$before" "$after"
    done
    before=$(produced libreoffice "$old")
    pair "docx, libreoffice with text" "$new" "$before" "$new" "$before" "$(clean "$new")"
}

for series in "$corpus" "$@"; do
    consecutive "$series" txt text
    consecutive "$series" pdf PDF
    word_files "$series"
done
original=$here/../../golden/show/pdf/A_RES_73_331.pdf
old=$corpus/A_RES_69_12.txt
pair PDF "$original" "$old" "$original" "$(clean "$old")" "$(clean "$original")"
sort -u -o "$jobs" "$jobs"
"$here/../office/run.sh" "$folder/office" "$jobs" >&2
