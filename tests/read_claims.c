/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/read_claims.h"

#include "nlp/claim/claim.h"
#include "tests/check.h"

static struct cd_claims *engine;
static void *scratch;

void
read_claims_start(void)
{
    struct cd_claims_options options = CD_CLAIMS_OPTIONS;
    struct cd_error err;

    engine = cd_claims_new(&options, &err);
    ck_assert_msg(engine != NULL, "%s", err.message);
    scratch = cd_claims_scratch(engine);
}

void
read_claims_stop(void)
{
    cd_claims_scratch_free(scratch);
    cd_claims_free(engine);
}

void
read_claims(struct cd_doc *doc, const char *text)
{
    struct cd_error err;

    doc->id_json = CD_STR("1");
    doc->meta.published.value = CD_STR("2025-03-12");
    doc->text = cd_str_of(text);
    doc->blocks = cd_arena_new(&doc->arena, struct cd_block);
    doc->blocks[0].keep = true;
    doc->blocks[0].text = doc->text;
    doc->blocks[0].span = (struct cd_span){ 0, doc->text.n };
    doc->block_count = 1;
    ck_assert_msg(cd_claims_find(engine, scratch, doc, &err) == CD_OK, "%s",
                  err.message);
}

const struct cd_claim *
claim_of(const struct cd_doc *doc, const char *quantity)
{
    for (size_t i = 0; i < doc->claim_count; i++)
        if (cd_str_is(doc->claims[i].text, quantity))
            return &doc->claims[i];
    ck_abort_msg("no claim '%s' in '%s'", quantity, doc->text.p);
    return NULL;
}
