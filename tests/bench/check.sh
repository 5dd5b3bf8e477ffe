#!/usr/bin/env bash
# Prints what checking costs, beside the checkers of prose that people would use instead, on the same
# texts in the same run; README.md says what each figure means. Never a test.
#
# usage: tests/bench/check.sh PENHOLDER [RUNS [TEXT...]]
#   PENHOLDER: a release build; RUNS: 10; TEXT: resolutions, measured besides
set -euo pipefail

penholder=$(realpath "${1:?usage: check.sh PENHOLDER [RUNS [TEXT...]]}")
runs=${2:-10}
shift $(($# < 2 ? $# : 2))
here=$(cd "$(dirname "$0")" && pwd)
packages=$here/../../build/bench
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 TIMEFORMAT='%U %S'

# Processor time of whole processes and their children, in milliseconds: the least of all runs.
least_time() {
    local i
    for ((i = 0; i < runs; i++)); do
        { time "$@" >/dev/null 2>&1; } 2>&1 || true
    done | awk '{ t = ($1 + $2) * 1000 } NR == 1 || t < least { least = t } END { print least }'
}

# row NAME COMMAND...: beside the first row since `text`.
row() {
    local name=$1 least
    shift
    command -v "$1" >/dev/null || { printf '  %-32s %10s\n' "$name" "no $1"; return; }
    least=$(least_time "$@")
    : "${first:=$least}"
    awk -v name="$name" -v time="$least" -v first="$first" 'BEGIN {
        printf "  %-32s %10.1f %10.1f\n", name, time, time / first }'
}

text() {
    first=''
    printf '%s\n' "$1"
    row "penholder check" "$penholder" check "$2"
    row "penholder show" "$penholder" show "$2"
    row "textlint --rule terminology" textlint --rule terminology "$2"
    row proselint proselint "$2"
}

# textlint comes with its packages, proselint with Debian's package of that name.
"$here/../conformance/tools/npm.sh" "$here" "$packages" && PATH=$packages/node_modules/.bin:$PATH

"$penholder" show --quiet "$here/../../corpus/csto/A_RES_73_331.txt" --format text >"$scratch/short.txt"
awk -v words=28000 -v edited=0 -f "$here/stock.awk" -f "$here/large.awk" >"$scratch/large.txt"
printf '  %-32s %10s %10s\n' "least of $runs runs" ms times
text "73/331, 1,000 words" "$scratch/short.txt"
text "28,000 words" "$scratch/large.txt"
for file; do
    text "$(basename "$file"), $(wc -w <"$file") words" "$file"
done
printf 'the ten dearest rules, 28,000 words\n'
"$penholder" check --quiet --timing "$scratch/large.txt" 2>&1 >/dev/null | head -n 11 || true
