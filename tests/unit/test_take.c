/* Revisions accepted and rejected in the body of a document: what each kind of them leaves
 * (ECMA-376 part 1, 17.13.5). */
#include "take_help.h"

struct change {
    const char *what, *before, *accepted, *rejected;
};

static void expect_body(const struct change *change, bool accept, const char *wanted)
{
    struct ph_take_report report;
    struct ph_buffer out = test_take_all(&(struct test_take){.body = change->before},
                                         &(struct ph_take_order){.accept = accept}, &report);
    char *body = test_between(ph_buffer_text(&out), "<w:body>", "</w:body>");
    cr_expect_str_eq(body, wanted, "%s, %s:\n  %s\n  %s", change->what,
                     accept ? "accepted" : "rejected", body, wanted);
    cr_expect_eq(report.left, 0, "%s: %zu left", change->what, report.left);
    free(body);
    ph_take_report_free(&report);
    ph_buffer_free(&out);
}

static void expect(const struct change *changes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        expect_body(&changes[i], true, changes[i].accepted);
        expect_body(&changes[i], false, changes[i].rejected);
    }
}

#define EXPECT(changes) expect(changes, sizeof(changes) / sizeof *(changes))

Test(take, runs)
{
    static const struct change changes[] = {
        {"words", P(T("a") INS(T("b")) DEL(D("c")) T("d")), P(T("a") T("b") T("d")),
         P(T("a") T("c") T("d"))},
        {"a deletion in an insertion", P(INS(T("a") DEL(D("b")))), P(T("a")), "<w:p/>"},
        {"an insertion in an insertion", P(INS(INS(T("a")) T("b"))), P(T("a") T("b")), "<w:p/>"},
        {"moved words", P(FROM(T("a")) T("b") TO(T("a"))), P(T("b") T("a")), P(T("a") T("b"))},
        {"the marks of a move",
         P("<w:moveFromRangeStart" BY("A") " w:name=\"m\"/>" FROM(T("a"))
               RANGE("moveFromRangeEnd", "1") T("b")),
         P(T("b")), P(T("a") T("b"))},
        {"in a link", P("<w:hyperlink>" T("a") DEL(D("b")) "</w:hyperlink>"),
         P("<w:hyperlink>" T("a") "</w:hyperlink>"),
         P("<w:hyperlink>" T("a") T("b") "</w:hyperlink>")},
        {"all of a link", P(T("a") "<w:hyperlink>" DEL(D("b")) "</w:hyperlink>"), P(T("a")),
         P(T("a") "<w:hyperlink>" T("b") "</w:hyperlink>")},
        {"in a content control",
         P("<w:sdt><w:sdtPr/><w:sdtContent>" DEL(D("b")) "</w:sdtContent></w:sdt>"),
         P("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>"),
         P("<w:sdt><w:sdtPr/><w:sdtContent>" T("b") "</w:sdtContent></w:sdt>")},
        {"in a smart tag", P("<w:smartTag><w:smartTagPr/>" INS(T("a")) "</w:smartTag>"),
         P("<w:smartTag><w:smartTagPr/>" T("a") "</w:smartTag>"), "<w:p/>"},
        {"in a simple field",
         P("<w:fldSimple w:instr=\"PAGE\">" INS(T("1")) T("2") "</w:fldSimple>"),
         P("<w:fldSimple w:instr=\"PAGE\">" T("1") T("2") "</w:fldSimple>"),
         P("<w:fldSimple w:instr=\"PAGE\">" T("2") "</w:fldSimple>")},
        {"instructions", P(DEL("<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>") T("a")),
         P(T("a")), P(CODE("PAGE") T("a"))},
    };
    EXPECT(changes);
}

