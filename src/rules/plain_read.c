/* A plain expression, read: XPath's own words and ranks of operators, and a small part of it. */
#include <libxml/xmlstring.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "rules/plain_inside.h"

enum { DEEPEST = 30 }; /* brackets in brackets */

struct reader {
    struct ph_plain *plain;
    char *at;
    int depth;
    bool failed; /* it is more than a plain one */
};

static size_t read_either(struct reader *reader);

/* ---- functions of XPath itself ---- */

static void run_not(struct ph_xpath_call *call)
{
    ph_give_truth(call, !call->numbers[0]);
}

static void run_number(struct ph_xpath_call *call)
{
    ph_give_number(call, call->numbers[0]);
}

static void run_contains(struct ph_xpath_call *call)
{
    ph_give_truth(call, strstr(call->texts[0], call->texts[1]));
}

static void run_starts_with(struct ph_xpath_call *call)
{
    ph_give_truth(call, !strncmp(call->texts[0], call->texts[1], strlen(call->texts[1])));
}

static void run_string_length(struct ph_xpath_call *call)
{
    ph_give_number(call, xmlUTF8Strlen((const xmlChar *)call->texts[0]));
}

static void run_concat(struct ph_xpath_call *call)
{
    struct ph_buffer both = {0};
    ph_buffer_put(&both, call->texts[0]);
    ph_buffer_put(&both, call->texts[1]);
    ph_give_text(call, ph_buffer_text(&both));
    ph_buffer_free(&both);
}

static void run_substring_before(struct ph_xpath_call *call)
{
    const char *text = call->texts[0], *found = strstr(text, call->texts[1]);
    ph_give_words(call, text, found ? (size_t)(found - text) : 0);
}

static void run_substring_after(struct ph_xpath_call *call)
{
    const char *found = strstr(call->texts[0], call->texts[1]);
    ph_give_text(call, found ? found + strlen(call->texts[1]) : "");
}

static const struct ph_xpath_function concat = {"concat", "ss", run_concat};
static const struct ph_xpath_function usual[] = {{"not", "b", run_not},
                                                 {"number", "d", run_number},
                                                 {"contains", "ss", run_contains},
                                                 {"starts-with", "ss", run_starts_with},
                                                 {"string-length", "s", run_string_length},
                                                 {"substring-before", "ss", run_substring_before},
                                                 {"substring-after", "ss", run_substring_after}};

static const struct ph_xpath_function *find_usual(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (strlen(usual[i].name) == length && !memcmp(usual[i].name, name, length))
            return &usual[i];
    return NULL;
}

/* ---- reading ---- */

static size_t add(struct reader *reader, struct ph_plain_part part)
{
    struct ph_plain *plain = reader->plain;
    plain->parts = ph_grow(plain->parts, plain->count, &plain->capacity, sizeof *plain->parts);
    plain->parts[plain->count] = part;
    return plain->count++;
}

static size_t fail(struct reader *reader)
{
    reader->failed = true;
    return 0;
}

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

static size_t name_length(const char *at)
{
    size_t length = 0;
    while (is_name(at[length]))
        length++;
    return length;
}

static void skip_space(struct reader *reader)
{
    while (*reader->at == ' ' || (*reader->at >= '\t' && *reader->at <= '\r'))
        reader->at++;
}

/* Whether this sign or word stands next; it is read then. */
static bool take(struct reader *reader, const char *sign)
{
    skip_space(reader);
    if (*reader->at != *sign)
        return false;
    const size_t length = strlen(sign);
    if (strncmp(reader->at, sign, length) != 0 || (is_name(*sign) && is_name(reader->at[length])))
        return false;
    reader->at += length;
    return true;
}

static size_t read_words(struct reader *reader)
{
    char *words = reader->at + 1, *end = strchr(words, *reader->at);
    if (!end)
        return fail(reader);
    *end = '\0';
    reader->at = end + 1;
    return add(reader, (struct ph_plain_part){.kind = PH_PLAIN_WORDS, .words = words});
}

static size_t read_number(struct reader *reader)
{
    double number = 0;
    for (; *reader->at >= '0' && *reader->at <= '9'; reader->at++)
        number = 10 * number + (*reader->at - '0');
    return *reader->at == '.'
               ? fail(reader)
               : add(reader, (struct ph_plain_part){.kind = PH_PLAIN_NUMBER, .number = number});
}

/* Its name moves to where the dollar sign was, which leaves room for its end. */
static size_t read_variable(struct reader *reader)
{
    char *name = reader->at;
    const size_t length = name_length(name + 1);
    if (!length || name[1 + length] == ':')
        return fail(reader);
    memmove(name, name + 1, length);
    name[length] = '\0';
    reader->at += 1 + length;
    return add(reader, (struct ph_plain_part){.kind = PH_PLAIN_VARIABLE, .words = name});
}

/* All of them, and where none is given of the one node that a function takes, the node itself. */
static size_t read_arguments(struct reader *reader, const struct ph_xpath_function *function)
{
    struct ph_plain_part part = {.kind = PH_PLAIN_CALL, .function = function};
    const size_t wanted = strlen(function->arguments);
    if (take(reader, ")"))
        return !wanted || !strcmp(function->arguments, "n") ? add(reader, part) : fail(reader);
    do {
        if (part.count == wanted)
            return fail(reader);
        part.parts[part.count++] = read_either(reader);
    } while (!reader->failed && take(reader, ","));
    return part.count == wanted && take(reader, ")") ? add(reader, part) : fail(reader);
}

