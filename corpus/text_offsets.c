/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/text_offsets.h"

#include <stdlib.h>
#include <xxhash.h>

#include "base/memory.h"
#include "corpus/json_scan.h"

static struct cd_text_entry *
slot_of(const struct cd_text_offsets *texts, struct cd_str id)
{
    size_t at = (size_t)XXH3_64bits(id.p, id.n) & (texts->room - 1);

    while (texts->table[at].id.p != NULL && !cd_str_eq(texts->table[at].id, id))
        at = (at + 1) & (texts->room - 1);
    return &texts->table[at];
}

static void
grow(struct cd_text_offsets *texts)
{
    struct cd_text_entry *old = texts->table;
    size_t room = texts->room;

    if (texts->count * 2 < room)
        return;
    texts->room = room > 0 ? room * 2 : 1024;
    texts->table = cd_alloc(texts->room * sizeof(*texts->table));
    for (size_t i = 0; i < room; i++) {
        if (old[i].id.p != NULL)
            *slot_of(texts, old[i].id) = old[i];
    }
    free(old);
}

void
cd_text_offsets_add(struct cd_text_offsets *texts, const struct cd_doc *doc)
{
    struct cd_text_entry *entry;

    grow(texts);
    entry = slot_of(texts, doc->id_json);
    if (entry->id.p != NULL)
        return;
    entry->id = cd_arena_copy(&texts->arena, doc->id_json);
    entry->offsets = cd_offsets_of(&texts->arena, doc->text);
    texts->count++;
}

void
cd_text_offsets_release(struct cd_text_offsets *texts)
{
    free(texts->table);
    cd_arena_release(&texts->arena);
    *texts = (struct cd_text_offsets){ 0 };
}

/* NULL, which converts nothing, for a document that is not there. */
static const struct cd_offsets *
find(const struct cd_text_offsets *texts, struct cd_str id)
{
    const struct cd_text_entry *entry;

    if (texts->room == 0)
        return NULL;
    entry = slot_of(texts, id);
    return entry->id.p != NULL ? &entry->offsets : NULL;
}

static struct cd_span
convert(const struct cd_offsets *offsets, struct cd_span span)
{
    return offsets != NULL ? cd_offsets_span(offsets, span) : span;
}

static struct cd_str
keep(struct cd_arena *arena, struct cd_buf *buf)
{
    struct cd_str text = cd_arena_copy(arena, cd_buf_str(buf));

    cd_buf_release(buf);
    return text;
}

struct cd_copy
cd_text_offsets_pair(const struct cd_text_offsets *texts,
                     struct cd_arena *arena, const struct cd_copy *pair)
{
    const struct cd_offsets *a = find(texts, pair->a);
    const struct cd_offsets *b = find(texts, pair->b);
    const struct cd_offsets *const cycle[] = { a, a, b, b };
    struct cd_copy copy = *pair;
    struct cd_buf spans = { 0 };

    copy.a_span = convert(a, pair->a_span);
    copy.b_span = convert(b, pair->b_span);
    if (pair->spans.p == NULL)
        return copy;
    cd_offsets_json(&spans, pair->spans, cycle, CD_COUNT(cycle));
    copy.spans = keep(arena, &spans);
    return copy;
}

/* One member: {"doc":...,"block":...,"span":[...]}; returns its length. */
static size_t
add_member(const struct cd_text_offsets *texts, struct cd_buf *out,
           struct cd_str json)
{
    struct cd_json_scan scan = { .text = json };
    struct cd_json_member member;
    const struct cd_offsets *offsets = NULL;
    char mark = '{';

    while (cd_json_member(&scan, &member)) {
        if (cd_str_is(member.name, "doc"))
            offsets = find(texts, member.value);
        cd_buf_putc(out, mark);
        cd_buf_putc(out, '"');
        cd_buf_add(out, member.name);
        cd_buf_puts(out, "\":");
        if (cd_str_is(member.name, "span"))
            cd_offsets_json(out, member.value, &offsets, 1);
        else
            cd_buf_add(out, member.value);
        mark = ',';
    }
    cd_buf_putc(out, '}');
    return scan.at > 0 ? scan.at : 1;
}

static struct cd_str
convert_members(const struct cd_text_offsets *texts, struct cd_arena *arena,
                struct cd_str json)
{
    struct cd_buf out = { 0 };

    if (cd_str_find(json, CD_STR("{"), 0) != 1)
        return json; /* whole documents: ids, no spans */
    for (size_t at = 0; at < json.n;) {
        if (json.p[at] == '{')
            at += add_member(texts, &out, cd_str_sub(json, at, json.n));
        else
            cd_buf_putc(&out, json.p[at++]);
    }
    return keep(arena, &out);
}

struct cd_cluster
cd_text_offsets_cluster(const struct cd_text_offsets *texts,
                        struct cd_arena *arena,
                        const struct cd_cluster *cluster)
{
    struct cd_cluster copy = *cluster;

    copy.members = convert_members(texts, arena, cluster->members);
    return copy;
}

const struct cd_claim *
cd_text_offsets_claims(struct cd_doc *doc)
{
    struct cd_offsets offsets = cd_offsets_of(&doc->arena, doc->text);
    struct cd_claim *claims =
        cd_arena_new_array(&doc->arena, struct cd_claim, doc->claim_count);

    for (size_t i = 0; i < doc->claim_count; i++) {
        struct cd_claim *claim = &claims[i];

        *claim = doc->claims[i];
        claim->sentence = cd_offsets_span(&offsets, claim->sentence);
        claim->start = cd_offsets_at(&offsets, claim->start);
        claim->end = cd_offsets_at(&offsets, claim->end);
    }
    return claims;
}
