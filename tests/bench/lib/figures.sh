# shellcheck shell=bash
# How figures are taken, for the scripts that source this: `runs` says of how many runs, `scratch`
# is a folder of theirs. What a command prints, and its exit code, do not count.

export TIMEFORMAT='%U %S'

# Processor time of whole processes and their children, in milliseconds: the least of all runs.
least_time() {
    local i
    # shellcheck disable=SC2154 # of the script that sources this
    for ((i = 0; i < runs; i++)); do
        { time "$@" >/dev/null 2>&1; } 2>&1
    done | awk '{ t = ($1 + $2) * 1000 } NR == 1 || t < least { least = t } END { print least }'
}

# The most memory that one process of a command held, in MiB; "-" without GNU time.
peak_memory() {
    [ -x /usr/bin/time ] || { echo -; return; }
    # shellcheck disable=SC2154 # of the script that sources this
    /usr/bin/time -f %M -o "$scratch/peak" "$@" >/dev/null 2>&1 || true
    tail -n 1 "$scratch/peak" | awk '{ printf "%.1f\n", $1 / 1024 }'
}
