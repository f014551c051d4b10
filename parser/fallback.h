/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where a page does not show its article but its JSON-LD holds it.
 *
 *     cd_fallback_body(doc, &page, facts.jsonld.article.body);  after the judge
 */
#ifndef CD_PARSER_FALLBACK_H
#define CD_PARSER_FALLBACK_H

#include "parser/page/page.h"

/*
 * body is schema.org's articleBody, or absent.  If it has CD_GUARD_WORDS or
 * more, and three times what was kept, its paragraphs become blocks behind
 * those of the page, kept with reason "fallback:json-ld"; of the page's own
 * only the first heading of level 1 stays; "fallback-json-ld" is added to the
 * notes. Their raw span is the script that holds the body.  A body with markup
 * in it is left alone.  The accounts are brought up to date.
 */
void cd_fallback_body(struct cd_doc *doc, const struct cd_page *page,
                      struct cd_str body);

#endif
