/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json.h"

#include <math.h>

/* How each byte is written: 0 as it is, 'u' as \u00XX, else \ and the byte. */
static const char escapes[256] = {
    [0x00] = 'u', [0x01] = 'u', [0x02] = 'u', [0x03] = 'u',  [0x04] = 'u',
    [0x05] = 'u', [0x06] = 'u', [0x07] = 'u', [0x08] = 'b',  [0x09] = 't',
    [0x0A] = 'n', [0x0B] = 'u', [0x0C] = 'f', [0x0D] = 'r',  [0x0E] = 'u',
    [0x0F] = 'u', [0x10] = 'u', [0x11] = 'u', [0x12] = 'u',  [0x13] = 'u',
    [0x14] = 'u', [0x15] = 'u', [0x16] = 'u', [0x17] = 'u',  [0x18] = 'u',
    [0x19] = 'u', [0x1A] = 'u', [0x1B] = 'u', [0x1C] = 'u',  [0x1D] = 'u',
    [0x1E] = 'u', [0x1F] = 'u', ['"'] = '"',  ['\\'] = '\\', [0x7F] = 'u',
    [0xE2] = 'l', /* may begin U+2028 or U+2029 */
};

/* U+2028 and U+2029 are E2 80 A8 and E2 80 A9. */
static bool
line_separator(struct cd_str text, size_t at)
{
    return text.n - at >= 3 && (unsigned char)text.p[at + 1] == 0x80 &&
           ((unsigned char)text.p[at + 2] | 1) == 0xA9;
}

static size_t
escape(struct cd_buf *out, struct cd_str text, size_t at, char how)
{
    static const char hex[] = "0123456789abcdef";
    unsigned char c = (unsigned char)text.p[at];

    if (how == 'l') {
        cd_buf_puts(out, (unsigned char)text.p[at + 2] == 0xA8 ? "\\u2028"
                                                               : "\\u2029");
        return 3;
    }
    if (how == 'u') {
        char code[6] = { '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] };

        cd_buf_add(out, (struct cd_str){ code, sizeof(code) });
    } else {
        char code[2] = { '\\', how };

        cd_buf_add(out, (struct cd_str){ code, sizeof(code) });
    }
    return 1;
}

void
cd_json_str(struct cd_buf *out, struct cd_str text)
{
    size_t done = 0;

    if (text.p == NULL) {
        cd_buf_puts(out, "null");
        return;
    }
    cd_buf_reserve(out, text.n + 2);
    cd_buf_putc(out, '"');
    for (size_t i = 0; i < text.n;) {
        char how = escapes[(unsigned char)text.p[i]];

        if (how == 0 || (how == 'l' && !line_separator(text, i))) {
            i++;
            continue;
        }
        cd_buf_add(out, cd_str_sub(text, done, i));
        i += escape(out, text, i, how);
        done = i;
    }
    cd_buf_add(out, cd_str_sub(text, done, text.n));
    cd_buf_putc(out, '"');
}

void
cd_json_next(struct cd_buf *out)
{
    char last = out->n > 0 ? out->p[out->n - 1] : '\n';

    if (last != '{' && last != '[' && last != ':' && last != '\n')
        cd_buf_putc(out, ',');
}

void
cd_json_key(struct cd_buf *out, const char *name)
{
    cd_json_next(out);
    cd_buf_putc(out, '"');
    cd_buf_puts(out, name);
    cd_buf_puts(out, "\":");
}

void
cd_json_bool(struct cd_buf *out, bool value)
{
    cd_buf_puts(out, value ? "true" : "false");
}

void
cd_json_span(struct cd_buf *out, struct cd_span span)
{
    cd_buf_putc(out, '[');
    cd_buf_size(out, span.start);
    cd_buf_putc(out, ',');
    cd_buf_size(out, span.end);
    cd_buf_putc(out, ']');
}

/* Ten-thousandths, not 0, without the zeros that end them. */
static void
put_fraction(struct cd_buf *out, unsigned rest)
{
    cd_buf_putc(out, '.');
    for (unsigned unit = 1000; rest > 0; unit /= 10) {
        cd_buf_putc(out, (char)('0' + rest / unit));
        rest %= unit;
    }
}

void
cd_json_score(struct cd_buf *out, double value)
{
    long long fixed;

    if (isnan(value) || fabs(value) > 1e14) {
        cd_buf_puts(out, "null");
        return;
    }
    fixed = llround(value * 10000);
    if (fixed < 0) {
        cd_buf_putc(out, '-');
        fixed = -fixed;
    }
    cd_buf_size(out, (size_t)(fixed / 10000));
    if (fixed % 10000 != 0)
        put_fraction(out, (unsigned)(fixed % 10000));
}
