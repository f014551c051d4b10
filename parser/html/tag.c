/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/html/tag.h"

/* The letters of the rows of CD_TAGS. */
enum {
    B = CD_IS_BLOCK,
    V = CD_IS_VOID,
    S = CD_IS_SPECIAL,
    F = CD_IS_FORMAT,
    H = CD_IS_HEADLINE,
    I = CD_IS_IMPLIED,
    O = CD_IS_SCOPE,
    P = CD_IS_CLOSES_P,
    E = CD_IS_ENDS,
    D = CD_IS_HEAD,
    K = CD_IS_BREAKOUT,
    T = CD_IS_TABLE,
    N = CD_IS_SILENT,
};

const unsigned short cd_tag_sets[CD_TAG_COUNT] = {
#define X(name, text, set) [CD_TAG_##name] = (set),
    CD_TAGS(X)
#undef X
};

const struct cd_str cd_tag_names[CD_TAG_COUNT] = { [CD_TAG_TEXT] = { "", 0 },
                                                   [CD_TAG_OTHER] = { "", 0 },
#define X(name, text, set) [CD_TAG_##name] = { text, sizeof(text) - 1 },
                                                   CD_TAGS(X)
#undef X
};

/* The first row of each letter; a letter without rows has the next one's. */
static const unsigned char letters[] = {
    CD_TAG_A,        CD_TAG_B,     CD_TAG_CANVAS, CD_TAG_DATA, CD_TAG_EM,
    CD_TAG_FIELDSET, CD_TAG_H1,    CD_TAG_H1,     CD_TAG_I,    CD_TAG_KBD,
    CD_TAG_KBD,      CD_TAG_LABEL, CD_TAG_MAIN,   CD_TAG_NAV,  CD_TAG_OBJECT,
    CD_TAG_P,        CD_TAG_Q,     CD_TAG_RB,     CD_TAG_S,    CD_TAG_TABLE,
    CD_TAG_U,        CD_TAG_VAR,   CD_TAG_WBR,    CD_TAG_XMP,  CD_TAG_COUNT,
    CD_TAG_COUNT,    CD_TAG_COUNT,
};

enum cd_tag
cd_tag_find(struct cd_str name)
{
    unsigned letter;

    if (name.n == 0 || name.p[0] < 'a' || name.p[0] > 'z')
        return CD_TAG_OTHER;
    letter = (unsigned)(name.p[0] - 'a');
    for (unsigned i = letters[letter]; i < letters[letter + 1]; i++) {
        if (cd_tag_names[i].n == name.n &&
            memcmp(cd_tag_names[i].p, name.p, name.n) == 0)
            return (enum cd_tag)i;
    }
    return CD_TAG_OTHER;
}
