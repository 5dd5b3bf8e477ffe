#!/usr/bin/env bash
# Prints what learning a long series costs; README.md says what each figure means. Never a test:
# figures depend on the machine.
#
# usage: tests/bench/learn.sh PENHOLDER [RUNS]     PENHOLDER: a release build; RUNS: 5
set -euo pipefail

penholder=$(realpath "${1:?usage: learn.sh PENHOLDER [RUNS]}")
runs=${2:-5}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C
# shellcheck source=tests/bench/lib/figures.sh
. "$here/lib/figures.sh"

read_all() {
    local text
    for text in "$1"/*.txt; do "$penholder" show "$text"; done
}

mkdir "$scratch/series"
awk -v members=30 -v words=7000 -v folder="$scratch/series" -f "$here/stock.awk" \
    -f "$here/series.awk"
printf '%-10s %12s %10s %12s %10s %14s\n' "members of" "learn" "as many" "peak memory" "as many" \
    "show, each one"
printf '%-10s %12s %10s %12s %10s %14s\n' "7,000 words" "ms" "times" MiB "times" ms
first_time='' first_peak=''
for count in 5 10 20 30; do
    folder=$scratch/first-$count
    mkdir "$folder"
    for ((session = 50; session < 50 + count; session++)); do
        ln -s "$scratch/series/A_RES_$session.txt" "$folder"
    done
    "$penholder" learn "$folder" >/dev/null 2>"$scratch/errors" ||
        { echo "failed: learn, $count members"; cat "$scratch/errors"; exit 2; } >&2
    time=$(least_time "$penholder" learn "$folder")
    peak=$(peak_memory "$penholder" learn "$folder")
    : "${first_time:=$time}" "${first_peak:=$peak}"
    awk -v count=$count -v time="$time" -v peak="$peak" -v first_time="$first_time" \
        -v first_peak="$first_peak" -v read="$(least_time read_all "$folder")" 'BEGIN {
            printf "%-10d %12.0f %10.1f %12s %10.1f %14.0f\n", count, time, time / first_time,
                peak, (first_peak > 0 ? peak / first_peak : 0), read }'
done
