#!/bin/sh
# Golden tests: what the program prints, byte for byte.
#
# usage: tests/golden/run.sh PENHOLDER [-u] [COMMAND...]
#
# A case is tests/golden/COMMAND/NAME.cmd: the arguments as a shell would read them, with paths from
# the project's root. Beside it stand NAME.out and NAME.err, standard output and error, and NAME.exit, the
# exit code; one that is missing means: nothing printed, exit code 0. With -u they are written
# anew: read the difference before you commit it.
set -u
# shellcheck disable=SC2034 # used by eval
penholder=$(realpath "${1:?usage: run.sh PENHOLDER [-u] [COMMAND...]}")
shift
update=false
[ "${1:-}" = -u ] && update=true && shift
cd "$(dirname "$0")/../.." || exit 2
# shellcheck disable=SC2046 # a list of names
[ $# -gt 0 ] || set -- $(cd tests/golden && ls -d -- */)
unset NO_COLOR PENHOLDER_DATA
export TERM=dumb LC_ALL=C.UTF-8

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

# Compares one stream with what is expected of it, or makes it what is expected.
settle() {
    expected=$1 got=$2
    if $update; then
        if [ -s "$got" ]; then cat "$got" >"$expected"; else rm -f "$expected"; fi
        return 0
    fi
    [ -e "$expected" ] || expected=/dev/null
    diff -u --label "expected: $1" --label "got" "$expected" "$got"
}

run_case() {
    base=${1%.cmd}
    # The arguments are ours, and may redirect standard input.
    eval "\"\$penholder\" $(cat "$1")" >"$scratch/out" 2>"$scratch/err" </dev/null
    code=$?
    : >"$scratch/exit"
    [ $code -eq 0 ] || echo $code >"$scratch/exit"
    same=0
    for stream in out err exit; do
        settle "$base.$stream" "$scratch/$stream" || same=1
    done
    return $same
}

for command; do
    for case in tests/golden/"${command%/}"/*.cmd; do
        [ -e "$case" ] || { echo "golden: no cases of $command"; failed=$((failed + 1)); continue; }
        if run_case "$case"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAILED: penholder $(cat "$case")"
        fi
    done
done
echo "golden: $passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
