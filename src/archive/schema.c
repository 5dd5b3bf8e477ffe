#include "archive/schema.h"

/* A form is a wording with its numbers masked (archive/form.h): it is stored and indexed once,
 * however many resolutions use it. Its digest is the key; the words decide. */
const char ph_archive_schema[] =
    "CREATE TABLE resolution (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  name TEXT NOT NULL UNIQUE,\n" /* 73/331; without a number the symbol, else the file */
    "  symbol TEXT NOT NULL,\n"
    "  session INTEGER NOT NULL,\n" /* 0: unknown */
    "  adopted TEXT NOT NULL,\n"    /* 2019-07-25; '' : unknown */
    "  title TEXT NOT NULL,\n"
    "  title_form TEXT NOT NULL,\n" /* in small letters, masked: what a series has in common */
    "  file INTEGER NOT NULL);\n"   /* whose words these are */
    "CREATE INDEX resolution_by_title ON resolution (title_form);\n"
    "CREATE INDEX resolution_by_session ON resolution (session, name);\n"
    "CREATE TABLE file (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  path TEXT NOT NULL UNIQUE,\n"
    "  size INTEGER NOT NULL,\n"
    "  changed INTEGER NOT NULL,\n" /* nanoseconds since 1970 */
    "  rank INTEGER NOT NULL,\n"    /* of its format: the lower the better */
    "  name TEXT,\n"                /* of its resolution; NULL: it could never be read */
    "  problem TEXT);\n"            /* why, or what its reader had to say */
    "CREATE INDEX file_by_name ON file (name);\n"
    "CREATE TABLE form (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  digest INTEGER NOT NULL,\n"
    "  words TEXT NOT NULL,\n"
    "  uses INTEGER NOT NULL,\n"
    "  first INTEGER NOT NULL,\n" /* session of the first and of the last use; 0: unknown */
    "  last INTEGER NOT NULL);\n"
    "CREATE INDEX form_by_digest ON form (digest);\n"
    "CREATE VIRTUAL TABLE form_words USING fts5 (\n"
    "  words, content='form', content_rowid='id', tokenize=\"unicode61 remove_diacritics 2\");\n"
    "CREATE VIRTUAL TABLE form_terms USING fts5vocab (form_words, row);\n"
    "CREATE TABLE paragraph (\n"
    "  resolution INTEGER NOT NULL,\n"
    "  place INTEGER NOT NULL,\n"   /* in the order of the document, from 1 */
    "  session INTEGER NOT NULL,\n" /* of the resolution: so that uses stand in its order */
    "  part TEXT NOT NULL,\n"       /* preambular, operative; else the kind of node */
    "  label TEXT NOT NULL,\n"      /* OP8 (a) */
    "  opening TEXT NOT NULL,\n"    /* without also and further; '': none */
    "  form INTEGER NOT NULL,\n"
    "  vals TEXT NOT NULL,\n" /* what was masked */
    "  PRIMARY KEY (resolution, place)) WITHOUT ROWID;\n"
    "CREATE INDEX paragraph_by_form ON paragraph (form, session);\n"
    "CREATE TABLE citation (\n"
    "  resolution INTEGER NOT NULL,\n"
    "  place INTEGER NOT NULL,\n" /* of the paragraph */
    "  cited TEXT NOT NULL,\n"    /* 64/256 */
    "  dated TEXT NOT NULL,\n"    /* 2010-03-02; '': no date is given */
    "  PRIMARY KEY (resolution, place, cited, dated)) WITHOUT ROWID;\n"
    "CREATE INDEX citation_by_cited ON citation (cited);\n";
