/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A stamp: the version, the options that shape a result, and the rules of one's
 * own, as one hash.  What was made under one stamp does not go together with
 * what was made under another.
 *
 *     status = cd_stamp_make(&stamp, settings, &err);
 *     if (strcmp(stamp.hex, other.hex) != 0) ...
 */
#ifndef CD_CORPUS_RUN_STAMP_H
#define CD_CORPUS_RUN_STAMP_H

#include "corpus/core/settings.h"

struct cd_stamp {
    char hex[33]; /* 32 digits and NUL */
};

/* Does the option shape what `run` finds?  Not so: where results go, the number
 * of threads, how it is shown. */
bool cd_stamp_counts(const struct cd_option *option);

/* CD_FATAL if the file of option "rules" cannot be read. */
enum cd_status cd_stamp_make(struct cd_stamp *stamp,
                             const struct cd_settings *settings,
                             struct cd_error *err);

/* The stamp of stamp and text together. */
void cd_stamp_add(struct cd_stamp *stamp, struct cd_str text);

#endif
