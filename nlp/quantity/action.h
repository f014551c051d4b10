/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The actions of the grammar's rows: what the column "makes" names.
 *
 *     cd_action *action = cd_action_find("money");   nlp/quantity/grammar.h
 *
 * A new action is a static function and a row in the table of its file.
 */
#ifndef CD_NLP_QUANTITY_ACTION_H
#define CD_NLP_QUANTITY_ACTION_H

#include "nlp/quantity/make.h"

struct cd_action_row {
    const char *name;
    cd_action *action;
};

/* Each ends with a row of NULL. */
extern const struct cd_action_row cd_actions_unit[];
extern const struct cd_action_row cd_actions_mark[];
extern const struct cd_action_row cd_actions_compound[];
extern const struct cd_action_row cd_actions_per[];
extern const struct cd_action_row cd_actions_count[];
extern const struct cd_action_row cd_actions_score[];

#endif
