# Counts the words in what `penholder compare --format edits` prints: those of inserted, deleted and
# replaced words and paragraphs, then those of paragraphs that moved, both ends.
/^      "kind": / { kind = $2 }
/^      "of": / { mark = $2 ~ /mark/ }
/^        "words": "/ {
    words = $0
    sub(/^        "words": "/, "", words)
    sub(/"$/, "", words)
    count = split(words, list, " ")
    if (kind ~ /moved/)
        moved += count
    else if (!mark && kind ~ /inserted|deleted|replaced/)
        changed += count
}
END { print changed + 0, moved + 0 }
