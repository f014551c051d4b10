/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The nodes of a sentence: a quantity is one, so is a date, and so are words
 * that a name or an adjective is made of.
 */
#include <string.h>

#include "base/memory.h"
#include "nlp/syntax/mend.h"
#include "nlp/syntax/syntax_part.h"
#include "nlp/word/word.h"

/* How the tree builder is to see a quantity. */
static const struct {
    uint8_t tag;
    const char *fold; /* NULL: that of its last token */
} looks[] = {
    [CD_QUANTITY_PLAIN] = { CD_POS_NUM, "0" },
    [CD_QUANTITY_COUNT] = { CD_POS_NOUN, NULL },
    [CD_QUANTITY_MONEY] = { CD_POS_SYM, "$" },
    [CD_QUANTITY_PERCENT] = { CD_POS_SYM, "%" },
    [CD_QUANTITY_POINTS] = { CD_POS_NOUN, "points" },
    [CD_QUANTITY_PHYSICAL] = { CD_POS_NOUN, "miles" },
    [CD_QUANTITY_TEMPERATURE] = { CD_POS_NOUN, "degrees" },
    [CD_QUANTITY_DURATION] = { CD_POS_NOUN, "years" },
    [CD_QUANTITY_AGE] = { CD_POS_NUM, "0" },
    [CD_QUANTITY_RANK] = { CD_POS_NUM, "0" },
    [CD_QUANTITY_RATIO] = { CD_POS_NOUN, "half" },
    [CD_QUANTITY_MULTIPLE] = { CD_POS_NOUN, "times" },
    [CD_QUANTITY_FRACTION] = { CD_POS_NOUN, "half" },
    [CD_QUANTITY_SCORE] = { CD_POS_NUM, "0" },
};

static struct cd_node *
add_node(struct cd_syntax *s, size_t first, size_t end)
{
    const struct cd_token *tokens = s->reading->tokens.items;
    struct cd_node *node;

    s->nodes = cd_grow(s->nodes, &s->room, s->count + 1, sizeof(*s->nodes));
    node = &s->nodes[s->count++];
    *node = (struct cd_node){
        .first = first,
        .end = end,
        .span = { tokens[first].span.start, tokens[end - 1].span.end },
        .fold = tokens[end - 1].fold,
        .tag = s->tags[end - 1],
        .flags = tokens[end - 1].flags,
        .quantity = CD_NODE_NONE,
    };
    return node;
}

/* Where the words begin that belong to a quantity: with its hedge, but without
 * the verb of "slightly exceeded". */
static size_t
quantity_first(const struct cd_syntax *s, const struct cd_quantity *q)
{
    size_t first = q->first;

    if (q->hedge_end != q->first)
        return first;
    while (first > q->hedge && s->tags[first - 1] < CD_POS_VERB &&
           s->tags[first - 1] != CD_POS_AUX)
        first--;
    return first;
}

static void
add_quantity(struct cd_syntax *s, const struct cd_quantity *q, size_t index)
{
    const struct cd_token *tokens = s->reading->tokens.items;
    size_t first = quantity_first(s, q);
    uint8_t own = s->tags[q->end - 1];
    struct cd_node *node = add_node(s, first, q->end);

    node->quantity = (uint16_t)index;
    if (q->class == CD_QUANTITY_MULTIPLE && q->end == q->first + 1 &&
        own >= CD_POS_VERB) {
        node->tag = own;
        return;
    }
    node->tag = looks[q->class].tag;
    if (q->noun < q->noun_end)
        node->fold = tokens[q->noun_end - 1].fold;
    else if (looks[q->class].fold != NULL)
        node->fold = cd_str_of(looks[q->class].fold);
}

/* The hyphen of "a firm - the largest - said" is a dash. */
static bool
is_dash(const struct cd_tokens *tokens, size_t at)
{
    const struct cd_token *token = &tokens->items[at];

    return cd_token_is(token, "-") && (token->flags & CD_TOKEN_SPACED) != 0 &&
           at + 1 < tokens->count && (token[1].flags & CD_TOKEN_SPACED) != 0;
}

/* "write-down", a move that is written with a hyphen, in lower case; .p NULL if
 * none begins at token at. */
