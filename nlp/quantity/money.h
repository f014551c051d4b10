/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whose pesos: money of one name, told apart by the places that a text names,
 * the rows of data/money_words.tsv and data/money_places.tsv.
 *
 *     cd_money_start(&money, text, url, language);     a new document
 *     reading->money = &money;
 *     cd_money_settle(work);                           of each sentence
 *
 * A place in the sentence decides, else the one that the document names most
 * often, else where its site is.  Dollars are American unless the site is
 * elsewhere, or the document names another country of dollars and no place in
 * America: papers everywhere write of others' dollars as of their own.
 */
#ifndef CD_NLP_QUANTITY_MONEY_H
#define CD_NLP_QUANTITY_MONEY_H

#include "base/str.h"

enum { CD_MONEY_PLACES_MAX = 512 };

struct cd_work;

/* How often places of one money are named. */
struct cd_money_named {
    const char *code;
    unsigned times;
};

/* Of one document; not shared by threads. */
struct cd_money {
    struct cd_str text;
    const char *region; /* money where the site is, or NULL */
    bool counted;       /* are the places of the text, below? */
    struct cd_money_named named[CD_MONEY_PLACES_MAX];
    size_t named_count;
};

/* The URL and the language tag may be absent; the text is only looked at where
 * money of several countries is found, and must stay until then. */
void cd_money_start(struct cd_money *money, struct cd_str text,
                    struct cd_str url, struct cd_str language);

/* Gives the amounts of a sentence the unit of the country that is meant. */
void cd_money_settle(struct cd_work *work);

#endif
