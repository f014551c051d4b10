/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that meet without a space where an inline element begins or ends.
 *
 *     <a>Home</a><a>World</a>               two words
 *     <b>Licensed there?</b>The policies    likewise
 *     <span>wor</span><span>d</span>        one word
 */
#ifndef CD_PARSER_PAGE_APART_H
#define CD_PARSER_PAGE_APART_H

#include "base/str.h"

/* Are the end of the text and the word, which is not empty, two words?  met: an
 * element ended and one began between them; links: they are in two links. */
bool cd_words_apart(struct cd_str text, struct cd_str word, bool met,
                    bool links);

#endif
