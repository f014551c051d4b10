/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/database/relation.h"

#include "corpus/database/claim_groups.h"
#include "corpus/database/contradictions.h"
#include "corpus/output/article.h"
#include "corpus/output/reject.h"
#include "corpus/search/copy.h"
#include "nlp/claim/claim.h"

static const struct cd_field run_fields[] = {
    CD_FIELD(struct cd_run_row, name, TEXT, "what it is"),
    CD_FIELD(struct cd_run_row, value, TEXT, "its value"),
};

static const struct cd_table run_table = { "run", "What was run.", run_fields,
                                           CD_COUNT(run_fields) };

static const struct cd_field member_fields[] = {
    CD_FIELD(struct cd_member, doc, JSON, "id of the document"),
    CD_FIELD(struct cd_member, block, SIZE, "which block of it"),
    CD_FIELD(struct cd_member, span, SPAN, "bytes of its text"),
};

static const struct cd_table member_table = { "cluster_members",
                                              "A unit of text in a cluster.",
                                              member_fields,
                                              CD_COUNT(member_fields) };

#define VALUE_SQLITE                                                           \
    "value_number REAL AS (CASE WHEN value GLOB '[-0-9]*'"                     \
    " THEN CAST(value AS REAL) END)"
#define VALUE_POSTGRES                                                         \
    "value_number numeric GENERATED ALWAYS AS (CASE WHEN value ~"              \
    " '^-?[0-9.]+$' THEN CAST(value AS numeric) END) STORED"

const struct cd_relation cd_relations[CD_RELATION_COUNT] = {
    [CD_RELATION_RUN] = { .name = "run",
                          .table = &run_table,
                          .rules = "PRIMARY KEY (name)" },
    [CD_RELATION_ARTICLES] = { .name = "articles",
                               .table = &cd_article_table,
                               .keys = { "number" } },
    [CD_RELATION_BLOCKS] = { .name = "blocks",
                             .table = &cd_block_table,
                             .keys = { "article", "block" },
                             .rules = "PRIMARY KEY (article, block),\n"
                                      "  FOREIGN KEY (article) REFERENCES "
                                      "articles (number)" },
    [CD_RELATION_CLAIMS] = { .name = "claims",
                             .table = &cd_claim_table,
                             .keys = { "number", "article" },
                             .rules =
                                 "FOREIGN KEY (article) REFERENCES "
                                 "articles (number),\n"
                                 "  FOREIGN KEY (article, block) REFERENCES "
                                 "blocks (article, block)",
                             .virtual_column = { VALUE_SQLITE,
                                                 VALUE_POSTGRES } },
    [CD_RELATION_CLUSTERS] = { .name = "clusters",
                               .table = &cd_cluster_table,
                               .rules = "PRIMARY KEY (cluster)" },
    [CD_RELATION_COPIES] = { .name = "copies",
                             .table = &cd_copy_table,
                             .keys = { "number", "a_article", "b_article" },
                             .rules = "FOREIGN KEY (a_article) REFERENCES "
                                      "articles (number),\n"
                                      "  FOREIGN KEY (b_article) REFERENCES "
                                      "articles (number),\n"
                                      "  FOREIGN KEY (cluster) REFERENCES "
                                      "clusters (cluster)" },
    [CD_RELATION_MEMBERS] = { .name = "cluster_members",
                              .table = &member_table,
                              .keys = { "number", "cluster", "article" },
                              .rules = "FOREIGN KEY (cluster) REFERENCES "
                                       "clusters (cluster),\n"
                                       "  FOREIGN KEY (article) REFERENCES "
                                       "articles (number)" },
    [CD_RELATION_REJECTS] = { .name = "rejects",
                              .table = &cd_reject_table,
                              .keys = { "number" } },
    [CD_RELATION_CLAIM_GROUPS] = { .name = "claim_groups",
                                   .table = &cd_claim_group_table,
                                   .keys = { "number" } },
    [CD_RELATION_CLAIM_PAIRS] = { .name = "claim_pairs",
                                  .table = &cd_claim_pair_table,
                                  .keys = { "number", "a_number", "b_number" },
                                  .rules =
                                      "FOREIGN KEY (a_number) REFERENCES "
                                      "claims (number),\n"
                                      "  FOREIGN KEY (b_number) REFERENCES "
                                      "claims (number)" },
    [CD_RELATION_CONTRADICTIONS] = { .name = "contradictions",
                                     .table = &cd_contradiction_table,
                                     .keys = { "number", "copy", "a_claim",
                                               "b_claim" },
                                     .rules =
                                         "FOREIGN KEY (copy) REFERENCES copies "
                                         "(number),\n"
                                         "  FOREIGN KEY (a_claim) REFERENCES "
                                         "claims (number),\n"
                                         "  FOREIGN KEY (b_claim) REFERENCES "
                                         "claims (number),\n"
                                         "  FOREIGN KEY (claim_group) "
                                         "REFERENCES claim_groups (number),\n"
                                         "  FOREIGN KEY (a_article) REFERENCES "
                                         "articles (number),\n"
                                         "  FOREIGN KEY (b_article) REFERENCES "
                                         "articles (number)" },
};

