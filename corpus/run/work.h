/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a job has at hand, and the stages that jobs are put together from.
 *
 *     cd_work_clean(work);
 *     cd_work_fold(work, "write", write_article, work);
 *     status = cd_work_run(work, err);
 */
#ifndef CD_CORPUS_RUN_WORK_H
#define CD_CORPUS_RUN_WORK_H

#include "corpus/core/outfile.h"
#include "corpus/core/pipeline.h"
#include "corpus/core/settings.h"
#include "corpus/input/source.h"
#include "corpus/output/reject.h"
#include "corpus/output/write.h"
#include "corpus/sites/site_memory.h"

enum { CD_FOLDS_MAX = 12 };

struct cd_work {
    const struct cd_settings *settings;
    const struct cd_observer *observer; /* or NULL */
    const char *const *inputs;
    size_t count;
    const char *reference; /* read before them (source.h), or NULL */

    struct cd_source source; /* of documents; else the inputs */
    struct cd_keep *keep;    /* packs of them are written: corpus/run/feed.h */
    /* Puts a reject into them; set with keep. */
    enum cd_status (*keep_lost)(struct cd_keep *keep, const struct cd_doc *doc,
                                const struct cd_reject *reject,
                                struct cd_error *err);
    struct cd_quarantine *quarantine; /* in a process of its own, or NULL */
    struct cd_mark *marks;            /* likewise: corpus/run/isolate.h */
    struct cd_input *input;
    struct cd_claims *claims;     /* or NULL */
    struct cd_site_memory *sites; /* or NULL */
    struct cd_outfile *out;       /* or NULL */
    const struct cd_writer *writer;
    bool rows; /* observer->row says what is written for a record */
    bool codepoints;
    struct cd_buf line;
    uint64_t about; /* the document that a line is said about, or 0 */

    struct cd_map maps[CD_MAPS_MAX];
    struct cd_fold folds[CD_FOLDS_MAX];
    size_t map_count, fold_count;
    uint32_t for_ready; /* of struct cd_pipeline */
    struct cd_pipeline pipeline;
    struct cd_progress progress;
    /* of inputs that were read before: the packs of a merge */
    uint64_t bytes_before, passed_before[CD_PASSED_COUNT];
    uint64_t written; /* documents that passed all folds */
    /* of the input, so far: who folds tells what who reads has seen */
    _Atomic uint64_t seen_bytes, seen_passed;
    /* Every reject, after the observer was told; may be NULL. */
    enum cd_status (*reject)(struct cd_work *work,
                             const struct cd_reject *reject,
                             struct cd_error *err);
    void (*render)(const struct cd_work *work, struct cd_doc *doc);
    void *state; /* of the job */
};

void cd_work_init(struct cd_work *work, const struct cd_settings *settings);
void cd_work_release(struct cd_work *work);

void cd_work_map(struct cd_work *work, struct cd_map map);
/* The same for a map that sees documents out of packs, too. */
void cd_work_map_ready(struct cd_work *work, struct cd_map map);
void cd_work_fold(struct cd_work *work, const char *name,
                  enum cd_status (*run)(void *state, struct cd_doc *doc,
                                        struct cd_error *err),
                  void *state);
/* The same for one that has more to say of itself. */
void cd_work_fold_as(struct cd_work *work, struct cd_fold fold);

/* The maps that take a document apart: read, and parse. */
void cd_work_clean(struct cd_work *work);
/* The same for texts that are only compared: without blocks where none are
 * asked for. */
void cd_work_texts(struct cd_work *work);
/* What --site-memory asks for, if it does: the map that drops, and the fold
 * that learns.  What was learnt is written by the second function, once the
 * output is whole. */
enum cd_status cd_work_sites(struct cd_work *work, bool learn,
                             struct cd_error *err);
enum cd_status cd_work_sites_save(struct cd_work *work, struct cd_error *err);
/* The map that finds claims; fails on a bad rule row. */
enum cd_status cd_work_claims(struct cd_work *work, struct cd_error *err);
/* The map that writes documents on the workers: engine is the work. */
void cd_work_render(struct cd_work *work,
                    void (*render)(const struct cd_work *work,
                                   struct cd_doc *doc));

/* Opens the option "output" or standard output. */
enum cd_status cd_work_open(struct cd_work *work, struct cd_error *err);

/* What stands before the first record; CD_USAGE if the format has no form for
 * such records. */
enum cd_status cd_work_head(struct cd_work *work, const struct cd_table *table,
                            struct cd_error *err);

/* And behind the last. */
enum cd_status cd_work_tail(struct cd_work *work, struct cd_error *err);

/* One record to the observer or the output. */
enum cd_status cd_work_write(struct cd_work *work, const struct cd_table *table,
                             const void *record, struct cd_error *err);

/* Behind everything: the output is whole. */
enum cd_status cd_work_end(struct cd_work *work, struct cd_error *err);

/* Reads all inputs.  The rows must add up: read = written + rejected. */
enum cd_status cd_work_run(struct cd_work *work, struct cd_error *err);

/* Records that were passed over. */
uint64_t cd_work_passed(const struct cd_work *work, enum cd_passed why);

/* Closes the inputs and the engines, which go by settings that end before the
 * work does. */
void cd_work_leave(struct cd_work *work);

/* A line to the observer. */
void cd_work_say(struct cd_work *work, const char *text);

#endif
