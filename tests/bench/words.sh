#!/usr/bin/env bash
# Prints how many words changed between consecutive resolutions of series: as compare says it, and as
# `git diff --no-index --word-diff` says it of the same two as plain text. A word is what stands
# between white space, on both sides; inserted and deleted ones are counted together.
#
#   compare   edits of words and of paragraphs; a paragraph that moved is no change
#   + moves   the same, each moved paragraph counted as deleted here and inserted there
#   git       of the texts that `penholder show` prints
#
# usage: tests/bench/words.sh PENHOLDER FOLDER...     a FOLDER per series: A_RES_SESSION_NUMBER.txt
set -euo pipefail

penholder=$(realpath "${1:?usage: words.sh PENHOLDER FOLDER...}")
shift
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8

# Words of the edits, then those of moved paragraphs.
own_words() {
    "$penholder" compare "$1" "$2" --format edits -q | awk -f "$here/words.awk"
}

git_words() {
    "$penholder" show "$1" --format text -q >"$scratch/old.txt"
    "$penholder" show "$2" --format text -q >"$scratch/new.txt"
    (git diff --no-index --word-diff=porcelain "$scratch/old.txt" "$scratch/new.txt" || true) |
        awk '/^@@/ { inside = 1; next } inside && /^[-+]/ { n += split(substr($0, 2), words, " ") }
             END { print n + 0 }'
}

row() { printf '%-36s %6s %9s %9s %9s\n' "$@"; }

total=0 total_moves=0 total_git=0 total_pairs=0
row "changed words of series" pairs compare "+ moves" git
for folder; do
    sum=0 sum_moves=0 sum_git=0 pairs=0 before=
    while IFS= read -r file; do
        if [ -n "$before" ]; then
            read -r own moved < <(own_words "$before" "$file")
            sum=$((sum + own)) sum_moves=$((sum_moves + own + moved)) pairs=$((pairs + 1))
            sum_git=$((sum_git + $(git_words "$before" "$file")))
        fi
        before=$file
    done < <(find "$folder" -name 'A_RES_*.txt' | sort -V)
    row "$(basename "$folder")" $pairs $sum $sum_moves $sum_git
    total=$((total + sum)) total_moves=$((total_moves + sum_moves))
    total_git=$((total_git + sum_git)) total_pairs=$((total_pairs + pairs))
done
row sum $total_pairs $total $total_moves $total_git
awk -v a=$total -v b=$total_moves -v c=$total_git 'BEGIN {
    printf "%-36s %6s %9.3f %9.3f\n", "of what git says", "", a / c, b / c }'
