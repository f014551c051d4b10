/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The search for copies, inside: what corpus/search/copies.c keeps of the
 * documents and hands from step to step.
 *
 *     units -> postings (posting.c) -> candidates (candidate.c)
 *           -> matches (verify.c) -> clusters (cluster.c)
 *           -> records (corpus/search/copies_write.c)
 *
 * Beside an index (corpus/search/recall.c) the units of earlier runs have the
 * numbers below search->base, and those of this run follow; postings know the
 * latter by their place in search->units.  Once all matches are found, the
 * earlier units that matter are put before those of this run, and matches, like
 * all that follows, go by places.
 *
 * Units of equal content are one to all steps but the first and the last: the
 * first of them stands for all.  Each step splits its work into tasks that do
 * not depend on the number of threads (cd_pipeline_tasks) and puts their
 * results together in the order of the tasks.
 */
#ifndef CD_CORPUS_SEARCH_SEARCH_H
#define CD_CORPUS_SEARCH_SEARCH_H

#include "base/arena.h"
#include "corpus/index/index.h"
#include "corpus/search/bins.h"
#include "corpus/search/copies.h"
#include "nlp/copy/compare.h"

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
    bool passage;    /* the judgement's */
    bool swapped;    /* the judgement has b first */
    bool known;      /* both stand in the index, and so does the match */
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
    uint64_t *table; /* of contents: corpus/search/copies.c */
    size_t table_size;
    uint64_t key_total; /* of all first units */
    struct cd_bins postings, pairs;
    struct cd_bins crowd; /* pairs out of crowds */
    uint8_t *counts;  /* how often keys occur, up to 255, by their high bits */
    int count_shift;  /* from a key to its place there */
    uint64_t counted; /* keys of this and more are not counted */
    bool dated;       /* some document has a date */
    struct cd_match *matches;
    size_t match_count, match_room;
    struct cd_buf scratch;
    uint8_t *crowded; /* a unit's key was shared by too many to compare all */

    bool against;     /* only pairs of the reference with this input count */
    size_t reference; /* units of the reference, the first ones */
    size_t reference_docs;
    uint8_t *sides; /* then, of each first unit: enum cd_side_of, of all
                         units of its content */
    enum cd_copies_keep keep; /* what is sought is what may be dropped */

    struct cd_index *index; /* NULL: none */
    bool adding;            /* this run's units go there */
    uint64_t batch;         /* hash of this run's units */
    uint32_t base;          /* numbers below it are the index's */
    uint32_t *known;  /* of each unit, the number of an equal one in the index,
                         or CD_NO_UNIT */
    uint32_t *parent; /* of all numbers, as cd_union_root() wants it */
    struct cd_list again;   /* matches of the index that are verified again */
    struct cd_store posted; /* postings in order, for the index */
    struct cd_list earlier; /* numbers of the units from the index, which are
                               the first of units */
    size_t earlier_docs;    /* documents of theirs, the first of docs */
};

/* Is the unit at that place the first of a content that was not there
 * before? */
static inline bool
cd_search_is_new(const struct cd_copies *search, size_t at)
{
    return search->units[at].first == at &&
           (search->known == NULL || search->known[at] == CD_NO_UNIT);
}

/* Results a thread that may wait for those before them (corpus/core/ring.h):
 * each may be a bin of pairs. */
enum { CD_SEARCH_PLACES = 2 };

/* Units in a task of a step that usually takes so many. */
static inline size_t
cd_search_chunk(const struct cd_copies *search, size_t usual)
{
    return search->options.chunk > 0 ? search->options.chunk : usual;
}

/* Where units of a content stand. */
enum cd_side_of { CD_SIDE_REFERENCE = 1, CD_SIDE_INPUT = 2, CD_SIDE_BOTH = 3 };

/* Beside a reference: can two contents be a pair, one there and one here? */
static inline bool
cd_search_faces(const struct cd_copies *search, uint32_t a, uint32_t b)
{
    return (search->sides[a] | search->sides[b]) == CD_SIDE_BOTH;
}

/* Is a unit one of this input: not of the index, nor of the reference? */
static inline bool
cd_search_is_input(const struct cd_copies *search, size_t unit)
{
    return unit >= search->earlier.n && unit >= search->reference;
}

/* Does the result tell of a pair of these units, a < b? */
static inline bool
cd_search_tells(const struct cd_copies *search, uint32_t a, uint32_t b)
{
    return cd_search_is_input(search, b) &&
           (!search->against || a < search->reference);
}

/* Is a match one of copies? */
static inline bool
cd_match_joins(const struct cd_match *match)
{
    return match->kind != CD_COPY_TEMPLATE && !match->passage;
}

/* Does it connect?  Of two texts of which one contains the other both have
 * something to themselves, so neither may be dropped for it. */
static inline bool
cd_search_joins(const struct cd_copies *search, const struct cd_match *match)
{
    return cd_match_joins(match) &&
           !(search->keep != CD_KEEP_ALL && match->kind == CD_COPY_CONTAINS);
}

/* Adds postings (key << 32 | unit) for each first unit to search->postings. */
enum cd_status cd_search_post(struct cd_copies *search, struct cd_error *err);

/* How often a key occurs: never too low, and 255 stands for more. */
static inline uint8_t
cd_search_count(const struct cd_copies *search, uint64_t key)
{
    return search->counts[key >> search->count_shift];
}

/* Takes search->postings; adds pairs (a << 32 | b, a < b) to search->pairs and,
 * out of crowds, to search->crowd. */
enum cd_status cd_search_pair(struct cd_copies *search, struct cd_error *err);

/* Takes search->pairs and search->crowd; adds to search->matches, which are
 * then in order and without repetition. */
enum cd_status cd_search_verify(struct cd_copies *search, struct cd_error *err);

/* Puts search->matches in order; one of each is left. */
void cd_search_sort(struct cd_copies *search);

/* Before the search: which contents the index has.  Takes up to
 * search->again. */
enum cd_status cd_recall_begin(struct cd_copies *search, struct cd_error *err);

/* After it: units of the index that match, or are connected with those that
 * do, come before the others. */
enum cd_status cd_recall_settle(struct cd_copies *search, struct cd_error *err);

#endif
