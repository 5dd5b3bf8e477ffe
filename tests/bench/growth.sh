#!/usr/bin/env bash
# Prints how the cost of tracked changes grows with the length of two documents of which the same
# share has changed, and of two that have no word in common, as text and as Word files; README.md
# says what each figure means. Never a test: figures depend on the machine, ratios less so.
#
# usage: tests/bench/growth.sh PENHOLDER [RUNS [WORDS...]]
# PENHOLDER: a release build; RUNS: 5; WORDS: 7000 14000 28000 56000
set -euo pipefail

penholder=$(realpath "${1:?usage: growth.sh PENHOLDER [RUNS [WORDS...]]}")
runs=${2:-5}
lengths=("${@:3}")
[ ${#lengths[@]} -gt 0 ] || lengths=(7000 14000 28000 56000)
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8
# shellcheck source=tests/bench/lib/figures.sh
. "$here/lib/figures.sh"

# made WORDS EDITED
made() { awk -v words="$1" -v edited="$2" -f "$here/stock.awk" -f "$here/large.awk"; }

# documents WORDS: the old text, the edited one and one in which every letter is another, each also
# as a Word file.
documents() {
    local folder=$scratch/$1 name
    mkdir -p "$folder"
    made "$1" 0 >"$folder/old.txt"
    made "$1" 1 >"$folder/new.txt"
    tr 'a-zA-Z' 'n-za-mN-ZA-M' <"$folder/new.txt" >"$folder/foreign.txt"
    for name in old new foreign; do
        "$penholder" show "$folder/$name.txt" -q -o "$folder/$name.docx"
    done
}

# table TITLE OLD NEW: the pair in each length, beside the first of them.
table() {
    local words first='' least peak command
    echo "$1"
    for words in "${lengths[@]}"; do
        command=("$penholder" compare "$scratch/$words/$2" "$scratch/$words/$3" -q --force
            -o "$scratch/out.docx")
        least=$(least_time "${command[@]}")
        peak=$(peak_memory "${command[@]}")
        : "${first:=$least}"
        awk -v words="$words" -v shortest="${lengths[0]}" -v time="$least" -v first="$first" \
            -v peak="$peak" 'BEGIN { printf "  %9d words %12.1f %12s %12.1f %12.1f\n", words, time,
                peak, words / shortest, time / first }'
    done
}

for words in "${lengths[@]}"; do
    documents "$words"
done
printf '%-17s %12s %12s %12s %12s\n' "least of $runs runs" "processor ms" "peak MiB" \
    "length times" "cost times"
table "three of ten paragraphs edited, text" old.txt new.txt
table "three of ten paragraphs edited, .docx" old.docx new.docx
table "no word in common, text" old.txt foreign.txt
table "no word in common, .docx" old.docx foreign.docx
table "equal, text" old.txt old.txt
table "equal, .docx" old.docx old.docx
