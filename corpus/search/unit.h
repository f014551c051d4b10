/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Units: the pieces of a document that are compared, each with the keys under
 * which its copies are looked for.  Made in parallel, a document at a time.
 *
 *     struct cd_unit_scratch *scratch = cd_units_scratch(&options);
 *     cd_units_make(&options, scratch, &doc, &err);     fills doc->units
 *
 * Of measure jaccard the keys are the unit's shingles, of the judgement its
 * anchors; ascending either way.  Units inside one document are compared here
 * and at once, where there are not too many.
 */
#ifndef CD_CORPUS_SEARCH_UNIT_H
#define CD_CORPUS_SEARCH_UNIT_H

#include "base/doc.h"
#include "base/error.h"
#include "nlp/copy/copies_options.h"

/* More units in one document than this are compared through their keys, like
 * units of different documents. */
enum { CD_UNITS_ALL_PAIRS = 200 };

struct cd_unit {
    struct cd_str text;  /* of doc->text, or all of it */
    struct cd_span span; /* in doc->text */
    size_t block;        /* SIZE_MAX: the whole document */
    uint64_t content;    /* equal if the units are: hash of text or shingles */
    const uint64_t *keys;
    size_t count; /* of keys */
    size_t stems; /* behind the keys, of the judgement: nlp/copy/anchor.h */
    size_t words;
};

/* Two units of one document that are copies, a < b. */
struct cd_unit_pair {
    size_t a, b;
    struct cd_str judged; /* corpus/search/judged.h */
};

struct cd_units {
    struct cd_unit *units;
    size_t count;
    size_t shorter; /* units with fewer than options->min_words words */
    size_t words;   /* of all that is kept of the document, compared or not */
    struct cd_unit_pair *pairs;
    size_t pair_count;
};

struct cd_unit_scratch;

struct cd_unit_scratch *
cd_units_scratch(const struct cd_copies_options *options);
void cd_units_scratch_free(struct cd_unit_scratch *scratch);

/* doc->units in the document's arena.  CD_SKIP for a text too long. */
enum cd_status cd_units_make(const struct cd_copies_options *options,
                             struct cd_unit_scratch *scratch,
                             struct cd_doc *doc, struct cd_error *err);

#endif
