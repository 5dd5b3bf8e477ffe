#!/bin/sh
# Proves that the README shows what the program really prints: runs every line "$ penholder ..." of its
# console blocks, and compares. A line "..." in the README stands for any lines left out.
#
# usage: tests/readme.sh PENHOLDER
set -u
penholder=$(realpath "$1")
cd "$(dirname "$0")/.." || exit 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/blocks"
ln -s "$penholder" "$scratch/bin/penholder"
ln -s "$PWD/corpus" "$scratch/corpus"
ln -s "$PWD/tests" "$scratch/tests"
PATH=$scratch/bin:$PATH PENHOLDER_DATA=$PWD
export PATH PENHOLDER_DATA

# One pair of files for each command: NUMBER.cmd and NUMBER.expected.
awk -v folder="$scratch/blocks" '
    /^```/ { inside = /^```console/; expected = ""; next }
    inside && /^\$ / { n++; name = sprintf("%s/%03d", folder, n)
                       print substr($0, 3) > (name ".cmd"); expected = name ".expected"
                       printf "" > expected; next }
    inside && expected { print > expected }' README.md

passed=0 failed=0
for command in "$scratch"/blocks/*.cmd; do
    (cd "$scratch" && sh "$command") >"$scratch/got" 2>&1 </dev/null
    if awk 'NR == FNR { got[++n] = $0; next }
            $0 == "..." { gap = 1; next }
            { if (gap) while (at < n && got[at + 1] != $0) at++
              gap = 0
              if (at >= n || got[++at] != $0) { print "not printed: " $0; bad = 1; exit } }
            END { if (!bad && !gap && at < n) { print "not in the README: " got[at + 1]; bad = 1 }
                  exit bad }' "$scratch/got" "${command%.cmd}.expected"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $(cat "$command")"
    fi
done
echo "readme: $passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
