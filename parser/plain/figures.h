/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of figures in plain text: lines that look like headings, or like a phone
 * number, but say what an article is about.
 *
 *     cd_plain_figures(CD_STR("Net 1.1 mln vs 829,000"))         2
 *     cd_plain_figures(CD_STR("1 Pier Road, +00 555 0100"))      0
 *
 * Pure; safe on every thread.
 */
#ifndef CD_PARSER_PLAIN_FIGURES_H
#define CD_PARSER_PLAIN_FIGURES_H

#include "base/doc.h"

/* Numbers that count or measure something: with a decimal mark or marks of
 * thousands, beside % or a currency, or before a small word: "27 cts". */
unsigned cd_plain_figures(struct cd_str text);

/* Is block i of the document one of several rows of figures, or so full of them
 * that it is one alone? */
bool cd_plain_is_row(const struct cd_doc *doc, size_t i);

#endif
