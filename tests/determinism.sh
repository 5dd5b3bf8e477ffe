#!/bin/sh
# The same input gives the same bytes: the draft in every format, and tracked, is made again later,
# with another time zone, language, user, folder and order of the sources, and must not differ.
#
# usage: tests/determinism.sh PENHOLDER [CORPUS]     exit code 1: something differs
set -u

penholder=$(realpath "${1:?usage: determinism.sh PENHOLDER [CORPUS]}")
corpus=$(realpath "${2:-$(dirname "$0")/../corpus/csto}") || exit 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/first" "$scratch/second" "$scratch/work"
failed=0 count=0

forwards() { find "$corpus" -type f ! -name '.*' | LC_ALL=C sort; }
backwards() { find "$corpus" -type f ! -name '.*' | LC_ALL=C sort -r; }

# make FOLDER NAME ARGUMENT...: the sources are on standard input, one a line.
make() {
    out=$1/$2
    shift 2
    tr '\n' '\0' | xargs -0 "$penholder" "$@" --quiet -o "$out" 2>"$out.err" ||
        { echo "failed: $*"; cat "$out.err"; exit 2; }
}

each_draft() {
    for format in docx flatopc text html akn json edits dump; do
        "$1" "plain.$format" draft --format "$format" --clean || exit 2
        "$1" "tracked.$format" draft --format "$format" --tracked || exit 2
    done
}

first() { forwards | LC_ALL=C.UTF-8 TZ=UTC make "$scratch/first" "$@"; }

# All that may differ between two people.
second() {
    backwards | (
        cd "$scratch/work" || exit 2
        export LC_ALL=C LANG=fr_FR.UTF-8 TZ=Pacific/Kiritimati USER=other LOGNAME=other HOME=/
        export SOURCE_DATE_EPOCH=86400 COLUMNS=40 TERM=xterm
        umask 077
        make "$scratch/second" "$@"
    )
}

same() {
    count=$((count + 1))
    cmp "$scratch/first/$1" "$scratch/second/$1" || failed=$((failed + 1))
}

each_draft first
sleep 3 # packages count time in steps of two seconds
each_draft second
each_draft same

echo "$count drafts, $failed not the same twice"
[ "$failed" -eq 0 ]
