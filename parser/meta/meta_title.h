/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The headline: which of a page's titles it is, and without the site's name.
 *
 *     "Ferry runs again | The Harbour Post"  ->  "Ferry runs again"
 */
#ifndef CD_PARSER_META_META_TITLE_H
#define CD_PARSER_META_META_TITLE_H

#include "parser/meta/meta.h"

/* The title and its source; absent if the page has none.  url may be absent;
 * its host names the site where nothing else does. */
struct cd_fact cd_title_choose(struct cd_arena *arena,
                               const struct cd_page_facts *facts,
                               struct cd_str url);

/* Is text the name of the site, or nothing but a variant of it? */
bool cd_title_is_site(const struct cd_page_facts *facts, struct cd_str url,
                      struct cd_str text);

#endif