Test(take, paragraph_marks)
{
    static const struct change changes[] = {
        {"a mark deleted: the next paragraph's properties count",
         P("<w:pPr><w:pStyle w:val=\"One\"/><w:rPr>" MARK("del") "</w:rPr></w:pPr>" T("a"))
             P(PPR("Two") T("b")),
         P(PPR("Two") T("a") T("b")), P(PPR("One") T("a")) P(PPR("Two") T("b"))},
        {"three marks deleted",
         P(MARKED("del") T("a")) P(MARKED("del") T("b")) P(MARKED("del") T("c")) P(PPR("X") T("d")),
         P(PPR("X") T("a") T("b") T("c") T("d")), P(T("a")) P(T("b")) P(T("c")) P(PPR("X") T("d"))},
        {"a paragraph inserted", P(T("a")) P(MARKED("ins") INS(T("b"))) P(PPR("X") T("c")),
         P(T("a")) P(T("b")) P(PPR("X") T("c")), P(T("a")) P(PPR("X") T("c"))},
        {"a paragraph moved",
         P(MARKED("moveFrom") FROM(T("a"))) P(T("b")) P(MARKED("moveTo") TO(T("a"))) P(T("c")),
         P(T("b")) P(T("a")) P(T("c")), P(T("a")) P(T("b")) P(T("c"))},
        {"a mark inserted by one and deleted by another",
         P("<w:pPr><w:rPr>" MARK("ins") MARK("del") "</w:rPr></w:pPr>" T("a")) P(T("b")),
         P(T("a") T("b")), P(T("a") T("b"))},
        {"a mark before a table stays",
         P(MARKED("del") T("a")) "<w:tbl>" GRID ROW(CELL("")) "</w:tbl>" P(""),
         P(T("a")) "<w:tbl>" GRID ROW("<w:tc><w:p/></w:tc>") "</w:tbl><w:p/>",
         P(T("a")) "<w:tbl>" GRID ROW("<w:tc><w:p/></w:tc>") "</w:tbl><w:p/>"},
        {"a paragraph that is all gone before a table goes",
         P(T("x")) P(MARKED("del") DEL(D("a"))) "<w:tbl>" GRID ROW(CELL("")) "</w:tbl>" P(""),
         P(T("x")) "<w:tbl>" GRID ROW("<w:tc><w:p/></w:tc>") "</w:tbl><w:p/>",
         P(T("x")) P(T("a")) "<w:tbl>" GRID ROW("<w:tc><w:p/></w:tc>") "</w:tbl><w:p/>"},
        {"the last mark stays where words are left",
         P(T("x")) P(MARKED("del") T("a")) "<w:sectPr/>", P(T("x")) P(T("a")) "<w:sectPr/>",
         P(T("x")) P(T("a")) "<w:sectPr/>"},
        {"the last paragraph goes where it is all gone",
         P(T("x")) P(MARKED("del") DEL(D("a"))) "<w:sectPr/>", P(T("x")) "<w:sectPr/>",
         P(T("x")) P(T("a")) "<w:sectPr/>"},
        {"a cell keeps a paragraph",
         "<w:tbl>" GRID ROW("<w:tc>" P(MARKED("del") DEL(D("a"))) "</w:tc>") "</w:tbl>" P(""),
         "<w:tbl>" GRID ROW("<w:tc><w:p/></w:tc>") "</w:tbl><w:p/>",
         "<w:tbl>" GRID ROW("<w:tc>" P(T("a")) "</w:tc>") "</w:tbl><w:p/>"},
        {"a section's end goes with its mark",
         P("<w:pPr><w:rPr>" MARK("ins") "</w:rPr><w:sectPr/></w:pPr>" INS(T("a"))) P(T("b")),
         P("<w:pPr><w:sectPr/></w:pPr>" T("a")) P(T("b")), P(T("b"))},
        {"marks between paragraphs stay in their place",
         P(MARKED("del") T("a")) RANGE("bookmarkStart", "7") P(RANGE("bookmarkEnd", "7") T("b")),
         P(T("a") RANGE("bookmarkStart", "7") RANGE("bookmarkEnd", "7") T("b")),
         P(T("a")) RANGE("bookmarkStart", "7") P(RANGE("bookmarkEnd", "7") T("b"))},
    };
    EXPECT(changes);
}

#define TRPR(mark) "<w:trPr>" MARK(mark) "</w:trPr>"
#define TCPR(mark) "<w:tc><w:tcPr>" mark "</w:tcPr>" P(T("b")) "</w:tc>"
#define TABLE(x) "<w:tbl>" GRID x "</w:tbl>" P(T("z"))
#define MERGED(state)                                                                              \
    "<w:tc><w:tcPr><w:tcW/><w:vMerge w:val=\"" state "\"/></w:tcPr>" P(T("b")) "</w:tc>"

