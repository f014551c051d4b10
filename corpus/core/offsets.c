/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/core/offsets.h"

#include "base/ascii.h"

static bool
is_ascii(struct cd_str text)
{
    unsigned char all = 0;

    for (size_t i = 0; i < text.n; i++)
        all |= (unsigned char)text.p[i];
    return all < 0x80;
}

static uint32_t
ones(uint64_t word)
{
    return (uint32_t)__builtin_popcountll(word);
}

struct cd_offsets
cd_offsets_of(struct cd_arena *arena, struct cd_str text)
{
    struct cd_offsets offsets = { .n = text.n };
    size_t words = text.n / 64 + 1;
    uint32_t rank = 0;

    if (is_ascii(text))
        return offsets;
    offsets.bits = cd_arena_new_array(arena, uint64_t, words);
    offsets.ranks = cd_arena_new_array(arena, uint32_t, words);
    for (size_t i = 0; i < text.n; i++) {
        if (((unsigned char)text.p[i] & 0xC0) == 0x80)
            offsets.bits[i / 64] |= UINT64_C(1) << (i % 64);
    }
    for (size_t i = 0; i < words; i++) {
        offsets.ranks[i] = rank;
        rank += ones(offsets.bits[i]);
    }
    return offsets;
}

size_t
cd_offsets_at(const struct cd_offsets *offsets, size_t at)
{
    uint64_t before;

    if (at == SIZE_MAX || offsets->bits == NULL)
        return at;
    if (at > offsets->n)
        at = offsets->n;
    before = offsets->bits[at / 64] & ((UINT64_C(1) << (at % 64)) - 1);
    return at - offsets->ranks[at / 64] - ones(before);
}

struct cd_span
cd_offsets_span(const struct cd_offsets *offsets, struct cd_span span)
{
    return (struct cd_span){ cd_offsets_at(offsets, span.start),
                             cd_offsets_at(offsets, span.end) };
}

/* Behind the string that begins at at. */
static size_t
string_end(struct cd_str json, size_t at)
{
    for (at++; at < json.n && json.p[at] != '"'; at++)
        at += json.p[at] == '\\';
    return at < json.n ? at + 1 : json.n;
}

static size_t
read_size(struct cd_str json, size_t *at)
{
    size_t value = 0;

    for (; *at < json.n && cd_ascii_is_digit(json.p[*at]); ++*at)
        value = value * 10 + (size_t)(json.p[*at] - '0');
    return value;
}

void
cd_offsets_json(struct cd_buf *out, struct cd_str json,
                const struct cd_offsets *const *cycle, size_t n)
{
    size_t number = 0, end;

    for (size_t at = 0; at < json.n; at = end) {
        const struct cd_offsets *offsets;
        size_t value;

        end = at + 1;
        if (json.p[at] == '"')
            end = string_end(json, at);
        if (!cd_ascii_is_digit(json.p[at])) {
            cd_buf_add(out, cd_str_sub(json, at, end));
            continue;
        }
        end = at;
        value = read_size(json, &end);
        offsets = cycle[number++ % n];
        cd_buf_size(out,
                    offsets != NULL ? cd_offsets_at(offsets, value) : value);
    }
}
