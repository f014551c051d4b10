/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/claim/program.h"

#include "base/ascii.h"

static const char marks[] = "{}[]()<>;=_$#/\\|*\"'`&@+";

enum {
    SENTENCE_WORDS = 60, /* more for each end of a sentence: no text */
    SIGNS = 6,           /* in a hundred bytes, at most */
};

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
}

/* "end." and then white space */
static bool
is_sentence_end(struct cd_str text, size_t at)
{
    return at > 1 && memchr(".?!", text.p[at], 3) != NULL &&
           is_letter(text.p[at - 1]) && is_letter(text.p[at - 2]) &&
           (at + 1 == text.n || cd_ascii_is_space(text.p[at + 1]));
}

bool
cd_program_is(const struct cd_block *block)
{
    struct cd_str text = block->text;
    size_t words = 0, signs = 0, ends = 0;

    if (block->kind != CD_BLOCK_CODE)
        return false;
    for (size_t i = 0; i < text.n; i++) {
        if (cd_ascii_is_space(text.p[i]))
            continue;
        words += i == 0 || cd_ascii_is_space(text.p[i - 1]);
        signs += memchr(marks, text.p[i], sizeof(marks) - 1) != NULL;
        ends += is_sentence_end(text, i);
    }
    return ends == 0 || words > SENTENCE_WORDS * ends ||
           signs * 100 > SIGNS * text.n;
}