/* Of any number of arguments: two by two. */
static size_t read_concat(struct reader *reader)
{
    size_t count = 1, left = read_either(reader);
    for (; !reader->failed && take(reader, ","); count++) {
        const size_t right = read_either(reader);
        left = add(reader, (struct ph_plain_part){.kind = PH_PLAIN_CALL,
                                                  .function = &concat,
                                                  .count = 2,
                                                  .parts = {left, right}});
    }
    return count > 1 && take(reader, ")") ? left : fail(reader);
}

static size_t read_count(struct reader *reader)
{
    const size_t nodes = read_either(reader);
    return !reader->failed && take(reader, ")")
               ? add(reader,
                     (struct ph_plain_part){.kind = PH_PLAIN_COUNT, .count = 1, .parts = {nodes}})
               : fail(reader);
}

static size_t read_call(struct reader *reader)
{
    if (take(reader, "count"))
        return take(reader, "(") ? read_count(reader) : fail(reader);
    if (take(reader, "concat"))
        return take(reader, "(") ? read_concat(reader) : fail(reader);
    const bool ours = !strncmp(reader->at, "ph:", 3);
    const char *name = reader->at + (ours ? 3 : 0);
    const size_t length = name_length(name);
    const struct ph_xpath_function *function =
        ours ? ph_xpath_function_named(name, length) : find_usual(name, length);
    reader->at += (ours ? 3 : 0) + length;
    return function && take(reader, "(") ? read_arguments(reader, function) : fail(reader);
}

static size_t read_brackets(struct reader *reader)
{
    reader->at++;
    const size_t part = read_either(reader);
    return !reader->failed && take(reader, ")") ? part : fail(reader);
}

static size_t read_first(struct reader *reader)
{
    skip_space(reader);
    const char next = *reader->at;
    if (next == '(')
        return read_brackets(reader);
    if (next == '\'' || next == '"')
        return read_words(reader);
    if (next >= '0' && next <= '9')
        return read_number(reader);
    if (next == '$')
        return read_variable(reader);
    if (take(reader, "."))
        return add(reader, (struct ph_plain_part){.kind = PH_PLAIN_HERE});
    return read_call(reader);
}

/* With what is asked of each node, in brackets. */
static size_t read_one(struct reader *reader)
{
    size_t part = read_first(reader);
    while (!reader->failed && take(reader, "[")) {
        const size_t test = read_either(reader);
        part = !reader->failed && take(reader, "]")
                   ? add(reader, (struct ph_plain_part){.kind = PH_PLAIN_THOSE,
                                                        .count = 2,
                                                        .parts = {part, test}})
                   : fail(reader);
    }
    return part;
}

/* Operators of one rank, the longer sign first. */
struct operators {
    size_t (*operand)(struct reader *reader);
    struct {
        const char *sign;
        enum ph_plain_kind kind;
    } items[4];
};

static size_t read_joined(struct reader *reader, const struct operators *operators)
{
    size_t left = operators->operand(reader);
    for (size_t i = 0; i < 4 && operators->items[i].sign && !reader->failed;) {
        if (!take(reader, operators->items[i].sign)) {
            i++;
            continue;
        }
        const size_t right = operators->operand(reader);
        left =
            add(reader, (struct ph_plain_part){
                            .kind = operators->items[i].kind, .count = 2, .parts = {left, right}});
        i = 0;
    }
    return left;
}

static size_t read_modulo(struct reader *reader)
{
    static const struct operators operators = {read_one, {{"mod", PH_PLAIN_MODULO}}};
    return read_joined(reader, &operators);
}

static size_t read_sum(struct reader *reader)
{
    static const struct operators operators = {read_modulo,
                                               {{"+", PH_PLAIN_PLUS}, {"-", PH_PLAIN_MINUS}}};
    return read_joined(reader, &operators);
}

static size_t read_relation(struct reader *reader)
{
    static const struct operators operators = {read_sum,
                                               {{"<=", PH_PLAIN_AT_MOST},
                                                {">=", PH_PLAIN_AT_LEAST},
                                                {"<", PH_PLAIN_LESS},
                                                {">", PH_PLAIN_MORE}}};
    return read_joined(reader, &operators);
}

static size_t read_equality(struct reader *reader)
{
    static const struct operators operators = {read_relation,
                                               {{"!=", PH_PLAIN_UNEQUAL}, {"=", PH_PLAIN_EQUAL}}};
    return read_joined(reader, &operators);
}

static size_t read_both(struct reader *reader)
{
    static const struct operators operators = {read_equality, {{"and", PH_PLAIN_AND}}};
    return read_joined(reader, &operators);
}

static size_t read_either(struct reader *reader)
{
    static const struct operators operators = {read_both, {{"or", PH_PLAIN_OR}}};
    if (reader->failed || ++reader->depth > DEEPEST)
        return fail(reader);
    const size_t part = read_joined(reader, &operators);
    reader->depth--;
    return part;
}

struct ph_plain *ph_plain_new(const char *expression)
{
    struct ph_plain *plain = ph_alloc_zero(1, sizeof *plain);
    plain->text = ph_copy(expression);
    struct reader reader = {.plain = plain, .at = plain->text};
    plain->whole = read_either(&reader);
    skip_space(&reader);
    if (!reader.failed && !*reader.at)
        return plain;
    ph_plain_free(plain);
    return NULL;
}

void ph_plain_free(struct ph_plain *plain)
{
    if (!plain)
        return;
    free(plain->parts);
    free(plain->text);
    free(plain);
}
