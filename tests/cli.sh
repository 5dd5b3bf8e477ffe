#!/bin/sh
# The command line where golden files do not reach: terminals, files that are there already, streams
# that break, bytes that are no document, and what the tables promise of every command.
#
# usage: tests/cli.sh PENHOLDER
set -u
penholder=$(realpath "$1")
cd "$(dirname "$0")/.." || exit 2
corpus=$PWD/corpus/csto
seed=$corpus/A_RES_73_331.txt
unset NO_COLOR PENHOLDER_DATA
# A report of the sanitizers must not look like an exit code of the program.
export ASAN_OPTIONS="${ASAN_OPTIONS:-abort_on_error=1}" UBSAN_OPTIONS="${UBSAN_OPTIONS:-abort_on_error=1}"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
passed=0 failed=0

# check "what it proves" EXPECTED GOT
check() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\n  expected: %s\n  got:      %s\n' "$1" "$2" "$3"
    fi
}

# exits "what it proves" CODE ARGUMENT...: only the exit code counts.
exits() {
    what=$1 code=$2
    shift 2
    "$penholder" "$@" >out 2>err </dev/null
    check "$what (penholder $*)" "$code" $?
}

# says "what it proves" TEXT: the last run's standard error holds the text.
says() { check "$1: '$2'" "$2" "$(grep -oF -m 1 -- "$2" err || cat err)"; }

# Whether a file holds a text: yes or no.
has() { if grep -qF -- "$1" "$2"; then echo yes; else echo no; fi; }

# Runs a command on a terminal of 100 columns; what it shows is in `out`, its exit code in `code`.
on_terminal() {
    script -qec "stty cols 100; $*; echo \$? >code" /dev/null >out 2>/dev/null </dev/null
}

# ---- the tables: every command explains itself, and its examples are well formed ----

commands=$("$penholder" help | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z]*\( [a-z][a-z]*\)\{0,1\}\)  .*/\1/p')
check "help lists the commands" yes "$(echo "$commands" | grep -qx draft && echo yes)"
while read -r command; do
    # shellcheck disable=SC2086 # a command may be two words
    exits "every command has --help" 0 $command --help
    check "--help of $command has examples" yes \
        "$(sed '1,/^Examples:/d' out | grep -q '^  penholder ' && echo yes)"
    sed '1,/^Examples:/d; /^  penholder /!d; s/[|<>].*//' out >examples
    while read -r _ arguments; do
        # shellcheck disable=SC2086 # the words of an example
        "$penholder" $arguments >/dev/null 2>err </dev/null
        check "an example that is called rightly: $arguments" no \
            "$([ $? -eq 2 ] && cat err || echo no)"
    done <examples
