/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/core/packing.h"

enum { MORE = 0x80, BITS = 7, LONGEST = 10 };

void
cd_packing_size(struct cd_buf *out, uint64_t value)
{
    for (; value >= MORE; value >>= BITS)
        cd_buf_putc(out, (char)(value | MORE));
    cd_buf_putc(out, (char)value);
}

void
cd_packing_span(struct cd_buf *out, struct cd_span span)
{
    cd_packing_size(out, span.start);
    cd_packing_size(out, span.end);
}

void
cd_packing_bytes(struct cd_buf *out, const void *bytes, size_t n)
{
    cd_buf_add(out, (struct cd_str){ bytes, n });
}

/* 0 is absent, n + 1 a string of n bytes. */
void
cd_packing_str(struct cd_buf *out, struct cd_str text)
{
    cd_packing_size(out, text.p != NULL ? text.n + 1 : 0);
    if (text.p == NULL)
        return;
    cd_buf_add(out, text);
    cd_buf_putc(out, '\0');
}

void
cd_packing_name(struct cd_buf *out, const char *name)
{
    cd_packing_str(out,
                   name != NULL ? cd_str_of(name) : (struct cd_str){ NULL, 0 });
}

static void
pack_field(struct cd_buf *out, enum cd_type type, const void *at)
{
    switch (type) {
    case CD_TYPE_TEXT:
    case CD_TYPE_NUMBER:
    case CD_TYPE_JSON:
        cd_packing_str(out, *(const struct cd_str *)at);
        break;
    case CD_TYPE_NAME:
        cd_packing_name(out, *(const char *const *)at);
        break;
    case CD_TYPE_SIZE:
        cd_packing_size(out, *(const size_t *)at);
        break;
    case CD_TYPE_BOOL:
        cd_packing_size(out, *(const bool *)at);
        break;
    case CD_TYPE_SCORE:
        cd_packing_bytes(out, at, sizeof(double));
        break;
    case CD_TYPE_SPAN:
        cd_packing_span(out, *(const struct cd_span *)at);
        break;
    case CD_TYPE_COUNT:
        break;
    }
}

void
cd_packing_record(struct cd_buf *out, const struct cd_table *table,
                  const void *record)
{
    for (size_t i = 0; i < table->count; i++)
        pack_field(out, table->fields[i].type,
                   (const char *)record + table->fields[i].offset);
}

uint64_t
cd_unpacking_size(struct cd_unpacking *in)
{
    uint64_t value = 0;

    for (int i = 0; i < LONGEST && !in->bad && in->at < in->bytes.n; i++) {
        unsigned char c = (unsigned char)in->bytes.p[in->at++];

        value |= (uint64_t)(c & (MORE - 1)) << (BITS * i);
        if (c < MORE)
            return value;
    }
    in->bad = true;
    return 0;
}

size_t
cd_unpacking_below(struct cd_unpacking *in, size_t limit)
{
    uint64_t value = cd_unpacking_size(in);

    if (value < limit)
        return (size_t)value;
    in->bad = true;
    return 0;
}

size_t
cd_unpacking_count(struct cd_unpacking *in, size_t size)
{
    return cd_unpacking_below(in, (in->bytes.n - in->at) / size + 1);
}

struct cd_span
cd_unpacking_span(struct cd_unpacking *in, size_t limit)
{
    size_t start = cd_unpacking_size(in), end = cd_unpacking_size(in);

    if (start <= end && end <= limit)
        return (struct cd_span){ start, end };
    in->bad = true;
    return (struct cd_span){ 0, 0 };
}

void
cd_unpacking_bytes(struct cd_unpacking *in, void *to, size_t n)
{
    memset(to, 0, n);
    if (in->bad || in->bytes.n - in->at < n) {
        in->bad = true;
        return;
    }
    if (n > 0)
        memcpy(to, in->bytes.p + in->at, n);
    in->at += n;
}

void *
cd_unpacking_array(struct cd_unpacking *in, size_t count, size_t size)
{
    void *array;

    if (in->bad || count > (in->bytes.n - in->at) / size) {
        in->bad = true;
        count = 0;
    }
    array = cd_arena_array(in->arena, count, size);
    cd_unpacking_bytes(in, array, count * size);
    return array;
}

struct cd_str
cd_unpacking_str(struct cd_unpacking *in)
{
    size_t n = cd_unpacking_count(in, 1);
    struct cd_str text = { in->bytes.p + in->at, n - 1 };

    if (n == 0)
        return (struct cd_str){ NULL, 0 };
    if (in->bytes.n - in->at < n || text.p[n - 1] != '\0') {
        in->bad = true;
        return (struct cd_str){ NULL, 0 };
    }
    in->at += n;
    return text;
}

const char *
cd_unpacking_name(struct cd_unpacking *in)
{
    return cd_unpacking_str(in).p;
}

static void
unpack_field(struct cd_unpacking *in, enum cd_type type, void *at)
{
    switch (type) {
    case CD_TYPE_TEXT:
    case CD_TYPE_NUMBER:
    case CD_TYPE_JSON:
        *(struct cd_str *)at = cd_unpacking_str(in);
        break;
    case CD_TYPE_NAME:
        *(const char **)at = cd_unpacking_name(in);
        break;
    case CD_TYPE_SIZE:
        *(size_t *)at = cd_unpacking_size(in);
        break;
    case CD_TYPE_BOOL:
        *(bool *)at = cd_unpacking_below(in, 2) != 0;
        break;
    case CD_TYPE_SCORE:
        cd_unpacking_bytes(in, at, sizeof(double));
        break;
    case CD_TYPE_SPAN:
        ((struct cd_span *)at)->start = cd_unpacking_size(in);
        ((struct cd_span *)at)->end = cd_unpacking_size(in);
        break;
    case CD_TYPE_COUNT:
        break;
    }
}

void
cd_unpacking_record(struct cd_unpacking *in, const struct cd_table *table,
                    void *record)
{
    for (size_t i = 0; i < table->count; i++)
        unpack_field(in, table->fields[i].type,
                     (char *)record + table->fields[i].offset);
}
