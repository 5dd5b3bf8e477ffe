#!/bin/sh
# Changes put into Word documents that other programs wrote, through the real program: what is read
# back with all changes accepted is the new text, what is not changed is the same bytes, part by
# part, and equal documents are the same file. Findings and sources come into such documents as
# comments, one for each, and fixes as changes; rejected, the text is what it was.
#
# usage: tests/in_place.sh PENHOLDER
set -u
penholder=$(realpath "${1:?usage: in_place.sh PENHOLDER}")
cd "$(dirname "$0")/.." || exit 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

fail() { echo "FAILED: $*"; failed=$((failed + 1)); }

# unpack FILE FOLDER
unpack() { mkdir -p "$2" && unzip -q -o "$1" -d "$2"; }

# parts OLD NEW: the parts of both packages that are not the same bytes, or only in one of them.
parts() {
    rm -rf "$scratch/old" "$scratch/new"
    unpack "$1" "$scratch/old" && unpack "$2" "$scratch/new"
    (cd "$scratch" && diff -rq old new)
}

# settle NAME OLD NEW: puts the changes from OLD to NEW into OLD, and looks at what was made.
settle() {
    out=$scratch/$1.docx
    "$penholder" compare "$2" "$3" -q --author "Ana Ruiz" --date 2020-10-12 -o "$out" \
        2>"$scratch/err" ||
        { fail "$1: $(cat "$scratch/err")"; return; }
    left=$("$penholder" compare "$out" "$3" -q -f dump | sed '/^  masthead/,/^  [a-z]/d' |
        grep -E '~ (inserted|deleted)|^ *[a-z]+ (\[.*\] )?(inserted|deleted)')
    [ -z "$left" ] || fail "$1: accepted, it is not the new document: $left"
    parts "$2" "$out" |
        grep -v -E 'word/(document|footnotes|header[0-9]*|footer[0-9]*)\.xml differ' &&
        fail "$1: a part without changes is not the same bytes"
    "$penholder" compare "$2" "$2" -q -o "$scratch/same.docx" --force
    cmp "$2" "$scratch/same.docx" || fail "$1: equal documents are not the same file"
}

# comments FILE: how many comments stand in a package, each with both ends of its range.
comments() {
    unzip -p "$1" word/comments.xml 2>/dev/null | grep -o '<w:comment [^>]*Editor' | wc -l
    unzip -p "$1" word/document.xml | grep -o '<w:comment\(RangeStart\|RangeEnd\|Reference\) w:id="[0-9]*"' |
        sed 's/.*"\(.*\)"/\1/' | sort | uniq -c | grep -v '^ *3 '
}

# commented NAME OLD COUNT: $scratch/NAME.docx is OLD with so many comments, and with our changes
# rejected it has the words of OLD.
commented() {
    out=$scratch/$1.docx
    [ "$(comments "$out")" = "$3" ] || fail "$1: not $3 comments: $(comments "$out")"
    parts "$2" "$out" |
        grep -v -E 'word/(document|comments|footnotes|header[0-9]*|footer[0-9]*)\.xml( differ)?$|new/word: comments.xml|\[Content_Types\].xml|word/_rels/document.xml.rels' &&
        fail "$1: a part without comments is not the same bytes"
    rm -f "$scratch/rejected.docx"
    "$penholder" reject "$out" --author Editor -o "$scratch/rejected.docx" -q 2>"$scratch/err" ||
        cp "$out" "$scratch/rejected.docx" # there is none
    "$penholder" show "$2" -q >"$scratch/words.old"
    "$penholder" show "$scratch/rejected.docx" -q >"$scratch/words.new"
    cmp "$scratch/words.old" "$scratch/words.new" ||
        fail "$1: rejected, it is not what it was"
}

# check_word NAME FILE: the findings of FILE put into it.
check_word() {
    wanted=$("$penholder" check "$2" -q --format json 2>/dev/null | grep -c '"rule":')
    "$penholder" check "$2" -q --author Editor -o "$scratch/$1.docx" 2>"$scratch/err"
    [ -f "$scratch/$1.docx" ] || { fail "$1: $(cat "$scratch/err")"; return; }
    commented "$1" "$2" "$wanted"
}

command -v unzip >/dev/null || { echo "skipped: unzip is not installed"; exit 77; }

