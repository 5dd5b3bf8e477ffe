#!/bin/sh
# Tracked changes at the edges, through the real program, as text and as .docx: documents with
# thousands of revisions by others, equal documents, documents without words, and one against another
# in which no word is the same, all in bounded time.
#
# usage: tests/revisions.sh PENHOLDER     exit code 1: something is wrong
set -u
penholder=$(realpath "${1:?usage: revisions.sh PENHOLDER}")
cd "$(dirname "$0")/.." || exit 2
bench=tests/bench
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
count=0 failed=0
limit=60 # seconds for a command, with sanitizers

fail() { echo "FAILED: $*"; failed=$((failed + 1)); }

run() {
    timeout $limit "$penholder" "$@" -q 2>"$scratch/err" ||
        fail "exit code $?: $*: $(head -n 5 "$scratch/err")"
}

# same "what it proves" FILE OTHER
same() {
    count=$((count + 1))
    cmp -s "$2" "$3" || { fail "$1"; diff -a "$3" "$2" | head -n 6; }
}

text() { run show "$1" >"$2"; }

# words FILE OUT: what the text says from the organ's line on: a file's own masthead is not made anew.
words() { run show "$1" | sed -n '/The General Assembly,/,$p' >"$2"; }

# compared OLD NEW READ: READ (text, words) finds NEW when the changes are accepted, OLD when they are
# rejected, whatever the file was.
compared() {
    tracked=$scratch/tracked.docx
    run compare "$1" "$2" --author A --force -o "$tracked"
    for side in accept reject; do
        run $side "$tracked" --force -o "$scratch/$side.docx"
        "$3" "$scratch/$side.docx" "$scratch/found"
        if [ $side = accept ]; then "$3" "$2" "$scratch/wanted"; else "$3" "$1" "$scratch/wanted"; fi
        same "$1 and $2: $side" "$scratch/found" "$scratch/wanted"
    done
}

# equal FILE: compared with itself a .docx is the same file, and a text has no revision.
equal() {
    run compare "$1" "$1" --author A --force -o "$scratch/equal.docx"
    case $1 in
    *.docx) same "$1 and itself: the same bytes" "$scratch/equal.docx" "$1" ;;
    *)
        run accept "$scratch/equal.docx" --force -o "$scratch/accepted.docx"
        same "$1 and itself: no revision" "$scratch/accepted.docx" "$scratch/equal.docx"
        ;;
    esac
}

# keeps_others BASE MADE AUTHOR: without the changes of AUTHOR, MADE says what BASE says, the changes
# of others included.
keeps_others() {
    run reject "$2" --author "$3" --force -o "$scratch/back.docx"
    text "$scratch/back.docx" "$scratch/found"
    text "$1" "$scratch/wanted"
    same "$2: the changes of others stay" "$scratch/found" "$scratch/wanted"
}

made() { awk -v words="$1" -v edited="$2" -f $bench/stock.awk -f $bench/large.awk; }

# Puts a word into each paragraph of a text and takes one out, from that place on.
edited_at() {
    awk -v at="$1" '/^[0-9]/ && NF > at + 20 {
        for (i = at; i < at + 20; i += 7) $i = $i " considerably"
        $(at + 3) = "strongly" } { print }' "$2"
}

# ---- thousands of revisions by others ----

base=$scratch/base.docx
made 28000 0 >"$scratch/old.txt"
edited_at 4 "$scratch/old.txt" >"$scratch/theirs.txt"
edited_at 26 "$scratch/theirs.txt" >"$scratch/ours.txt"
run show "$scratch/old.txt" -o "$scratch/old.docx"
run compare "$scratch/old.docx" "$scratch/theirs.txt" --author B -o "$base"
many=$("$penholder" accept "$base" -o "$scratch/accepted.docx" 2>&1 |
    sed -n 's/.*accepted \([0-9]*\) revisions.*/\1/p')
[ "${many:-0}" -ge 2000 ] || fail "thousands of revisions: ${many:-0}"
compared "$scratch/old.docx" "$scratch/theirs.txt" words
equal "$base"
run compare "$base" "$scratch/ours.txt" --author A -o "$scratch/both.docx"
keeps_others "$base" "$scratch/both.docx" A
run accept "$scratch/both.docx" -o "$scratch/ours.docx"
words "$scratch/ours.docx" "$scratch/found"
words "$scratch/ours.txt" "$scratch/wanted"
same "both accepted: the newest text" "$scratch/found" "$scratch/wanted"
run reject "$scratch/both.docx" -o "$scratch/first.docx"
words "$scratch/first.docx" "$scratch/found"
words "$scratch/old.txt" "$scratch/wanted"
same "both rejected: the oldest text" "$scratch/found" "$scratch/wanted"
run draft "$base" --author A -o "$scratch/draft.docx"
keeps_others "$base" "$scratch/draft.docx" A
run accept "$scratch/draft.docx" -o "$scratch/drafted.docx"
words "$scratch/drafted.docx" "$scratch/found"
run draft "$base" --clean --format docx >"$scratch/clean.docx"
words "$scratch/clean.docx" "$scratch/wanted"
same "drafted in a file with changes of others: the draft" "$scratch/found" "$scratch/wanted"

# A change that falls into somebody's own is told, and nothing is written.
theirs=$scratch/A_RES_73_331.docx
run compare corpus/csto/A_RES_69_12.txt corpus/csto/A_RES_73_331.txt --author B -o "$theirs"
count=$((count + 1))
"$penholder" draft "$theirs" -q -o "$scratch/refused.docx" 2>"$scratch/err"
code=$?
if [ $code -ne 4 ] || [ -e "$scratch/refused.docx" ] ||
    ! grep -q "within somebody's tracked change; nothing is written" "$scratch/err"; then
    fail "a change within somebody's own: exit code $code: $(cat "$scratch/err")"
fi
run draft "$theirs" --fresh -o "$scratch/fresh.docx"

# ---- equal documents ----

for file in "$scratch/old.txt" "$scratch/old.docx" corpus/csto/*.txt tests/golden/show/word/*.docx; do
    equal "$file"
done

# ---- no words ----

: >"$scratch/empty.txt"
run show "$scratch/empty.txt" -o "$scratch/empty.docx"
run show corpus/csto/A_RES_73_331.txt -o "$scratch/short.docx"
for empty in "$scratch/empty.txt" "$scratch/empty.docx"; do
    equal "$empty"
    for other in corpus/csto/A_RES_73_331.txt "$scratch/short.docx"; do
        compared "$empty" "$other" words
        compared "$other" "$empty" words
    done
done

# ---- another language ----

tr '[:lower:]' 'n-za-m' <"$scratch/theirs.txt" | sed 's/^Gur Grareny Nffrzoyl,/The General Assembly,/' \
    >"$scratch/foreign.txt"
run show "$scratch/foreign.txt" -o "$scratch/foreign.docx"
compared "$scratch/old.txt" "$scratch/foreign.txt" text
compared "$scratch/old.docx" "$scratch/foreign.docx" words

echo "$count comparisons, $failed failed"
[ "$failed" -eq 0 ]
