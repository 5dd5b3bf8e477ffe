#include "learn/pattern_file.h"

int ph_pattern_usual_level(enum ph_kind kind)
{
    return kind == PH_SUBPARAGRAPH ? 2 : 1;
}

bool ph_pattern_has_words(enum ph_kind kind)
{
    return kind != PH_DOCUMENT && kind != PH_MASTHEAD && kind != PH_CLOSING && kind != PH_ANNEX;
}

bool ph_pattern_has_text(enum ph_kind kind)
{
    return ph_pattern_has_words(kind) && kind != PH_FIELD && kind != PH_TITLE && kind != PH_ORGAN;
}
