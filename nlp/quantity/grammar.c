/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/grammar.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/memory.h"
#include "nlp/quantity/pattern.h"

struct rule {
    const char *id, *makes;
    cd_action *action;
    struct cd_pattern pattern;
};

enum { BANK = 128, BANKS = 2, RULES_MAX = BANKS * BANK }; /* of a pass */

/* A set of the rules of a pass, as bits. */
struct rule_set {
    cd_u128 banks[BANKS];
};

struct pass {
    struct rule *rules;
    size_t count, room;
    cd_u128 starts; /* classes that some rule begins with */
    struct rule_set by_class[CD_CLASS_COUNT]; /* rules that begin with one */
    struct rule_set by_literal; /* rules that begin with a literal */
};

struct cd_grammar {
    struct cd_arena arena;
    struct pass passes[CD_PASSES];
};

/* ---- compiling ------------------------------------------------------- */

/* Notes under which classes of a first item the last rule is to be tried. */
static void
note_start(struct pass *pass, const struct rule *rule)
{
    size_t number = pass->count - 1, bank = number / BANK;
    cd_u128 bit = (cd_u128)1 << number % BANK;

    for (size_t i = rule->pattern.before; i < rule->pattern.count; i++) {
        const struct cd_element *e = &rule->pattern.elements[i];

        pass->starts |= e->any;
        for (int class = 0; class < CD_CLASS_COUNT; class ++)
            if ((e->any >> class & 1) != 0)
                pass->by_class[class].banks[bank] |= bit;
        if (e->literal.n > 0 && e->any == 0)
            pass->by_literal.banks[bank] |= bit;
        if (!e->optional)
            return;
    }
}

static enum cd_status
add_rule(struct cd_grammar *grammar, const struct cd_rule_row *row,
         struct cd_error *err)
{
    struct pass *pass;
    struct rule *rule;
    enum cd_status status;

    if (row->pass < 1 || row->pass > CD_PASSES)
        return cd_fail(err, CD_USAGE, "rule '%s': pass %d is not 1 to %d",
                       row->id, row->pass, CD_PASSES);
    pass = &grammar->passes[row->pass - 1];
    if (pass->count == RULES_MAX)
        return cd_fail(err, CD_USAGE, "rule '%s': pass %d is full", row->id,
                       row->pass);
    pass->rules = cd_grow(pass->rules, &pass->room, pass->count + 1,
                          sizeof(*pass->rules));
    rule = &pass->rules[pass->count++];
    *rule = (struct rule){ .id = row->id,
                           .makes = row->makes,
                           .action = cd_action_find(row->makes) };
    if (rule->action == NULL)
        return cd_fail(err, CD_USAGE, "rule '%s' makes '%s', which is nothing",
                       row->id, row->makes);
    status = cd_pattern_parse(&rule->pattern, rule->id, cd_str_of(row->pattern),
                              err);
    if (status == CD_OK)
        note_start(pass, rule);
    return status;
}

/* A tab separated line into row; false if it has too few columns. */
static bool
split_row(struct cd_arena *arena, struct cd_str line, struct cd_rule_row *row)
{
    const char *cells[6];
    size_t n = 0;

    while (n < 6) {
        size_t tab = cd_str_find(line, CD_STR("\t"), 0);
        struct cd_str cell = tab == SIZE_MAX ? line : cd_str_sub(line, 0, tab);

        cells[n++] = cd_arena_copy(arena, cell).p;
        if (tab == SIZE_MAX)
            break;
        line = cd_str_sub(line, tab + 1, line.n);
    }
    if (n < 4 || !cd_ascii_is_digit(cells[1][0]) || cells[1][1] != 0)
        return false;
    *row = (struct cd_rule_row){
        cells[0], cells[1][0] - '0',     cells[2],
        cells[3], n > 4 ? cells[4] : "", n > 5 ? cells[5] : ""
    };
    return true;
}

/* Does the last row of the pass fill the slots that a row of ours with the same
 * action fills?  The action reads them. */
static enum cd_status
check_slots(const struct cd_grammar *grammar, const struct cd_rule_row *row,
            struct cd_error *err)
{
    const struct pass *pass = &grammar->passes[row->pass - 1];
    const struct cd_pattern *own = &pass->rules[pass->count - 1].pattern;
    const char *like = NULL;

