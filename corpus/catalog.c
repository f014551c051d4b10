/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is built in: the schemas of all records and the rows of all rules.
 * A new record is a line in tables[].
 */
#include "corpus/core/settings.h"
#include "corpus/database/claim_groups.h"
#include "corpus/database/contradictions.h"
#include "corpus/index/index_record.h"
#include "corpus/output/article.h"
#include "corpus/output/comparison.h"
#include "corpus/output/explain.h"
#include "corpus/output/reject.h"
#include "corpus/run/dedup.h"
#include "corpus/search/copy.h"
#include "nlp/claim/claim.h"
#include "nlp/reasons/reasons.h"
#include "corpus/rules.inc"

/* clang-format off */
static const struct cd_table *const tables[] = {
    &cd_article_table,
    &cd_block_table,
    &cd_claim_table,
    &cd_claim_group_table,
    &cd_claim_pair_table,
    &cd_copy_table,
    &cd_cluster_table,
    &cd_contradiction_table,
    &cd_comparison_table,
    &cd_dropped_table,
    &cd_explain_table,
    &cd_index_table,
    &cd_index_file_table,
    &cd_reject_table,
    &cd_reasons_table,
};
/* clang-format on */

const char *
cd_schema_at(size_t index)
{
    return index < CD_COUNT(tables) ? tables[index]->name : NULL;
}

const char *
cd_schema_json(struct cd_settings *settings, const char *name)
{
    for (size_t i = 0; i < CD_COUNT(tables); i++) {
        if (strcmp(tables[i]->name, name) != 0)
            continue;
        cd_buf_reset(&settings->answer);
        cd_record_schema(&settings->answer, tables[i]);
        cd_buf_putc(&settings->answer, '\0');
        return settings->answer.p;
    }
    return NULL;
}

/* The last entry has no name. */
const struct cd_rules_file *
cd_rules_at(size_t index)
{
    const struct cd_rules_file *file = rules_files;

    while (file->name != NULL && index-- > 0)
        file++;
    return file->name != NULL ? file : NULL;
}
