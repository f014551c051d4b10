/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/pattern.h"

static bool
class_named(struct cd_str name, cd_u128 *out)
{
    for (int i = 0; i < CD_CLASS_COUNT; i++)
        if (cd_str_is(name, cd_class_names[i])) {
            *out = (cd_u128)1 << i;
            return true;
        }
    return false;
}

/* The sets of "A|B&C^D". */
static bool
parse_classes(struct cd_str text, struct cd_element *out)
{
    char mark = '|';

    for (size_t at = 0; at < text.n;) {
        size_t end = at;
        cd_u128 class;

        while (end < text.n && strchr("|&^", text.p[end]) == NULL)
            end++;
        if (!class_named(cd_str_sub(text, at, end), &class))
            return false;
        if (mark == '|')
            out->any |= class;
        else if (mark == '&')
            out->all |= class;
        else
            out->none |= class;
        mark = end < text.n ? text.p[end] : 0;
        at = end + 1;
    }
    return out->any != 0;
}

static bool
parse_slot(struct cd_str *text, struct cd_element *out)
{
    static const char letters[] = " nmlcupqrw";
    const char *at;

    if (text->n < 3 || text->p[1] != ':')
        return true;
    at = strchr(letters + 1, text->p[0]);
    if (at == NULL)
        return false;
    out->slot = (enum cd_slot)(at - letters);
    *text = cd_str_sub(*text, 2, text->n);
    return true;
}

/* Where the word that begins at at ends, of words apart by |. */
static size_t
literal_end(struct cd_str words, size_t at)
{
    size_t end = cd_str_find(words, CD_STR("|"), at);

    return end != SIZE_MAX ? end : words.n;
}

/* The bit of a word's length; all that are longer have the last. */
static uint64_t
length_bit(size_t n)
{
    return (uint64_t)1 << (n < 63 ? n : 63);
}

/* "'word|word'", and perhaps "&CLASS". */
static bool
parse_literal(struct cd_str text, struct cd_element *out)
{
    size_t end = cd_str_find(text, CD_STR("'"), 1), next;

    for (; end != SIZE_MAX; end = next) { /* "men's": the last one counts */
        next = cd_str_find(text, CD_STR("'"), end + 1);
        if (next == SIZE_MAX)
            break;
    }
    if (end == SIZE_MAX || end < 2)
        return false;
    out->literal = cd_str_sub(text, 1, end);
    for (size_t at = 0; at < out->literal.n;
         at = literal_end(out->literal, at) + 1)
        out->lengths |= length_bit(literal_end(out->literal, at) - at);
    if (end + 1 == text.n)
        return true;
    return text.p[end + 1] == '&' &&
           parse_classes(cd_str_sub(text, end + 2, text.n), out);
}

static bool
parse_element(struct cd_str text, struct cd_element *out)
{
    *out = (struct cd_element){ 0 };
    if (text.n > 2 && text.p[0] == '(' && text.p[text.n - 1] == ')') {
        out->context = true;
        text = cd_str_sub(text, 1, text.n - 1);
    }
    if (text.n > 1 && text.p[0] == '!') {
        out->absent = true;
        text = cd_str_sub(text, 1, text.n);
    }
    if (text.n > 1 && text.p[text.n - 1] == '?') {
        out->optional = true;
        text = cd_str_sub(text, 0, text.n - 1);
    }
    if (text.n > 1 && text.p[0] == '+') {
        out->glued = true;
        text = cd_str_sub(text, 1, text.n);
    }
    if (!parse_slot(&text, out))
        return false;
    return text.n > 0 && text.p[0] == '\'' ? parse_literal(text, out)
                                           : parse_classes(text, out);
}

enum cd_status
cd_pattern_parse(struct cd_pattern *pattern, const char *id, struct cd_str text,
                 struct cd_error *err)
{
    bool leading = true;

    for (size_t at = 0, end; at < text.n; at = end + 1) {
        struct cd_str word;

        for (end = at; end < text.n && text.p[end] != ' ';)
            end++;
        word = cd_str_sub(text, at, end);
        if (pattern->count == CD_PATTERN_MAX ||
            !parse_element(word, &pattern->elements[pattern->count]))
            return cd_fail(err, CD_USAGE, "rule '%s': bad element '%.*s'", id,
                           (int)word.n, word.p);
        leading = leading && pattern->elements[pattern->count].context;
        pattern->before += leading;
        pattern->count++;
    }
    if (pattern->before == pattern->count)
        return cd_fail(err, CD_USAGE, "rule '%s' takes nothing", id);
    return CD_OK;
}

bool
cd_element_has(const struct cd_element *e, struct cd_str word)
{
    struct cd_str words = e->literal;

    /* most words are not even of the length of one */
    if ((e->lengths & length_bit(word.n)) == 0)
        return false;
    for (size_t at = 0; at < words.n; at = literal_end(words, at) + 1)
        if (cd_str_eq(cd_str_sub(words, at, literal_end(words, at)), word))
            return true;
    return false;
}

/* Can only what has a number, or a quantity, fill the element's slot? */
static bool
suits(const struct cd_element *e)
{
    const cd_u128 numbers =
        CD_CLASS(NUM) | CD_CLASS(FRAC) | CD_CLASS(VAGUE) | CD_CLASS(ORDNUM);
    const cd_u128 quantities = CD_CLASS(QTY) | CD_CLASS(MEASURE) |
                               CD_CLASS(MONEY) | CD_CLASS(PERCENT) |
                               CD_CLASS(DURATION) | CD_CLASS(PLAIN);

    switch (e->slot) {
    case CD_SLOT_N:
    case CD_SLOT_M:
    case CD_SLOT_L:
        return e->any != 0 && (e->any & ~numbers) == 0;
    case CD_SLOT_Q:
    case CD_SLOT_R:
        return e->any != 0 && (e->any & ~quantities) == 0;
    default:
        return true;
    }
}

static bool
fills_slot(const struct cd_pattern *pattern, enum cd_slot slot)
{
    for (size_t i = pattern->before; i < pattern->count; i++)
        if (pattern->elements[i].slot == slot && !pattern->elements[i].absent &&
            !pattern->elements[i].optional)
            return true;
    return false;
}

bool
cd_pattern_fills(const struct cd_pattern *pattern,
                 const struct cd_rule_row *row)
{
    struct cd_pattern model = { 0 };
    struct cd_error ignored = { 0 };

    for (size_t i = pattern->before; i < pattern->count; i++)
        if (!suits(&pattern->elements[i]))
            return false;
    if (cd_pattern_parse(&model, row->id, cd_str_of(row->pattern), &ignored) !=
        CD_OK)
        return false;
    for (int slot = CD_SLOT_NONE + 1; slot < CD_SLOT_COUNT; slot++)
        if (fills_slot(&model, (enum cd_slot)slot) &&
            !fills_slot(pattern, (enum cd_slot)slot))
            return false;
    return true;
}
