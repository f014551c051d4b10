/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/memory.h"

void
cd_buf_grow(struct cd_buf *buf, size_t more)
{
    if (more > SIZE_MAX - buf->n)
        cd_out_of_memory();
    buf->p = cd_grow(buf->p, &buf->room, buf->n + more, 1);
}

void
cd_buf_puts(struct cd_buf *buf, const char *s)
{
    cd_buf_add(buf, cd_str_of(s));
}

void
cd_buf_escape(struct cd_buf *buf, struct cd_str text)
{
    size_t start = 0;

    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        const char *escape = c == '<'   ? "&lt;"
                             : c == '>' ? "&gt;"
                             : c == '&' ? "&amp;"
                             : c == '"' ? "&quot;"
                                        : NULL;

        if (escape == NULL)
            continue;
        cd_buf_add(buf, cd_str_sub(text, start, i));
        cd_buf_puts(buf, escape);
        start = i + 1;
    }
    cd_buf_add(buf, cd_str_sub(text, start, text.n));
}

void
cd_buf_printf(struct cd_buf *buf, const char *format, ...)
{
    va_list args, again;
    int n;

    va_start(args, format);
    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n > 0) {
        vsnprintf(cd_buf_reserve(buf, (size_t)n + 1), (size_t)n + 1, format,
                  again);
        buf->n += (size_t)n;
    }
    va_end(again);
}

void
cd_buf_size(struct cd_buf *buf, size_t value)
{
    char digits[24];
    size_t at = sizeof(digits);

    do
        digits[--at] = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    cd_buf_add(buf, (struct cd_str){ digits + at, sizeof(digits) - at });
}

void
cd_buf_reset(struct cd_buf *buf)
{
    buf->n = 0;
}

void
cd_buf_release(struct cd_buf *buf)
{
    free(buf->p);
    *buf = (struct cd_buf){ 0 };
}

struct cd_str
cd_buf_into(struct cd_buf *buf, struct cd_arena *arena)
{
    struct cd_str text = cd_arena_copy(arena, cd_buf_str(buf));

    cd_buf_release(buf);
    return text;
}
