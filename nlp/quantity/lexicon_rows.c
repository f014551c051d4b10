/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/lexicon.h"

/* the tables are generated with a struct's name each */
#define cd_lex_de cd_lex
#define cd_lex_fr cd_lex
#define cd_lex_es cd_lex
#include "nlp/quantity/lexicon.de.inc"
#include "nlp/quantity/lexicon.es.inc"
#include "nlp/quantity/lexicon.fr.inc"
#include "nlp/quantity/lexicon.inc"

#define ROWS(table)                                                            \
    {                                                                          \
        (table), CD_COUNT(table)                                               \
    }

const struct cd_lex_rows cd_lexicon_rows[] = {
    [CD_LANGUAGE_EN] = ROWS(cd_lex_table),
    [CD_LANGUAGE_DE] = ROWS(cd_lex_de_table),
    [CD_LANGUAGE_FR] = ROWS(cd_lex_fr_table),
    [CD_LANGUAGE_ES] = ROWS(cd_lex_es_table),
};
