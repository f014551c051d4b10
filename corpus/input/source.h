/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The source of a job: inputs -> documents, in a fixed order.
 *
 *     struct cd_input *input = cd_input_new(settings, inputs, count);
 *     pipeline.source = (struct cd_source){ input, cd_input_next };
 *     ...
 *     cd_input_free(input);
 *
 * What can't be read is one CD_SKIP that names it, and the next input follows.
 * A document comes as its record stood in the input; the first map of a job,
 * cd_input_decode(), takes it apart on a worker.
 */
#ifndef CD_CORPUS_INPUT_SOURCE_H
#define CD_CORPUS_INPUT_SOURCE_H

#include "corpus/core/pipeline.h"
#include "corpus/input/reader.h"

struct cd_input;

/* A part of a file: count of its records from the one after skip on, and where
 * they are the last ones, what stands behind them. */
struct cd_input_part {
    struct cd_str path; /* NUL terminated */
    struct cd_str name; /* as of struct cd_walk_file */
    uint64_t skip, count;
    bool to_end;
    struct cd_str lost; /* why it cannot be read at all; else absent */
};

/* inputs must live as long as the result. */
struct cd_input *cd_input_new(const struct cd_settings *settings,
                              const char *const *inputs, size_t count);
/* The same for parts of files that were found before. */
struct cd_input *cd_input_of_parts(const struct cd_settings *settings,
                                   const struct cd_input_part *parts,
                                   size_t count);
/* Before the first document: what is at path is read first, as the reference
 * of a search.  path must live as long as the input. */
void cd_input_before(struct cd_input *input, const char *const *path);
void cd_input_free(struct cd_input *input);

/* For struct cd_source: state is the struct cd_input. */
enum cd_status cd_input_next(void *state, struct cd_doc *doc,
                             struct cd_error *err);

/* For struct cd_map: engine is the struct cd_settings. */
enum cd_status cd_input_decode(const void *engine, void *scratch,
                               struct cd_doc *doc, struct cd_error *err);

/* The reader that the file at path gets, and the file's size if it is known;
 * NULL, and a message, if it would be rejected. */
const struct cd_reader *cd_reader_at(const struct cd_settings *settings,
                                     const char *path, size_t *bytes,
                                     struct cd_error *err);

/* Where the record is from that cd_input_next() gave last: its file, and how
 * many records of the file there are so far, with this one; strings until the
 * next call.  open is false where it stands for a file that can't be read. */
struct cd_input_place {
    uint64_t file, records; /* files count from 1 */
    struct cd_str path, name;
    bool open;
};

struct cd_input_place cd_input_place(const struct cd_input *input);

/* Calls closed behind the last record of each file that was open. */
void cd_input_watch(struct cd_input *input,
                    void (*closed)(void *state,
                                   const struct cd_input_place *place),
                    void *state);

/* Bytes of files read so far, as they are stored. */
uint64_t cd_input_bytes(const struct cd_input *input);

/* How many records were passed over, by enum cd_passed. */
const uint64_t *cd_input_passed(const struct cd_input *input);

#endif
