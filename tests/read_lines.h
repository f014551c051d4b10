/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the readers make of an input, as lines to compare: a document is
 * "ID|FORMAT|BYTES", a lost one "!REASON".
 *
 *     read_lines(&out, bytes, NULL);
 *     ck_assert_view_eq(cd_buf_str(&out), "1|text|abc\n");
 */
#ifndef CD_TESTS_READ_LINES_H
#define CD_TESTS_READ_LINES_H

#include "base/buf.h"
#include "copydesk.h"

/* A literal with NULs in it, for tables. */
#define BYTES(literal)                                                         \
    {                                                                          \
        (literal), sizeof(literal) - 1                                         \
    }

/* settings NULL: the defaults. */
void read_lines(struct cd_buf *out, struct cd_str bytes,
                const struct cd_settings *settings);

/* The same for inputs by name. */
void read_inputs(struct cd_buf *out, const char *const *inputs, size_t count,
                 const struct cd_settings *settings);

#endif
