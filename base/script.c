/* SPDX-License-Identifier: Apache-2.0 */
#include "base/script.h"

#include "base/utf8.h"

struct cd_script_row {
    const char *tag;
    uint32_t from, to;       /* letters that tell */
    unsigned percent;        /* of the letters that are not Latin, at least */
    uint32_t no_from, no_to; /* letters that it does not have */
};

#include "base/script.inc"

enum {
    LOOK = 6000,  /* bytes of a text */
    LEAST = 30,   /* letters that tell anything */
    LATIN = 0x370 /* below it */
};

struct found {
    unsigned yes[CD_COUNT(cd_script_row_table)];
    unsigned no[CD_COUNT(cd_script_row_table)];
    unsigned letters;
};

static void
count_letter(struct found *found, uint32_t code)
{
    found->letters++;
    for (size_t i = 0; i < CD_COUNT(cd_script_row_table); i++) {
        const struct cd_script_row *row = &cd_script_row_table[i];

        found->yes[i] += code >= row->from && code <= row->to;
        found->no[i] += code >= row->no_from && code <= row->no_to;
    }
}

struct cd_str
cd_script_language(struct cd_str text)
{
    struct found found = { .letters = 0 };

    for (size_t at = 0; at < text.n && at < LOOK;) {
        uint32_t code = cd_utf8_lower(cd_utf8_next(text, &at));

        if (code >= LATIN && cd_utf8_is_letter(code))
            count_letter(&found, code);
    }
    for (size_t i = 0; i < CD_COUNT(cd_script_row_table); i++) {
        if (found.letters >= LEAST && found.no[i] == 0 &&
            found.yes[i] * 100 >=
                found.letters * cd_script_row_table[i].percent)
            return cd_str_of(cd_script_row_table[i].tag);
    }
    return (struct cd_str){ NULL, 0 };
}
