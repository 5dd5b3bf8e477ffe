# A series of resolutions of a given length, one a session from the fiftieth on: what learning is
# measured on. From one member to the next, of a hundred paragraphs twenty have a word replaced, two
# are gone, two are new and two have changed places with their neighbour; every paragraph names a
# session, a year or the last resolution, and the first one names all of them.
#
# usage: awk -v members=30 -v words=7000 -v folder=FOLDER -f stock.awk -f series.awk

function ordinal(n,    ones, tens) {
    split("first second third fourth fifth sixth seventh eighth ninth", ones, " ")
    split("fif six seven eigh nine", tens, " ")
    return n % 10 ? tens[int(n / 10) - 4] "ty-" ones[n % 10] : tens[int(n / 10) - 4] "tieth"
}
function number(session) { return session "/" 100 + session }
function cite(session) { return number(session) " of 17 December " session + 1945 }
function sentence(    text, length_wanted, i) {
    length_wanted = 40 + below(60)
    for (i = 0; i < length_wanted; i++)
        text = text (i % 17 == 16 ? ", " : " ") pick(stock, stock_count)
    made += length_wanted
    return text " " pick(moving, moving_count)
}
function put_new(place,    i) {
    for (i = count++; i >= place; i--) {
        opening[i + 1] = opening[i]
        text[i + 1] = text[i]
    }
    opening[place] = pick(openings, opening_count)
    text[place] = sentence()
}
function take_out(place,    i) {
    count--
    for (i = place; i <= count; i++) {
        opening[i] = opening[i + 1]
        text[i] = text[i + 1]
    }
}
function swap(place,    kept) {
    kept = text[place]; text[place] = text[place + 1]; text[place + 1] = kept
    kept = opening[place]; opening[place] = opening[place + 1]; opening[place + 1] = kept
}
function edit(place,    part, n, i, result) {
    n = split(text[place], part, " ")
    part[1 + below(n - 8)] = pick(stock, stock_count)
    for (i = 1; i <= n; i++)
        result = result " " part[i]
    text[place] = result
}
function evolve(    place) {
    for (place = 1; place < count; place++) {
        if (below(100) < 20) edit(place)
        if (below(100) < 2) swap(place)
        if (below(100) < 2) put_new(place)
        if (below(100) < 2) take_out(place)
    }
}
function filled(words, session) {
    gsub(/@AHEAD/, ordinal(session + 1), words)
    gsub(/@YEAR/, session + 1945, words)
    gsub(/@LAST/, cite(session - 1), words)
    return words
}
function put_preamble(session, file,    i, list) {
    for (i = 50; i < session; i++)
        list = list (i == 50 ? "" : i < session - 1 ? ", " : " and ") cite(i)
    if (list != "")
        printf "Recalling its resolution%s %s on the quiet of harbours,\n\n", \
            (session > 51 ? "s" : ""), list >file
}
function put_member(session, file,    i) {
    printf "A/RES/%s\n\nResolution adopted by the General Assembly on 17 December %d\n\n", \
        number(session), session + 1945 >file
    printf "%s. The quiet of harbours\n\nThe General Assembly,\n\n", number(session) >file
    put_preamble(session, file)
    for (i = 1; i <= count; i++)
        printf "%d. %s%s;\n\n", i, opening[i], filled(text[i], session) >file
    printf "%d. Decides to remain attentive to the matter.\n", count + 1 >file
    close(file)
}
BEGIN {
    moving_count = split("at its @AHEAD session|during the year @YEAR|as in its resolution @LAST", \
        moving, "|")
    while (made < words)
        put_new(count + 1)
    for (session = 50; session < 50 + members; session++) {
        put_member(session, folder "/A_RES_" session ".txt")
        evolve()
    }
}
