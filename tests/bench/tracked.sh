#!/usr/bin/env bash
# Prints what tracked changes cost: two Word files compared, the changes written into a third one,
# beside the programs that people would use instead, on the same files in the same run; README.md
# says what each figure means. Never a test: figures depend on the machine.
#
# usage: tests/bench/tracked.sh PENHOLDER [RUNS]     PENHOLDER: a release build; RUNS: 5
set -euo pipefail

penholder=$(realpath "${1:?usage: tracked.sh PENHOLDER [RUNS]}")
runs=${2:-5}
limit=120 # seconds: who is not done with a pair by then has no figure for it
here=$(cd "$(dirname "$0")" && pwd)
root=$(realpath "$here/../..")
conformance=$root/tests/conformance
packages=$root/build/bench
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8
# shellcheck source=tests/bench/lib/figures.sh
. "$here/lib/figures.sh"

# by_PROGRAM OLD NEW OUT: sets the command that writes NEW with what changed since OLD.
by_penholder() { command=("$penholder" compare "$1" "$2" -q --force -o "$3"); }
by_docxodus() {
    command=(node "$here/lib/docxodus.mjs" "$packages/node_modules" "$1" "$2" "$3")
}
by_libreoffice() {
    printf 'compare\t%s\t%s\t%s\n' "$2" "$3" "$1" >"$scratch/jobs"
    command=("$conformance/office/run.sh" "$scratch/office" "$scratch/jobs")
}

# figures NAME COMMAND...: sets least and peak, and prints them.
figures() {
    local name=$1
    shift
    least=$(least_time "$@")
    peak=$(peak_memory "$@")
    printf '  %-34s %12.1f %12s' "$name" "$least" "$peak"
}

# row NAME OLD NEW: a program's figures, and how they compare with penholder's, which come first.
# What takes long once is not run again.
row() {
    local out=$scratch/out.docx runs=$runs command
    rm -f "$out" "$out.error"
    "by_$1" "$2" "$3" "$out"
    SECONDS=0
    timeout "$limit" "${command[@]}" >"$scratch/log" 2>&1 || true
    if [ ! -s "$out" ]; then
        [ "$SECONDS" -lt "$limit" ] || echo "not done in $limit seconds" >"$scratch/log"
        printf '  %-34s %s\n' "$1" "$(cat "$scratch/log" "$out.error" 2>/dev/null | tail -n 1)"
        return
    fi
    [ "$SECONDS" -lt 5 ] || runs=1
    figures "$1" "${command[@]}"
    [ ! -e "$out.error" ] || { echo " stopped in one of the runs"; return; }
    : "${own_time:=$least}" "${own_peak:=$peak}"
    awk -v time="$least" -v peak="$peak" -v own_time="$own_time" -v own_peak="$own_peak" 'BEGIN {
        printf " %12.3f %12s\n", own_time / time,
            (peak > 0 ? sprintf("%.3f", own_peak / peak) : "-") }' | tee -a "$scratch/ratios"
}

# What is to be reached with the last pair, and what is: the first ratio is penholder's own.
floors() {
    awk -v time="$own_time" 'NR > 1 && $1 > by_time { by_time = $1 }
        NR > 1 && $2 > by_peak { by_peak = $2 }
        END {
            printf "  to be reached: at most 100 ms: %.1f", time
            if (NR > 1)
                printf "; 0.1 of the time of each: %.3f; 0.25 of the memory: %.3f", by_time, by_peak
            print "" }' "$scratch/ratios"
}

# documents OLD NEW: two texts as Word files.
documents() {
    "$penholder" show "$1" -q --force -o "$scratch/old.docx"
    "$penholder" show "$2" -q --force -o "$scratch/new.docx"
}

# pair NAME OLD NEW, both texts.
pair() {
    local program
    own_time='' own_peak=''
    : >"$scratch/ratios"
    echo "$1, $(wc -w <"$2") and $(wc -w <"$3") words"
    documents "$2" "$3"
    for program in penholder $others; do
        row "$program" "$scratch/old.docx" "$scratch/new.docx"
    done
}

# made WORDS: a pair of that length.
made() {
    local edited
    for edited in 0 1; do
        awk -v words="$1" -v edited=$edited -f "$here/stock.awk" -f "$here/large.awk" \
            >"$scratch/made-$edited.txt"
    done
}

# What is there of the others, and what starting it costs: that is in each of its figures.
others=
printf '%-36s %12s %12s %12s %12s\n' "least of $runs runs" "processor ms" "peak MiB" \
    "time ratio" "memory ratio"
echo "started, and nothing done"
figures penholder "$penholder" --version
echo
if reason=$("$conformance/tools/npm.sh" "$here" "$packages"); then
    others+=" docxodus"
    figures docxodus node "$here/lib/docxodus.mjs" "$packages/node_modules"
    echo
else
    echo "  docxodus: $reason"
fi
if command -v soffice >/dev/null; then
    others+=" libreoffice"
    : >"$scratch/jobs"
    figures libreoffice "$conformance/office/run.sh" "$scratch/office" "$scratch/jobs"
    echo
else
    echo "  libreoffice: not installed"
fi
for length in 1000 7000 28000; do
    made $length
    pair "made" "$scratch/made-0.txt" "$scratch/made-1.txt"
done
floors
series=$root/../shared/data/series/syria_human_rights
if [ -d "$series" ]; then
    pair "syria_human_rights, 78/222 and 79/185" "$series/A_RES_78_222.txt" \
        "$series/A_RES_79_185.txt"
fi
