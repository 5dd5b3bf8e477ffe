#!/bin/sh
# Who may include whom: reads the #include lines of a folder of rooms and prints those that break
# the table below. Exit code: 0 none does, 1 some do, 2 there is nothing to read.
#
# usage: rooms.sh [FOLDER]     FOLDER is src, or one below the project's root that is built like it
set -u

# room: the rooms whose headers its files may include, besides its own.
# What stands in the folder itself (the public interface) is the room ".".
table='
base:
un:      base
doc:     base un
word:    base un doc
read:    base un doc word
rules:   base un doc
compare: base un doc
learn:   base un doc rules compare
draft:   base un doc rules compare learn
check:   base un doc rules compare learn
archive: base un doc rules compare learn
write:   base un doc word rules compare learn archive
cli:     . base un doc word read rules compare learn draft check archive write
.:       base un doc word read rules compare learn draft check archive write
'

root=$(cd "$(dirname "$0")/.." && pwd) || exit 2
folder=${1:-src}
cd "$root/$folder" || exit 2
files=$(find . -type f \( -name '*.c' -o -name '*.h' -o -name '*.def' \) | LC_ALL=C sort)
[ -n "$files" ] || { echo "$folder: no sources" >&2; exit 2; }

# File names of the project hold no spaces; the list is split on purpose.
# shellcheck disable=SC2086
awk -v table="$table" -v folder="$folder" '
function room_of(path) { return index(path, "/") ? substr(path, 1, index(path, "/") - 1) : "." }
function broken(why) {
    printf "%s/%s:%d: %s: %s\n", folder, file, FNR, $0, why
    failed = 1
}
BEGIN {
    count = split(table, lines, "\n")
    for (i = 1; i <= count; i++) {
        n = split(lines[i], words, /[: ]+/)
        if (words[1] == "")
            continue
        known[words[1]] = 1
        may[words[1], words[1]] = 1
        for (j = 2; j <= n; j++)
            may[words[1], words[j]] = 1
    }
}
FNR == 1 {
    file = substr(FILENAME, 3)
    room = room_of(file)
    if (!known[room])
        broken("the room " room " is not in the table of tests/rooms.sh")
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
    header = $0
    sub(/^[^"]*"/, "", header)
    sub(/".*$/, "", header)
    target = room_of(header)
    if (header ~ /\.\.\//)
        broken("headers are named from the folder of the rooms on")
    else if (target == "." && header != "penholder.h")
        broken("headers are written as \"room/file.h\"")
    else if (known[room] && !known[target])
        broken("there is no room " target)
    else if (known[room] && !may[room, target])
        broken(room " may not know " target)
}
/^[ \t]*#[ \t]*include[ \t]*</ {
    header = $0
    sub(/^[^<]*</, "", header)
    if (index(header, "/") && known[room_of(header)])
        broken("headers of rooms are written in quotes")
}
END { exit failed }
' $files
