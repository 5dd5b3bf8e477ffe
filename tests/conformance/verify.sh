#!/bin/sh
# Puts the packages of tests/verify, one sound and each of the others with one fault, before `penholder
# verify` and before the Open XML SDK's validator, and prints who finds what. Fails when the sound
# one is not silent, or when we miss a fault.
#
# usage: tests/conformance/verify.sh PENHOLDER FOLDER   (FOLDER: for the validator and the packages)
set -u
penholder=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
cd "$(dirname "$0")/../.." || exit 2
here=tests/conformance
failed=0 ours=0 both=0

command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }

$here/tools/npm.sh $here "$folder" || exit 77
validator=$folder/node_modules/.bin/ooxml-validator

rm -rf "$folder/verify"
python3 tests/verify/pack.py "$folder/verify" >"$folder/verify.list" || exit 1

# One package before both: each says yes or no.
row() {
    we=no they=no
    if [ "$1" = - ]; then
        "$penholder" verify "$2" >/dev/null || we=yes
    else
        "$penholder" verify "$2" | grep -q "\[$1\]" && we=yes
    fi
    # A package that the validator cannot open, it does not call sound.
    "$validator" "$2" 2>/dev/null | grep -q '"ok": true' || they=yes
    printf '%-22s %-9s %-9s %s\n' "$1" $we $they "$(basename "$2" .docx)"
}

printf '%-22s %-9s %-9s %s\n' fault penholder validator package
row - "$folder/verify/good.docx"
[ "$we$they" = nono ] || { echo "FAILED: the sound package is not silent"; failed=1; }
tab=$(printf '\t')
while IFS=$tab read -r fault file; do
    [ "$fault" = - ] && continue
    row "$fault" "$file"
    [ $we = yes ] || { echo "FAILED: $fault is missed"; failed=1; }
    [ $they = yes ] && both=$((both + 1)) || ours=$((ours + 1))
done <"$folder/verify.list"
# What other programs write of sound documents is no error.
alarm() {
    "$penholder" verify "$1" >"$folder/alarm.txt" ||
        { echo "FAILED: a false alarm"; cat "$folder/alarm.txt"; failed=1; }
}
samples=$folder/verify/samples
mkdir -p "$samples"
"$penholder" compare corpus/csto/A_RES_69_12.txt corpus/csto/A_RES_73_331.txt -q \
    -o "$samples/compare.docx" || failed=1
if command -v soffice >/dev/null; then
    for file in "$folder/verify/good.docx" "$samples/compare.docx" tests/samples/*.doc; do
        $here/office/soffice.sh "$folder/office-verify" --convert-to docx \
            --outdir "$samples/soffice" "$file" >"$folder/office.log" 2>&1
    done
fi
if command -v pandoc >/dev/null; then
    pandoc README.md -o "$samples/pandoc.docx"
    # Not of compare.docx: pandoc tears the words of a footnote out of w:del whose mark is deleted.
    "$penholder" draft corpus/csto -q --force -o "$folder/draft.docx" || failed=1
    pandoc --track-changes=all "$folder/draft.docx" -o "$samples/pandoc-tracked.docx"
fi
for file in "$samples"/*.docx "$samples"/soffice/*.docx tests/golden/show/word/docxjs.docx \
    tests/golden/show/word/libreoffice.docx tests/golden/show/word/pandoc.docx; do
    [ -f "$file" ] && alarm "$file"
done
echo "$((ours + both)) faulty packages: $both found by the validator as well, $ours only by penholder"
[ $failed -eq 0 ]
