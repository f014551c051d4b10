/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/claim/literal.h"

#include <stdlib.h>

#include "base/memory.h"
#include "nlp/claim/entry.h"
#include "nlp/claim/sentence.h"

/* One document at work. */
struct job {
    const struct cd_quantities *quantities;
    struct cd_reading *reading;
    const struct cd_want *want;
    struct cd_doc *doc;
    struct cd_date today;
    struct cd_error *err;
};

/* Finds the claims of one sentence. */
typedef enum cd_status finder(const struct job *job, struct cd_span sentence,
                              struct cd_claim_list *out);

void
cd_claim_list_release(struct cd_claim_list *list)
{
    free(list->items);
    *list = (struct cd_claim_list){ 0 };
}

static struct cd_claim *
add(struct cd_claim_list *list)
{
    list->items = cd_grow(list->items, &list->room, list->count + 1,
                          sizeof(*list->items));
    return &list->items[list->count++];
}

static enum cd_status
find_numbers(const struct job *job, struct cd_span sentence,
             struct cd_claim_list *out)
{
    enum cd_status status =
        cd_quantities_bare(job->quantities, job->reading, &job->doc->arena,
                           job->doc->text, sentence, job->err);

    for (size_t i = 0; i < job->reading->count && status == CD_OK; i++) {
        const struct cd_quantity *q = &job->reading->items[i];

        if (q->class == CD_QUANTITY_RANK ? job->want->ordinals
                                         : job->want->numbers)
            cd_entry_fill(add(out), q, job->doc, sentence);
    }
    return status;
}

static enum cd_status
find_dates(const struct job *job, struct cd_span sentence,
           struct cd_claim_list *out)
{
    struct cd_reading *reading = job->reading;
    const struct cd_token *tokens;
    struct cd_when_list list;
    enum cd_status status =
        cd_quantities_read(job->quantities, reading, &job->doc->arena,
                           job->doc->text, sentence, job->err);

    if (status != CD_OK)
        return status;
    cd_reading_drop_weak(reading);
    tokens = reading->tokens.items;
    list = cd_when_list(reading, job->doc->text, &job->doc->arena, &job->today);
    for (size_t i = 0; i < list.count; i++) {
        const struct cd_when_found *found = &list.items[i];
        struct cd_span span = { tokens[found->first].span.start,
                                tokens[found->end - 1].span.end };

        cd_entry_date(add(out), found, span, job->doc, sentence);
    }
    return CD_OK;
}

static enum cd_status
read_blocks(const struct job *job, finder *find, struct cd_claim_list *out)
{
    enum cd_status status = CD_OK;

    for (size_t i = 0; i < job->doc->block_count; i++) {
        struct cd_span block = job->doc->blocks[i].span;

        while (job->doc->blocks[i].keep && block.start < block.end) {
            struct cd_span sentence =
                cd_sentence_next(job->doc->text, block,
                                 job->reading->language == CD_LANGUAGE_DE);

            status = find(job, sentence, out);
            if (status != CD_OK)
                return status;
            block.start = sentence.end;
        }
    }
    return status;
}

static int
by_span(const struct cd_claim *a, const struct cd_claim *b)
{
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->end > b->end) - (a->end < b->end);
}

/* Both lists, which are in order, into the first; at one span the first
 * wins. */
static void
merge(struct cd_claim_list *list, const struct cd_claim_list *more)
{
    struct cd_claim_list all = { 0 };
    size_t a = 0, b = 0;

    while (a < list->count || b < more->count) {
        int order = a == list->count ? 1
                    : b == more->count
                        ? -1
                        : by_span(&list->items[a], &more->items[b]);

        *add(&all) = order <= 0 ? list->items[a] : more->items[b];
        a += order <= 0;
        b += order >= 0;
    }
    cd_claim_list_release(list);
    *list = all;
}

static enum cd_status
add_found(const struct job *job, finder *find, struct cd_claim_list *list)
{
    struct cd_claim_list found = { 0 };
    enum cd_status status = read_blocks(job, find, &found);

    if (status == CD_OK)
        merge(list, &found);
    cd_claim_list_release(&found);
    return status;
}

enum cd_status
cd_literal_find(const struct cd_quantities *quantities,
                struct cd_reading *reading, const struct cd_want *want,
                struct cd_doc *doc, struct cd_claim_list *list,
                struct cd_error *err)
{
    struct job job = { .quantities = quantities,
                       .reading = reading,
                       .want = want,
                       .doc = doc,
                       .today = cd_when_today(doc->meta.published.value),
                       .err = err };
    enum cd_status status = CD_OK;

    if (want->numbers || want->ordinals)
        status = add_found(&job, find_numbers, list);
    if (want->dates && status == CD_OK)
        status = add_found(&job, find_dates, list);
    return status;
}
