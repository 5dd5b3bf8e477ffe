#!/usr/bin/env bash
# Prints how long the program takes; README.md says what each figure means. Never a test: figures
# depend on the machine.
#
# usage: tests/bench/run.sh PENHOLDER [RUNS]     PENHOLDER: a release build; RUNS: 50
set -euo pipefail

penholder=$(realpath "${1:?usage: run.sh PENHOLDER [RUNS]}")
runs=${2:-50}
here=$(cd "$(dirname "$0")" && pwd)
corpus=$here/../../corpus/csto
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C
minimum=0 median=0 own=0

# measure COMMAND...: sets minimum and median, in milliseconds. What a command prints, and its exit
# code (findings, differences), do not count.
measure() {
    if command -v hyperfine >/dev/null; then
        hyperfine --shell none --ignore-failure --warmup 3 --runs "$runs" \
            --export-csv "$scratch/times" "$(printf '%q ' "$@")" >/dev/null 2>&1
        # command,mean,stddev,median,user,system,min,max
        read -r median minimum < <(awk -F, 'END { print $(NF-4) * 1000, $(NF-1) * 1000 }' \
            "$scratch/times")
        return
    fi
    local i start
    for ((i = 0; i < runs + 3; i++)); do
        start=${EPOCHREALTIME/./}
        "$@" >/dev/null 2>&1 || true
        echo $((${EPOCHREALTIME/./} - start))
    done | tail -n +4 | sort -n >"$scratch/times"
    read -r minimum median < <(awk '{ t[NR] = $1 / 1000 }
        END { print t[1], t[int((NR + 1) / 2)] }' "$scratch/times")
}

# A command that does not work is no figure. Exit code 1 is what findings and differences give.
row() {
    local name=$1 code=0
    shift
    "$@" >/dev/null 2>"$scratch/errors" || code=$?
    [ $code -le 1 ] || { echo "failed ($code): $*"; cat "$scratch/errors"; exit 2; } >&2
    measure "$@"
    printf '%-44s %9.2f %9.2f\n' "$name" "$minimum" "$median"
}

# ratio NAME A B: how many times B's median A's is.
ratio() {
    awk -v name="$1" -v a="$2" -v b="$3" 'BEGIN { printf "%-44s %9.2f\n", name, a / b }'
}

as_text() {
    "$penholder" show "$1" --format text >"$2" 2>/dev/null
}

# other NAME OWN COMMAND...: what somebody would use instead, and how many times its time compare
# takes; a tool that is not installed is passed over.
other() {
    local name=$1 own=$2
    shift 2
    command -v "$1" >/dev/null || { echo "  $name: not installed"; return; }
    row "  $name" "$@" "$scratch/old.txt" "$scratch/new.txt"
    ratio "    ratio" "$own" "$median"
}

# pair NAME OLD NEW: compare, beside what a programmer would use on the texts. Sets `own`.
pair() {
    as_text "$2" "$scratch/old.txt"
    as_text "$3" "$scratch/new.txt"
    row "compare $1" "$penholder" compare "$2" "$3"
    own=$median
    other "git diff --word-diff of the texts" "$own" git diff --no-index --word-diff
    other "wdiff of the texts" "$own" wdiff
    other "lowdown-diff of the texts" "$own" lowdown-diff -tterm
}

make_large() {
    for edited in 0 1; do
        awk -v words="$1" -v edited=$edited -f "$here/stock.awk" -f "$here/large.awk" \
            >"$scratch/large-$1-$edited.txt"
    done
}

last=$corpus/A_RES_73_331.txt
printf '%-44s %9s %9s\n' "milliseconds, of $runs runs" minimum median
row "start and end (--version)" "$penholder" --version
row "draft corpus/csto (docx)" "$penholder" draft "$corpus" --force -o "$scratch/draft.docx"
row "draft corpus/csto (text)" "$penholder" draft "$corpus"
row "show 73/331" "$penholder" show "$last" --format text
row "check 73/331" "$penholder" check "$last"
pair "69/12 with 73/331" "$corpus/A_RES_69_12.txt" "$last"
before=0
for words in 1000 7000 28000; do
    make_large $words
    row "show, $words words" "$penholder" show "$scratch/large-$words-0.txt" --format text
    row "check, $words words" "$penholder" check "$scratch/large-$words-0.txt"
    pair "$words words" "$scratch/large-$words-0.txt" "$scratch/large-$words-1.txt"
    [ "$before" = 0 ] || ratio "compare: as many times the size before" "$own" "$before"
    before=$own
done
