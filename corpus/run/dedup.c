/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/dedup.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "corpus/core/store.h"
#include "corpus/run/job.h"
#include "corpus/run/pack.h"

/* Of the memory for the search, packs take so much before they go to disk. */
enum { SHARE = 8 };

struct cd_dedup {
    struct cd_work *work;
    struct cd_budget budget;
    struct cd_store packs;
    uint64_t *ends; /* of the packs, in the store */
    size_t count, room, next;
    struct cd_outfile *dropped; /* or NULL */
    struct cd_buf scratch;
    struct cd_arena arena;
    size_t units, articles; /* that were dropped */
};

static const struct cd_field fields[] = {
    CD_FIELD(struct cd_dropped, doc, JSON, "the article"),
    CD_FIELD(struct cd_dropped, block, SIZE,
             "the paragraph of it, or null: all of it"),
    CD_FIELD(struct cd_dropped, why, NAME,
             "copy, or nothing-left of the article but headings"),
    CD_FIELD(struct cd_dropped, cluster, TEXT, "copies that it is one of"),
    CD_FIELD(struct cd_dropped, kept, JSON, "the article that stays for it"),
    CD_FIELD(struct cd_dropped, kept_block, SIZE, "the paragraph of that"),
};

const struct cd_table cd_dropped_table = { "dropped",
                                           "A text that was left out.", fields,
                                           CD_COUNT(fields) };

/* ---- keeping documents ----------------------------------------------- */

static enum cd_status
pack(const void *engine, void *scratch, struct cd_doc *doc,
     struct cd_error *err)
{
    const struct cd_work *work = engine;

    (void)scratch;
    (void)err;
    if (!doc->reference)
        cd_pack_into_doc(doc, work->codepoints);
    return CD_OK;
}

static enum cd_status
keep_pack(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_dedup *dedup = state;
    uint64_t at;

    if (doc->reference)
        return CD_OK;
    if (cd_store_add(&dedup->packs, doc->packed.p, doc->packed.n, &at, err) !=
        CD_OK)
        return CD_FATAL;
    dedup->ends = cd_grow(dedup->ends, &dedup->room, dedup->count + 1,
                          sizeof(*dedup->ends));
    dedup->ends[dedup->count++] = at + doc->packed.n;
    return CD_OK;
}

struct cd_dedup *
cd_dedup_new(struct cd_work *work, struct cd_error *err)
{
    const struct cd_settings *settings = work->settings;
    struct cd_outfile *dropped = NULL;
    struct cd_dedup *dedup;

    if (settings->dropped != NULL) {
        dropped = cd_outfile_open(settings->dropped, err);
        if (dropped == NULL)
            return NULL;
    }
    dedup = cd_alloc(sizeof(*dedup));
    dedup->work = work;
    dedup->dropped = dropped;
    dedup->budget.limit = settings->copies.memory / SHARE;
    dedup->packs.budget = &dedup->budget;
    work->rows = false; /* articles are no rows */
    cd_work_map(work, (struct cd_map){ "pack", work, NULL, NULL, pack });
    cd_work_fold(work, "keep", keep_pack, dedup);
    return dedup;
}

void
cd_dedup_free(struct cd_dedup *dedup)
{
    if (dedup == NULL)
        return;
    cd_outfile_free(dedup->dropped);
    cd_store_release(&dedup->packs);
    cd_buf_release(&dedup->scratch);
    cd_arena_release(&dedup->arena);
    free(dedup->ends);
    free(dedup);
}

/* ---- what is left of them -------------------------------------------- */

static enum cd_status
list(struct cd_dedup *dedup, const struct cd_dropped *dropped,
     struct cd_error *err)
{
    struct cd_buf line = { 0 };
    enum cd_status status;

    if (dedup->dropped == NULL)
        return CD_OK;
    cd_record_json(&line, &cd_dropped_table, dropped);
    cd_buf_putc(&line, '\n');
    status = cd_outfile_write(dedup->dropped, cd_buf_str(&line), err);
    cd_buf_release(&line);
    return status;
}

