#include "doc/walk.h"
#include "draft/draft.h"
#include "draft/facts.h"
#include "draft/places.h"
#include "draft/template.h"

enum ph_status ph_memorandum(const struct ph_pattern *pattern, const struct ph_document *draft,
                             const struct ph_document *const *sources, size_t count,
                             const struct ph_lexicon *lexicon, struct ph_document **result,
                             struct ph_error *error)
{
    xmlDoc *facts;
    enum ph_status status = ph_facts(pattern, sources, count, draft, &facts, error);
    if (status != PH_OK)
        return status;
    struct ph_document *memorandum = ph_document_new(NULL);
    memorandum->lexicon = lexicon;
    status = ph_template_make("memorandum", facts, lexicon, draft, memorandum, error);
    xmlFreeDoc(facts);
    ph_places_name(memorandum);
    ph_document_number(memorandum);
    if (status == PH_OK)
        *result = memorandum;
    else
        ph_document_free(memorandum);
    return status;
}
