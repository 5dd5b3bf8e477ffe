# What the texts that are measured are made of: a stock of words and of opening phrases, and a
# generator of numbers of its own, so that every awk makes the same text. Other programs come
# behind it: awk -f stock.awk -f PROGRAM.

function below(n) {
    state = (state * 16807) % 2147483647
    return state % n
}
function pick(list, n) { return list[1 + below(n)] }
BEGIN {
    stock_count = split("the of and to in for on by with its their as well including through " \
        "development cooperation security States Members United Nations organizations regional " \
        "international peace implementation programme report efforts activities measures support " \
        "capacity-building sustainable economic social technical assistance human rights women " \
        "children education health environment climate disarmament law justice institutions " \
        "partnership resources finance trade technology innovation data monitoring evaluation " \
        "coordination agencies funds bodies Charter principles purposes objectives challenges " \
        "threats terrorism trafficking migration refugees humanitarian disaster risk reduction " \
        "resilience recovery conflict prevention mediation dialogue tolerance culture heritage " \
        "sport youth oceans forests deserts mountains rivers islands cities villages harvests " \
        "vaccines broadband satellites archives museums volunteers farmers fishers teachers " \
        "nurses parliaments mayors universities journalists", stock, " ")
    opening_count = split("Recalls,Welcomes,Notes,Stresses,Emphasizes,Encourages,Invites,Urges," \
        "Recognizes,Reaffirms,Requests the Secretary-General,Calls upon Member States", openings, \
        ",")
    state = 20250731
}
