/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/claim/claim.h"

static const struct cd_field fields[] = {
    CD_FIELD(struct cd_claim, claim_id, TEXT, "identity of this mention"),
    CD_FIELD(struct cd_claim, doc, JSON, "id of the document"),
    CD_FIELD(struct cd_claim, block, SIZE, "block of the document"),
    CD_FIELD(struct cd_claim, start, SIZE, "where the quantity begins"),
    CD_FIELD(struct cd_claim, end, SIZE, "where the quantity ends"),
    CD_FIELD(struct cd_claim, text, TEXT, "the quantity as written"),
    CD_FIELD(struct cd_claim, subject, TEXT, "whose quantity"),
    CD_FIELD(struct cd_claim, property, TEXT, "what of it"),
    CD_FIELD(struct cd_claim, role, NAME, "what the number is"),
    CD_FIELD(struct cd_claim, value, JSON, "number, [low,high] or null"),
    CD_FIELD(struct cd_claim, from, NUMBER, "before a change from A to B"),
    CD_FIELD(struct cd_claim, to, NUMBER, "after a change from A to B"),
    CD_FIELD(struct cd_claim, lower, NUMBER, "least value the words allow"),
    CD_FIELD(struct cd_claim, upper, NUMBER, "largest value the words allow"),
    CD_FIELD(struct cd_claim, kind, NAME, "exact, about, at_least, ..."),
    CD_FIELD(struct cd_claim, unit, TEXT, "unit code or counted noun"),
    CD_FIELD(struct cd_claim, unit_system, NAME, "ISO4217, UCUM, count, none"),
    CD_FIELD(struct cd_claim, change, NAME, "up, down or none"),
    CD_FIELD(struct cd_claim, time, TEXT, "when, ISO 8601 where it resolves"),
    CD_FIELD(struct cd_claim, time_text, TEXT, "when, in the text's words"),
    CD_FIELD(struct cd_claim, modality, NAME,
             "asserted, hedged, forecast or denied"),
    CD_FIELD(struct cd_claim, speaker, TEXT, "who says so"),
    CD_FIELD(struct cd_claim, confidence, SCORE, "0 to 1"),
    CD_FIELD(struct cd_claim, sentence, SPAN,
             "the sentence; one of over 4 KB is cut, and a claim at the cut "
             "may end behind it"),
    CD_FIELD(struct cd_claim, rules, JSON, "ids of the rules that made it"),
    CD_FIELD(struct cd_claim, links, JSON, "claims it follows from"),
    CD_FIELD(struct cd_claim, group, TEXT, "shared by mentions of one claim"),
};

const struct cd_table cd_claim_table = { "claims",
                                         "A numeric claim in an article.",
                                         fields, CD_COUNT(fields) };