static const char *const types[CD_DIALECT_COUNT][CD_TYPE_COUNT] = {
    [CD_DIALECT_SQLITE] = { [CD_TYPE_TEXT] = "TEXT",
                            [CD_TYPE_NUMBER] = "TEXT",
                            [CD_TYPE_JSON] = "TEXT",
                            [CD_TYPE_NAME] = "TEXT",
                            [CD_TYPE_SIZE] = "INTEGER",
                            [CD_TYPE_BOOL] = "INTEGER",
                            [CD_TYPE_SCORE] = "REAL",
                            [CD_TYPE_SPAN] = "INTEGER" },
    [CD_DIALECT_POSTGRES] = { [CD_TYPE_TEXT] = "text",
                              [CD_TYPE_NUMBER] = "numeric",
                              [CD_TYPE_JSON] = "text",
                              [CD_TYPE_NAME] = "text",
                              [CD_TYPE_SIZE] = "bigint",
                              [CD_TYPE_BOOL] = "boolean",
                              [CD_TYPE_SCORE] = "double precision",
                              [CD_TYPE_SPAN] = "bigint" },
};

void
cd_relation_quote(struct cd_buf *out, const char *name)
{
    cd_buf_printf(out, "\"%s\"", name);
}

/* The keys are numbers, but for the id of a cluster. */
static void
add_key(struct cd_buf *out, const char *name, enum cd_dialect dialect)
{
    bool text = strcmp(name, "cluster") == 0;
    const char *type = types[dialect][text ? CD_TYPE_TEXT : CD_TYPE_SIZE];

    cd_buf_puts(out, "\n  ");
    cd_relation_quote(out, name);
    cd_buf_printf(out, " %s%s,", type,
                  strcmp(name, "number") == 0 ? " PRIMARY KEY" : "");
}

static void
add_column(struct cd_buf *out, const struct cd_field *field,
           enum cd_dialect dialect)
{
    const char *type = types[dialect][field->type];

    if (field->type == CD_TYPE_SPAN) {
        cd_buf_printf(out, "\n  \"%s_start\" %s,\n  \"%s_end\" %s,",
                      field->name, type, field->name, type);
        return;
    }
    cd_buf_puts(out, "\n  ");
    cd_relation_quote(out, field->name);
    cd_buf_printf(out, " %s,", type);
}

void
cd_relation_ddl(struct cd_buf *out, const struct cd_relation *relation,
                enum cd_dialect dialect)
{
    cd_buf_puts(out, "CREATE TABLE ");
    cd_relation_quote(out, relation->name);
    cd_buf_puts(out, " (");
    for (size_t i = 0; i < CD_COUNT(relation->keys) && relation->keys[i]; i++)
        add_key(out, relation->keys[i], dialect);
    for (size_t i = 0; i < relation->table->count; i++)
        add_column(out, &relation->table->fields[i], dialect);
    if (relation->virtual_column[dialect] != NULL)
        cd_buf_printf(out, "\n  %s,", relation->virtual_column[dialect]);
    if (relation->rules != NULL)
        cd_buf_printf(out, "\n  %s", relation->rules);
    else
        out->n--; /* the last comma */
    cd_buf_puts(out, "\n);\n");
}
