/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/change.h"

#include "base/ascii.h"
#include "nlp/attach/change_part.h"
#include "nlp/attach/phrase.h"
#include "nlp/word/word.h"

enum { ASIDE_MAX = 16 }; /* nodes from a level to ", up 5%" */

static bool
is_record(const struct cd_syntax *s, size_t noun)
{
    for (size_t i = s->nodes[noun].low; i < noun; i++)
        if (cd_str_is(s->nodes[i].fold, "record") ||
            cd_str_is(s->nodes[i].fold, "new") ||
            cd_str_is(s->nodes[i].fold, "time"))
            return true;
    return noun > 0 && noun + 1 < s->count &&
           cd_str_is(s->nodes[noun + 1].fold, "of") &&
           cd_word_is(s->nodes[noun - 1].fold, CD_WORD_PERIOD); /* 2-year */
}

/* A noun of change that the quantity says the size of. */
static struct cd_change
noun_of_change(const struct cd_syntax *s, size_t noun, const char *preposition)
{
    const struct cd_node *n = s->nodes;
    const char *direction;

    if (noun == CD_NODE_NONE)
        return cd_change_still;
    direction = cd_word_value(n[noun].fold, CD_WORD_RECORD);
    if (direction != NULL && is_record(s, noun))
        return cd_change_found(direction, false, noun);
    direction = cd_word_value(n[noun].fold, CD_WORD_MOVENOUN);
    if (direction == NULL || cd_word_is(n[noun].fold, CD_WORD_RECORD))
        return cd_change_still;
    if (strcmp(preposition, "from") == 0) /* "a decline from $8m" */
        return (struct cd_change){ .direction = "none",
                                   .base = true,
                                   .word = noun };
    return cd_change_found(direction, strcmp(preposition, "to") != 0, noun);
}

static bool
says_delta(struct cd_str preposition)
{
    return preposition.n == 0 || cd_str_is(preposition, "by") ||
           cd_str_is(preposition, "of") || cd_str_is(preposition, "than");
}

/* "raised $75 million": money that came in; nothing rose. */
static bool
gathers(const struct cd_syntax *s, const struct cd_bond *b, size_t verb)
{
    const char *noun = cd_word_value(s->nodes[verb].fold, CD_WORD_NOMINAL);

    return b->tie == CD_TIE_OBJECT && b->preposition.n == 0 &&
           b->quantity->class == CD_QUANTITY_MONEY && noun != NULL &&
           strncmp(noun, "amount ", strlen("amount ")) == 0;
}

/* "climbed above 7%", "take it below 12,000": the bound is where it went, not
 * how far.  Which way, or NULL. */
static const char *
line_crossed(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_quantity *q = b->quantity;

    if (q->class == CD_QUANTITY_DURATION)
        return NULL;
    if (b->preposition.n > 0)
        return cd_word_value(b->preposition, CD_WORD_LINE);
    return cd_quantity_start(q) < q->first
               ? cd_word_value(s->reading->tokens.items[q->hedge].fold,
                               CD_WORD_LINE)
               : NULL;
}

static bool
is_moving(struct cd_str fold)
{
    return cd_word_is(fold, CD_WORD_MOVE) || cd_word_is(fold, CD_WORD_PUSH);
}

/* Does the row of the verb, with "up" behind it, say so? */
static bool
goes_up(const struct cd_syntax *s, size_t verb, const char *how)
{
    const char *value = cd_word_value(s->nodes[verb].fold, CD_WORD_UPTO);

    return value != NULL && strcmp(value, how) == 0 && verb + 1 < s->count &&
           cd_str_is(s->nodes[verb + 1].fold, "up");
}

bool
cd_change_sums_up(const struct cd_syntax *syntax, size_t verb)
{
    return goes_up(syntax, verb, "sum");
}

/* The direction of a verb: of "rise" by itself, of "go up" by what follows. */
static const char *
way_of(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    const char *direction = cd_word_value(n[verb].fold, CD_WORD_MOVE);
    size_t next = verb + 1;

    if (cd_change_sums_up(s, verb) || goes_up(s, verb, "time"))
        return NULL; /* "worked up to 9 minutes a day": nothing rose */
    if (direction == NULL)
        direction = cd_word_value(n[verb].fold, CD_WORD_PUSH);
    next += next + 1 < s->count && cd_str_is(n[next].fold, "back") &&
            cd_word_is(n[verb].fold, CD_WORD_UPTO);
    if (direction != NULL || next >= s->count ||
        cd_word_is(n[verb].fold, CD_WORD_PARTICLE))
        return direction;
    return cd_str_is(n[next].fold, "up") || cd_str_is(n[next].fold, "down")
               ? cd_word_value(n[next].fold, CD_WORD_BESIDE)
               : NULL;
}

