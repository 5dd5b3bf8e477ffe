#!/usr/bin/env bash
# Prints how fast Word documents are read, beside what others need for it; README.md says what each
# figure means. Never a test: figures depend on the machine.
#
# usage: tests/bench/docx.sh PENHOLDER [RUNS]     PENHOLDER: a release build; RUNS: 20
set -euo pipefail

penholder=$(realpath "${1:?usage: docx.sh PENHOLDER [RUNS]}")
runs=${2:-20}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C TIMEFORMAT='%U %S'

# Processor time of whole processes, user and system, in milliseconds: the least of all runs.
least_time() {
    local i
    for ((i = 0; i < runs; i++)); do
        { time "$@" >/dev/null 2>&1; } 2>&1
    done | awk '{ t = ($1 + $2) * 1000 } NR == 1 || t < least { least = t } END { print least }'
}

# The most memory that a command held, in MiB; "-" without GNU time.
peak_memory() {
    local time=/usr/bin/time
    [ -x $time ] || { echo -; return; }
    $time -f %M -o "$scratch/peak" "$@" >/dev/null 2>&1 || true
    tail -n 1 "$scratch/peak" | awk '{ printf "%.1f\n", $1 / 1024 }'
}

own() { "$penholder" show "$1" --format text; }
as_text() { "$penholder" show "${1%.docx}.txt" --format text; }
well_formed() { unzip -p "$1" word/document.xml | xmllint --noout -; }
plain() { docx2txt "$1" -; }
converted() { pandoc -t plain "$1"; }

# row NAME FILE FUNCTION TOOL COMMAND...: the command is what FUNCTION runs, for its memory.
row() {
    local name=$1 file=$2 function=$3 tool=$4
    shift 4
    command -v "$tool" >/dev/null || { printf '%-34s %10s\n' "  $name" "no $tool"; return; }
    least=$(least_time "$function" "$file")
    awk -v name="  $name" -v time="$least" -v first="${first:=$least}" \
        -v peak="$(peak_memory "$@")" 'BEGIN { printf "%-34s %10.1f %12.1f %10.2f %12s\n", name,
            time, 1000 / time, first / time, peak }'
}

figures() {
    local file=$1
    first=
    unzip -p "$file" word/document.xml >"$scratch/document.xml"
    printf '%s\n' "$2"
    row "penholder show" "$file" own "$penholder" "$penholder" show "$file" --format text
    row "penholder show, from text" "$file" as_text "$penholder" "$penholder" show \
        "${file%.docx}.txt" --format text
    row "docx2txt" "$file" plain docx2txt docx2txt "$file" -
    row "pandoc -t plain" "$file" converted pandoc pandoc -t plain "$file"
    row "unzip -p | xmllint --noout" "$file" well_formed xmllint xmllint --noout \
        "$scratch/document.xml"
}

cp "$here/../../corpus/csto/A_RES_73_331.txt" "$scratch/short.txt"
"$penholder" show "$scratch/short.txt" -q -o "$scratch/short.docx"
awk -v words=28000 -v edited=0 -f "$here/stock.awk" -f "$here/large.awk" >"$scratch/large.txt"
"$penholder" show "$scratch/large.txt" -q -o "$scratch/large.docx"
printf '%-34s %10s %12s %10s %12s\n' "least of $runs runs" ms "a second" "ratio" "peak MiB"
figures "$scratch/short.docx" "73/331"
figures "$scratch/large.docx" "28,000 words"
