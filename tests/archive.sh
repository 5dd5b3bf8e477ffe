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
umask 022
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
    if ! "$penholder" archive check "$1" >checked 2>complaint; then
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
contents() { "$penholder" archive check "$1" | head -n 1; "$penholder" series "$1" --format json; }

make_sources all 40
"$penholder" archive build -q all -o whole || exit 2
contents whole >expected
count=$(resolutions whole)

# ---- killed: what was stored stays, and the next run goes on ----

stored=0 progress=0
for ((i = 0; i < kills; i++)); do
    setsid "$penholder" archive build -q all -o killed &
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
"$penholder" archive build -q all -o killed
contents killed >got
ok "after the kills another archive came out" cmp -s expected got

# ---- two at once ----

"$penholder" archive build -q all -o both & one=$!
"$penholder" archive build -q all -o both & other=$!
wait $one; first=$?
wait $other; second=$?
ok "two builders at once: exit codes $first, $second" [ $((first + second)) -le 3 ]
contents both >got
ok "two builders made another archive" cmp -s expected got

# ---- read while it is built: neither stops the other ----

quietly() { "$@" >/dev/null 2>complaint; }
make_sources few 1
cp "$corpus/A_RES_73_331.txt" draft.txt
"$penholder" archive build -q few -o busy
"$penholder" archive build -q all -o busy &
builder=$!
while kill -0 $builder 2>/dev/null; do
    for command in "archive check busy" "archive info busy" "series busy" \
        "search session --archive busy" \
        "check draft.txt --archive busy --fail-on never"; do
        # shellcheck disable=SC2086 # a command line
        ok "$command, while it is built" quietly "$penholder" $command
    done
done
wait $builder
ok "a builder among readers: exit code $?" [ $? -eq 0 ]
contents busy >got
ok "read while it was built, another archive came out" cmp -s expected got

# ---- asked to stop: what was read is stored, it says so, and no reader stays behind ----

"$penholder" archive build -q all -o stopped 2>told &
builder=$!
until [ -s stopped ] || ! kill -0 $builder 2>/dev/null; do sleep 0.05; done
kill -TERM $builder 2>/dev/null
wait $builder
code=$?
before=$(resolutions stopped)
if [ $code -ne 0 ]; then # it was not done before it was asked
    ok "stopped: exit code $code" [ $code -eq 143 ]
    files=$("$penholder" archive info stopped | sed -n '1s/.*from \([0-9]*\) file.*/\1/p')
    ok "stopped with ${files:-0} files: $(cat told)" \
        grep -q "stopped: ${files:-0} of [0-9]* files are stored" told
fi
ok "a reader stays behind" [ -z "$(pgrep -f "$scratch/stopped|-o stopped$")" ]
"$penholder" archive build -q all -o stopped
contents stopped >got
ok "stopped at $before resolutions, it did not go on" cmp -s expected got

# ---- a full disk: here, files may have no more than a few blocks ----

full() (trap '' XFSZ; ulimit -f 256; "$penholder" archive build "$@")
"$penholder" archive build -q few -o full
before=$(resolutions full)
ok "a full disk" says 3 "disk is full" full all -o full
after=$(resolutions full)
ok "a full disk lost something: $before, then $after resolutions" [ "$after" -ge "$before" ]
"$penholder" archive build -q few all -o full
ok "a disk with room again" [ "$(resolutions full)" -eq "$count" ]

# The same on a disk of its own, where that may be mounted.
on_small_disk() {
    mkdir -p small
    unshare -rm sh -c 'mount -t tmpfs -o size=400k none small && "$@"' sh "$@" 2>complaint
}
if on_small_disk true; then
    # shellcheck disable=SC2016 # the words of another shell
    on_small_disk sh -c '"$0" archive build -q few -o small/full && cp small/full before &&
        ! "$0" archive build -q all -o small/full && "$0" archive check small/full >checked &&
        "$0" archive check before >before-checked' "$penholder"
    ok "a small disk: $(cat complaint)" [ -s checked ]
    ok "a small disk says so: $(cat complaint)" grep -q "disk is full" complaint
    ok "a small disk lost something" [ "$(awk '{ print $1 }' checked)" -ge \
        "$(awk '{ print $1 }' before-checked)" ]
else
    echo "no disk can be mounted here: $(head -n 1 complaint)"
fi

# ---- nowhere to write ----

