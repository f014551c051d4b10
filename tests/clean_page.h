/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A page and what is kept of it, for tests.
 *
 *     clean_page(&doc, html);
 *     assert_kept(&doc, "The ferry sails", "Read next");
 */
#ifndef CD_TESTS_CLEAN_PAGE_H
#define CD_TESTS_CLEAN_PAGE_H

#include "base/doc.h"
#include "base/error.h"

/* The text is empty if the page is refused. */
enum cd_status clean_page(struct cd_doc *doc, struct cd_str html);

/* want stands in the text and without does not, unless they are NULL; the
 * account adds up, and each block has a reason. */
void assert_kept(const struct cd_doc *doc, const char *want,
                 const char *without);

/* The same of a page that nothing else is asked of. */
void assert_page(const char *html, const char *want, const char *without);

#endif
