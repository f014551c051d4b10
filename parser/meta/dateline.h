/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The dateline that a dispatch begins with: "HALM, May 8 (Harbour Wire) - ".
 *
 *     day = cd_dateline_day(&doc, text);       "2012-05-08", or absent
 *
 * Thread rule: no state beside the document.
 */
#ifndef CD_PARSER_META_DATELINE_H
#define CD_PARSER_META_DATELINE_H

#include "base/doc.h"

/* The day of the dateline that text begins with, ISO 8601; a year that it lacks
 * is that of the same day in the article's address or in the name of its file.
 * Absent where there is none. */
struct cd_str cd_dateline_day(struct cd_doc *doc, struct cd_str text);

#endif
