/* SPDX-License-Identifier: Apache-2.0 */
#include "base/fold.h"

#include <utf8proc.h>

#include "base/utf8.h"

enum { EXPANDED = CD_FOLD_CODES * 18 };

static const utf8proc_option_t OPTIONS = UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                         UTF8PROC_CASEFOLD | UTF8PROC_IGNORE |
                                         UTF8PROC_STABLE;

static bool
is_mark(uint32_t code)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);

    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

/* The decomposed code points of word; their number. */
static size_t
decompose(struct cd_str word, utf8proc_int32_t *codes)
{
    size_t at = 0, n = 0, marks = 0;
    int boundary = 0;

    for (size_t read = 0; at < word.n && read < CD_FOLD_CODES; read++) {
        uint32_t code = cd_utf8_next(word, &at);
        utf8proc_ssize_t more;

        marks = is_mark(code) ? marks + 1 : 0;
        if (code == CD_UTF8_BAD || marks > CD_FOLD_MARKS)
            continue;
        more = utf8proc_decompose_char((utf8proc_int32_t)code, codes + n,
                                       (utf8proc_ssize_t)(EXPANDED - n),
                                       OPTIONS, &boundary);
        if (more > 0 && (size_t)more <= EXPANDED - n)
            n += (size_t)more;
    }
    return n;
}

/* Marks into canonical order: an insertion sort over runs that are short. */
static void
reorder(utf8proc_int32_t *codes, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        utf8proc_int32_t code = codes[i];
        int class = utf8proc_get_property(code)->combining_class;
        size_t at = i;

        if (class == 0)
            continue;
        while (at > 0 &&
               utf8proc_get_property(codes[at - 1])->combining_class > class) {
            codes[at] = codes[at - 1];
            at--;
        }
        codes[at] = code;
    }
}

size_t
cd_fold(struct cd_str word, char *out)
{
    utf8proc_int32_t codes[EXPANDED];
    size_t n = decompose(word, codes);
    utf8proc_ssize_t kept;
    size_t bytes = 0;

    reorder(codes, n);
    kept = utf8proc_normalize_utf32(codes, (utf8proc_ssize_t)n, OPTIONS);
    for (utf8proc_ssize_t i = 0; i < kept; i++)
        bytes += cd_utf8_put(out + bytes, (uint32_t)codes[i]);
    return bytes;
}
