/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/judged.h"

#include "base/json.h"

/* The head; behind it the spans, the measures, and the facts in both orders. */
struct head {
    double score;
    uint16_t kind;
    uint16_t passage;
    uint32_t span_count;
    uint32_t measures, facts, facts_swapped; /* bytes */
    uint32_t size;                           /* of all */
};

static struct cd_judgement
swap(const struct cd_judgement *judgement, struct cd_difference *facts)
{
    struct cd_judgement swapped = *judgement;

    for (size_t i = 0; i < judgement->fact_count; i++) {
        facts[i] = judgement->facts[i];
        facts[i].a = judgement->facts[i].b;
        facts[i].b = judgement->facts[i].a;
    }
    swapped.facts = facts;
    return swapped;
}

static uint32_t
pack_swapped_facts(struct cd_buf *out, const struct cd_judgement *judgement,
                   struct cd_str a, struct cd_str b)
{
    struct cd_arena arena = { 0 };
    size_t before = out->n;
    struct cd_judgement swapped =
        swap(judgement, cd_arena_new_array(&arena, struct cd_difference,
                                           judgement->fact_count));

    cd_facts_json(out, &swapped, b, a);
    cd_arena_release(&arena);
    return (uint32_t)(out->n - before);
}

void
cd_judged_pack(struct cd_buf *out, const struct cd_judgement *judgement,
               struct cd_str a, struct cd_str b)
{
    size_t start = out->n, before;
    struct head head = { .score = judgement->score,
                         .kind = (uint16_t)judgement->kind,
                         .passage = judgement->passage,
                         .span_count = (uint32_t)judgement->span_count };

    cd_buf_reserve(out, sizeof(head));
    out->n += sizeof(head);
    cd_buf_add(out, (struct cd_str){ (const char *)judgement->spans,
                                     judgement->span_count *
                                         sizeof(*judgement->spans) });
    before = out->n;
    cd_measures_json(out, &judgement->measures);
    head.measures = (uint32_t)(out->n - before);
    before = out->n;
    cd_facts_json(out, judgement, a, b);
    head.facts = (uint32_t)(out->n - before);
    head.facts_swapped = pack_swapped_facts(out, judgement, a, b);
    head.size = (uint32_t)(out->n - start);
    memcpy(out->p + start, &head, sizeof(head));
}

static struct head
head_of(struct cd_str packed)
{
    struct head head;

    memcpy(&head, packed.p, sizeof(head));
    return head;
}

enum cd_copy_kind
cd_judged_kind(struct cd_str packed)
{
    return (enum cd_copy_kind)head_of(packed).kind;
}

bool
cd_judged_passage(struct cd_str packed)
{
    return head_of(packed).passage != 0;
}

size_t
cd_judged_span_count(struct cd_str packed)
{
    return head_of(packed).span_count;
}

struct cd_aligned
cd_judged_span(struct cd_str packed, size_t i)
{
    struct cd_aligned at;

    memcpy(&at, packed.p + sizeof(struct head) + i * sizeof(at), sizeof(at));
    return at;
}

static void
add_span(struct cd_buf *out, struct cd_span a, struct cd_span b,
         const struct cd_judged_place *place)
{
    struct cd_span x = place->swapped ? b : a, y = place->swapped ? a : b;

    cd_json_next(out);
    cd_buf_printf(out, "[%zu,%zu,%zu,%zu]", place->a + x.start,
                  place->a + x.end, place->b + y.start, place->b + y.end);
}

static struct cd_str
spans_json(struct cd_arena *arena, const char *spans, size_t count,
           const struct cd_judged_place *place)
{
    struct cd_buf out = { 0 };
    struct cd_aligned at;

    cd_buf_putc(&out, '[');
    for (size_t i = 0; i < count; i++) {
        memcpy(&at, spans + i * sizeof(at), sizeof(at));
        add_span(&out, at.a, at.b, place);
    }
    cd_buf_putc(&out, ']');
    return cd_buf_into(&out, arena);
}

/* Where the longest span begins. */
static void
set_passage(struct cd_copy *copy, const char *spans, size_t count,
            const struct cd_judged_place *place)
{
    struct cd_aligned at, longest = { 0 };

    for (size_t i = 0; i < count; i++) {
        memcpy(&at, spans + i * sizeof(at), sizeof(at));
        if (at.a.end - at.a.start > longest.a.end - longest.a.start)
            longest = at;
    }
    copy->a_passage = place->swapped ? longest.b.start : longest.a.start;
    copy->b_passage = place->swapped ? longest.a.start : longest.b.start;
}

void
cd_judged_fill(struct cd_copy *copy, struct cd_arena *arena,
               struct cd_str packed, const struct cd_judged_place *place)
{
    struct head head = head_of(packed);
    const char *at = packed.p + sizeof(head);

    copy->kind = cd_copy_kind_names[head.kind];
    copy->score = head.score;
    copy->spans = spans_json(arena, at, head.span_count, place);
    if (head.kind == CD_COPY_CONTAINS)
        set_passage(copy, at, head.span_count, place);
    at += head.span_count * sizeof(struct cd_aligned);
    copy->measures = (struct cd_str){ at, head.measures };
    at += head.measures;
    copy->facts_differ = (struct cd_str){ at, head.facts };
    if (place->swapped)
        copy->facts_differ =
            (struct cd_str){ at + head.facts, head.facts_swapped };
}
