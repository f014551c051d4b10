/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON in: a strict scanner (RFC 8259) that walks one object and hands out its
 * members as views of the line, so that what nobody asks for is checked but not
 * copied.
 *
 *     struct cd_json_scan scan = { line, 0, NULL };
 *     struct cd_json_member m;
 *     while (cd_json_member(&scan, &m))
 *         if (cd_str_is(m.name, "id"))
 *             id = m.value;
 *     if (scan.why != NULL)
 *         bad(scan.why, scan.at);
 *
 * No recursion; values may be nested CD_JSON_DEPTH deep.
 */
#ifndef CD_CORPUS_INPUT_JSON_SCAN_H
#define CD_CORPUS_INPUT_JSON_SCAN_H

#include "base/arena.h"

enum { CD_JSON_DEPTH = 1024 };

struct cd_json_scan {
    struct cd_str text;
    size_t at;       /* where reading stands, or where it failed */
    const char *why; /* what is wrong; NULL so far nothing */
    bool open;       /* inside the object */
    bool closed;     /* behind it */
};

struct cd_json_member {
    struct cd_str name;  /* between the quotes, escapes not undone */
    struct cd_str value; /* as it stands there, strings with their quotes */
};

/* The next member; false behind the last one, or where why is set. */
bool cd_json_member(struct cd_json_scan *scan, struct cd_json_member *member);

/* The bytes of a string value: a view into it where it has no escapes, else in
 * the arena.  Half of a surrogate pair becomes U+FFFD.  Absent if value is no
 * string. */
struct cd_str cd_json_text(struct cd_arena *arena, struct cd_str value);

/* Is text one JSON value, with nothing but white space around it? */
bool cd_json_valid(struct cd_str text);

#endif
