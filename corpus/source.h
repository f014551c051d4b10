/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The source of a job: files, folders, standard input -> documents, in a fixed
 * order (folders sorted by byte).
 *
 *     struct cd_input *input = cd_input_new(settings, inputs, count);
 *     pipeline.source = (struct cd_source){ input, cd_input_next };
 *     ...
 *     cd_input_free(input);
 *
 * What can't be read is one CD_SKIP that names it, and the next input follows.
 */
#ifndef CD_CORPUS_SOURCE_H
#define CD_CORPUS_SOURCE_H

#include "corpus/pipeline.h"
#include "corpus/settings.h"

struct cd_input;

/* inputs must live as long as the result. */
struct cd_input *cd_input_new(const struct cd_settings *settings,
                              const char *const *inputs, size_t count);
void cd_input_free(struct cd_input *input);

/* For struct cd_source: state is the struct cd_input. */
enum cd_status cd_input_next(void *state, struct cd_doc *doc,
                             struct cd_error *err);

#endif
