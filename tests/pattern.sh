#!/bin/sh
# A pattern's file suffices: what `draft --pattern` writes from a pattern that `learn` wrote, and
# that nobody edited, is byte for byte what `draft` writes from the sources: in every format, with
# tracked changes, and for a session of one's own.
#
# usage: tests/pattern.sh PENHOLDER [SERIES...]     a SERIES is a folder, or files parted by ","
#        exit code 1: something differs
set -u

penholder=$(realpath "${1:?usage: pattern.sh PENHOLDER [SERIES...]}")
shift
if [ $# -eq 0 ]; then # the forms that the repository has: many texts, two, one, a draft, a letter
    cd "$(dirname "$0")/.." || exit 2
    csto=corpus/csto
    set -- $csto $csto/A_RES_64_256.txt,$csto/A_RES_67_6.txt $csto/A_RES_64_256.txt \
        tests/golden/draft/committee.txt $csto/letter-2009-07-14.md
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
count=0 failed=0

# from_sources NAME OPTION...: the draft from the sources; from_pattern: from the pattern.
from_sources() {
    out=$scratch/sources.$1
    shift
    printf %s "$sources" | tr ',' '\0' | xargs -0 "$penholder" draft --quiet "$@" --force -o "$out"
}
from_pattern() {
    out=$scratch/pattern.$1
    shift
    "$penholder" draft --quiet "$@" --force -o "$out" --pattern "$scratch/pattern.xml"
}

# same NAME OPTION...
same() {
    count=$((count + 1))
    if from_sources "$@" 2>"$scratch/err" && from_pattern "$@" 2>"$scratch/err" &&
        cmp "$scratch/sources.$1" "$scratch/pattern.$1"; then
        return
    fi
    cat "$scratch/err"
    echo "FAILED: $sources: $*"
    failed=$((failed + 1))
}

for sources; do
    if ! printf %s "$sources" | tr ',' '\0' |
        xargs -0 "$penholder" learn --quiet --force -o "$scratch/pattern.xml"; then
        echo "FAILED: $sources: no pattern"
        failed=$((failed + 1))
        continue
    fi
    for format in text json docx dump; do
        same "plain.$format" --format $format --clean
        same "tracked.$format" --format $format --tracked
    done
    same later.json --format json --session 95
done
echo "$count drafts, $failed not the same from the pattern"
[ "$failed" -eq 0 ]
