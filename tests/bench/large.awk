# A resolution of a given length, and the same one edited: what the large figures are measured on.
#
# usage: awk -v words=28000 -v edited=0 -f stock.awk -f large.awk
#
# Edited: of ten paragraphs, three have words replaced, added and taken out, one is new, one is
# gone, and one in forty has moved to the end. Every session moves by two.

function paragraph(    text, i) {
    text = pick(openings, opening_count)
    length_wanted = 40 + below(60)
    for (i = 1; i < length_wanted; i++)
        text = text (i % 17 == 0 ? ", " : " ") pick(stock, stock_count)
    return text " at its " session " session;"
}
function edit(text,    n, part, i, result) {
    n = split(text, part, " ")
    part[int(n / 4)] = "renewed"
    part[int(n / 2)] = part[int(n / 2)] " and further strengthened"
    part[n - 6] = ""
    for (i = 1; i <= n; i++)
        if (part[i] != "")
            result = result (i > 1 ? " " : "") part[i]
    return result
}
BEGIN {
    session = edited ? "seventy-seventh" : "seventy-fifth"
    symbol = edited ? "75/1" : "73/1"
    printf "A/RES/%s\n\nResolution adopted by the General Assembly on 1 December %d\n\n", symbol, \
        edited ? 2020 : 2018
    printf "%s. A large text\n\nThe General Assembly,\n\n", symbol
    printf "Recalling its resolution 70/1 of 25 September 2015%s,\n\n", \
        edited ? " and its resolution 73/1 of 1 December 2018" : ""
    number = 0
    while (made < words) {
        text = paragraph()
        made += length_wanted
        other = paragraph()
        kind = ++drawn % 10
        if (edited && drawn % 40 == 5) {
            moved = moved sprintf("%s\n", text)
            continue
        }
        if (edited && kind < 3)
            text = edit(text)
        if (edited && kind == 7)
            continue
        printf "%d. %s\n\n", ++number, text
        if (edited && kind == 4)
            printf "%d. %s\n\n", ++number, other
    }
    count = split(moved, lines, "\n")
    for (i = 1; i < count; i++)
        printf "%d. %s\n\n", ++number, lines[i]
    printf "%d. Decides to remain attentive to the matter.\n", ++number
}
