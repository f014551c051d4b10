/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one door to PCRE2: patterns are compiled once with the JIT, matched with
 * limits, and an error is never taken for "no match".
 *
 *     struct cd_regex *shapes = cd_regex_new(CD_STR("(*MARK:year)\\d{4}"), &e);
 *     struct cd_regex_scratch *scratch = cd_regex_scratch_new();
 *
 *     if (cd_regex_at(shapes, scratch, text, at, &hit, &err) != CD_OK)
 *         return err.status;
 *     if (hit.found)
 *         use(hit.span, hit.mark);
 *
 * A cd_regex is const and shared by threads; a scratch belongs to one thread.
 * Patterns match bytes, not code points.
 */
#ifndef CD_NLP_QUANTITY_REGEX_H
#define CD_NLP_QUANTITY_REGEX_H

#include "base/error.h"
#include "base/str.h"

struct cd_regex;
struct cd_regex_scratch;

struct cd_regex_hit {
    bool found;
    struct cd_span span;
    const char *mark; /* name of the last (*MARK:name) passed, or NULL */
};

/* NULL with *err on a pattern that does not compile. */
struct cd_regex *cd_regex_new(struct cd_str pattern, struct cd_error *err);
void cd_regex_free(struct cd_regex *regex);

struct cd_regex_scratch *cd_regex_scratch_new(void);
void cd_regex_scratch_free(struct cd_regex_scratch *scratch);

/*
 * Matches at byte offset at and nowhere else.  CD_SKIP with *err when a limit
 * was hit: the caller must not take that for "no match".
 */
enum cd_status cd_regex_at(const struct cd_regex *regex,
                           struct cd_regex_scratch *scratch, struct cd_str text,
                           size_t at, struct cd_regex_hit *hit,
                           struct cd_error *err);

#endif
