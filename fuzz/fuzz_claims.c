/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The claims engine: any bytes as a clean text.  Spans must lie inside it.
 */
#include <assert.h>
#include <stdlib.h>

#include "fuzz/fuzz.h"
#include "nlp/claim/claim.h"
#include "nlp/claims.h"
#include "parser/parse.h"

static void
find(const struct cd_claims *claims, void *scratch, struct cd_doc *doc)
{
    const struct cd_parse_options options = CD_PARSE_OPTIONS;
    struct cd_arena none = { 0 }; /* clean text needs nothing of it */
    struct cd_error err;

    if (cd_parse(doc, &options, &none, &err) != CD_OK ||
        cd_claims_find(claims, scratch, doc, &err) != CD_OK)
        return;
    for (size_t i = 0; i < doc->claim_count; i++) {
        const struct cd_claim *claim = &doc->claims[i];

        assert(claim->start <= claim->end && claim->end <= doc->text.n);
        assert(claim->sentence.start <= claim->sentence.end);
        assert(claim->sentence.end <= doc->text.n);
        assert(claim->block < doc->block_count);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct cd_claims_options options = CD_CLAIMS_OPTIONS;
    struct cd_error err;
    struct cd_claims *claims = cd_claims_new(&options, &err);
    void *scratch;
    struct cd_doc doc = { .format = CD_FORMAT_CLEAN };

    if (claims == NULL)
        abort();
    scratch = cd_claims_scratch(claims);
    doc.id = doc.id_json = CD_STR("1");
    doc.bytes =
        cd_arena_copy(&doc.arena, (struct cd_str){ (const char *)data, size });
    find(claims, scratch, &doc);
    cd_claims_scratch_free(scratch);
    cd_claims_free(claims);
    cd_arena_release(&doc.arena);
    return 0;
}
