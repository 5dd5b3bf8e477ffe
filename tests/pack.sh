#!/usr/bin/env bash
# An installed program finds the same with its pack, without it, and with one that is damaged; and a
# rule that is edited, added or taken away behind its back counts at once.
#
# usage: tests/pack.sh PENHOLDER
set -euo pipefail

program=$(realpath "${1:?usage: pack.sh PENHOLDER}")
here=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
unset PENHOLDER_DATA

mkdir -p "$place/bin" "$place/share/penholder"
cp "$program" "$place/bin/penholder"
cp -r "$here/rules" "$here/templates" "$place/share/penholder"
data=$place/share/penholder
checking=$data/rules/en/checking
sed 's/security/secuirty/' "$here/corpus/csto/A_RES_73_331.txt" >"$place/draft.txt"

say() {
    "$place/bin/penholder" check --quiet --format json "$place/draft.txt" || [ $? -eq 1 ]
}

# expect WHAT FILE: the findings now are those of FILE.
expect() {
    say >"$place/now"
    cmp -s "$2" "$place/now" || { printf 'pack: %s: other findings\n' "$1" >&2; exit 1; }
}

# differs WHAT: the findings now are not those of the beginning.
differs() {
    say >"$place/now"
    ! cmp -s "$place/first" "$place/now" || { printf 'pack: %s: it does not count\n' "$1" >&2; exit 1; }
}

say >"$place/first"
grep -q misspelt "$place/first"
"$place/bin/penholder" rules --pack -o "$data/rules.pack"
if "$place/bin/penholder" rules --pack -o "$data/rules.pack" 2>/dev/null; then
    printf 'pack: it is replaced without --force\n' >&2
    exit 1
fi
expect 'with a pack' "$place/first"

cp -p "$data/rules.pack" "$place/whole"
size=$(stat -c %s "$place/whole")
for at in $(seq 1000 $((size / 40)) "$size"); do # whatever part is hit is read from the files
    cp "$place/whole" "$data/rules.pack"
    printf 'xyz' | dd of="$data/rules.pack" bs=1 seek="$at" conv=notrunc status=none
    touch -r "$place/whole" "$data/rules.pack"
    expect "damaged at $at" "$place/first"
done
truncate -s 300000 "$data/rules.pack"
expect 'cut off' "$place/first"
cp -p "$place/whole" "$data/rules.pack"

cp -p "$checking/misspelt.xml" "$place/misspelt.xml"
sleep 0.1
sed -i 's/severity="[a-z]*"/severity="information"/' "$checking/misspelt.xml"
differs 'edited'
cp -p "$place/misspelt.xml" "$checking/misspelt.xml"
mv "$checking/misspelt.xml" "$place/misspelt.xml"
differs 'taken away'
mv "$place/misspelt.xml" "$checking/misspelt.xml"
expect 'put back' "$place/first"
