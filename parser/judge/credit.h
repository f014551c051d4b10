/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Does a line say who made a picture?
 *
 *     cd_credit_find(CD_STR("The pier at dawn. Photo: Ada Lovell"))
 *
 * Marks and agencies are rows of data/credits.tsv.  The table is const, so
 * every thread may use it.
 */
#ifndef CD_PARSER_JUDGE_CREDIT_H
#define CD_PARSER_JUDGE_CREDIT_H

#include "base/str.h"

enum cd_credit {
    CD_CREDIT_NONE,
    CD_CREDIT_ENDS, /* the line ends with it: a caption and its credit */
    CD_CREDIT_ALL,  /* the line is nothing else */
};

enum cd_credit cd_credit_find(struct cd_str text);

#endif
