/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/respective.h"

#include "base/ascii.h"
#include "nlp/attach/phrase.h"
#include "nlp/word/word.h"

/* A list of nouns, one for each quantity. */
struct list {
    size_t count;
    struct cd_str members[CD_RESPECTIVE_MAX];
    bool measured;    /* sales and profit, and not who has them */
    struct cd_str of; /* "Shares" of "Shares of Ford and Opel", or none */
};

static bool
is_comma(const struct cd_syntax *s, size_t i)
{
    return cd_str_is(s->nodes[i].fold, ",");
}

/* The last "respectively", or CD_NODE_NONE. */
static size_t
find_word(const struct cd_syntax *s)
{
    for (size_t i = s->count; i-- > 0;)
        if (cd_str_is(s->nodes[i].fold, "respectively"))
            return i;
    return CD_NODE_NONE;
}

/* The quantities before the word, of the class of the last, up to a verb; false
 * if there are too many. */
static bool
find_quantities(const struct cd_syntax *s, size_t word,
                struct cd_respective *out)
{
    const struct cd_quantity *items = s->reading->items;
    size_t found[CD_RESPECTIVE_MAX], n = 0;

    for (size_t i = word; i-- > 0;) {
        size_t quantity = s->nodes[i].quantity;

        if (cd_node_is_verb(&s->nodes[i]) || s->nodes[i].tag == CD_POS_AUX) {
            if (n > 0)
                break;
        } else if (quantity != CD_NODE_NONE &&
                   (n == 0 || items[quantity].class == items[found[0]].class)) {
            if (n == CD_RESPECTIVE_MAX)
                return false;
            found[n++] = quantity;
        }
    }
    for (size_t i = 0; i < n; i++)
        out->quantities[i] = found[n - 1 - i];
    out->count = n;
    return n > 1;
}

/* A noun that is no time, no year and no amount. */
static bool
is_member(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = &s->nodes[node];

    return n->quantity == CD_NODE_NONE && cd_node_is_noun(n) &&
           n->tag != CD_POS_PRON && !cd_node_is_time(n) &&
           !cd_word_is(n->fold, CD_WORD_PERIOD) &&
           !cd_ascii_is_digit(s->text.p[n->span.start]);
}

/* The words of the nodes from first to last, without an article. */
static struct cd_str
words(const struct cd_syntax *s, size_t first, size_t last)
{
    while (first < last && s->nodes[first].tag == CD_POS_DET)
        first++;
    return cd_str_sub(s->text, s->nodes[first].span.start,
                      s->nodes[last].span.end);
}

static bool
has_capital(const struct cd_syntax *s, size_t node)
{
    return cd_ascii_is_upper(s->text.p[s->nodes[node].span.start]);
}

/* Where the member that ends at node last begins: at Bank of "Bank of America",
 * but at Ford of "Shares of Ford", whose *of is the node of Shares. */
static size_t
member_first(const struct cd_syntax *s, size_t last, size_t *of)
{
    size_t first = cd_phrase_articles(s, cd_phrase_first(s, last)), noun;

    *of = CD_NODE_NONE;
    if (first < 2 || !cd_str_is(s->nodes[first - 1].fold, "of"))
        return first;
    noun = first - 2;
    if (!cd_word_is(s->nodes[noun].fold, CD_WORD_MEASURE) &&
        has_capital(s, noun) && has_capital(s, last))
        return cd_phrase_first(s, noun);
    *of = noun;
    return first;
}

/* Reads the list whose last member is behind the conjunction: "A, B and C". */
static bool
read_list(const struct cd_syntax *s, size_t conjunction, size_t end,
          struct list *out)
{
    size_t last = cd_syntax_phrase_last(s, conjunction + 1), at = conjunction;
    size_t of = CD_NODE_NONE;
    bool measured;

    if (last == CD_NODE_NONE || last >= end || !is_member(s, last))
        return false;
    measured = cd_word_is(s->nodes[last].fold, CD_WORD_MEASURE);
    out->members[out->count - 1] = words(s, conjunction + 1, last);
    for (size_t i = out->count - 1; i-- > 0;) {
        if (at > 0 && is_comma(s, at - 1))
            at--;
        else if (at != conjunction)
            return false;
        if (at == 0 || !is_member(s, at - 1))
            return false;
        last = at - 1;
        measured = measured && cd_word_is(s->nodes[last].fold, CD_WORD_MEASURE);
        at = member_first(s, last, &of);
        out->members[i] = words(s, at, last);
    }
    out->measured = measured;
    out->of = of != CD_NODE_NONE && is_member(s, of) ? cd_phrase_noun(s, of)
                                                     : CD_STR("");
    return true;
}

/* The nearest list that ends before node end, from node start on. */
static bool
find_list(const struct cd_syntax *s, size_t start, size_t end, struct list *out)
{
    for (size_t i = end; i-- > start;)
        if (s->nodes[i].tag == CD_POS_CCONJ && i > start &&
            read_list(s, i, end, out))
            return true;
    return false;
}

static void
tell(struct cd_claim *claim, const struct cd_claim *as, const struct list *list,
     struct cd_str member)
{
    claim->subject = list->measured ? as->subject : member;
    claim->property = list->measured ? member : as->property;
    if (strcmp(claim->change, "none") == 0) {
        claim->role = as->role;
        claim->change = as->change;
    }
    if (strcmp(claim->modality, "asserted") == 0)
        claim->modality = as->modality;
}

struct cd_respective
cd_respective_read(const struct cd_syntax *syntax, struct cd_claim *claims)
{
    struct cd_respective r = { 0 };
    size_t word = find_word(syntax), first, last;
    struct cd_claim as;
    struct list list = { 0 };

    if (word == CD_NODE_NONE || !find_quantities(syntax, word, &r))
        return (struct cd_respective){ 0 };
    list.count = r.count;
    first = cd_syntax_node(syntax, r.quantities[0]);
    last = cd_syntax_node(syntax, r.quantities[r.count - 1]);
    if (first == CD_NODE_NONE || last == CD_NODE_NONE ||
        (!find_list(syntax, last + 1, word, &list) &&
         !find_list(syntax, 0, first, &list)))
        return (struct cd_respective){ 0 };
    as = claims[r.quantities[0]];
    /* of "200 and 300 cars" the last says what is counted */
    if (as.property.p == NULL ||
        syntax->reading->items[r.quantities[0]].class == CD_QUANTITY_COUNT)
        as.property = claims[r.quantities[r.count - 1]].property;
    if (list.of.n > 0)
        as.property = list.of;
    if (list.measured && cd_str_ends(as.subject, list.members[r.count - 1]))
        as.subject = (struct cd_str){ NULL, 0 }; /* is the whole list */
    for (size_t i = 0; i < r.count; i++)
        tell(&claims[r.quantities[i]], &as, &list, list.members[i]);
    return r;
}