Test(take, tables)
{
    static const struct change changes[] = {
        {"a row", TABLE(ROW(CELL(T("a"))) ROW(TRPR("ins") CELL(T("b")))),
         TABLE(ROW(CELL(T("a"))) ROW(CELL(T("b")))), TABLE(ROW(CELL(T("a"))))},
        {"all rows", P(T("x")) TABLE(ROW(TRPR("del") CELL(T("a"))) ROW(TRPR("del") CELL(T("b")))),
         P(T("x")) P(T("z")), P(T("x")) TABLE(ROW(CELL(T("a"))) ROW(CELL(T("b"))))},
        {"a cell inserted", TABLE(ROW(CELL(T("a")) TCPR(MARK("cellIns")))),
         TABLE(ROW(CELL(T("a")) CELL(T("b")))), TABLE(ROW(CELL(T("a"))))},
        {"a cell deleted", TABLE(ROW(CELL(T("a")) TCPR(MARK("cellDel")))), TABLE(ROW(CELL(T("a")))),
         TABLE(ROW(CELL(T("a")) CELL(T("b"))))},
        {"cells merged",
         TABLE(ROW("<w:tc><w:tcPr><w:tcW/><w:cellMerge" BY(
             "A") " w:vMerge=\"cont\" w:vMergeOrig=\"rest\"/></w:tcPr>" P(T("b")) "</w:tc>")),
         TABLE(ROW(MERGED("continue"))), TABLE(ROW(MERGED("restart")))},
        {"a cell split off",
         TABLE(ROW("<w:tc><w:tcPr><w:tcW/><w:vMerge w:val=\"continue\"/><w:cellMerge" BY(
             "A") " w:vMerge=\"rest\"/></w:tcPr>" P(T("b")) "</w:tc>")),
         TABLE(ROW(MERGED("restart"))),
         TABLE(ROW("<w:tc><w:tcPr><w:tcW/></w:tcPr>" P(T("b")) "</w:tc>"))},
        {"the properties of a row, a cell and a table",
         "<w:tbl><w:tblPr><w:jc/><w:tblPrChange" BY(
             "A") "><w:tblPr><w:tblW/></w:tblPr></w:tblPrChange>"
                  "</w:tblPr><w:tblGrid><w:gridCol/><w:tblGridChange "
                  "w:id=\"2\"><w:tblGrid/></w:tblGridChange>"
                  "</w:tblGrid><w:tr><w:trPr><w:jc/><w:trPrChange" BY(
                      "A") "><w:trPr/></w:trPrChange></w:trPr>"
                           "<w:tc><w:tcPr><w:noWrap/><w:tcPrChange" BY(
                               "A") "><w:tcPr><w:tcW/></w:tcPr></w:tcPrChange>"
                                    "</w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
         "<w:tbl><w:tblPr><w:jc/></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:jc/>"
         "</w:trPr><w:tc><w:tcPr><w:noWrap/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
         "<w:tbl><w:tblPr><w:tblW/></w:tblPr><w:tblGrid/><w:tr><w:tc><w:tcPr><w:tcW/></w:tcPr><w:p/"
         ">"
         "</w:tc></w:tr></w:tbl>"},
    };
    EXPECT(changes);
}

Test(take, properties)
{
    static const struct change changes[] = {
        {"of a run",
         P("<w:r><w:rPr><w:i/><w:rPrChange" BY("A") "><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>"
                                                    "<w:t>a</w:t></w:r>"),
         P("<w:r><w:rPr><w:i/></w:rPr><w:t>a</w:t></w:r>"),
         P("<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>")},
        {"of a run that had none",
         P("<w:r><w:rPr><w:i/><w:rPrChange" BY(
             "A") "><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r>"),
         P("<w:r><w:rPr><w:i/></w:rPr><w:t>a</w:t></w:r>"), P(T("a"))},
        {"of a paragraph: those of its mark and its section are not among them",
         P("<w:pPr><w:jc/><w:rPr><w:b/></w:rPr><w:sectPr/><w:pPrChange" BY(
             "A") "><w:pPr><w:ind/></w:pPr></w:pPrChange></w:pPr>"),
         P("<w:pPr><w:jc/><w:rPr><w:b/></w:rPr><w:sectPr/></w:pPr>"),
         P("<w:pPr><w:ind/><w:rPr><w:b/></w:rPr><w:sectPr/></w:pPr>")},
        {"of a section: its headers are not among them",
         "<w:sectPr><w:headerReference/><w:cols/><w:sectPrChange" BY(
             "A") "><w:sectPr><w:pgSz/></w:sectPr></w:sectPrChange></w:sectPr>",
         "<w:sectPr><w:headerReference/><w:cols/></w:sectPr>",
         "<w:sectPr><w:headerReference/><w:pgSz/></w:sectPr>"},
        {"a number inserted",
         P("<w:pPr><w:numPr><w:numId w:val=\"1\"/>" MARK("ins") "</w:numPr></w:pPr>" T("a")),
         P("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" T("a")), P(T("a"))},
        {"what a number was",
         P("<w:pPr><w:numPr><w:numId w:val=\"1\"/><w:numberingChange" BY(
             "A") " w:original=\"%1:1:0:.\"/></w:numPr></w:pPr>"),
         P("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"),
         P("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")},
    };
    EXPECT(changes);
}

