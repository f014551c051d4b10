/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/order.h"

#include "nlp/attach/direction.h"
#include "nlp/attach/german.h"
#include "nlp/attach/romance.h"

typedef struct cd_order_phrase find_subject(const struct cd_reading *reading,
                                            size_t i);

/* English has a parser. */
static find_subject *const subjects[CD_LANGUAGE_COUNT] = {
    [CD_LANGUAGE_DE] = cd_german_subject,
    [CD_LANGUAGE_FR] = cd_romance_subject,
    [CD_LANGUAGE_ES] = cd_romance_subject,
};

void
cd_order_read(const struct cd_reading *reading, size_t i, struct cd_str text,
              struct cd_claim *claim)
{
    const struct cd_token *tokens = reading->tokens.items;
    struct cd_order_phrase subject = { 0, 0 };

    cd_direction_read(reading, i, claim);
    if (subjects[reading->language] != NULL)
        subject = subjects[reading->language](reading, i);
    if (subject.end > subject.first)
        claim->subject = cd_str_sub(text, tokens[subject.first].span.start,
                                    tokens[subject.end - 1].span.end);
}
