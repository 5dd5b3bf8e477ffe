# Copies of resolutions for tests/bench/archive.sh: other numbers of resolutions, no two the same in a
# hundred copies (of the thirteenth, 70/12 becomes 70/4012 A: no number has more than four digits), and
# in one line of twenty a word of the copy's own.
#
# usage: awk -v copy=N -v folder=FOLDER -f copies.awk FILE...     N: 0 (as they are) to 99
function word(n,    letters) {
    for (letters = "copy"; n > 0; n = int(n / 26))
        letters = letters sprintf("%c", 97 + n % 26)
    return letters
}
# A number as the copy has it; 69/96 B has a letter already.
function moved(number,    parts, letter) {
    split(number, parts, "/")
    letter = copy < 9 ? "" : sprintf(" %c", 64 + int(copy / 9))
    return parts[1] "/" (parts[2] + 1000 * (copy % 9)) letter
}
# Whether what stands before makes it a resolution's, not a document's (A/73/328) or a year's.
function is_resolution(before, number) {
    return number ~ /^[0-9][0-9]\/[0-9][0-9]?[0-9]?$/ && before !~ /[0-9A-Za-z.]$/ &&
        (before !~ /\/$/ || before ~ /A\/RES\/$/)
}
function renumbered(line,    done, before, number) {
    while (match(line, /[0-9]+\/[0-9]+/)) {
        before = done substr(line, 1, RSTART - 1)
        number = substr(line, RSTART, RLENGTH)
        line = substr(line, RSTART + RLENGTH)
        done = before (is_resolution(before, number) ? moved(number) : number)
    }
    return done line
}
FNR == 1 {
    if (out)
        close(out)
    name = FILENAME
    sub(/^.*\//, "", name)
    out = folder "/" copy "-" name
}
copy > 0 {
    $0 = renumbered($0)
    if (FNR % 20 == 10 && length($0) > 60)
        sub(/ the /, " the " word(copy) " ")
}
{ print >out }