done <<END
$commands
END
rm -f ./*

# ---- files are written whole, and never over another ----

exits "writes a file" 0 draft "$corpus" -q -o draft.docx
check "a .docx is a zip" PK "$(head -c 2 draft.docx)"
echo mine >mine.txt
exits "an existing file is not replaced" 3 draft "$corpus" -o mine.txt
says "and it says how to replace it" "--force"
check "and is untouched" mine "$(cat mine.txt)"
exits "--force replaces it" 0 draft "$corpus" -q -o mine.txt --force
check "with the draft" yes "$(has 'The General Assembly' mine.txt)"
check "nothing else is left in the folder" "draft.docx err mine.txt out" "$(echo *)"
exits "a folder that is not there" 3 draft "$corpus" -o nowhere/draft.docx
exits "an ending that is no format" 2 draft "$corpus" -o draft.pdf
exits "a folder as output" 3 draft "$corpus" -q --format text -o .
"$penholder" show "$seed" >/dev/full 2>err
check "a full disk" 3 $?
"$penholder" show "$seed" 2>err | head -n 1 >out
check "a reader that stops early is no error message" "" "$(cat err)"

# ---- standard input and output ----

"$penholder" show "$seed" --format json >file.json
"$penholder" show - --format json <"$seed" >stdin.json
check "- is standard input" same \
    "$(grep -vF "$seed" file.json >a; grep -v 'standard input' stdin.json >b; cmp a b && echo same)"
"$penholder" show "$seed" -o - >dash.txt 2>err
"$penholder" show "$seed" >plain.txt
check "-o - is standard output" same "$(cmp plain.txt dash.txt && echo same)"
check "and says nothing" "" "$(cat err)"
"$penholder" draft "$corpus" >out 2>err
check "the checklist is not in the document" no "$(has 'Still to be supplied' out)"
says "but on standard error" "Still to be supplied"
"$penholder" draft "$corpus" -q >out 2>err
check "--quiet is quiet" "" "$(cat err)"

# ---- fixes, and findings that are accepted ----

mkdir fixes && cd fixes || exit 2
cp "$corpus/A_RES_69_12.txt" own.txt
exits "fixes never go over the draft" 3 check own.txt --fix -o own.txt
check "which is untouched" same "$(cmp own.txt "$corpus/A_RES_69_12.txt" && echo same)"
exits "--dry-run shows them" 0 check own.txt --fix --dry-run
check "and writes no file" "err out own.txt" "$(echo *)"
exits "--force replaces the draft" 0 check own.txt --fix -q -o own.txt --force
exits "a fixed draft has nothing to fix" 0 check own.txt --fix --fail-on warning
says "and it says so" "no rule has a certain fix"
check "it is as it was" same "$(cmp own.txt out && echo same)"
"$penholder" check - --fix -q <"$corpus/A_RES_69_12.txt" >stdin.txt
check "standard input is fixed as well" same "$(cmp own.txt stdin.txt && echo same)"
sed 's/$/\r/' "$corpus/A_RES_69_12.txt" >crlf.txt
"$penholder" check crlf.txt --fix -q | tr -d '\r' >lf.txt
check "the ends of lines stay" same "$(cmp own.txt lf.txt && echo same)"
cp "$corpus/A_RES_69_12.txt" own.txt
exits "a finding is accepted" 0 check own.txt --accept quotes-curly --reason 'so it is' -q
exits "a folder is read without what was accepted in it" 0 check . -q
check "which counts no longer" no "$(grep -q '^./own.txt: .*quotes-curly' out && echo yes || echo no)"
check "but elsewhere" yes "$(grep -q '^./crlf.txt: .*quotes-curly' out && echo yes || echo no)"
exits "of several documents none is accepted in" 2 check . --accept quotes-curly --reason x
cd .. && rm -r fixes

# ---- facts ----

"$penholder" draft "$corpus" >bare.txt 2>err
exits "-o 75.facts writes a form for facts" 0 draft "$corpus" -q -o 75.facts
"$penholder" draft "$corpus" --facts 75.facts >out 2>err
check "as it stands it fills nothing" same "$(cmp bare.txt out && echo same)"
sed 's/^#date =.*/date = 12 October 2020/' 75.facts >filled.facts
"$penholder" draft "$corpus" --facts filled.facts >out 2>err
check "a line without its number sign does" yes "$(has '12 October 2020' out)"
check "and is on the checklist no longer" no "$(has '--set date' err)"
"$penholder" draft "$corpus" -q --facts - <filled.facts >dash.txt
check "- is a file of facts, too" same "$(cmp out dash.txt && echo same)"
printf 'date = 12 October 2020\0\n' >nul.facts
exits "a NUL byte" 4 draft "$corpus" --facts nul.facts
says "is named with its line" "nul.facts:1: "
head -c 1100000 /dev/zero | tr '\0' '#' >large.facts
exits "a file of facts that is too large" 4 draft "$corpus" --facts large.facts

# ---- terminals ----

escape=$(printf '\033')
if command -v script >/dev/null; then
    on_terminal "TERM=xterm '$penholder' draft '$corpus' -q --format docx"
    check "no Word document goes to a terminal" 2 "$(cat code)"
    "$penholder" draft "$corpus" -q --tracked -o tracked.docx
    on_terminal "TERM=xterm '$penholder' accept tracked.docx"
    check "nor one with its changes accepted" 2 "$(cat code)"
    on_terminal "TERM=xterm '$penholder' preview '$corpus'"
    check "placeholders are bold on a terminal" yes "$(has "$escape" out)"
    on_terminal "TERM=xterm NO_COLOR=1 '$penholder' preview '$corpus'"
    check "but not with NO_COLOR" no "$(has "$escape" out)"
    on_terminal "TERM=xterm '$penholder' preview '$corpus' -q --color never"
    check "and not with --color never" no "$(has "$escape" out)"
    widest=$(sed '/^Still to be supplied/,$d' out | tr -d '\r' | LC_ALL=C.UTF-8 wc -L)
    check "the preview is as wide as the terminal" yes \
        "$([ "$widest" -gt 80 ] && [ "$widest" -le 100 ] && echo yes || echo "$widest")"
    on_terminal "TERM=xterm '$penholder' history '$corpus' -q --paragraph OP8"
    check "changed words are coloured on a terminal" yes "$(has "$escape" out)"
    on_terminal "TERM=xterm NO_COLOR=1 '$penholder' history '$corpus' -q --paragraph OP8"
    check "and marked with NO_COLOR" no/yes "$(has "$escape" out)/$(has '[-the-]' out)"
    widest=$(tr -d '\r' <out | LC_ALL=C.UTF-8 wc -L)
    check "a history is as wide as the terminal" yes \
        "$([ "$widest" -gt 80 ] && [ "$widest" -le 100 ] && echo yes || echo "$widest")"
else
    echo "terminals not tested: script (of the package bsdutils) is not installed"
fi
"$penholder" preview "$corpus" -q >out
check "a file gets no colour" no "$(has "$escape" out)"
check "preview ends with the checklist" yes "$(tail -n 40 out | grep -qi 'supplied' && echo yes)"
"$penholder" preview "$corpus" -q --color always >out
check "unless --color always" yes "$(has "$escape" out)"

