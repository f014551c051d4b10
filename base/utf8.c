/* SPDX-License-Identifier: Apache-2.0 */
#include "base/utf8.h"

#include <utf8proc.h>

/* Bit sets over utf8proc_category(). */
enum {
    LETTERS = 1 << UTF8PROC_CATEGORY_LU | 1 << UTF8PROC_CATEGORY_LL |
              1 << UTF8PROC_CATEGORY_LT | 1 << UTF8PROC_CATEGORY_LM |
              1 << UTF8PROC_CATEGORY_LO | 1 << UTF8PROC_CATEGORY_MN |
              1 << UTF8PROC_CATEGORY_MC | 1 << UTF8PROC_CATEGORY_ME,
    UPPERS = 1 << UTF8PROC_CATEGORY_LU | 1 << UTF8PROC_CATEGORY_LT,
    DIGITS = 1 << UTF8PROC_CATEGORY_ND,
    SPACES = 1 << UTF8PROC_CATEGORY_ZS | 1 << UTF8PROC_CATEGORY_ZL |
             1 << UTF8PROC_CATEGORY_ZP,
};

static bool
in_category(uint32_t code, int set)
{
    return (1 << utf8proc_category((utf8proc_int32_t)code) & set) != 0;
}

uint32_t
cd_utf8_next_wide(struct cd_str text, size_t *at)
{
    utf8proc_int32_t code;
    utf8proc_ssize_t n;

    n = utf8proc_iterate((const utf8proc_uint8_t *)text.p + *at,
                         (utf8proc_ssize_t)(text.n - *at), &code);
    if (n <= 0) {
        ++*at;
        return CD_UTF8_BAD;
    }
    *at += (size_t)n;
    return (uint32_t)code;
}

uint32_t
cd_utf8_before(struct cd_str text, size_t at, size_t *start)
{
    size_t from = at - 1;
    size_t end;
    uint32_t code;

    while (from > 0 && at - from < 4 &&
           ((unsigned char)text.p[from] & 0xC0) == 0x80)
        from--;
    end = from;
    code = cd_utf8_next(cd_str_sub(text, 0, at), &end);
    if (end != at) { /* no sequence ends here: one bad byte */
        *start = at - 1;
        return CD_UTF8_BAD;
    }
    *start = from;
    return code;
}

size_t
cd_utf8_put_wide(char *out, uint32_t code)
{
    if (!utf8proc_codepoint_valid((utf8proc_int32_t)code))
        code = CD_UTF8_BAD;
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)code,
                                        (utf8proc_uint8_t *)out);
}

size_t
cd_utf8_valid(struct cd_str text)
{
    size_t at = 0;

    while ((at = cd_ascii_end(text.p, at, text.n)) < text.n) {
        utf8proc_int32_t code;
        utf8proc_ssize_t n;

        n = utf8proc_iterate((const utf8proc_uint8_t *)text.p + at,
                             (utf8proc_ssize_t)(text.n - at), &code);
        if (n <= 0)
            break;
        at += (size_t)n;
    }
    return at;
}

size_t
cd_utf8_count(struct cd_str text)
{
    size_t n = 0;

    for (size_t i = 0; i < text.n; i++)
        n += ((unsigned char)text.p[i] & 0xC0) != 0x80;
    return n;
}

bool
cd_utf8_wide_is_letter(uint32_t code)
{
    return in_category(code, LETTERS);
}

bool
cd_utf8_wide_is_upper(uint32_t code)
{
    return in_category(code, UPPERS);
}

bool
cd_utf8_wide_is_digit(uint32_t code)
{
    return in_category(code, DIGITS);
}

bool
cd_utf8_wide_is_space(uint32_t code)
{
    return in_category(code, SPACES);
}

uint32_t
cd_utf8_wide_lower(uint32_t code)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

uint32_t
cd_utf8_compose(uint32_t base, uint32_t mark)
{
    utf8proc_int32_t pair[] = { (utf8proc_int32_t)base,
                                (utf8proc_int32_t)mark };

    return utf8proc_normalize_utf32(pair, 2, UTF8PROC_COMPOSE) == 1
               ? (uint32_t)pair[0]
               : 0;
}

bool
cd_utf8_is_word(struct cd_str text, size_t at)
{
    uint32_t code;

    if (at >= text.n)
        return false;
    code = cd_utf8_next(text, &at);
    return cd_utf8_is_letter(code) || cd_utf8_is_digit(code);
}

uint32_t
cd_utf8_next_sign(struct cd_str text, size_t *at)
{
    while (*at < text.n) {
        uint32_t code = cd_utf8_next(text, at);

        if (cd_utf8_is_letter(code) || cd_utf8_is_digit(code))
            return cd_utf8_lower(code);
    }
    return 0;
}

size_t
cd_utf8_begins(struct cd_str text, struct cd_str form)
{
    size_t at = 0;

    for (size_t of = 0; of < form.n;) {
        uint32_t code = at < text.n ? cd_utf8_next(text, &at) : 0;

        if (cd_utf8_lower(code) != cd_utf8_next(form, &of))
            return 0;
    }
    return at;
}
