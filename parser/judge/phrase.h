/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Phrases that mark what is not the article: "Read more:", "Lees ook",
 * "Advertisement", "Leave a comment".
 *
 *     const struct cd_phrase *row = cd_phrase_match(block->text);
 *     if (row != NULL && row->kind == CD_PHRASE_ADVERT) ...
 *
 * The rows are data/boilerplate.LANG.tsv; a new phrase is a new row there, and
 * its example is its test.  Rows of all languages are looked up at once: few
 * forms mean different things in two languages.  The table is const, so every
 * thread may use it.
 */
#ifndef CD_PARSER_JUDGE_PHRASE_H
#define CD_PARSER_JUDGE_PHRASE_H

#include "base/arena.h"

/* What the block is, and how many words a block that only begins with such a
 * phrase, or only holds it, may have: beyond that it is prose. */
#define CD_PHRASE_KINDS(X)                                                     \
    X(TEASER, "teaser", 12)         /* heads a list of other articles */       \
    X(READMORE, "readmore", 25)     /* points at one other article */          \
    X(NEWSLETTER, "newsletter", 40) /* asks for an e-mail address */           \
    X(SUBSCRIBE, "subscribe", 25)   /* asks for an account or money */         \
    X(COOKIE, "cookie", 60)                                                    \
    X(SHARE, "share", 12)                                                      \
    X(COMMENTS, "comments", 14) /* heads, or serves, readers' comments */      \
    X(ADVERT, "advert", 12)                                                    \
    X(COPYRIGHT, "copyright", 60)                                              \
    X(BYLINE, "byline", 14)                                                    \
    X(BIO, "bio", 14) /* heads words about the author */                       \
    X(FOLLOW, "follow", 25)                                                    \
    X(TAGS, "tags", 25)                                                        \
    X(NAV, "nav", 10)                                                          \
    X(CREDIT, "credit", 20)          /* of a photograph */                     \
    X(CORRECTION, "correction", 250) /* is kept, and marked */

enum cd_phrase_kind {
#define X(name, text, words) CD_PHRASE_##name,
    CD_PHRASE_KINDS(X)
#undef X
        CD_PHRASE_KIND_COUNT
};

enum cd_phrase_match {
    CD_MATCH_WHOLE,   /* the block is the phrase, but for its ends */
    CD_MATCH_HEADING, /* the same, and what follows belongs to it */
    CD_MATCH_PREFIX,  /* the block begins with the phrase */
    CD_MATCH_ANYWHERE /* the phrase stands somewhere in a short block */
};

struct cd_phrase {
    const char *form; /* folded: lower case, straight apostrophe, one space */
    enum cd_phrase_kind kind;
    enum cd_phrase_match match;
    const char *example; /* a block that the row matches */
};

/*
 * The row for a whole block of text, or NULL.  Punctuation, digits and space at
 * both ends do not count ("Comments (12)", "» Read more").  Linear in at most
 * the first 640 bytes of text.
 */
const struct cd_phrase *cd_phrase_match(struct cd_str text);

/* "teaser:explore-more": the kind and the form. */
struct cd_str cd_phrase_reason(struct cd_arena *arena,
                               const struct cd_phrase *row);

/* All rows in byte order of their forms; NULL past the end. */
const struct cd_phrase *cd_phrase_at(size_t index);

extern const char *const cd_phrase_kind_names[];

#endif
