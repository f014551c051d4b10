/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Judgement: which blocks of an HTML page are its article.
 *
 *     cd_page_open(doc, options, &page, &err);
 *     cd_judge(doc, &page, options);    keep, reason and score of each block
 *
 * Rules that are right nearly always come first (hidden templates, menus,
 * cookie notices, lists of teasers, comments), then the model
 * (parser/judge/model.h), then the page as a whole: headings without text,
 * blocks alone among the other kind, and a result that is too small for its
 * page.  docs/parser.md explains the reasons and says what was tried.
 */
#ifndef CD_PARSER_JUDGE_JUDGE_H
#define CD_PARSER_JUDGE_JUDGE_H

#include "parser/judge/outline.h"
#include "parser/page/options.h"

/* Also fills account.kept and account.dropped, and adds to doc->notes where a
 * guard had to step in. */
void cd_judge(struct cd_doc *doc, const struct cd_page *page,
              const struct cd_parse_options *options);

#endif
