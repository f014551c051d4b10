/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A growing byte buffer that is kept and used again: output lines, text under
 * construction.
 *
 *     struct cd_buf out = { 0 };
 *     cd_buf_add(&out, CD_STR("claims: "));
 *     cd_buf_printf(&out, "%zu\n", n);
 *     cd_buf_release(&out);
 */
#ifndef CD_BASE_BUF_H
#define CD_BASE_BUF_H

#include "base/str.h"

struct cd_arena;

struct cd_buf {
    char *p;
    size_t n, room;
};

/* Makes room for more bytes and returns where they go; n does not change. */
static inline char *cd_buf_reserve(struct cd_buf *buf, size_t more);
static inline void cd_buf_add(struct cd_buf *buf, struct cd_str text);
void cd_buf_puts(struct cd_buf *buf, const char *s);
static inline void cd_buf_putc(struct cd_buf *buf, char c);
/* As text or a value in quotes of HTML and XML. */
void cd_buf_escape(struct cd_buf *buf, struct cd_str text);
void cd_buf_printf(struct cd_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void cd_buf_size(struct cd_buf *buf, size_t value); /* in decimal */
void cd_buf_reset(struct cd_buf *buf);              /* keeps the memory */
void cd_buf_release(struct cd_buf *buf);
/* Releases it; the result is what was in it, now in the arena. */
struct cd_str cd_buf_into(struct cd_buf *buf, struct cd_arena *arena);

/* For cd_buf_reserve(), where the room does not do. */
void cd_buf_grow(struct cd_buf *buf, size_t more);

static inline char *
cd_buf_reserve(struct cd_buf *buf, size_t more)
{
    if (buf->room - buf->n < more || buf->p == NULL)
        cd_buf_grow(buf, more);
    return buf->p + buf->n;
}

static inline void
cd_buf_add(struct cd_buf *buf, struct cd_str text)
{
    if (text.n == 0)
        return;
    memcpy(cd_buf_reserve(buf, text.n), text.p, text.n);
    buf->n += text.n;
}

static inline void
cd_buf_putc(struct cd_buf *buf, char c)
{
    *cd_buf_reserve(buf, 1) = c;
    buf->n++;
}

static inline struct cd_str
cd_buf_str(const struct cd_buf *buf)
{
    return (struct cd_str){ buf->p != NULL ? buf->p : "", buf->n };
}

#endif