/* 49.52 of "fell to 49.55 Hz in May, 49.52 Hz in June": one more level. */
static bool
is_next_level(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_quantity *q = b->quantity;
    size_t index = b->index, node;

    if (b->preposition.n > 0)
        return false;
    for (; index > 0 && cd_str_eq(q[-1].unit, q->unit); q--, index--) {
        node = cd_syntax_node(s, index - 1);
        if (node != CD_NODE_NONE && node > 0 &&
            cd_str_is(s->nodes[node - 1].fold, "to"))
            return q[-1].class == CD_QUANTITY_PHYSICAL;
    }
    return false;
}

/* "fell as low as $14": where it went. */
static bool
is_peak(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_token *tokens = s->reading->tokens.items;
    size_t i = b->quantity->first;

    return i > 2 && cd_token_is(&tokens[i - 1], "as") &&
           cd_token_is(&tokens[i - 3], "as") &&
           (cd_token_is(&tokens[i - 2], "low") ||
            cd_token_is(&tokens[i - 2], "high"));
}

/* "can save nine files", but not "saves 360 working hours" */
static bool
stores(const struct cd_bond *b, struct cd_str verb)
{
    return b->quantity->class == CD_QUANTITY_COUNT &&
           cd_str_starts(verb, CD_STR("sav")) &&
           cd_str_find(b->quantity->unit, CD_STR("hour"), 0) == SIZE_MAX;
}

/* "rose 5%", "fell to 9", "cut costs by 5m", "from 8": what a verb says. */
static struct cd_change
verb_of_change(const struct cd_syntax *s, const struct cd_bond *b, size_t verb)
{
    const struct cd_node *n = s->nodes;
    const char *direction;
    struct cd_str by = b->preposition;
    const char *across = line_crossed(s, b);
    bool from = cd_str_is(by, "from");
    bool target = cd_str_is(by, "to") || cd_str_is(by, "at") ||
                  cd_str_is(by, "toward") || cd_str_is(by, "towards");

    direction = way_of(s, verb);
    if (across != NULL &&
        (direction != NULL || cd_word_is(n[verb].fold, CD_WORD_CARRY)))
        return cd_change_found(across, false, verb);
    if (direction == NULL || (!target && !from && !is_moving(n[verb].fold)))
        return cd_change_still;
    if (gathers(s, b, verb) || cd_str_is(b->quantity->unit, "time") ||
        stores(b, n[verb].fold))
        return cd_change_still; /* "slashed it 30 times" */
    if (from)
        return (struct cd_change){ .direction = "none",
                                   .base = true,
                                   .word = verb };
    target = target || is_peak(s, b) || is_next_level(s, b);
    if (!target && !says_delta(by))
        return cd_change_still;
    return cd_change_found(direction, !target, verb);
}

/* ", up 5% from" and ", a 27% increase" behind a level speak of that level. */
static struct cd_change
aside_after(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    const char *direction = NULL;
    size_t i = b->node + 1, comma;

    while (i < s->count && i < b->node + ASIDE_MAX &&
           !cd_str_is(n[i].fold, ",") && !cd_str_is(n[i].fold, "(") &&
           n[i].quantity == CD_NODE_NONE)
        i++;
    comma = i++;
    if (i >= s->count ||
        !(cd_str_is(n[comma].fold, ",") || cd_str_is(n[comma].fold, "(")))
        return cd_change_still;
    if (cd_str_is(n[i].fold, "up") || cd_str_is(n[i].fold, "down"))
        direction = cd_word_value(n[i].fold, CD_WORD_BESIDE);
    if (n[i].tag == CD_POS_DET)
        i++;
    if (direction == NULL && i + 1 < s->count &&
        n[i].quantity != CD_NODE_NONE &&
        s->reading->items[n[i].quantity].class == CD_QUANTITY_PERCENT)
        direction = cd_word_value(n[i + 1].fold, CD_WORD_MOVENOUN);
    if (direction == NULL && i + 1 < s->count && n[i - 1].tag == CD_POS_DET &&
        cd_str_is(n[i + 1].fold, "from"))
        direction = cd_word_value(n[i].fold, CD_WORD_MOVENOUN);
    return direction != NULL ? cd_change_found(direction, false, i)
                             : cd_change_still;
}

static bool
is_change(const struct cd_change *change)
{
    return change->word != CD_NODE_NONE;
}

static struct cd_change
by_rule(const char *rule, struct cd_change change)
{
    if (is_change(&change))
        change.rule = rule;
    return change;
}

