/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/apart.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* "News" and "(12)", "(12)" and "of them". */
static bool
is_count(uint32_t before, struct cd_str word)
{
    if (word.p[0] == '(')
        return word.n > 2 && cd_ascii_is_digit(word.p[1]) &&
               cd_utf8_is_letter(before);
    return before == ')' && cd_ascii_is_alnum(word.p[0]);
}

/* "there?" and "The policies", but not "www." and "Elm.example" or "Node." and
 * "JS". */
static bool
is_sentence(struct cd_str text, struct cd_str word)
{
    size_t mark, at = 0;
    uint32_t before;

    if (!cd_utf8_is_upper(cd_utf8_next(word, &at)) || at == word.n ||
        cd_str_find(word, CD_STR("."), 0) != SIZE_MAX)
        return false;
    before = cd_utf8_next(word, &at);
    if (!cd_utf8_is_letter(before) || cd_utf8_is_upper(before))
        return false;
    before = cd_utf8_before(text, text.n, &mark);
    if ((before != '.' && before != '?' && before != '!') || mark == 0)
        return false;
    before = cd_utf8_before(text, mark, &mark);
    return cd_utf8_is_letter(before) && !cd_utf8_is_upper(before);
}

/*
 * Two inline elements that meet without a space between them, as
 * "<a>Home</a><a>World</a>", are often shown apart by a style sheet that nobody
 * reads here.  They are taken to be apart where both are links, and where a
 * capital follows on something else than a capital: "word" is often cut in two
 * by elements, "iPhone" seldom.
 */
bool
cd_words_apart(struct cd_str text, struct cd_str word, bool met, bool links)
{
    size_t start, at = 0;
    uint32_t before, after;

    if (text.n == 0)
        return false;
    if (!met)
        return is_sentence(text, word);
    before = cd_utf8_before(text, text.n, &start);
    after = cd_utf8_next(word, &at);
    if (is_count(before, word))
        return true;
    if (!cd_utf8_is_letter(after) && !cd_utf8_is_digit(after))
        return false;
    if (links)
        return true;
    return cd_utf8_is_upper(after) && before != '(' && before != '-' &&
           !cd_utf8_is_upper(before);
}
