#!/usr/bin/env bash
# Prints how fast old Word documents (.doc) are read, beside catdoc and antiword on the same files in
# the same run; README.md says what each figure means. Never a test: figures depend on the machine.
#
# usage: tests/bench/doc.sh PENHOLDER [RUNS] [FILE...]    PENHOLDER: a release build; RUNS: 50;
#                                                        FILE: .doc; without, those of tests/samples
set -euo pipefail

penholder=$(realpath "${1:?usage: doc.sh PENHOLDER [RUNS] [FILE...]}")
runs=${2:-50}
here=$(cd "$(dirname "$0")" && pwd)
shift $(($# < 2 ? $# : 2))
[ $# -gt 0 ] || set -- "$here"/../samples/*.doc
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8

# Documents in a second, each run starting the program anew for each document; the best of all.
documents_per_second() {
    local i file start
    for ((i = 0; i < runs; i++)); do
        start=${EPOCHREALTIME/./}
        for file in "${files[@]}"; do "$@" "$file" >/dev/null 2>&1; done
        echo $((${EPOCHREALTIME/./} - start))
    done | awk -v count=${#files[@]} 'NR == 1 || $1 < least { least = $1 }
        END { printf "%.1f\n", count * 1000000 / least }'
}

# The most memory that a program held for any of the documents, in MiB; "-" without GNU time.
peak_memory() {
    local time=/usr/bin/time file
    [ -x $time ] || { echo -; return; }
    for file in "${files[@]}"; do
        $time -f %M -o "$scratch/peak" "$@" "$file" >/dev/null 2>&1
        cat "$scratch/peak"
    done | awk '$1 > most { most = $1 } END { printf "%.1f\n", most / 1024 }'
}

files=("$@")
first=''
row() {
    local name=$1 speed peak
    shift
    command -v "$1" >/dev/null || { echo "$name: not installed"; return; }
    "$@" "${files[0]}" >/dev/null 2>"$scratch/errors" ||
        { echo "failed: $*"; cat "$scratch/errors"; exit 2; } >&2
    speed=$(documents_per_second "$@")
    peak=$(peak_memory "$@")
    : "${first:=$speed}"
    awk -v name="$name" -v speed="$speed" -v peak="$peak" -v first="$first" 'BEGIN {
        printf "%-12s %12.1f %8.2f %12s\n", name, speed, speed / first, peak }'
}

echo "${#files[@]} documents, the best of $runs runs"
printf '%-12s %12s %8s %12s\n' "" "documents/s" ratio "peak MiB"
row penholder "$penholder" show --format text
row catdoc catdoc -d utf-8
row antiword antiword -m UTF-8.txt