/* A duration or a place that the change took is no part of it. */
static bool
circumstance(const struct cd_bond *b)
{
    struct cd_str by = b->preposition;

    return b->tie == CD_TIE_OBLIQUE &&
           (cd_str_is(by, "in") || cd_str_is(by, "over") ||
            cd_str_is(by, "for") || cd_str_is(by, "within") ||
            cd_str_is(by, "during") || cd_str_is(by, "after") ||
            cd_str_is(by, "since") || cd_str_is(by, "among") ||
            cd_str_is(by, "across") || cd_str_is(by, "with"));
}

/* "cooled to an annual rate of 3%": the level that the verb led to; "shrank at
 * an annual rate of 3%": its speed. */
static struct cd_change
rate_reached(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->noun;
    const char *direction;
    bool at;

    if (b->tie != CD_TIE_NOUN || i == CD_NODE_NONE || i > b->node ||
        !cd_str_is(b->preposition, "of") ||
        !(cd_word_is(n[i].fold, CD_WORD_RATE) ||
          cd_word_is(n[i].fold, CD_WORD_PLACEHOLDER)))
        return cd_change_still;
    i = cd_phrase_article(s, i);
    if (i == 0 || b->verb + 1 > i - 1)
        return cd_change_still;
    at = cd_str_is(n[i - 1].fold, "at");
    if (!at && !cd_str_is(n[i - 1].fold, "to"))
        return cd_change_still;
    direction = cd_word_value(n[b->verb].fold, CD_WORD_MOVE);
    return direction != NULL ? cd_change_found(direction, at, b->verb)
                             : cd_change_still;
}

/* "sent the index below 9,000": the amount hangs on what was sent there. */
static struct cd_change
carried_across(const struct cd_syntax *s, const struct cd_bond *b)
{
    const char *across = line_crossed(s, b);

    return across != NULL && b->tie == CD_TIE_NOUN && b->noun > b->verb &&
                   cd_word_is(s->nodes[b->verb].fold, CD_WORD_CARRY)
               ? cd_change_found(across, false, b->verb)
               : cd_change_still;
}

static struct cd_change
by_verb(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    struct cd_change change = cd_change_still;
    size_t verb = b->verb, subject;

    if (verb == CD_NODE_NONE || b->tie == CD_TIE_SUBJECT ||
        b->tie == CD_TIE_BEFORE || circumstance(b))
        return cd_change_still;
    if (b->tie != CD_TIE_IS &&
        (b->tie == CD_TIE_OBJECT || b->tie == CD_TIE_OBLIQUE ||
         b->tie == CD_TIE_ALONE ||
         (b->tie == CD_TIE_NOUN && (cd_str_is(b->preposition, "by") ||
                                    cd_str_is(b->preposition, "to")))))
        change = by_rule("change.verb", verb_of_change(s, b, verb));
    if (!is_change(&change))
        change = by_rule("change.across", carried_across(s, b));
    if (!is_change(&change))
        change = by_rule("change.rate", rate_reached(s, b));
    if (is_change(&change))
        return change;
    /* "The losses could surpass $1 trillion", "The increase was 5%" */
    subject = cd_syntax_subject(s, verb);
    if (subject != CD_NODE_NONE && b->tie != CD_TIE_NOUN &&
        (b->tie == CD_TIE_IS || cd_word_is(n[verb].fold, CD_WORD_EQUAL)))
        change = by_rule("change.subject", noun_of_change(s, subject, ""));
    return change;
}

/* "88,000 jobs were added": so many more or fewer. */
static struct cd_change
passive(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t verb = b->verb;
    const char *direction;

    if (b->tie != CD_TIE_SUBJECT || b->quantity->class != CD_QUANTITY_COUNT ||
        verb == CD_NODE_NONE)
        return cd_change_still;
    while (verb + 1 < s->count && n[verb].tag == CD_POS_AUX)
        verb++;
    if (verb == b->verb || n[verb].tag != CD_POS_VERB_DONE)
        return cd_change_still;
    direction = cd_word_value(n[verb].fold, CD_WORD_PUSH);
    return direction != NULL ? cd_change_found(direction, true, verb)
                             : cd_change_still;
}

/* "to double output", "the doubling of prices": verbs whatever their tag. */
static bool
is_doubling(const struct cd_syntax *s, size_t node, struct cd_str fold)
{
    const struct cd_node *n = s->nodes;

    return cd_node_is_verb(&n[node]) ||
           (node > 0 && cd_str_is(n[node - 1].fold, "to")) ||
           (cd_str_ends(fold, CD_STR("ing")) && node + 1 < s->count &&
            cd_str_is(n[node + 1].fold, "of"));
}

/* A multiple that is its own verb: "sales doubled". */
static struct cd_change
own_verb(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_quantity *q = b->quantity;
    struct cd_str fold = s->reading->tokens.items[q->end - 1].fold;
    const char *direction;

    if (q->class != CD_QUANTITY_MULTIPLE || !is_doubling(s, b->node, fold))
        return cd_change_still;
    direction = cd_word_value(fold, CD_WORD_MOVE);
    return direction != NULL ? cd_change_found(direction, true, b->node)
                             : cd_change_still;
}

