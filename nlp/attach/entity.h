/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Entities: the name that "it", "the company" or nothing at all stands for.
 *
 *     cd_entity_stands_in(&syntax, node)      is it "she", "the bank"?
 *     cd_entity_before(&syntax, node, node)   the fitting name before it
 */
#ifndef CD_NLP_ATTACH_ENTITY_H
#define CD_NLP_ATTACH_ENTITY_H

#include "nlp/syntax/syntax.h"

enum cd_stand_in {
    CD_NAMED,   /* a name or a full noun: needs no other */
    CD_PERSON,  /* he, she */
    CD_THING,   /* it, they */
    CD_GENERIC, /* the company, this model */
};

enum cd_stand_in cd_entity_stands_in(const struct cd_syntax *syntax,
                                     size_t node);

/* The last noun before node end (SIZE_MAX: of the sentence) that may bear the
 * name; subjects are preferred.  CD_NODE_NONE if there is none. */
size_t cd_entity_before(const struct cd_syntax *syntax, size_t end,
                        enum cd_stand_in kind, struct cd_str fold);

/* The pronoun of the clause behind a comma behind node at: she of "Now 24, she
 * works"; or CD_NODE_NONE. */
size_t cd_entity_pronoun_behind(const struct cd_syntax *syntax, size_t at);

/*
 * A firm that the sentence names and that what stands at node may be of: "Tarn
 * said quarterly profit fell 11 percent", "Tarn was among the losers as shares
 * slumped"; or CD_NODE_NONE.  Who was introduced by a first name or a title is
 * no firm.
 */
size_t cd_entity_firm(const struct cd_syntax *syntax, size_t node);

#endif
