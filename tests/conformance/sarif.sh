#!/bin/sh
# Proves that findings as SARIF are what the SARIF Multitool of Microsoft takes as valid SARIF 2.1.0:
# findings with and without fixes, of documents with and without lines, and accepted ones.
#
# usage: tests/conformance/sarif.sh PENHOLDER FOLDER   (FOLDER: for the validator and the reports)
set -u
penholder=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
cd "$(dirname "$0")/../.." || exit 2
here=tests/conformance
corpus=corpus/csto
failed=0 valid=0

fail() { echo "FAILED: $*"; failed=$((failed + 1)); }

$here/tools/npm.sh $here "$folder" || exit 77
multitool=$folder/node_modules/.bin/sarif-multitool
# Its install script, which not every npm runs, does no more than this.
chmod u+x "$folder"/node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool 2>/dev/null
"$multitool" --version >"$folder/sarif.log" 2>&1 ||
    { cat "$folder/sarif.log"; echo "skipped: the SARIF Multitool does not run here"; exit 77; }

# validate NAME: no error in NAME.sarif, whatever else it has to say.
validate() {
    if "$multitool" validate "$folder/$1.sarif" --level Error --output "$folder/$1.report" \
        --log ForceOverwrite >"$folder/$1.log" 2>&1 && ! grep -q ': error ' "$folder/$1.log"; then
        valid=$((valid + 1))
    else
        fail "$1.sarif is not valid"
        grep ': error ' "$folder/$1.log" | head -n 20
    fi
}

# check NAME TEXT FILE...: the findings in FILE..., which hold TEXT as SARIF.
check() {
    name=$1 text=$2
    shift 2
    "$penholder" check "$@" -q --format sarif >"$folder/$name.sarif"
    [ $? -le 1 ] || fail "penholder check $* --format sarif"
    grep -q "$text" "$folder/$name.sarif" || fail "$name.sarif holds no $text"
    validate "$name"
}

check fixes '"insertedContent"' tests/golden/check/wrong.txt
check looks '"markdown"' tests/golden/check/own/looks.html
check several '"parentIndex"' $corpus/*
sed 's/19 November 2012/29 November 2012/' $corpus/A_RES_73_331.txt >"$folder/slip.txt"
check series '"series-' "$folder/slip.txt" --series $corpus
check lines '"charOffset"' tests/samples/lakes.doc tests/golden/show/pdf/A_RES_73_331.pdf $corpus/A_RES_69_12.txt
check nothing '"results": \[\]' $corpus/A_RES_73_331.txt
cp $corpus/A_RES_69_12.txt "$folder/accepted draft.txt"
rm -f "$folder/accepted draft.txt.accepted.xml"
"$penholder" check "$folder/accepted draft.txt" --accept quotes-curly@PP9 --reason 'a name' -q >/dev/null
check accepted '"justification": "a name"' "$folder/accepted draft.txt"

# That the validator would notice.
sed 's/"deletedRegion"/"deleted"/' "$folder/fixes.sarif" >"$folder/broken.sarif"
"$multitool" validate "$folder/broken.sarif" --output "$folder/broken.report" --log ForceOverwrite \
    >"$folder/broken.log" 2>&1
grep -q ': error ' "$folder/broken.log" || fail "what is broken on purpose is found to be valid"

echo "$valid reports are valid SARIF, $failed are not"
[ $failed -eq 0 ]