static const char *
bound_of(const struct cd_syntax *s, const struct cd_bond *b)
{
    const char *kind = b->verb != CD_NODE_NONE
                           ? cd_word_value(s->nodes[b->verb].fold, CD_WORD_KIND)
                           : NULL;

    if (kind == NULL)
        return NULL;
    if (strcmp(kind, "at_least") == 0) /* "prices start at $9" */
        return b->tie == CD_TIE_OBLIQUE &&
                       b->quantity->class == CD_QUANTITY_MONEY &&
                       (cd_str_is(b->preposition, "at") ||
                        cd_str_is(b->preposition, "from"))
                   ? kind
                   : NULL;
    return b->tie == CD_TIE_OBJECT ? kind : NULL;
}

/* "from A to B": the numbers say it; a lower rank is a larger number. */
static struct cd_change
from_to(const struct cd_bond *b)
{
    const struct cd_quantity *q = b->quantity;
    int order = cd_decimal_compare(q->low, q->high);

    if (q->class == CD_QUANTITY_RANK)
        order = -order;
    if (order == 0)
        return cd_change_still;
    return cd_change_found(order < 0 ? "up" : "down", false, b->node);
}

/* 155 of "rose to 5% with 64 of 155 rigs": what another is a part of. */
static bool
is_whole(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->node;

    while (i > 1 && n[i - 1].tag == CD_POS_DET)
        i--;
    return i > 1 && b->quantity->class == CD_QUANTITY_COUNT &&
           cd_str_is(n[i - 1].fold, "of") && n[i - 2].quantity != CD_NODE_NONE;
}

struct cd_change
cd_change_own(const struct cd_syntax *syntax, const struct cd_bond *bond)
{
    struct cd_change change = cd_change_still;

    if (bond->node == CD_NODE_NONE)
        return cd_change_still;
    if (is_whole(syntax, bond))
        return cd_change_still;
    if (bond->quantity->shape == CD_SHAPE_FROM_TO)
        return by_rule("change.from-to", from_to(bond));
    change = by_rule("change.own-verb", own_verb(syntax, bond));
    if (!is_change(&change))
        change = by_rule("change.verb", passive(syntax, bond));
    if (!is_change(&change))
        change = by_rule("change.after", cd_change_beside_after(syntax, bond));
    if (!is_change(&change))
        change = by_rule("change.sign", cd_change_sign_before(syntax, bond));
    if (!is_change(&change))
        change =
            by_rule("change.before", cd_change_beside_before(syntax, bond));
    if (!is_change(&change) &&
        (bond->tie == CD_TIE_BEFORE ||
         (bond->tie == CD_TIE_NOUN && bond->preposition.n > 0 &&
          !cd_str_is(bond->preposition, "in"))))
        change = by_rule(
            "change.noun",
            noun_of_change(syntax, bond->noun,
                           bond->tie != CD_TIE_NOUN               ? ""
                           : cd_str_is(bond->preposition, "to")   ? "to"
                           : cd_str_is(bond->preposition, "from") ? "from"
                                                                  : ""));
    if (!is_change(&change))
        change = by_verb(syntax, bond);
    if (!is_change(&change) && bond->quantity->class != CD_QUANTITY_AGE)
        change = by_rule("change.aside", aside_after(syntax, bond));
    if (bond->quantity->class == CD_QUANTITY_DURATION && change.delta &&
        circumstance(bond))
        change = cd_change_still;
    if (bond->quantity->class == CD_QUANTITY_SCORE && change.delta)
        change = cd_change_still; /* "lost 102-98" */
    change.kind = bound_of(syntax, bond);
    return change;
}

/* Does a verb behind the quantity say the change?  A level that the change
 * before it led to is none of its business: "was up 3% at $45, having ended
 * down". */
static bool
is_late(const struct cd_bond *bond, const struct cd_change *change)
{
    return change->word == bond->verb && change->word > bond->node;
}

struct cd_change
cd_change_read(const struct cd_syntax *syntax, const struct cd_bond *bond)
{
    struct cd_change change = cd_change_own(syntax, bond), level;

    if (bond->node == CD_NODE_NONE)
        return change;
    level = by_rule("change.level-noun", cd_change_level_noun(syntax, bond));
    if (!is_change(&level) && (!is_change(&change) || is_late(bond, &change)))
        level = by_rule("change.level-behind",
                        cd_change_level_behind(syntax, bond));
    if (!is_change(&level))
        return change;
    level.kind = change.kind;
    return level;
}
