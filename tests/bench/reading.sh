#!/usr/bin/env bash
# Prints what reading costs in each format, beside the tools that people would use instead, on the
# same files in the same run; README.md says what each figure means. Never a test: figures depend on
# the machine.
#
# usage: tests/bench/reading.sh PENHOLDER [RUNS]     PENHOLDER: a release build; RUNS: 10
set -euo pipefail

penholder=$(realpath "${1:?usage: reading.sh PENHOLDER [RUNS]}")
runs=${2:-10}
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8
# shellcheck source=tests/bench/lib/figures.sh
. "$here/lib/figures.sh"

# row NAME COMMAND...: beside the first row since `title`.
row() {
    local name=$1 least
    shift
    command -v "$1" >/dev/null || { printf '  %-32s %10s\n' "$name" "no $1"; return; }
    least=$(least_time "$@")
    : "${first:=$least}"
    awk -v name="$name" -v time="$least" -v first="$first" -v peak="$(peak_memory "$@")" 'BEGIN {
        printf "  %-32s %10.1f %12.1f %10.2f %12s\n", name, time, 1000 / time, first / time, peak }'
}

title() {
    first=''
    printf '%s\n' "$1"
}

well_formed() { sh -c 'unzip -p "$1" word/document.xml | xmllint --noout -' sh "$1"; }

word() {
    title "$1, .docx"
    row "penholder show" "$penholder" show "$2.docx"
    row "penholder show, from text" "$penholder" show "$2.txt"
    row docx2txt docx2txt "$2.docx" -
    row "pandoc -t plain" pandoc -t plain "$2.docx"
    row "unzip -p | xmllint --noout" well_formed "$2.docx"
}

cp "$root/corpus/csto/A_RES_73_331.txt" "$scratch/short.txt"
awk -v words=28000 -v edited=0 -f "$here/stock.awk" -f "$here/large.awk" >"$scratch/large.txt"
for length in short large; do
    "$penholder" show "$scratch/$length.txt" -q -o "$scratch/$length.docx"
done
"$penholder" show "$scratch/large.txt" -q -o "$scratch/large.html"
"$penholder" show "$scratch/large.txt" -q --format akn -o "$scratch/large.xml"
printf '  %-32s %10s %12s %10s %12s\n' "least of $runs runs" ms "a second" ratio "peak MiB"
word 73/331 "$scratch/short"
word "28,000 words" "$scratch/large"
title "69/12, .doc"
row "penholder show" "$penholder" show "$root/tests/samples/A_RES_69_12.doc"
row catdoc catdoc -d utf-8 "$root/tests/samples/A_RES_69_12.doc"
row antiword antiword -m UTF-8.txt "$root/tests/samples/A_RES_69_12.doc"
title "73/331, PDF"
row "penholder show" "$penholder" show "$root/tests/golden/show/pdf/A_RES_73_331.pdf"
row pdftotext pdftotext "$root/tests/golden/show/pdf/A_RES_73_331.pdf" -
row "pdftohtml -xml" pdftohtml -xml -i -stdout "$root/tests/golden/show/pdf/A_RES_73_331.pdf"
title "28,000 words, a web page"
row "penholder show" "$penholder" show "$scratch/large.html"
row "pandoc -t plain" pandoc -f html -t plain "$scratch/large.html"
title "28,000 words, Akoma Ntoso"
row "penholder show" "$penholder" show "$scratch/large.xml"
row "xmllint --noout" xmllint --noout "$scratch/large.xml"
