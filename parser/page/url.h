/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Addresses: what a link means on its page.
 *
 *     cd_url_resolve(&arena, CD_STR("../b"), CD_STR("https://x.example/a/c"))
 *                                                  "https://x.example/b"
 */
#ifndef CD_PARSER_PAGE_URL_H
#define CD_PARSER_PAGE_URL_H

#include "base/arena.h"
#include "parser/html/tree.h"

/* The address that links of the page are relative to: that of its base element,
 * else url, which may be absent. */
struct cd_str cd_url_base(struct cd_arena *arena, const struct cd_tree *tree,
                          struct cd_str url);

/* href as an absolute address (RFC 3986, section 5, by libxml2), in the arena;
 * href itself if base is absent or either is no address. */
struct cd_str cd_url_resolve(struct cd_arena *arena, struct cd_str href,
                             struct cd_str base);

#endif
