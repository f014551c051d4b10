/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Does an element say that it holds a lead?
 *
 *     cd_lead_is_name(CD_STR("story__summary"))       of a class or an id
 *     cd_lead_is_named(node)                          <p itemprop=description>
 *
 * The names are rows of data/leads.tsv.  The table is const, so every thread
 * may use it.
 */
#ifndef CD_PARSER_JUDGE_LEAD_NAME_H
#define CD_PARSER_JUDGE_LEAD_NAME_H

#include "parser/page/page.h"

/* Is one of the names in a class or an id that of a lead?  Only the first of a
 * long list are looked at. */
bool cd_lead_is_name(struct cd_str names);

/* Does the class, id or itemprop of the element say so? */
bool cd_lead_is_named(const struct cd_node *node);

#endif
