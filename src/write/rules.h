/* What rules say of themselves, for people: made of their files. */
#ifndef PH_WRITE_RULES_H
#define PH_WRITE_RULES_H

#include "base/buffer.h"
#include "base/status.h"
#include "rules/rule.h"

/* One rule for a terminal: title, source, and its examples in words, the place of a finding between
 * » and «. */
void ph_write_rule_text(const struct ph_rule *rule, struct ph_buffer *out);

/* The same for what is said of departures from a series (rules/en/series.xml) and of citations
 * (rules/en/archive.xml), by its id; nothing where there is none of that id. PH_IO or PH_FORMAT
 * when a file cannot be read. */
enum ph_status ph_write_departure_text(const char *id, struct ph_buffer *out,
                                       struct ph_error *error);

/* All rules as one Markdown page: checking rules with their examples, what is said of departures
 * from a series and of citations, drafting rules. PH_IO or PH_FORMAT when a file cannot be read. */
enum ph_status ph_write_rules_markdown(const struct ph_rules *rules, struct ph_buffer *out,
                                       struct ph_error *error);

#endif
