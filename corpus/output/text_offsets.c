/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/output/text_offsets.h"

#include <stdlib.h>

#include "base/memory.h"
#include "corpus/input/json_scan.h"

void
cd_text_offsets_add(struct cd_text_offsets *texts, const struct cd_doc *doc)
{
    texts->docs = cd_grow(texts->docs, &texts->room, texts->count + 1,
                          sizeof(*texts->docs));
    texts->docs[texts->count++] = cd_offsets_of(&texts->arena, doc->text);
}

void
cd_text_offsets_release(struct cd_text_offsets *texts)
{
    free(texts->docs);
    cd_arena_release(&texts->arena);
    *texts = (struct cd_text_offsets){ 0 };
}

struct cd_copy
cd_text_offsets_pair(const struct cd_text_offsets *texts,
                     struct cd_arena *arena, const struct cd_copy *pair)
{
    const struct cd_offsets *a = &texts->docs[pair->a_doc];
    const struct cd_offsets *b = &texts->docs[pair->b_doc];
    const struct cd_offsets *const cycle[] = { a, a, b, b };
    struct cd_copy copy = *pair;
    struct cd_buf spans = { 0 };

    copy.a_span = cd_offsets_span(a, pair->a_span);
    copy.b_span = cd_offsets_span(b, pair->b_span);
    if (pair->spans.p == NULL)
        return copy;
    cd_offsets_json(&spans, pair->spans, cycle, CD_COUNT(cycle));
    copy.spans = cd_buf_into(&spans, arena);
    return copy;
}

/* One member: {"doc":...,"block":...,"span":[...]}; returns its length. */
static size_t
add_member(const struct cd_offsets *offsets, struct cd_buf *out,
           struct cd_str json)
{
    struct cd_json_scan scan = { .text = json };
    struct cd_json_member member;
    char mark = '{';

    while (cd_json_member(&scan, &member)) {
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
                struct cd_str json, const uint32_t *docs)
{
    struct cd_buf out = { 0 };

    if (cd_str_find(json, CD_STR("{"), 0) != 1)
        return json; /* whole documents: ids, no spans */
    for (size_t at = 0; at < json.n;) {
        if (json.p[at] == '{')
            at += add_member(&texts->docs[*docs++], &out,
                             cd_str_sub(json, at, json.n));
        else
            cd_buf_putc(&out, json.p[at++]);
    }
    return cd_buf_into(&out, arena);
}

struct cd_cluster
cd_text_offsets_cluster(const struct cd_text_offsets *texts,
                        struct cd_arena *arena,
                        const struct cd_cluster *cluster)
{
    struct cd_cluster copy = *cluster;

    copy.members =
        convert_members(texts, arena, cluster->members, cluster->docs);
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
