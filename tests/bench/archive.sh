#!/usr/bin/env bash
# Prints what an archive costs and how it grows, beside the tools that people would use instead, on
# the same files in the same run; README.md says what each figure means. Never a test: figures
# depend on the machine.
#
# usage: tests/bench/archive.sh PENHOLDER [FOLDER [TIMES...]]
#   PENHOLDER: a release build; FOLDER: resolutions as text (the 1,421 beside the project, if they
#   are there); TIMES: 1 10 (100 takes gigabytes)
set -euo pipefail

penholder=$(realpath "${1:?usage: archive.sh PENHOLDER [FOLDER [TIMES...]]}")
here=$(cd "$(dirname "$0")" && pwd)
beside=$here/../../../shared/data/bulk
[ -d "$beside" ] || beside=$here/../../corpus/csto
folder=$(realpath "${2:-$beside}")
[ $# -gt 2 ] || set -- "$penholder" "$folder" 1 10
shift 2
for tool in sqlite3 /usr/bin/time; do
    command -v $tool >/dev/null || { echo "archive.sh needs $tool" >&2; exit 2; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8
phrase='within existing resources'
near='the importance of strengthening cooperation between the organizations concerned'

# measure COMMAND...: sets `elapsed` and `processor` (milliseconds) and `peak` (MiB, of one process).
# That nothing is found (penholder says so with 5, grep with 1) is an answer, too.
measure() {
    /usr/bin/time -f '%e %U %S %M' -o "$scratch/time" "$@" >"$scratch/out" 2>"$scratch/errors" ||
        [[ $? == [15] ]] || { cat "$scratch/errors" >&2; exit 2; }
    read -r elapsed processor peak < <(tail -n 1 "$scratch/time" |
        awk '{ printf "%d %d %.1f\n", $1 * 1000, ($2 + $3) * 1000, $4 / 1024 }')
}

# least COMMAND...: the same, of five runs that with the least processor time.
least() {
    local i best_elapsed best='' best_peak
    for i in 1 2 3 4 5; do
        measure "$@"
        [ -n "$best" ] && [ "$best" -le "$processor" ] ||
            { best=$processor best_elapsed=$elapsed best_peak=$peak; }
    done
    elapsed=$best_elapsed processor=$best peak=$best_peak
}

row() { printf '  %-36s %10s %12s %10s %10s\n' "$1" "$elapsed" "$processor" "$peak" "${2:--}"; }
size() { awk -v bytes="$(stat -c %s "$1")" 'BEGIN { printf "%.1f", bytes / 1024 / 1024 }'; }

# What stands in the archive, as the shell of SQLite would get it: every paragraph a line.
paragraphs() {
    sqlite3 -separator $'\t' "$1" "SELECT name, label, replace(replace(words, char(9), ' '), '\"', '')
        FROM paragraph JOIN form ON form.id = form JOIN resolution ON resolution.id = resolution"
}

load() {
    rm -f "$scratch/fts"
    sqlite3 "$scratch/fts" "CREATE VIRTUAL TABLE paragraph USING fts5 (name, label, words)" \
        '.mode tabs' ".import $scratch/paragraphs paragraph"
}
# The way without an archive: the words of each PDF, looked through anew for each question.
grep_pdf() { if pdftotext "$1" - | grep -qF "$phrase"; then echo "$1"; fi; }
grep_pdfs() {
    local file
    find "$scratch/sources" -name '*.pdf' | while read -r file; do
        grep_pdf "$file"
    done
}
grep_pdfs_at_once() {
    find "$scratch/sources" -name '*.pdf' -print0 |
        xargs -0 -n 1 -P "$(nproc)" bash -c 'grep_pdf "$1"' bash
}
export scratch phrase
export -f load grep_pdf grep_pdfs grep_pdfs_at_once

head_of() {
    printf '%s\n  %-36s %10s %12s %10s %10s\n' "$1" "" "elapsed ms" "processor ms" "peak MiB" \
        "disk MiB"
}

for times; do
    mkdir "$scratch/sources"
    for ((copy = 0; copy < times; copy++)); do
        find "$folder" -name '*.txt' -print0 | sort -z |
            xargs -0 awk -v copy=$copy -v folder="$scratch/sources" -f "$here/copies.awk"
    done
    files=$(find "$scratch/sources" -type f | wc -l)
    head_of "$files files"
    measure "$penholder" archive build -q "$scratch/sources" -o "$scratch/archive"
    row "penholder archive build, all new" "$(size "$scratch/archive")"
    least "$penholder" archive build -q "$scratch/sources" -o "$scratch/archive"
    row "penholder archive build, nothing new"
    paragraphs "$scratch/archive" >"$scratch/paragraphs"
    measure bash -c load
    row "sqlite3, the same paragraphs, FTS5" "$(size "$scratch/fts")"
    least "$penholder" search "\"$phrase\"" --archive "$scratch/archive"
    row "penholder search, a phrase"
    least sqlite3 "$scratch/fts" "SELECT name, label, words FROM paragraph
        WHERE paragraph MATCH '\"$phrase\"' ORDER BY rank LIMIT 10"
    row "sqlite3, a phrase"
    measure grep -rlF "$phrase" "$scratch/sources"
    row "grep -rlF, a phrase"
    least "$penholder" search "$near" --archive "$scratch/archive"
    row "penholder search, near a phrase"
    measure "$penholder" series "$scratch/archive"
    row "penholder series"
    rm -rf "$scratch/sources" "$scratch/archive" "$scratch/fts" "$scratch/paragraphs"
done

# The folders with PDF files beside those of text.
pdfs=()
for name in reader series; do
    [ ! -d "$folder/../$name" ] || pdfs+=("$folder/../$name")
done
if [ ${#pdfs[@]} -eq 0 ] || ! command -v pdftotext >/dev/null; then
    echo "without PDF files beside $folder, or without pdftotext: no figures of PDF files"
else
    mkdir "$scratch/sources"
    for pdf in "${pdfs[@]}"; do
        mkdir "$scratch/sources/${pdf##*/}"
        find "$pdf/" -name '*.pdf' -exec cp {} "$scratch/sources/${pdf##*/}" \;
    done
    head_of "$(find "$scratch/sources" -type f | wc -l) PDF files"
    least bash -c grep_pdfs
    row "pdftotext and grep -F, a phrase"
    least bash -c grep_pdfs_at_once
    row "the same, on all processors"
    measure "$penholder" archive build -q "$scratch/sources" -o "$scratch/archive"
    row "penholder archive build, all new" "$(size "$scratch/archive")"
    least "$penholder" archive build -q "$scratch/sources" -o "$scratch/archive"
    row "penholder archive build, nothing new"
    least "$penholder" search "\"$phrase\"" --archive "$scratch/archive"
    row "penholder search, a phrase"
fi
