/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/when.h"

struct cd_date
cd_when_today(struct cd_str published)
{
    struct cd_date date = { 0 };

    if (published.p != NULL)
        cd_date_iso(published, &date);
    return date;
}

void
cd_when_find(const struct cd_syntax *syntax, struct cd_arena *arena,
             const struct cd_date *today, size_t quantity, struct cd_str *words,
             struct cd_str *iso)
{
    (void)syntax;
    (void)arena;
    (void)today;
    (void)quantity;
    *words = *iso = (struct cd_str){ NULL, 0 };
}
