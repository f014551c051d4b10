/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Errors: what went wrong, and how much of the batch it costs.
 *
 *     return cd_fail(err, CD_SKIP, "gzip member ends at byte %zu", at);
 *
 * A fallible function returns enum cd_status and takes a struct cd_error *
 * last.  The struct belongs to the caller, has a fixed size and is written only
 * on failure, so reporting an error cannot itself fail.
 */
#ifndef CD_BASE_ERROR_H
#define CD_BASE_ERROR_H

enum cd_status {
    CD_OK = 0,
    CD_END,   /* no more items; sets no message */
    CD_SKIP,  /* this document is unusable; the batch goes on */
    CD_FATAL, /* the batch cannot go on: input, output or memory */
    CD_USAGE, /* called wrongly: an option or argument */
};

struct cd_error {
    enum cd_status status;
    char message[500];
};

#define CD_PRINTF(format_at, args_at)                                          \
    __attribute__((format(printf, format_at, args_at)))

#define CD_API __attribute__((visibility("default")))

/* Fills *err and returns status, so that "return cd_fail(...)" is one line.
 * Lower case, no full stop, names in 'quotes'.  A message that does not fit is
 * cut at a character boundary. */
CD_API enum cd_status cd_fail(struct cd_error *err, enum cd_status status,
                              const char *format, ...) CD_PRINTF(3, 4);

#endif