static enum cd_status
drop(struct cd_dedup *dedup, struct cd_doc *doc,
     const struct cd_copies_verdict *verdict, struct cd_error *err)
{
    const struct cd_dropped dropped = {
        .doc = doc->id_json,
        .block = verdict->block,
        .why = "copy",
        .cluster = verdict->cluster,
        .kept = verdict->kept,
        .kept_block = verdict->kept_block,
    };

    dedup->units++;
    if (verdict->block < doc->block_count) {
        struct cd_block *block = &doc->blocks[verdict->block];

        block->keep = false;
        block->reason =
            cd_arena_printf(&doc->arena, "copy:%.*s", (int)verdict->cluster.n,
                            verdict->cluster.p);
    }
    return list(dedup, &dropped, err);
}

static bool
is_empty(const struct cd_doc *doc)
{
    for (size_t i = 0; i < doc->block_count; i++) {
        if (doc->blocks[i].keep && doc->blocks[i].kind != CD_BLOCK_HEADING)
            return false;
    }
    return true;
}

/* Headings of which the text is gone are no article. */
static enum cd_status
leave_out(struct cd_dedup *dedup, const struct cd_doc *doc, bool whole,
          struct cd_error *err)
{
    const struct cd_dropped dropped = { .doc = doc->id_json,
                                        .block = SIZE_MAX,
                                        .why = "nothing-left",
                                        .kept_block = SIZE_MAX };

    dedup->articles++;
    return whole ? CD_OK : list(dedup, &dropped, err);
}

static enum cd_status
write_rest(struct cd_dedup *dedup, struct cd_doc *doc,
           const struct cd_copies_verdict *verdicts, size_t n,
           struct cd_error *err)
{
    bool whole = false, any = false;
    enum cd_status status = CD_OK;

    for (size_t i = 0; i < n && status == CD_OK; i++) {
        if (!verdicts[i].drop)
            continue;
        any = true;
        whole |= verdicts[i].block == SIZE_MAX;
        status = drop(dedup, doc, &verdicts[i], err);
    }
    if (status == CD_OK && any && (whole || is_empty(doc)))
        return leave_out(dedup, doc, whole, err);
    if (any) {
        cd_doc_join(doc);
        cd_doc_account(doc);
    }
    dedup->work->progress.articles++;
    if (status == CD_OK)
        status = cd_outfile_write(dedup->work->out,
                                  cd_job_render_article(dedup->work, doc), err);
    return status;
}

enum cd_status
cd_dedup_next(struct cd_dedup *dedup, const struct cd_copies_verdict *verdicts,
              size_t n, struct cd_error *err)
{
    uint64_t start = dedup->next > 0 ? dedup->ends[dedup->next - 1] : 0;
    size_t size = (size_t)(dedup->ends[dedup->next++] - start);
    struct cd_str bytes = { NULL, size };
    struct cd_doc doc = { .arena = dedup->arena };
    enum cd_status status;

    bytes.p = cd_store_read(&dedup->packs, start, size, &dedup->scratch, err);
    if (bytes.p == NULL)
        return CD_FATAL;
    status = cd_unpack_doc(&doc, bytes, err);
    if (status == CD_OK)
        status = write_rest(dedup, &doc, verdicts, n, err);
    cd_arena_reset(&doc.arena);
    dedup->arena = doc.arena;
    return status;
}

enum cd_status
cd_dedup_commit(struct cd_dedup *dedup, struct cd_error *err)
{
    struct cd_work *work = dedup->work;
    char line[160];

    snprintf(line, sizeof(line),
             "%zu of %zu articles are left; dropped as copies: %zu %s",
             dedup->count - dedup->articles, dedup->count, dedup->units,
             work->settings->copies.unit == CD_UNIT_PARAGRAPH ? "paragraphs"
                                                              : "articles");
    cd_work_say(work, line);
    return dedup->dropped != NULL ? cd_outfile_commit(dedup->dropped, err)
                                  : CD_OK;
}
