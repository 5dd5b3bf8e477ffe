#!/bin/sh
# Tracked changes there and back: of the changes between two texts, accepted, the second is left, and
# rejected the first, as .docx and as Flat OPC; and of a tracked draft the draft and the text before it.
#
# usage: tests/take.sh PENHOLDER     exit code 1: something differs
set -u
penholder=$(realpath "${1:?usage: take.sh PENHOLDER}")
cd "$(dirname "$0")/.." || exit 2
csto=corpus/csto
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
count=0 failed=0

# same "what it proves" FILE OTHER
same() {
    count=$((count + 1))
    cmp -s "$2" "$3" && [ -s "$2" ] && return
    failed=$((failed + 1))
    echo "FAILED: $1"
    diff "$3" "$2" | head -n 20
}

# taken HOW TRACKED EXPECTED: what is left is the text in EXPECTED, and no revision.
taken() {
    out=$scratch/taken.${2##*.}
    "$penholder" "$1" "$2" -q --force -o "$out" || echo "FAILED: $1 $2"
    "$penholder" show -q "$out" >"$scratch/text"
    same "$1 $2" "$scratch/text" "$3"
    for again in accept reject; do
        "$penholder" "$again" "$out" -q >"$scratch/again"
        same "$1 $2: no revision is left" "$scratch/again" "$out"
    done
}

# changes OLD NEW HOW...
changes() {
    "$penholder" show -q "$csto/$1.txt" >"$scratch/reject.txt"
    "$penholder" show -q "$csto/$2.txt" >"$scratch/accept.txt"
    for format in docx flatopc; do
        tracked=$scratch/$1-$2.$format
        "$penholder" compare "$csto/$1.txt" "$csto/$2.txt" -q --format $format -o "$tracked"
        taken accept "$tracked" "$scratch/accept.txt"
        taken reject "$tracked" "$scratch/reject.txt"
    done
}

changes A_RES_64_256 A_RES_67_6
changes A_RES_67_6 A_RES_64_256
changes A_RES_67_6 A_RES_69_12

"$penholder" draft $csto -q --tracked -o "$scratch/draft.docx"
"$penholder" draft $csto -q >"$scratch/accept.txt"
"$penholder" show -q $csto/A_RES_73_331.txt >"$scratch/reject.txt"
taken accept "$scratch/draft.docx" "$scratch/accept.txt"
taken reject "$scratch/draft.docx" "$scratch/reject.txt"

echo "$count comparisons, $failed failed"
[ "$failed" -eq 0 ]
