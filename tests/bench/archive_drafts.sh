#!/usr/bin/env bash
# Prints what an archive adds to drafts: how many places they have right without it and with it,
# told by the same tool over the same series; README.md says what each figure means. Never a test.
#
# usage: tests/bench/archive_drafts.sh PENHOLDER [TOOL [BULK SERIES]]
#   PENHOLDER: a release build; TOOL: score_drafts.py; BULK: a folder of resolutions; SERIES: a folder
#   with a folder for each series (those beside the project, if they are there)
set -euo pipefail

penholder=$(realpath "${1:?usage: archive_drafts.sh PENHOLDER [TOOL [BULK SERIES]]}")
beside=$(cd "$(dirname "$0")" && pwd)/../../../shared
tool=$(realpath "${2:-$beside/tools/score_drafts.py}")
bulk=$(realpath "${3:-$beside/data/bulk}")
series=$(realpath "${4:-$beside/data/series}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 penholder archive=$scratch/archive

"$penholder" archive build -q "$bulk" "$series" -o "$archive" || [ -s "$archive" ]

# The tool calls PROGRAM draft FILE... --session N ...: here with the archive, as it was before N.
cat >"$scratch/with" <<'PROGRAM'
#!/usr/bin/env bash
session=
for ((i = 1; i < $#; i++)); do
    [ "${!i}" != --session ] || { next=$((i + 1)) session=${!next}; }
done
exec "$penholder" "$@" --archive "$archive" --before-session "$session"
PROGRAM
chmod +x "$scratch/with"

python3 "$tool" "$penholder" "$series"/*/ >"$scratch/without.txt"
python3 "$tool" "$scratch/with" "$series"/*/ >"$scratch/with.txt"
for way in without with; do
    printf '%s the archive\n' "$way"
    grep -E '^(rollover|near|far|all) ' "$scratch/$way.txt" | sed 's/^/  /'
done
printf 'what the archive gains in mech\n'
paste <(grep -E '^(rollover|near|far|all) ' "$scratch/without.txt") \
    <(grep -E '^(rollover|near|far|all) ' "$scratch/with.txt") |
    awk '{
        count = 0
        for (i = 1; i <= NF; i++)
            if (split($i, part, "=") == 3 && part[1] == "mech")
                mech[++count] = part[3]
        printf "  %-9s %+.3f\n", $1, mech[2] - mech[1]
    }'
