/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Copies across a corpus: documents in, pairs and clusters out.
 *
 *     struct cd_copies *copies = cd_copies_new(&options, threads);
 *
 *     map  { "copies", copies, cd_copies_scratch, cd_copies_scratch_free,
 *            cd_copies_prepare }                      any thread
 *     fold { "copies", copies, cd_copies_add, cd_copies_ahead }
 *                                                     in input order
 *     cd_copies_finish(copies, &sink, &err);          after the last document
 *     cd_copies_free(copies);
 *
 * What is kept of a document is its id, its date, and of each distinct unit
 * the keys (and for the judgement the text); beyond options->memory they go to
 * a temporary file.  The result does not depend on the number of threads.
 */
#ifndef CD_CORPUS_SEARCH_COPIES_H
#define CD_CORPUS_SEARCH_COPIES_H

#include "base/doc.h"
#include "base/error.h"
#include "corpus/search/copy.h"
#include "nlp/copy/copies_options.h"

struct cd_copies;
struct cd_index;

/* What becomes of a unit where copies are dropped, of the documents of this
 * input in order. */
struct cd_copies_verdict {
    size_t block; /* SIZE_MAX: the whole document */
    struct cd_span span;
    struct cd_str cluster; /* of the copies it is one of */
    struct cd_str kept;    /* id of the document, as JSON, that has the copy */
    size_t kept_block;     /* which is kept */
    bool drop;
};

/* What was done, for stats.json and --stats. */
struct cd_copies_stats {
    const char *engine; /* "prefix", "minhash", "prefix+minhash", "anchors" */
    size_t bands, rows; /* of MinHash; 0: not used */
    size_t units;       /* compared */
    size_t shorter;     /* left out: fewer words than min_words */
    size_t distinct;    /* different contents among the units */
    size_t postings;    /* keys that more than one unit may have */
    size_t candidates;  /* pairs that were verified */
    size_t crowds;      /* keys with more units than options.crowd */
    size_t pairs, clusters;
    size_t capped;       /* pairs inside clusters that were not listed */
    size_t words;        /* of all texts, also those not compared */
    size_t copied_words; /* corpus/search/covered.h */
    size_t spilled;      /* bytes written to temporary files */
    bool repeated;       /* the index has this input already */
};

extern const struct cd_table cd_copies_stats_table;

/*
 * Where the result goes: all pairs, then all clusters.  The records live until
 * the callback returns; a status other than CD_OK ends the search with it.
 *
 * Where records are nothing but lines, the sink may have render and put: render
 * appends a record to out, on any thread, and put gets the lines of many
 * records in order.  pair and cluster are called beside them, for what is too
 * much to be kept in memory.
 */
struct cd_copies_sink {
    void *state;
    bool texts; /* pairs show their texts, if these are at hand: of the
                   judgement, and without an index */
    enum cd_status (*pair)(void *state, const struct cd_copy *pair,
                           struct cd_error *err);
    enum cd_status (*cluster)(void *state, const struct cd_cluster *cluster,
                              struct cd_error *err);
    void (*render)(const void *state, struct cd_buf *out,
                   const struct cd_table *table, const void *record);
    enum cd_status (*put)(void *state, struct cd_str lines, size_t pairs,
                          size_t clusters, struct cd_error *err);
    /* In place of all others: of each document of this input, the n units it
     * was compared by.  cd_copies_keep() says which is kept. */
    enum cd_status (*judged)(void *state,
                             const struct cd_copies_verdict *verdicts, size_t n,
                             struct cd_error *err);
};

struct cd_copies *cd_copies_new(const struct cd_copies_options *options,
                                int threads);
void cd_copies_free(struct cd_copies *copies);

/* The map: engine is the struct cd_copies. */
void *cd_copies_scratch(const void *engine);
void cd_copies_scratch_free(void *scratch);
enum cd_status cd_copies_prepare(const void *engine, void *scratch,
                                 struct cd_doc *doc, struct cd_error *err);

/* The fold: state is the struct cd_copies. */
enum cd_status cd_copies_add(void *state, struct cd_doc *doc,
                             struct cd_error *err);

/* A document that cd_copies_add() will soon get: fetches what it will look
 * at. */
void cd_copies_ahead(const void *state, const struct cd_doc *doc);

/*
 * Before the first document: the units of index, which the caller keeps open,
 * count as earlier input.  Pairs then have a unit of this input on one side at
 * least, clusters have one as a member, and the statistics are of this input.
 * adding: cd_copies_store() will put this input there; the very input that was
 * added last is compared with what was there before it, and not added twice.
 */
void cd_copies_use(struct cd_copies *copies, struct cd_index *index,
                   bool adding);

/*
 * Before the first document: only pairs of a document with doc->reference, and
 * those come first, and one without count; clusters are made of these, and the
 * statistics are of the latter.  Not together with an index.
 */
void cd_copies_against(struct cd_copies *copies);

/* Before cd_copies_finish(): of each cluster one unit is kept, and the sink's
 * judged is told.  Units of a reference or an index are kept in any case. */
void cd_copies_keep(struct cd_copies *copies, enum cd_copies_keep which);

enum cd_status cd_copies_finish(struct cd_copies *copies,
                                const struct cd_copies_sink *sink,
                                struct cd_error *err);

/* After cd_copies_finish(): adds the input to the index, if that was asked
 * for. */
enum cd_status cd_copies_store(struct cd_copies *copies, struct cd_error *err);

/* Complete after cd_copies_finish(). */
const struct cd_copies_stats *cd_copies_stats(const struct cd_copies *copies);

#endif
