/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An HTTP response as a crawler kept it (RFC 9112): its headers, and the body
 * with chunks and content encodings undone.
 *
 *     if (cd_http_parse(message, &http))
 *         status = cd_http_body(&arena, &http, most, &body, &err);
 *
 * Crawlers often undo an encoding and keep the header that announced it, so a
 * header counts only where the body agrees with it.
 */
#ifndef CD_CORPUS_INPUT_HTTP_H
#define CD_CORPUS_INPUT_HTTP_H

#include "base/arena.h"
#include "base/error.h"

/* Views into the message; absent where the header is. */
struct cd_http {
    int status; /* 200; 0 if it was not readable */
    struct cd_str type;
    struct cd_str transfer; /* Transfer-Encoding */
    struct cd_str encoding; /* Content-Encoding */
    struct cd_str body;     /* as it was sent */
};

/* false: message does not start with a response's headers. */
bool cd_http_parse(struct cd_str message, struct cd_http *http);

/* The body; CD_SKIP if an encoding is unknown or damaged or the body has more
 * than most bytes. */
enum cd_status cd_http_body(struct cd_arena *arena, const struct cd_http *http,
                            size_t most, struct cd_str *body,
                            struct cd_error *err);

/* Of "Text/HTML; charset=utf-8": the part before the first semicolon, and the
 * charset, which may be absent. */
struct cd_str cd_http_media(struct cd_str type);
struct cd_str cd_http_charset(struct cd_str type);

/* Takes the next "Name: value" line off *head, ended by CRLF or LF; false at
 * the blank line, which is taken too, or at the end.  A line without a colon
 * has an empty name. */
bool cd_http_header(struct cd_str *head, struct cd_str *name,
                    struct cd_str *value);

/* Offset behind the blank line that ends the headers, looking at bytes from
 * on; SIZE_MAX if there is none. */
size_t cd_http_head_end(struct cd_str text, size_t from);

#endif