#define ARGUMENT(name, x) "<m:" name "><m:r><m:t>" x "</m:t></m:r></m:" name ">"
#define CONTROL(x) "<m:fPr><m:ctrlPr>" x "</m:ctrlPr></m:fPr>"
#define MATH(x) P("<m:oMath>" x "</m:oMath>")

Test(take, formulas_and_tags)
{
    static const struct change changes[] = {
        {"the run of a formula", MATH("<m:r>" INS("<w:rPr/>") "<m:t>a</m:t></m:r><m:r/>"),
         MATH("<m:r><w:rPr/><m:t>a</m:t></m:r><m:r/>"), MATH("<m:r/>")},
        {"a fraction: its places stay",
         MATH("<m:f>" CONTROL(DEL("<w:rPr/>")) ARGUMENT("num", "a") ARGUMENT("den", "b") "</m:f>"),
         MATH("<m:r><m:t>a</m:t></m:r><m:r><m:t>b</m:t></m:r>"),
         MATH("<m:f>" CONTROL("<w:rPr/>") ARGUMENT("num", "a") ARGUMENT("den", "b") "</m:f>")},
        {"a content control put around words",
         P("<w:customXmlInsRangeStart" BY("A") "/><w:sdt><w:sdtPr/><w:sdtContent>" RANGE(
             "customXmlInsRangeEnd", "1") T("a") "</w:sdtContent></w:sdt>"),
         P("<w:sdt><w:sdtPr/><w:sdtContent>" T("a") "</w:sdtContent></w:sdt>"), P(T("a"))},
        {"custom XML taken from around words",
         P("<w:customXmlDelRangeStart" BY(
             "A") "/><w:customXml w:element=\"e\"><w:customXmlPr/>" RANGE("customXmlDelRangeEnd",
                                                                          "1")
               T("a") "</w:customXml>"),
         P(T("a")), P("<w:customXml w:element=\"e\"><w:customXmlPr/>" T("a") "</w:customXml>")},
    };
    EXPECT(changes);
}

Test(take, fields_and_bookmarks)
{
    static const struct change changes[] = {
        {"a field that lost its end is words",
         P(FIELD("begin") CODE("PAGE") FIELD("separate") T("1") DEL(FIELD("end")) T("a")),
         P(T("1") T("a")),
         P(FIELD("begin") CODE("PAGE") FIELD("separate") T("1") FIELD("end") T("a"))},
        {"a field around the one that goes stays whole",
         P(FIELD("begin") CODE("X") DEL(FIELD("begin") FIELD("end")) FIELD("end")),
         P(FIELD("begin") CODE("X") FIELD("end")),
         P(FIELD("begin") CODE("X") FIELD("begin") FIELD("end") FIELD("end"))},
        {"one end of a bookmark in what goes",
         P(RANGE("bookmarkStart", "7") T("a") DEL(D("b") RANGE("bookmarkEnd", "7"))),
         P(RANGE("bookmarkStart", "7") T("a") RANGE("bookmarkEnd", "7")),
         P(RANGE("bookmarkStart", "7") T("a") T("b") RANGE("bookmarkEnd", "7"))},
        {"a bookmark of what goes goes",
         P(DEL(RANGE("bookmarkStart", "7") D("b")) DEL(D("c") RANGE("bookmarkEnd", "7")) T("a")),
         P(T("a")), P(RANGE("bookmarkStart", "7") T("b") T("c") RANGE("bookmarkEnd", "7") T("a"))},
        {"a bookmark from one deletion into another spans what is between",
         P(DEL(RANGE("bookmarkStart", "7") D("b")) T("a") DEL(D("c") RANGE("bookmarkEnd", "7"))),
         P(RANGE("bookmarkStart", "7") T("a") RANGE("bookmarkEnd", "7")),
         P(RANGE("bookmarkStart", "7") T("b") T("a") T("c") RANGE("bookmarkEnd", "7"))},
    };
    EXPECT(changes);
}
