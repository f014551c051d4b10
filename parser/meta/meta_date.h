/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The days on which an article was published and changed, out of all the dates
 * that its page shows and declares.
 *
 *     cd_dates_find(&doc, &facts);    fills published, modified and
 *                                     first_published of doc->meta
 *
 * What readers see counts before what only scripts see; docs/parser.md tells
 * the order.  The words around dates are rows of data/date_labels.tsv.
 */
#ifndef CD_PARSER_META_META_DATE_H
#define CD_PARSER_META_META_DATE_H

#include "base/date.h"
#include "parser/meta/meta.h"

enum cd_label_use { CD_LABEL_NONE, CD_LABEL_PUBLISHED, CD_LABEL_MODIFIED };

/* What the last such word of text says of a date behind it. */
enum cd_label_use cd_date_label_of(struct cd_str text);

/*
 * The first date in text that is labelled as a change (modified), or the first
 * that is not: "May 3, 2025. Updated: May 7, 2025" holds one of each.
 */
bool cd_date_labelled(struct cd_str text, enum cd_date_order order,
                      bool modified, struct cd_date *date);

void cd_dates_find(struct cd_doc *doc, const struct cd_page_facts *facts);

#endif