static struct cd_str
hyphened_move(const struct cd_syntax *s, size_t at)
{
    const struct cd_tokens *tokens = &s->reading->tokens;
    struct cd_str word;

    if (at + 2 >= tokens->count || !cd_token_is(&tokens->items[at + 1], "-") ||
        ((tokens->items[at + 1].flags | tokens->items[at + 2].flags) &
         CD_TOKEN_SPACED) != 0)
        return (struct cd_str){ NULL, 0 };
    word = cd_str_sub(s->text, tokens->items[at].span.start,
                      tokens->items[at + 2].span.end);
    return cd_word_is(word, CD_WORD_MOVENOUN) ? word
                                              : (struct cd_str){ NULL, 0 };
}

/* A node of several tokens before the limit, or of the one at at: behind it. */
static size_t
add_words(struct cd_syntax *s, size_t at, size_t limit)
{
    const struct cd_tokens *tokens = &s->reading->tokens;
    struct cd_str move = hyphened_move(s, at);
    size_t aside =
        cd_mend_said_aside(tokens->items, s->tags, tokens->count, at);
    struct cd_node *node;

    if (aside > 0 && at + aside <= limit) {
        node = add_node(s, at, at + aside);
        node->tag = CD_POS_ADV;
        return node->end;
    }

    if (at + 5 <= limit && cd_mend_expects(tokens->items, tokens->count, at)) {
        node = add_node(s, at, at + 5);
        node->fold = cd_str_sub(s->text, node->span.start, node->span.end);
        return node->end;
    }
    if (at + 3 <= limit &&
        cd_mend_boasts(tokens->items, s->tags, tokens->count, at)) {
        node = add_node(s, at, at + 3);
        node->fold = cd_str_sub(s->text, node->span.start, node->span.end);
        node->tag = CD_POS_ADJ;
        return node->end;
    }
    if (at + 2 <= limit &&
        cd_mend_is_house(tokens->items, s->tags, tokens->count, at)) {
        node = add_node(s, at, at + 2);
        node->fold = tokens->items[at].fold;
        node->flags = tokens->items[at].flags;
        node->tag = CD_POS_PROPN;
        return node->end;
    }
    if (at + 3 > limit)
        move.p = NULL;
    node = add_node(s, at, at + (move.p != NULL ? 3 : 1));
    if (move.p != NULL) {
        node->fold = move;
        node->tag = CD_POS_NOUN;
    } else if (is_dash(tokens, at)) {
        node->fold = CD_STR("\u2013");
    }
    return node->end;
}

/* "Feb. 16, 2023" is one name, so that no comma in it parts a clause; its node
 * is called by the month.  False where that is no date of several tokens. */
static bool
add_date(struct cd_syntax *s, const struct cd_nonclaim *date)
{
    const struct cd_token *tokens = s->reading->tokens.items;
    size_t month = date->first;
    struct cd_node *node;

    if (date->end == date->first + 1 || strcmp(date->why, "date") != 0)
        return false;
    while (month < date->end && !cd_word_is(tokens[month].fold, CD_WORD_MONTH))
        month++;
    if (month == date->end)
        return false;
    node = add_node(s, date->first, date->end);
    node->fold = tokens[month].fold;
    node->flags = tokens[month].flags;
    node->tag = CD_POS_PROPN;
    return true;
}

void
cd_syntax_add_nodes(struct cd_syntax *s)
{
    const struct cd_reading *reading = s->reading;
    size_t next = 0, date = 0;

    s->count = 0;
    for (size_t at = 0; at < reading->tokens.count;) {
        while (next < reading->count && reading->items[next].end <= at)
            next++;
        while (date < reading->other_count && reading->others[date].first < at)
            date++;
        if (date < reading->other_count && reading->others[date].first == at &&
            add_date(s, &reading->others[date])) {
            at = reading->others[date].end;
        } else if (next < reading->count &&
                   at >= quantity_first(s, &reading->items[next])) {
            add_quantity(s, &reading->items[next], next);
            at = reading->items[next].end;
        } else {
            at = add_words(s, at,
                           next < reading->count
                               ? quantity_first(s, &reading->items[next])
                               : reading->tokens.count);
        }
    }
}
