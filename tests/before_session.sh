#!/bin/sh
# A draft for a session uses nothing of that session or a later one: from an archive of all
# resolutions, with --before-session, it is byte for byte the one from an archive that holds only
# the earlier ones; and so are the pattern, the letter and the list of series.
#
# usage: tests/before_session.sh PENHOLDER [FOLDER [NAME SESSION...]]
#        FOLDER: resolutions as A_RES_78_60.txt; NAME: a series in it
#        exit code 1: something differs
set -u

penholder=$(realpath "${1:?usage: before_session.sh PENHOLDER [FOLDER [NAME SESSION...]]}")
folder=$(realpath "${2:-$(dirname "$0")/golden/draft/successor}")
name=${3:-lakes}
if [ $# -gt 3 ]; then shift 3; else set -- 77 78 79; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
count=0 failed=0

# The command's output, its messages and its exit code, without the folders of what it names.
told() {
    { "$penholder" "$@"; echo "exit code $?"; } 2>&1 |
        sed "s|$folder||g; s|$scratch/earlier||g; s|$scratch/[a-z]*||g"
}

# same WHAT FROM-ALL FROM-EARLIER
same() {
    count=$((count + 1))
    cmp "$2" "$3" && return
    echo "FAILED: $1"
    failed=$((failed + 1))
}

"$penholder" archive build -q "$folder" -o "$scratch/all" || exit 1
for session; do
    mkdir "$scratch/earlier"
    for file in "$folder"/A_RES_*; do
        number=${file##*A_RES_}
        [ "${number%%_*}" -ge "$session" ] || ln "$file" "$scratch/earlier" 2>/dev/null ||
            cp "$file" "$scratch/earlier"
    done
    "$penholder" archive build -q "$scratch/earlier" -o "$scratch/old" || exit 1
    for command in "draft --sources table" "draft --format json" "draft --session $session" \
        "note --format json" "learn" "learn --format json" "backtest"; do
        # shellcheck disable=SC2086 # a command and its options
        told $command --archive "$scratch/all" "$name" --before-session "$session" >"$scratch/a"
        # shellcheck disable=SC2086
        told $command --archive "$scratch/old" "$name" >"$scratch/b"
        same "$command for session $session" "$scratch/a" "$scratch/b"
    done
    grep -q 'exit code 0' "$scratch/a" || { echo "FAILED: no backtest for $session"; failed=1; }
    rm -rf "$scratch/earlier" "$scratch/old"
done
echo "$count outputs, $failed not as from the earlier resolutions alone"
[ "$failed" -eq 0 ]
