/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The search for copies, inside: what corpus/copies.c keeps of the documents
 * and hands from step to step.
 *
 *     units -> postings (corpus/posting.c) -> candidates (corpus/candidate.c)
 *           -> matches (corpus/verify.c) -> clusters (corpus/cluster.c)
 *           -> records (corpus/copies_write.c)
 *
 * Units of equal content are one to all steps but the first and the last: the
 * first of them stands for all.  Each step splits its work into tasks that do
 * not depend on the number of threads (cd_pipeline_tasks) and puts their
 * results together in the order of the tasks.
 */
#ifndef CD_CORPUS_SEARCH_H
#define CD_CORPUS_SEARCH_H

#include "base/arena.h"
#include "corpus/bins.h"
#include "corpus/copies.h"

#define CD_NO_UNIT UINT32_MAX

/* A unit as it is kept. */
struct cd_kept {
    uint64_t content;
    uint64_t keys;  /* in search->keys; of the first of its content only */
    uint64_t text;  /* in search->texts; likewise, for the judgement */
    uint32_t count; /* of keys */
    uint32_t stems; /* behind them, for the judgement */
    uint32_t doc;
    uint32_t block;       /* UINT32_MAX: the whole document */
    uint32_t start, size; /* in the document's text */
    uint32_t first; /* the first unit of this content; itself, if it is that */
    uint32_t next;  /* the next of this content, or CD_NO_UNIT */
    uint32_t last;  /* of the first: the newest of this content */
    uint32_t words;
};

struct cd_kept_doc {
    uint64_t id; /* in search->names: the id, then the date */
    uint32_t id_size;
    uint32_t date_size;
    bool compared; /* all its units with each other, already */
};

enum { CD_MATCH_JACCARD = 255 }; /* kind of a match that nobody judged */

/* Two contents of which one copies the other: first units, a < b. */
struct cd_match {
    uint32_t a, b;
    uint32_t shared; /* of measure jaccard: keys in common */
    uint32_t detail_size;
    uint64_t detail; /* in search->details: the judgement, packed */
    uint8_t kind;    /* enum cd_copy_kind, or CD_MATCH_JACCARD */
    bool swapped;    /* the judgement has b first */
};

struct cd_copies {
    struct cd_copies_options options;
    int threads;
    struct cd_copies_stats stats;
    struct cd_budget budget;
    struct cd_store names, keys, texts, details;
    struct cd_kept *units;
    struct cd_kept_doc *docs;
    size_t unit_count, unit_room, doc_count, doc_room;
    uint64_t *table; /* of contents: corpus/copies.c */
    size_t table_size;
    uint64_t key_total; /* of all first units */
    struct cd_bins postings, pairs;
    struct cd_bins crowd; /* pairs out of crowds */
    uint8_t *counts;      /* how often keys occur, up to 255, by low bits */
    size_t count_mask;
    uint64_t counted; /* keys of this and more are not counted */
    bool dated;       /* some document has a date */
    struct cd_match *matches;
    size_t match_count, match_room;
    struct cd_buf scratch;
    uint8_t *crowded; /* a unit's key was shared by too many to compare all */
};

/* Adds postings (key << 32 | unit) for each first unit to search->postings. */
enum cd_status cd_search_post(struct cd_copies *search, struct cd_error *err);

/* How often a key occurs: never too low, and 255 stands for more. */
static inline uint8_t
cd_search_count(const struct cd_copies *search, uint64_t key)
{
    return search->counts[key & search->count_mask];
}

/* Takes search->postings; adds pairs (a << 32 | b, a < b) to search->pairs and,
 * out of crowds, to search->crowd. */
enum cd_status cd_search_pair(struct cd_copies *search, struct cd_error *err);

/* Takes search->pairs and search->crowd; adds to search->matches, which are then in order and
 * without repetition. */
enum cd_status cd_search_verify(struct cd_copies *search, struct cd_error *err);

#endif
