/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/grammar.h"

#include "nlp/quantity/grammar.de.inc"
#include "nlp/quantity/grammar.es.inc"
#include "nlp/quantity/grammar.fr.inc"
#include "nlp/quantity/grammar.inc"

#define LIST(rows)                                                             \
    {                                                                          \
        (rows), CD_COUNT(rows)                                                 \
    }

const struct cd_rule_list cd_rule_lists[] = {
    [CD_LANGUAGE_EN] = LIST(rule_rows),
    [CD_LANGUAGE_DE] = LIST(rule_rows_de),
    [CD_LANGUAGE_FR] = LIST(rule_rows_fr),
    [CD_LANGUAGE_ES] = LIST(rule_rows_es),
};