    for (size_t i = 0; i < CD_LANGUAGE_COUNT; i++)
        for (size_t k = 0; k < cd_rule_lists[i].count; k++) {
            const struct cd_rule_row *model = &cd_rule_lists[i].rows[k];

            if (strcmp(model->makes, row->makes) != 0)
                continue;
            if (cd_pattern_fills(own, model))
                return CD_OK;
            like = model->pattern;
        }
    return like == NULL
               ? CD_OK
               : cd_fail(err, CD_USAGE,
                         "rule '%s': '%s' needs slots as in '%s', none of them "
                         "optional",
                         row->id, row->makes, like);
}

static enum cd_status
add_line(struct cd_grammar *grammar, const char *path, size_t number,
         struct cd_str line, struct cd_error *err)
{
    struct cd_rule_row row;
    struct cd_error why = { 0 };

    while (line.n > 0 && line.p[line.n - 1] == '\r')
        line.n--;
    if (line.n == 0 || line.p[0] == '#')
        return CD_OK;
    if (!split_row(&grammar->arena, line, &row))
        return cd_fail(err, CD_USAGE,
                       "%s:%zu: want id, pass, pattern, makes apart by tabs",
                       path, number);
    if (add_rule(grammar, &row, &why) != CD_OK ||
        check_slots(grammar, &row, &why) != CD_OK)
        return cd_fail(err, CD_USAGE, "%s:%zu: %s", path, number, why.message);
    return CD_OK;
}

static enum cd_status
add_file(struct cd_grammar *grammar, const struct cd_rule_file *file,
         struct cd_error *err)
{
    enum cd_status status = CD_OK;
    size_t number = 0;

    for (size_t at = 0, end; status == CD_OK && at < file->text.n;
         at = end + 1) {
        end = cd_str_find(file->text, CD_STR("\n"), at);
        if (end == SIZE_MAX)
            end = file->text.n;
        status = add_line(grammar, file->path, ++number,
                          cd_str_sub(file->text, at, end), err);
    }
    return status;
}

static enum cd_status
add_list(struct cd_grammar *grammar, const struct cd_rule_list *list,
         struct cd_error *err)
{
    enum cd_status status = CD_OK;

    for (size_t i = 0; i < list->count && status == CD_OK; i++)
        status = add_rule(grammar, &list->rows[i], err);
    return status;
}

static bool
pass_is_full(const struct cd_grammar *grammar)
{
    for (size_t i = 0; i < CD_PASSES; i++)
        if (grammar->passes[i].count == RULES_MAX)
            return true;
    return false;
}

struct cd_grammar *
cd_grammar_new(const struct cd_rule_file *rules, enum cd_language language,
               struct cd_error *err)
{
    struct cd_grammar *grammar = cd_alloc(sizeof(*grammar));
    enum cd_status status = CD_OK;

    if (rules != NULL) /* a newsroom's own rows come first */
        status = add_file(grammar, rules, err);
    if (status == CD_OK && language != CD_LANGUAGE_EN)
        status = add_list(grammar, &cd_rule_lists[language], err);
    if (status == CD_OK)
        status = add_list(grammar, &cd_rule_lists[CD_LANGUAGE_EN], err);
    if (status == CD_OK)
        return grammar;
    if (rules != NULL && pass_is_full(grammar)) {
        *err = (struct cd_error){ 0 };
        (void)cd_fail(err, CD_USAGE, "%s: too many rows of one pass",
                      rules->path);
    }
    cd_grammar_free(grammar);
    return NULL;
}

void
cd_grammar_free(struct cd_grammar *grammar)
{
    if (grammar == NULL)
        return;
    for (size_t i = 0; i < CD_PASSES; i++)
        free(grammar->passes[i].rules);
    cd_arena_release(&grammar->arena);
    free(grammar);
}

/* ---- matching -------------------------------------------------------- */

static bool
is_glued(const struct cd_work *work, size_t item)
{
    const struct cd_token *token =
        &work->reading->tokens.items[work->items[item].first];

    return (token->flags & CD_TOKEN_SPACED) == 0;
}

static bool
fits(struct cd_work *work, const struct cd_element *e, size_t at)
{
    const struct cd_item *item = &work->items[at];

    work->steps++;
    if (e->glued && !is_glued(work, at))
        return false;
    if (e->any != 0 &&
        ((item->classes & e->any) == 0 || (item->classes & e->all) != e->all ||
         (item->classes & e->none) != 0))
        return false;
    return e->literal.n == 0 ||
           (item->end == item->first + 1 &&
            cd_element_has(e, work->reading->tokens.items[item->first].fold));
}

