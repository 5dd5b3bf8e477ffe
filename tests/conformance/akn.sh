#!/bin/sh
# Proves that the Akoma Ntoso form is valid against the schema of OASIS, for every document of the
# corpus and for what is made of them.
#
# usage: tests/conformance/akn.sh PENHOLDER FOLDER [FILE...]
# FOLDER: for what is made; FILE...: show these instead of the corpus.
set -u
penholder=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
schema=$(realpath "$(dirname "$0")")/schemas/akomantoso30.xsd
shift 2
command -v xmllint >/dev/null || { echo "skipped: xmllint is not installed"; exit 77; }
valid=0 failed=0

validate() {
    if "$penholder" "$@" -q --format akn >"$folder/document.akn" 2>"$folder/akn.log" &&
        xmllint --noout --nonet --schema "$schema" "$folder/document.akn" 2>"$folder/akn.log"; then
        valid=$((valid + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: penholder $*"
        head -n 20 "$folder/akn.log"
    fi
}

if [ $# -eq 0 ]; then
    cd "$(dirname "$0")/../.." || exit 2
    corpus=corpus/csto
    validate draft $corpus
    validate draft $corpus --tracked
    validate note $corpus
    validate compare $corpus/A_RES_69_12.txt $corpus/A_RES_73_331.txt
    set -- "$corpus"/*
fi
for file; do
    validate show "$file"
done
echo "$valid documents are valid Akoma Ntoso, $failed are not"
[ $failed -eq 0 ]
