/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What "it", "she" and "the company" stand for, in the sentence and in those
 * before.
 *
 *     cd_refer_start(&refer, doc);               once a document
 *     cd_refer_begin(&refer, &syntax, err);      once a sentence
 *     name = cd_refer_resolve(&refer, words, node);
 *     cd_refer_pass(&refer, sentence, &syntax);  it is the last one now
 *
 * A sentence before is read again at most once for its names.  One thread; text
 * is a view of the document.
 */
#ifndef CD_NLP_ATTACH_REFER_H
#define CD_NLP_ATTACH_REFER_H

#include "nlp/attach/entity.h"
#include "base/doc.h"

enum {
    CD_REFER_BACK = 3,  /* sentences in which a name is looked for */
    CD_REFER_NAMES = 4, /* different names looked for, for one sentence */
};

/* Which name a sentence offers to the ones behind it. */
enum cd_refer_offer {
    CD_OFFER_PERSON,
    CD_OFFER_THING,
    CD_OFFER_NAME,
    CD_REFER_OFFERS
};

/* A sentence before the one at work. */
struct cd_refer_sentence {
    struct cd_span span;
    bool known; /* are the names found? */
    struct cd_str names[CD_REFER_OFFERS];
};

struct cd_refer {
    const struct cd_quantities *engine;
    struct cd_reading *earlier; /* of a sentence that is read again */
    struct cd_syntax before;
    struct cd_refer_sentence sentences[CD_REFER_BACK]; /* newest first */
    size_t count;
    struct cd_doc *doc;
    /* the sentence at work */
    const struct cd_syntax *syntax;
    struct cd_error *err;
    enum cd_status status; /* of reading again; with *err if it is not CD_OK */
    struct {
        enum cd_stand_in kind;
        struct cd_str fold, name;
    } names[CD_REFER_NAMES]; /* found before, or not found */
    size_t name_count;
};

/* The engine must outlive it. */
void cd_refer_init(struct cd_refer *refer, const struct cd_quantities *engine);
void cd_refer_release(struct cd_refer *refer);

/* Forgets the document before. */
void cd_refer_start(struct cd_refer *refer, struct cd_doc *doc);

/* A sentence of the document, which must outlive the next calls. */
void cd_refer_begin(struct cd_refer *refer, const struct cd_syntax *syntax,
                    struct cd_error *err);

/* A name for what stands in, from the sentences before; empty if there is none.
 * A sentence asks for few different ones, however many quantities it has. */
struct cd_str cd_refer_name(struct cd_refer *refer, enum cd_stand_in kind,
                            struct cd_str fold);

/* The words of a node, or the name that they stand for. */
struct cd_str cd_refer_resolve(struct cd_refer *refer, struct cd_str words,
                               size_t node);

/* The sentence is done; syntax: as it was read, or NULL if it was not. */
void cd_refer_pass(struct cd_refer *refer, struct cd_span sentence,
                   const struct cd_syntax *syntax);

#endif
