/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/reasons/reasons.h"

static const struct cd_field fields[] = {
    CD_FIELD(struct cd_reasons, doc, JSON, "id of the document"),
    CD_FIELD(struct cd_reasons, block, SIZE, "block of the document"),
    CD_FIELD(struct cd_reasons, sentence, SPAN, "the sentence"),
    CD_FIELD(struct cd_reasons, text, TEXT, "what it says"),
    CD_FIELD(struct cd_reasons, language, NAME, "that it was read in"),
    CD_FIELD(struct cd_reasons, tokens, JSON,
             "each token with its part of speech (English)"),
    CD_FIELD(struct cd_reasons, spans, JSON, "where each token is"),
    CD_FIELD(struct cd_reasons, quantities, JSON,
             "each quantity, its rules, and what it was tied to"),
    CD_FIELD(struct cd_reasons, nonclaims, JSON,
             "each number that is no claim, and why"),
};

const struct cd_table cd_reasons_table = { "sentences",
                                           "A sentence with numbers, and how "
                                           "they were read.",
                                           fields, CD_COUNT(fields) };
