/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Links from a heading to itself, which a page shows as a sign or to the
 * readers of its text alone:
 *
 *     <h2>Ferries <a href="#ferries">¶</a></h2>
 *
 * They are judged with their heading, and are then blocks of their own, which
 * are dropped.  What such links say are rows of data/permalinks.tsv.
 */
#ifndef CD_PARSER_PAGE_PERMALINK_H
#define CD_PARSER_PAGE_PERMALINK_H

#include "parser/page/page.h"

enum cd_permalink_match {
    CD_PERMALINK_WHOLE, /* the link is the form */
    CD_PERMALINK_BEGIN, /* it begins with the form */
};

struct cd_permalink_row {
    const char *form; /* in lower case */
    enum cd_permalink_match match;
    const char *example; /* a link that the row matches */
};

/* The row for the text of a link, or NULL. */
const struct cd_permalink_row *cd_permalink_find(struct cd_str text);

/* All rows; NULL past the end. */
const struct cd_permalink_row *cd_permalink_at(size_t index);

/*
 * Drops the blocks that are such a link, and makes two of each block that
 * begins or ends with one.  Words ("Permalink") count in headings and alone,
 * signs everywhere but in code.  The blocks of the page still belong to those
 * of the document.
 */
void cd_permalink_split(struct cd_doc *doc, struct cd_page *page);

#endif
