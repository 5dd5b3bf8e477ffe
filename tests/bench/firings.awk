# How often each rule fires, and what that is for a document: from `penholder check --format json`.
# Not counted: whether a firing is right. README.md says what is made of the figures.

/^      "file": / { file = $0 }
/^      "severity": / { severity = word($0); of_document[severity, file]++; all[severity]++ }
/^      "rule": / { rule = word($0); count[rule]++; graded[rule] = severity
                    if (!((rule, file) in met)) { met[rule, file] = 1; documents[rule]++ } }
/^    "documents": / { total = word($0) + 0 }

function word(line) {
    sub(/^[^:]*: "?/, "", line)
    sub(/"?,?$/, "", line)
    return line
}

# The median and the most of a severity over all documents, those without a finding too.
function spread(severity,    key, part, values, n, most, at, over) {
    for (key in of_document) {
        split(key, part, SUBSEP)
        if (part[1] == severity) {
            values[of_document[key]]++
            n++
            most = of_document[key] > most ? of_document[key] : most
        }
    }
    values[0] = total - n
    for (at = 0; (over += values[at]) * 2 < total; at++) { }
    return sprintf("median %d, most %d", at, most)
}

END {
    split("error warning information", severities, " ")
    printf "%d documents\n", total
    for (i = 1; i <= 3; i++)
        printf "%-12s %6d  mean %.2f, %s\n", severities[i], all[severities[i]],
            (total ? all[severities[i]] / total : 0), spread(severities[i])
    printf "\n%-26s %-12s %7s %9s\n", "rule", "severity", "firings", "documents"
    sort = "LC_ALL=C sort"
    for (rule in count)
        printf "%-26s %-12s %7d %9d\n", rule, graded[rule], count[rule], documents[rule] | sort
    close(sort)
}
