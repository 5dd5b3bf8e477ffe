# Copies of resolutions for tests/bench/archive.sh: other numbers of resolutions, and in one line of
# twenty a word of the copy's own.
#
# usage: awk -v copy=N -v folder=FOLDER -f copies.awk FILE...
function word(n,    letters) {
    for (letters = "copy"; n > 0; n = int(n / 26))
        letters = letters sprintf("%c", 97 + n % 26)
    return letters
}
FNR == 1 {
    if (out)
        close(out)
    name = FILENAME
    sub(/^.*\//, "", name)
    out = folder "/" copy "-" name
}
copy > 0 {
    gsub(/[0-9]+\/[0-9]+/, "&" copy)
    if (FNR % 20 == 10 && length($0) > 60)
        sub(/ the /, " the " word(copy) " ")
}
{ print >out }
