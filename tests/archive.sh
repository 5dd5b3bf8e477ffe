#!/usr/bin/env bash
# An archive loses nothing, whatever happens to it: builders that are killed at any moment, two at
# once, a full disk, a read-only folder; and whatever the file is - another's, of another version,
# damaged - every command ends with a message.
#
# usage: tests/archive.sh PENHOLDER [KILLS]     KILLS: 10; exit code 1: something was lost
set -u

penholder=$(realpath "${1:?usage: archive.sh PENHOLDER [KILLS]}")
kills=${2:-10}
corpus=$(realpath "$(dirname "$0")/../corpus/csto") || exit 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
export LC_ALL=C.UTF-8
failed=0 passed=0

# ok WHAT COMMAND...: the command succeeds.
ok() {
    local what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $what"; fi
}

# Resolutions of other sessions, made of those that are there: their numbers are others.
make_sources() {
    mkdir "$1"
    local copy file
    for ((copy = 1; copy <= $2; copy++)); do
        for file in "$corpus"/A_RES_*.txt; do
            sed "s#A/RES/\([0-9]*\)/\([0-9]*\)#A/RES/\1/$((copy * 1000))\2#g" "$file" \
                >"$1/$copy-${file##*/}"
        done
    done
}

# resolutions ARCHIVE: how many it holds, by its own word and whole; 0 when there is none yet.
resolutions() {
    [ -s "$1" ] || { echo 0; return; }
    if ! "$penholder" archive --check "$1" >checked 2>complaint; then
        # What was begun and is taken back leaves an empty file.
        if [ -s "$1" ]; then cat complaint >&2; echo -1; else echo 0; fi
        return
    fi
    awk 'NR == 1 { print $1 }' checked
}

# says CODE WORDS COMMAND...: ends with that code, and its message holds the words.
says() {
    local code=$1 words=$2 got
    shift 2
    "$@" >/dev/null 2>complaint
    got=$?
    [ $got -eq "$code" ] && grep -q -- "$words" complaint && return
    echo "exit code $got: $(cat complaint)"
    return 1
}

# As ls, but nothing of when: what an archive holds.
contents() { "$penholder" archive "$1" | head -n 1; "$penholder" series "$1" --format json; }

make_sources all 40
"$penholder" archive -q whole all || exit 2
contents whole >expected
count=$(resolutions whole)

# ---- killed: what was stored stays, and the next run goes on ----

stored=0 progress=0
for ((i = 0; i < kills; i++)); do
    setsid "$penholder" archive -q killed all &
    builder=$!
    sleep "0.$((RANDOM % 9))$((RANDOM % 10))"
    kill -KILL -- "$builder" 2>/dev/null
    wait "$builder" 2>/dev/null
    now=$(resolutions killed)
    ok "a kill lost something: $stored, then $now resolutions" [ "$now" -ge "$stored" ]
    [ "$now" -eq "$stored" ] || progress=$((progress + 1))
    stored=$now
    # All is stored: the next is built from the beginning.
    [ "$stored" -lt "$count" ] || { rm -f killed killed-journal; stored=0; }
done
ok "no kill came while something was stored" [ $progress -gt 0 ]
"$penholder" archive -q killed all
contents killed >got
ok "after the kills another archive came out" cmp -s expected got

# ---- two at once ----

"$penholder" archive -q both all & one=$!
"$penholder" archive -q both all & other=$!
wait $one; first=$?
wait $other; second=$?
ok "two builders at once: exit codes $first, $second" [ $((first + second)) -le 3 ]
contents both >got
ok "two builders made another archive" cmp -s expected got

# ---- a full disk: here, files may have no more than a few blocks ----

full() (trap '' XFSZ; ulimit -f 256; "$penholder" archive "$@")
make_sources few 1
"$penholder" archive -q full few
before=$(resolutions full)
ok "a full disk" says 3 "disk is full" full full all
after=$(resolutions full)
ok "a full disk lost something: $before, then $after resolutions" [ "$after" -ge "$before" ]
"$penholder" archive -q full few all
ok "a disk with room again" [ "$(resolutions full)" -eq "$count" ]

# ---- nowhere to write ----

ok "no folder" says 3 "cannot be opened" "$penholder" archive nowhere/archive all
ok "a folder" says 3 "is a folder" "$penholder" archive all all
if [ "$(id -u)" -ne 0 ]; then # who may do anything may write anywhere
    mkdir shut
    cp whole shut
    chmod a-w shut/whole shut
    ok "a read-only folder" says 3 "read-only" "$penholder" archive shut/whole few --forget
    ok "read-only, and read" "$penholder" search shut/whole -q session -o found.txt
    chmod u+w shut
fi

# ---- files that come and go ----

cp -r few some
"$penholder" archive -q some.archive some
rm "$(find some -name '*.txt' | sort | head -n 1)"
printf 'PK\003\004 no package' >some/broken.docx
ok "a file that is gone is kept" says 0 "1 no longer there (kept" "$penholder" archive some.archive some
ok "a file that cannot be read is named" says 0 "broken.docx: " "$penholder" archive some.archive some
before=$(resolutions some.archive)
ok "a file that is gone can be forgotten" says 0 "1 no longer there (forgotten" \
    "$penholder" archive some.archive some --forget
ok "what is forgotten is gone" [ "$(resolutions some.archive)" -eq $((before - 1)) ]

# ---- what is no archive, or not this version's ----

for name in "$corpus"/A_RES_73_331.txt /dev/null missing; do
    for command in archive search series; do
        [ $command != search ] || set -- session
        "$penholder" $command "$name" "$@" >/dev/null 2>complaint
        code=$?
        set --
        ok "$command of $name: exit code $code" [ $code -eq 3 -o $code -eq 4 ]
        ok "$command of $name: no message" [ -s complaint ]
    done
done
cp whole later
printf '\0\0\0\143' | dd of=later bs=1 seek=60 conv=notrunc 2>/dev/null
for command in "archive later all" "archive later" "search later session" "series later"; do
    # shellcheck disable=SC2086 # a command line
    ok "another version: $command" says 4 "newer version" "$penholder" $command
done

# ---- damaged: a message, or an answer; never a crash ----

size=$(stat -c %s whole)
noticed=0
for ((i = 0; i < kills; i++)); do
    cp whole damaged
    for ((k = 0; k < 8; k++)); do
        head -c 512 /dev/urandom |
            dd of=damaged bs=1 seek=$((4096 + (RANDOM * 32768 + RANDOM) % (size - 8192))) \
                conv=notrunc 2>/dev/null
    done
    [ $((i % 4)) -ne 3 ] || truncate -s $((size / 2)) damaged
    for command in "archive damaged" "archive damaged --check" "search damaged general assembly" \
        "search damaged session --part operative" "series damaged" "archive damaged few"; do
        # shellcheck disable=SC2086 # a command line
        "$penholder" $command >/dev/null 2>complaint
        code=$?
        ok "damaged, $command: exit code $code, $(head -n 1 complaint)" \
            [ $code -eq 0 -o $code -eq 4 -o $code -eq 5 ]
        [ "$command" != "archive damaged --check" ] || [ $code -ne 4 ] || noticed=$((noticed + 1))
    done
done
ok "--check notices damage: $noticed of $kills" [ $noticed -eq "$kills" ]

echo "archive: $passed passed, $failed failed"
[ $failed -eq 0 ]
