/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/output/explain.h"

static const struct cd_field fields[] = {
    CD_FIELD(struct cd_explained, doc, JSON, "id of the document"),
    CD_FIELD(struct cd_explained, title, TEXT, "headline of the document"),
    CD_FIELD(struct cd_explained, block, SIZE, "which block, from 0"),
    CD_FIELD(struct cd_explained, keep, BOOL, "is it part of the article?"),
    CD_FIELD(struct cd_explained, kind, NAME, "paragraph, heading, ..."),
    CD_FIELD(struct cd_explained, level, SIZE, "of a heading or list item"),
    CD_FIELD(struct cd_explained, reason, TEXT, "why it was kept or not"),
    CD_FIELD(struct cd_explained, score, SCORE, "model's probability"),
    CD_FIELD(struct cd_explained, features, JSON,
             "what pushed the score up or down most"),
    CD_FIELD(struct cd_explained, path, TEXT,
             "its element and those around it"),
    CD_FIELD(struct cd_explained, raw, SPAN, "bytes of the decoded page"),
    CD_FIELD(struct cd_explained, text, TEXT, "what it says"),
};

const struct cd_table cd_explain_table = { "explain",
                                           "A block of a page, and why it was "
                                           "kept or dropped.",
                                           fields, CD_COUNT(fields) };

static struct cd_explained
explain(const struct cd_doc *doc, size_t i)
{
    static const struct cd_block_trace none;
    const struct cd_block *block = &doc->blocks[i];
    const struct cd_block_trace *trace =
        block->trace != NULL ? block->trace : &none;

    return (struct cd_explained){
        .doc = doc->id_json,
        .title = doc->meta.title.value,
        .block = i,
        .keep = block->keep,
        .kind = cd_block_kind_names[block->kind],
        .level = block->level > 0 ? (size_t)block->level : SIZE_MAX,
        .reason = block->reason,
        .score = block->score,
        .features = trace->pushes,
        .path = trace->path,
        .raw = block->raw,
        .text = block->text,
    };
}

enum cd_status
cd_explain_each(const struct cd_doc *doc,
                enum cd_status (*send)(void *state,
                                       const struct cd_explained *record,
                                       struct cd_error *err),
                void *state, struct cd_error *err)
{
    for (size_t i = 0; i < doc->block_count; i++) {
        struct cd_explained record = explain(doc, i);
        enum cd_status status = send(state, &record, err);

        if (status != CD_OK)
            return status;
    }
    return CD_OK;
}
