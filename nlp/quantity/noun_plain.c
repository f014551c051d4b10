/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Counted nouns of German, French and Spanish: by their capital, or the first
 * plural that is no adjective before one.
 */
#include "nlp/quantity/noun.h"

enum { PLAIN_WORDS = 4 }; /* longest phrase up to its head */

static const cd_u128 never = CD_CLASS(STOP) | CD_CLASS(VERB) | CD_CLASS(QTY) |
                             CD_CLASS(NUM) | CD_CLASS(NONCLAIM) |
                             CD_CLASS(MONTH) | CD_CLASS(WEEKDAY) |
                             CD_CLASS(RISE) | CD_CLASS(FALL);

static struct cd_str
singular(const struct cd_work *work, struct cd_str word, bool capitals)
{
    const char *known = cd_lexicon_value(work->lexicon, word, CD_CLASS_PLURAL);

    if (known != NULL)
        return cd_str_of(known);
    if (!capitals && word.n > 3 && word.p[word.n - 1] == 's' &&
        cd_lexicon_value(work->lexicon, word, CD_CLASS_SAME) == NULL)
        return cd_str_sub(word, 0, word.n - 1);
    return word;
}

static bool
is_head(const struct cd_work *work, const struct cd_item *item, bool capitals)
{
    const struct cd_token *token = &work->reading->tokens.items[item->first];

    if (capitals)
        return (token->flags & CD_TOKEN_CAPITAL) != 0;
    return (item->classes & CD_CLASS(ADJBEFORE)) == 0 &&
           ((item->classes & (CD_CLASS(PLURALISH) | CD_CLASS(PLURAL))) != 0 ||
            cd_lexicon_value(work->lexicon, token->fold, CD_CLASS_SAME) !=
                NULL);
}

bool
cd_noun_plain(struct cd_work *work, size_t at, struct cd_noun *out)
{
    bool capitals = cd_languages[cd_lexicon_language(work->lexicon)].capitals;

    for (size_t i = at; i < work->count && i < at + PLAIN_WORDS; i++) {
        const struct cd_item *item = &work->items[i];
        const struct cd_token *token =
            &work->reading->tokens.items[item->first];

        if ((item->classes & CD_CLASS(WORD)) == 0 ||
            (item->classes & never) != 0 ||
            (token->flags & CD_TOKEN_BREAK) != 0)
            return false;
        if (!is_head(work, item, capitals)) {
            if (!capitals && (item->classes & CD_CLASS(ADJBEFORE)) == 0)
                return false;
            continue;
        }
        out->head = i;
        out->end = i + 1;
        out->unit = singular(work, token->fold, capitals);
        return true;
    }
    return false;
}