# ---- words from the command line ----

exits "bytes that are no text are no label" 5 history "$corpus" --paragraph "$(printf 'OP\377\0332')"
check "and do not reach the terminal" no "$(has "$escape" err)"
exits "nor words" 5 history "$corpus" --words "$(printf '\200\377\033[2J x')"
check "and do not reach it either" no "$(has "$escape" err)"
long=$(head -c 60000 /dev/zero | sed 's/\x0/a /g')
exits "a phrase may be long" 5 history "$corpus" --words "$long"

# ---- sources ----

mkdir mixed empty
cp "$corpus"/A_RES_7*.txt "$corpus"/A_RES_69*.txt mixed
head -c 3000 /dev/urandom >mixed/picture.png
exits "a folder with something else in it" 0 draft mixed
says "says what it skipped" "picture.png"
exits "an empty folder" 5 draft empty
exits "the same bytes named as a file" 4 draft mixed/picture.png
exits "a file that is not there" 3 show nowhere.txt
printf 'penholder\033[31m.txt' >name
exits "a file name that writes to the terminal" 3 show "$(cat name)"
check "is made harmless" no "$(has "$escape" err)"

# ---- any bytes: a message and an exit code ----

: >empty.txt
printf '\0\0\0\0' >nul.txt
printf '\377\376\0a' >utf16.txt
head -c 200000 /dev/zero | tr '\0' '(' >brackets.txt
yes '(a) (i) 1. The General Assembly,' | head -n 20000 >lines.txt
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "<a>" }' >deep.xml
head -c 100000 "$seed" | tr 'aeiou' '\200\201\202\203\204' >broken.txt
printf '<!DOCTYPE a [<!ENTITY b SYSTEM "/etc/passwd">]><a>&b;</a>' >entity.xml
for file in empty.txt nul.txt utf16.txt brackets.txt lines.txt deep.xml broken.txt entity.xml; do
    for command in show check draft; do
        timeout 60 "$penholder" $command $file >out 2>err </dev/null
        code=$?
        if [ $code -le 1 ] || { [ $code -le 5 ] && grep -q '^penholder: ' err; }; then
            passed=$((passed + 1))
        else
            check "$command $file: an exit code of its own, and a message" 'at most 5' \
                "$code: $(head -n 20 err)"
        fi
    done
done
check "no entity is expanded" no "$(has root: out)"

# ---- data ----

PENHOLDER_DATA=$scratch/nowhere "$penholder" show "$seed" >out 2>err
check "data that is not there is an error" 3 $?
says "that names the file" "$scratch/nowhere/"

# ---- what this program makes is verified before it is written ----

mkdir faulty
cp -r "$corpus/../../rules" "$corpus/../../templates" faulty
sed 's/w:id="-1"/w:id="-7"/' "$corpus/../../templates/docx/footnotes.xml" >faulty/templates/docx/footnotes.xml
for file in faulty.docx faulty.xml; do
    PENHOLDER_DATA=$scratch/faulty "$penholder" draft "$corpus" -q -o $file >out 2>err
    check "a faulty document ($file) is a mistake of the program's own" 6 $?
    says "that is said with its place" "word/settings.xml"
    check "and $file is not written" no "$([ -e $file ] && echo yes || echo no)"
done

# ---- an archive's progress: on a terminal alone ----

mkdir many
for i in $(seq 300); do sed "s#A/RES/73/331#A/RES/73/$i#" "$seed" >"many/$i.txt"; done
on_terminal "'$penholder' archive build many -o many.archive"
check "a bar, with rate and time left" yes \
    "$(grep -q '\[=* *\] [0-9]* of 300 files, [0-9]* a second, [0-9]* s left' out && echo yes)"
exits "nothing of that elsewhere" 0 archive build many -o other.archive
check "but a line at the end" "penholder: other.archive: 300 files read, 0 as they were" "$(cat err)"

# ---- the shell's completion ----

if command -v bash >/dev/null; then
    "$penholder" completion bash >completion.bash
    completed() {
        bash -c '. ./completion.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _penholder
                 echo "${COMPREPLY[*]}"' bash "$@"
    }
    check "commands" "draft" "$(completed penholder dr)"
    check "options" "--tracked" "$(completed penholder draft --tr)"
    check "values" "sarif" "$(completed penholder check a.txt --format sa)"
    check "commands of help" "compare" "$(completed penholder help compa)"
    check "commands of two words" "build" "$(completed penholder archive bu)"
    check "and their options" "--forget" "$(completed penholder archive build --fo)"
fi
if command -v man >/dev/null && command -v groff >/dev/null; then
    "$penholder" help --man >penholder.1
    check "the manual page has no faults" "" "$(LC_ALL=C.UTF-8 man --warnings -l penholder.1 2>&1 >/dev/null)"
fi

echo "cli: $passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
