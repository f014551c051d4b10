/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a plain text says of itself above its first paragraph: title, byline,
 * dates, address.
 *
 *     Toll on Elm bridge doubles            title
 *     By Ana Reyes                          byline, authors
 *     Tue May 8, 2012 5:00pm EDT            published
 *     https://example.org/2012/05/toll      canonical
 *
 *     HALM, May 8 (Harbour Wire) - Drivers ...
 *
 * The lines may begin with "--" or "#".  A dateline gives the day if the name
 * of the file has the year ("20120508", "2012/05/08").
 */
#ifndef CD_PARSER_META_PLAIN_HEAD_H
#define CD_PARSER_META_PLAIN_HEAD_H

#include "base/doc.h"

/* Fills what doc->meta lacks and drops the lines that are no title.  The blocks
 * are judged (parser/plain/plain.h).  Looks at the first blocks only. */
void cd_plain_head(struct cd_doc *doc);

#endif
