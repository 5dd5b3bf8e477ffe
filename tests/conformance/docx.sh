#!/bin/sh
# Proves that the Word documents are what Word expects: each is put before the Open XML SDK's
# validator, and opened with LibreOffice, which must find the draft's words in it. Flat OPC is packed
# first, as Word does.
#
# usage: tests/conformance/docx.sh PENHOLDER FOLDER   (FOLDER: for the validator and the documents)
set -u
penholder=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
cd "$(dirname "$0")/../.." || exit 2
here=tests/conformance
corpus=corpus/csto
failed=0

fail() { echo "FAILED: $*"; failed=$((failed + 1)); }

$here/tools/npm.sh $here "$folder" || exit 77
validator=$folder/node_modules/.bin/ooxml-validator

# make NAME ARGUMENT...: a document that the program writes.
make() {
    name=$1
    shift
    rm -f "$folder/$name"
    "$penholder" "$@" -q -o "$folder/$name" || fail "penholder $* -o $name"
}

make draft.docx draft $corpus --clean
make tracked.docx draft $corpus
make plain.docx draft $corpus --clean --sources none
make table.docx draft $corpus --sources table --author 'A. Khan' --date 2020-10-12
make note.docx note $corpus
make facts.docx draft $corpus --tracked --facts tests/golden/draft/facts.facts
make compare.docx compare $corpus/A_RES_69_12.txt $corpus/A_RES_73_331.txt
for file in "$corpus"/*; do
    name=$(basename "$file")
    make "${name%.*}.docx" show "$file"
done
# Paragraphs that moved, were split and merged, and words that are italic in one of the two only.
make lakes.docx compare tests/golden/compare/old.txt tests/golden/compare/new.txt
make looks.docx compare tests/golden/compare/old.txt tests/golden/compare/italic.html --formatting
# Comments in the user's own file: sources beside changes, findings with their fixes; those of a
# typed text are in a new one.
make mine.docx show $corpus/A_RES_73_331.txt
make sources.docx draft $corpus/A_RES_67_6.txt $corpus/A_RES_69_12.txt "$folder/mine.docx"
for ending in docx txt; do
    rm -f "$folder/checked-$ending.docx"
    "$penholder" check tests/golden/check/wrong.$ending -q -o "$folder/checked-$ending.docx"
    [ -s "$folder/checked-$ending.docx" ] || fail "the findings are not in checked-$ending.docx"
done
make draft.xml draft $corpus
python3 $here/flatopc.py "$folder/draft.xml" "$folder/flatopc.docx" || fail "draft.xml is no Flat OPC"

for file in "$folder"/*.docx; do
    report=$("$validator" "$file") || fail "$(basename "$file") is not valid: $report"
done

# One more reader: what LibreOffice shows of them, as text.
if command -v soffice >/dev/null && command -v pdftotext >/dev/null; then
    for file in draft.docx flatopc.docx tracked.docx note.docx sources.docx checked-docx.docx checked-txt.docx; do
        pdf=$folder/${file%.*}.pdf
        rm -f "$pdf"
        $here/office/soffice.sh "$folder/office" --convert-to pdf \
            --outdir "$folder" "$folder/$file" >"$folder/office.log" 2>&1
        [ -s "$pdf" ] || { fail "LibreOffice cannot open $file"; cat "$folder/office.log"; continue; }
        pdftotext -layout "$pdf" - | grep -q 'The General Assembly' ||
            fail "LibreOffice shows nothing of $file"
    done
else
    echo "not opened: soffice or pdftotext is not installed"
fi

[ $failed -eq 0 ] && echo "all Word documents are valid"
[ $failed -eq 0 ]
