/* SPDX-License-Identifier: Apache-2.0 */
/*
 * UTF-8 questions that <ctype.h> would answer by locale; the answers for code
 * points of 0x80 and more are utf8proc's.
 *
 *     for (size_t at = 0; at < text.n;)
 *         code = cd_utf8_next(text, &at);
 */
#ifndef CD_BASE_UTF8_H
#define CD_BASE_UTF8_H

#include "base/ascii.h"
#include "base/str.h"

enum { CD_UTF8_BAD = 0xFFFD };

/*
 * The code point at *at, and *at moved behind it.  A byte that begins no valid
 * sequence reads as U+FFFD and moves by one.  *at must be below text.n.
 */
static inline uint32_t cd_utf8_next(struct cd_str text, size_t *at);

/* The code point that ends before at (at > 0), and where it begins in
 * *start. */
uint32_t cd_utf8_before(struct cd_str text, size_t at, size_t *start);

/* Bytes that code takes; writes them to out[0..3]. */
static inline size_t cd_utf8_put(char *out, uint32_t code);

/* Bytes at the start of text that are valid UTF-8; text.n if all are. */
size_t cd_utf8_valid(struct cd_str text);

/* Code points in text, which must be valid. */
size_t cd_utf8_count(struct cd_str text);

static inline bool cd_utf8_is_letter(uint32_t code); /* categories L*, M* */
static inline bool cd_utf8_is_upper(uint32_t code);  /* Lu, Lt */
static inline bool cd_utf8_is_digit(uint32_t code);  /* Nd */
static inline bool cd_utf8_is_space(uint32_t code);  /* Z*, ASCII white space */
static inline uint32_t cd_utf8_lower(uint32_t code); /* simple lower case */

/* A combining diacritical mark, U+0300 to U+036F. */
static inline bool
cd_utf8_is_mark(uint32_t code)
{
    return code >= 0x300 && code <= 0x36F;
}

/* The one code point that base and the mark behind it compose to (NFC, UAX
 * #15), or 0 if there is none. */
uint32_t cd_utf8_compose(uint32_t base, uint32_t mark);

/* The next letter or digit of text from *at on, in lower case; 0 at its end.
 * Steps *at over it. */
uint32_t cd_utf8_next_sign(struct cd_str text, size_t *at);

/* Bytes at the start of text that are form, which is in lower case, in whatever
 * case; 0: text begins otherwise, or form is empty. */
size_t cd_utf8_begins(struct cd_str text, struct cd_str form);

/* May a form in lower case begin with code, in lower case, too?  What to ask
 * before cd_utf8_begins() where there are many forms. */
static inline bool
cd_utf8_may_begin(const char *form, uint32_t code)
{
    return code < 0x80 ? code == (unsigned char)*form : (*form & 0x80) != 0;
}

/* Is a letter, mark or digit at byte offset at?  Not at the end of text. */
bool cd_utf8_is_word(struct cd_str text, size_t at);

/* What the functions above do not answer at once: bytes and code points of
 * 0x80 and more.  Nobody else calls these. */
uint32_t cd_utf8_next_wide(struct cd_str text, size_t *at);
size_t cd_utf8_put_wide(char *out, uint32_t code);
bool cd_utf8_wide_is_letter(uint32_t code);
bool cd_utf8_wide_is_upper(uint32_t code);
bool cd_utf8_wide_is_digit(uint32_t code);
bool cd_utf8_wide_is_space(uint32_t code);
uint32_t cd_utf8_wide_lower(uint32_t code);

static inline uint32_t
cd_utf8_next(struct cd_str text, size_t *at)
{
    if ((unsigned char)text.p[*at] < 0x80)
        return (unsigned char)text.p[(*at)++];
    return cd_utf8_next_wide(text, at);
}

static inline size_t
cd_utf8_put(char *out, uint32_t code)
{
    if (code >= 0x80)
        return cd_utf8_put_wide(out, code);
    *out = (char)code;
    return 1;
}

static inline bool
cd_utf8_is_letter(uint32_t code)
{
    return code < 0x80 ? cd_ascii_is_alpha((char)code)
                       : cd_utf8_wide_is_letter(code);
}

static inline bool
cd_utf8_is_upper(uint32_t code)
{
    return code < 0x80 ? cd_ascii_is_upper((char)code)
                       : cd_utf8_wide_is_upper(code);
}

static inline bool
cd_utf8_is_digit(uint32_t code)
{
    return code < 0x80 ? cd_ascii_is_digit((char)code)
                       : cd_utf8_wide_is_digit(code);
}

static inline bool
cd_utf8_is_space(uint32_t code)
{
    return code < 0x80 ? cd_ascii_is_space((char)code)
                       : cd_utf8_wide_is_space(code);
}

static inline uint32_t
cd_utf8_lower(uint32_t code)
{
    return code < 0x80 ? (uint32_t)(unsigned char)cd_ascii_lower((char)code)
                       : cd_utf8_wide_lower(code);
}

#endif