ok "no folder" says 3 "cannot be opened" "$penholder" archive build all -o nowhere/archive
ok "a folder" says 3 "is a folder" "$penholder" archive build all -o all
# Who may do anything may write anywhere: then somebody else tries.
as_anybody() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    else
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    fi
}
mkdir shut
cp whole shut
chmod a-w shut/whole shut
chmod a+rx . few
if as_anybody "$penholder" version >/dev/null 2>&1 && as_anybody test -r "$scratch/whole"; then
    ok "a read-only folder" says 3 "read-only" \
        as_anybody "$penholder" archive build few -o shut/whole --forget
    ok "a read-only folder, and no archive" says 3 "cannot be opened" \
        as_anybody "$penholder" archive build few -o shut/new
    # shellcheck disable=SC2016 # the words of another shell
    ok "read-only, and read" \
        as_anybody sh -c '"$0" search session --archive shut/whole >/dev/null' "$penholder"
    ok "read-only, and checked" says 0 "not looked at" \
        as_anybody "$penholder" archive check shut/whole
    ok "a read-only archive is as it was" cmp -s whole shut/whole
else
    echo "nobody else may run $penholder in $scratch: read-only folders are not tried"
fi
chmod u+w shut

# ---- files that come and go ----

cp -r few some
"$penholder" archive build -q some -o some.archive
rm "$(find some -name '*.txt' | sort | head -n 1)"
printf 'PK\003\004 no package' >some/broken.docx
ok "a file that is gone is kept" says 0 "1 no longer there (kept" "$penholder" archive build some -o some.archive
ok "a file that cannot be read is named" says 0 "broken.docx: " "$penholder" archive build some -o some.archive
before=$(resolutions some.archive)
ok "a file that is gone can be forgotten" says 0 "1 no longer there (forgotten" \
    "$penholder" archive build some -o some.archive --forget
ok "what is forgotten is gone" [ "$(resolutions some.archive)" -eq $((before - 1)) ]

# ---- what is no archive, or not this version's ----

mkfifo pipe
for name in "$corpus"/A_RES_73_331.txt /dev/null pipe missing; do
    for command in "archive info" "archive check" "search session --archive" series; do
        # shellcheck disable=SC2086 # a command line
        "$penholder" $command "$name" >/dev/null 2>complaint
        code=$?
        ok "$command of $name: exit code $code" [ $code -eq 3 -o $code -eq 4 ]
        ok "$command of $name: no message" [ -s complaint ]
    done
done
for version in newer:143 older:001; do # octal, in the file's head
    age=${version%:*}
    cp whole "$age"
    # shellcheck disable=SC2059 # a byte
    printf "\\0\\0\\0\\${version#*:}" | dd of="$age" bs=1 seek=60 conv=notrunc 2>/dev/null
    cp "$age" before
    for command in "archive build all -o $age" "archive check $age" "archive info $age" \
        "search session --archive $age" "series $age"; do
        # shellcheck disable=SC2086 # a command line
        ok "another version: $command" says 4 "$age version" "$penholder" $command
    done
    ok "an archive of an $age version was changed" cmp -s before "$age"
done

# ---- damaged: a message, or an answer; never a crash ----

size=$(stat -c %s whole)
noticed=0
# Every command on the file `damaged`, which has damage of such a kind.
try_damaged() {
    local command code
    for command in "archive info damaged" "archive check damaged" \
        "search general assembly --archive damaged" \
        "search session --part operative --archive damaged" "series damaged" \
        "check $corpus/A_RES_73_331.txt --fail-on never --archive damaged" \
        "archive build few -o damaged"; do
        # shellcheck disable=SC2086 # a command line
        "$penholder" $command >/dev/null 2>complaint
        code=$?
        ok "damaged $1, $command: exit code $code, $(head -n 1 complaint)" \
            [ $code -eq 0 -o $code -eq 3 -o $code -eq 4 -o $code -eq 5 ]
        [ "$command" != "archive check damaged" ] || [ $code -ne 4 ] || noticed=$((noticed + 1))
    done
    rm -f damaged damaged-journal damaged-wal damaged-shm
}
# garble FROM BYTES COUNT: as many random bytes somewhere in so many from there on.
garble() {
    head -c "$3" /dev/urandom | dd of=damaged bs=1 conv=notrunc 2>/dev/null \
        seek=$(($1 + (RANDOM * 32768 + RANDOM) % $2))
}
for ((i = 0; i < kills; i++)); do # the head, and what a builder may leave behind
    cp whole damaged
    garble 16 80 1
    try_damaged "in its head"
    cp whole damaged
    garble 100 3900 16
    try_damaged "in its tables"
    cp whole damaged
    { printf '\331\325\005\371\040\241\143\327' && head -c 600 /dev/urandom; } >damaged-journal
    head -c 600 /dev/urandom >damaged-wal
    try_damaged "with a journal of nonsense"
done
noticed=0
for ((i = 0; i < kills; i++)); do
    cp whole damaged
    for ((k = 0; k < 8; k++)); do garble 4096 $((size - 8192)) 512; done
    [ $((i % 4)) -ne 3 ] || truncate -s $((size / 2)) damaged
    try_damaged "in its pages"
done
ok "archive check notices damage: $noticed of $kills" [ $noticed -eq "$kills" ]

echo "archive: $passed passed, $failed failed"
[ $failed -eq 0 ]