/* Context elements in front of items[at], of the out items [0, out). */
static bool
fits_before(struct cd_work *work, const struct rule *rule, size_t out)
{
    size_t left = out;

    for (size_t i = rule->pattern.before; i-- > 0;) {
        const struct cd_element *e = &rule->pattern.elements[i];
        bool there = left > 0 && fits(work, e, left - 1);

        if (e->absent) {
            if (there)
                return false;
            continue;
        }
        if (there)
            left--;
        else if (!e->optional &&
                 !(left == 0 && (e->any & CD_CLASS(START)) != 0))
            return false;
    }
    return true;
}

/* The elements from items[at] on; fills the match. */
static bool
fits_here(struct cd_work *work, const struct rule *rule, size_t at,
          struct cd_match *match)
{
    size_t next = at;

    match->from = match->to = at;
    for (size_t i = 0; i < CD_SLOT_COUNT; i++)
        match->slots[i] = CD_NO_INDEX;
    for (size_t i = rule->pattern.before; i < rule->pattern.count; i++) {
        const struct cd_element *e = &rule->pattern.elements[i];
        bool there = next < work->count && fits(work, e, next);

        if (e->absent) {
            if (there)
                return false;
            continue;
        }
        if (!there) {
            if (e->optional ||
                (next >= work->count && (e->any & CD_CLASS(START)) != 0))
                continue;
            return false;
        }
        match->slots[e->slot] = next++;
        if (!e->context)
            match->to = next;
    }
    match->slots[CD_SLOT_NONE] = CD_NO_INDEX;
    return match->to > at;
}

/* Position of the lowest bit. */
static int
lowest(cd_u128 set)
{
    uint64_t low = (uint64_t)set;

    return low != 0 ? __builtin_ctzll(low)
                    : 64 + __builtin_ctzll((uint64_t)(set >> 64));
}

/* The rules of a pass that may begin at an item. */
static struct rule_set
candidates(const struct pass *pass, const struct cd_item *item)
{
    struct rule_set rules = pass->by_literal;

    for (cd_u128 left = item->classes & pass->starts; left != 0;
         left &= left - 1) {
        const struct rule_set *more = &pass->by_class[lowest(left)];

        for (int bank = 0; bank < BANKS; bank++)
            rules.banks[bank] |= more->banks[bank];
    }
    return rules;
}

/* Does the rule make something of items[at]?  out items stand before it. */
static bool
try_rule(const struct rule *rule, struct cd_work *work, size_t out, size_t at,
         struct cd_match *match, struct cd_item *made)
{
    match->id = rule->id;
    match->makes = rule->makes;
    return fits_here(work, rule, at, match) && fits_before(work, rule, out) &&
           rule->action(work, match, made);
}

/* Tries the rules of a pass at items[at], in their order. */
static bool
try_rules(const struct pass *pass, struct cd_work *work, size_t out, size_t at,
          struct cd_match *match, struct cd_item *made)
{
    struct rule_set rules = candidates(pass, &work->items[at]);

    for (int bank = 0; bank < BANKS; bank++)
        for (cd_u128 left = rules.banks[bank]; left != 0; left &= left - 1)
            if (try_rule(&pass->rules[bank * BANK + lowest(left)], work, out,
                         at, match, made))
                return true;
    return false;
}

/* One pass.  Items [0, out) are done; items[at...] are to come. */
static void
apply_pass(const struct pass *pass, struct cd_work *work)
{
    size_t out = 0, at = 0;

    while (at < work->count) {
        struct cd_match match;
        struct cd_item made;

        if (try_rules(pass, work, out, at, &match, &made)) {
            size_t taken = match.to - match.from;

            at = match.to;
            if (taken == 1) { /* nothing got shorter: go on behind it */
                work->items[out++] = made;
            } else {
                work->items[--at] = made;
            }
            continue;
        }
        if (out < at)
            work->items[out] = work->items[at];
        out++;
        at++;
    }
    work->count = out;
}

void
cd_grammar_apply(const struct cd_grammar *grammar, struct cd_work *work)
{
    for (size_t i = 0; i < CD_PASSES; i++)
        apply_pass(&grammar->passes[i], work);
}
