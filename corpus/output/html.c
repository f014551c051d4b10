/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/output/html.h"

static const char bad[] = "\xef\xbf\xbd";

static const char *const escapes[256] = {
    ['&'] = "&amp;",  ['<'] = "&lt;",   ['>'] = "&gt;",
    ['"'] = "&quot;", ['\''] = "&#39;", ['\r'] = "&#13;",
};

/* What stands for the byte, or NULL: itself. */
static const char *
escape_of(unsigned char c)
{
    bool control = c < 0x20 || c == 0x7f;

    if (control && c != '\t' && c != '\n' && c != '\r')
        return bad;
    return escapes[c];
}

void
cd_html_text(struct cd_buf *out, struct cd_str text)
{
    size_t done = 0;

    for (size_t i = 0; i < text.n; i++) {
        const char *escape = escape_of((unsigned char)text.p[i]);

        if (escape == NULL)
            continue;
        cd_buf_add(out, cd_str_sub(text, done, i));
        cd_buf_puts(out, escape);
        done = i + 1;
    }
    if (text.n > done)
        cd_buf_add(out, cd_str_sub(text, done, text.n));
}

/* The bytes of whole characters in the first max. */
static size_t
whole(struct cd_str text, size_t max)
{
    size_t n = text.n < max ? text.n : max;

    while (n < text.n && n > 0 && ((unsigned char)text.p[n] & 0xC0) == 0x80)
        n--;
    return n;
}

/* The same, but rather before a word than inside it. */
static size_t
whole_words(struct cd_str text, size_t max)
{
    size_t n = whole(text, max), space = n;

    if (n == text.n)
        return n;
    while (space > 0 && space + 16 > n && text.p[space] != ' ')
        space--;
    return space > 0 && text.p[space] == ' ' ? space : n;
}

void
cd_html_label(struct cd_buf *out, struct cd_str text, size_t max)
{
    size_t n = whole_words(text, max);

    while (n < text.n && n > 0 && strchr(" .,;:", text.p[n - 1]) != NULL)
        n--;
    cd_html_text(out, (struct cd_str){ text.p, n });
    if (n < text.n)
        cd_buf_puts(out, "…");
}

void
cd_html_clip(struct cd_buf *out, struct cd_str text, size_t max)
{
    size_t n = whole(text, max);

    cd_html_text(out, (struct cd_str){ text.p, n });
    if (n == text.n)
        return;
    cd_buf_puts(out, " <small>… ");
    cd_html_count(out, text.n - n);
    cd_buf_puts(out, " more bytes</small>");
}

void
cd_html_bdi(struct cd_buf *out, struct cd_str text, size_t max)
{
    cd_buf_puts(out, "<bdi>");
    cd_html_clip(out, text, max);
    cd_buf_puts(out, "</bdi>");
}

void
cd_html_short(struct cd_buf *out, struct cd_str text, size_t max)
{
    cd_buf_puts(out, "<bdi>");
    cd_html_label(out, text, max);
    cd_buf_puts(out, "</bdi>");
}

void
cd_html_link(struct cd_buf *out, struct cd_str url, struct cd_str label)
{
    bool safe = cd_str_starts(url, CD_STR("https://")) ||
                cd_str_starts(url, CD_STR("http://"));

    if (safe) {
        cd_buf_puts(out, "<a rel=\"noopener noreferrer\" href=\"");
        cd_html_text(out, url);
        cd_buf_puts(out, "\">");
    }
    cd_html_bdi(out, label, 300);
    if (safe)
        cd_buf_puts(out, "</a>");
}

void
cd_html_count(struct cd_buf *out, uint64_t n)
{
    char digits[32];
    size_t at = sizeof(digits);

    for (size_t written = 0; n > 0 || written == 0; n /= 10, written++) {
        if (written > 0 && written % 3 == 0)
            digits[--at] = ',';
        digits[--at] = (char)('0' + n % 10);
    }
    cd_buf_add(out, (struct cd_str){ digits + at, sizeof(digits) - at });
}

void
cd_html_percent(struct cd_buf *out, double share)
{
    cd_buf_printf(out, "%.1f\302\240%%", share * 100);
}
