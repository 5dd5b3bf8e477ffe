#!/usr/bin/env bash
# Prints how often each rule fires on resolutions that professionals have edited, and errors and
# warnings for each of them; README.md says what each figure means. Never a test.
#
# usage: tests/bench/firings.sh PENHOLDER [RULE] FILE-OR-FOLDER...
#
# RULE: the id of a rule whose firings are then shown at their words instead, for reading.
set -euo pipefail

penholder=$(realpath "${1:?usage: firings.sh PENHOLDER [RULE] FILE-OR-FOLDER...}")
here=$(cd "$(dirname "$0")" && pwd)
shift
rule=''
if [ ! -e "$1" ]; then
    rule=$1
    shift
fi
documents=()
while IFS= read -r -d '' file; do
    documents+=("$file")
done < <(find "$@" -type f \( -name '*.txt' -o -name '*.pdf' -o -name '*.docx' \) -print0 | sort -z)
code=0
if [ -n "$rule" ]; then
    "$penholder" check --quiet "${documents[@]}" |
        awk -v rule="[$rule]" 'index($0, rule) { shown = 3 } shown-- > 0' || code=$?
else
    "$penholder" check --quiet --format json "${documents[@]}" | awk -f "$here/firings.awk" || code=$?
fi
[ $code -le 1 ]
