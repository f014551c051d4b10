/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Families of names that page makers give to elements: class="js-related-box"
 * speaks of RELATED.
 *
 *     unsigned bits = cd_family_bits(CD_STR("post__shareBar"));
 *     bits & 1u << CD_FAMILY_SHARE
 *
 * The names are rows of data/families.tsv.  They are hints for the model and
 * the rules; no block is dropped on a name alone, for a class "teaser" may hold
 * the article.  The table is const, so every thread may use it.
 */
#ifndef CD_PARSER_JUDGE_FAMILY_H
#define CD_PARSER_JUDGE_FAMILY_H

#include "base/str.h"

#define CD_FAMILIES(X)                                                         \
    X(CONTENT)                                                                 \
    X(COMMENT)                                                                 \
    X(NAV)                                                                     \
    X(SHARE)                                                                   \
    X(RELATED)                                                                 \
    X(AD)                                                                      \
    X(FOOTER)                                                                  \
    X(HEADER)                                                                  \
    X(SIDEBAR)                                                                 \
    X(META)                                                                    \
    X(BIO)                                                                     \
    X(NEWSLETTER)                                                              \
    X(COOKIE)                                                                  \
    X(CAPTION)                                                                 \
    X(TITLE)                                                                   \
    X(QUOTE)                                                                   \
    X(TAGS)                                                                    \
    X(FORUM)                                                                   \
    X(PRODUCT)                                                                 \
    X(CARD)                                                                    \
    X(HIDDEN)                                                                  \
    X(PAYWALL)                                                                 \
    X(TABLE)                                                                   \
    X(CODE)                                                                    \
    X(DOC)                                                                     \
    X(SITE)                                                                    \
    X(TOOLS)                                                                   \
    X(REVIEW)

enum cd_family {
#define X(name) CD_FAMILY_##name,
    CD_FAMILIES(X)
#undef X
        CD_FAMILY_COUNT,
    CD_FAMILY_ROOM = 32 /* for a table of them that vectors fit into */
};

/* The families, as bits, of all names in a class, id or role attribute.  Names
 * are cut at signs and where a lower case letter meets an upper case one. */
unsigned cd_family_bits(struct cd_str names);

#endif