# Words that every one of the samples has are replaced, and a paragraph comes and another goes.
for file in tests/golden/show/word/*.docx; do
    name=$(basename "$file" .docx)
    "$penholder" show "$file" -q -f text >"$scratch/$name.txt" || fail "$file cannot be read"
    sed -e 's/{+\([^+]*\)+}/\1/g; s/ \[-[^-]*-\]//g' -e 's/invented cooperation/close cooperation/' -e 's/the report;/the latest report;/' \
        -e 's/Of that/Of this and that/' -e 's/Resolution 60/Its resolution 60/' \
        "$scratch/$name.txt" >"$scratch/$name.new.txt"
    settle "$name" "$file" "$scratch/$name.new.txt"
done

# The corpus, from one resolution to the next, in files of our own.
previous=
for file in corpus/csto/A_RES_*.txt; do
    name=$(basename "$file" .txt)
    "$penholder" show "$file" -q -o "$scratch/$name.old.docx" || fail "$file cannot be written"
    [ -z "$previous" ] || settle "$name" "$scratch/$previous.old.docx" "$scratch/$name.old.docx"
    previous=$name
done

# Findings, in files of other programs, in one of ours with many faults, and in one that is tracked
# already.
for file in tests/golden/show/word/*.docx; do
    check_word "check-$(basename "$file" .docx)" "$file"
done
check_word check-wrong tests/golden/check/wrong.docx
check_word check-tracked "$scratch/$name.docx"

# Sources, in the last resolution.
"$penholder" draft "$scratch"/A_RES_*.old.docx -q --author Editor -o "$scratch/sources.docx"
"$penholder" draft "$scratch"/A_RES_*.old.docx -q --sources none -o "$scratch/none.docx"
commented sources "$scratch/$name.old.docx" "$(unzip -p "$scratch/sources.docx" word/comments.xml |
    grep -o 'annotationRef' | wc -l)"
[ "$(comments "$scratch/sources.docx" | head -n 1)" -gt 20 ] || fail "sources: too few comments"
parts "$scratch/none.docx" "$scratch/sources.docx" | grep -q 'new/word: comments.xml' ||
    fail "--sources none: there are comments"
for kind in sources none; do
    "$penholder" accept "$scratch/$kind.docx" -q -o "$scratch/$kind.accepted.docx"
    "$penholder" show "$scratch/$kind.accepted.docx" -q >"$scratch/$kind.words"
done
cmp "$scratch/sources.words" "$scratch/none.words" || fail "sources: they are part of the text"
"$penholder" draft "$scratch"/A_RES_*.old.docx -q --sources table -o "$scratch/table.docx" \
    2>"$scratch/err"
[ $? -eq 2 ] || fail "--sources table is not refused"
grep -q -- '--fresh' "$scratch/err" || fail "--sources table: nothing is said: $(cat "$scratch/err")"
[ ! -e "$scratch/table.docx" ] || fail "--sources table: a file was written"

# What is split or merged is so in the file, and words that only look otherwise say how they looked.
lakes=tests/golden/compare
"$penholder" show $lakes/old.txt -q -o "$scratch/old.docx"
settle lakes "$scratch/old.docx" $lakes/new.txt
"$penholder" compare "$scratch/old.docx" $lakes/new.txt -o "$scratch/ends.docx" 2>&1 |
    grep -q '1 split, 1 merged' || fail "lakes: what is split or merged is not shown"
"$penholder" compare "$scratch/old.docx" $lakes/italic.html --formatting -q -o "$scratch/looks.docx"
unzip -p "$scratch/looks.docx" word/document.xml | grep -q '<w:rPrChange ' ||
    fail "lakes: no look is tracked"
for side in accept reject; do
    "$penholder" $side "$scratch/looks.docx" -q --force -o "$scratch/$side.docx"
done
"$penholder" compare "$scratch/reject.docx" "$scratch/old.docx" --formatting -q -f edits |
    grep -q '"edits": \[\]' || fail "lakes: rejected, the looks are not the old ones"
"$penholder" compare "$scratch/accept.docx" $lakes/italic.html --formatting -q -f edits |
    grep -q '"edits": \[\]' || fail "lakes: accepted, the looks are not the new ones"

[ $failed -eq 0 ] && echo "all changes are in place"
[ $failed -eq 0 ]
