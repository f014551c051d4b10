/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The time of day in a line that tells a date: "5:00pm EDT", "17:00", "1910
 * GMT".
 *
 *     cd_clock_read(CD_STR("7:36pm EDT"), &date);     19:36, 4 hours west
 *
 * Zones are rows of data/zones.tsv.  Thread rule: no state.
 */
#ifndef CD_PARSER_META_CLOCK_H
#define CD_PARSER_META_CLOCK_H

#include "base/date.h"

/* Sets hour, minute and zone of *date, if text has a time; a time without a
 * colon must have a zone. */
bool cd_clock_read(struct cd_str text, struct cd_date *date);

#endif
