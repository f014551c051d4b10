/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge.h"

#include <math.h>

#include "parser/model.h"



/* A page under judgement. */
struct trial {
    struct cd_doc *doc;
    const struct cd_page *page;
    struct cd_outline outline;
    const struct cd_model *model;
    int16_t *rows;
    int32_t *odds;
    size_t n;
};

static const int16_t *
row_of(const struct trial *trial, size_t i)
{
    return trial->rows + i * CD_FEATURE_COUNT;
}

static void
drop(struct trial *trial, size_t i, struct cd_str reason)
{
    trial->doc->blocks[i].keep = false;
    trial->doc->blocks[i].reason = reason;
}

static void
keep(struct trial *trial, size_t i, struct cd_str reason)
{
    trial->doc->blocks[i].keep = true;
    trial->doc->blocks[i].reason = reason;
}

static void
ask_model(struct trial *trial)
{
    for (size_t i = 0; i < trial->n; i++) {
        trial->odds[i] = cd_model_odds(trial->model, row_of(trial, i));
        trial->doc->blocks[i].score = cd_model_probability(trial->odds[i]);
    }
}

static void
judge_by_model(struct trial *trial)
{
    for (size_t i = 0; i < trial->n; i++) {
        if (trial->odds[i] >= 0)
            keep(trial, i, CD_STR("model"));
        else
            drop(trial, i, CD_STR("model"));
    }
}

static void
account(struct cd_doc *doc)
{
    doc->account.kept = doc->account.dropped = 0;
    for (size_t i = 0; i < doc->block_count; i++) {
        if (doc->blocks[i].keep)
            doc->account.kept += doc->blocks[i].text.n;
        else
            doc->account.dropped += doc->blocks[i].text.n;
    }
}

void
cd_judge(struct cd_doc *doc, const struct cd_page *page,
         const struct cd_parse_options *options)
{
    struct trial trial = { .doc = doc, .page = page, .n = doc->block_count };

    trial.model = options->model != NULL ? options->model : cd_model_default();
    trial.outline = cd_outline_make(doc, page);
    trial.rows = cd_features_make(doc, page, &trial.outline);
    trial.odds = cd_arena_new_array(&doc->arena, int32_t, trial.n + 1);
    ask_model(&trial);
    judge_by_model(&trial);
    account(doc);
}
