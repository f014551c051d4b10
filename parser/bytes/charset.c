/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/bytes/charset.h"

#include <errno.h>
#include <iconv.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "parser/bytes/utf8_mend.h"

struct cd_legacy {
    const char *lang, *name;
};

#include "parser/bytes/charset.inc"
#include "parser/bytes/legacy.inc"

/* Longest label. */
enum { LABEL_MAX = 32 };

const struct cd_charset *
cd_charset_find(struct cd_str label)
{
    size_t low = 0, high = CD_COUNT(cd_charset_table);

    label = cd_str_trim(label);
    if (label.n == 0 || label.n > LABEL_MAX)
        return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct cd_str row = cd_str_of(cd_charset_table[middle].label);
        char lower[LABEL_MAX];
        int order;

        for (size_t i = 0; i < label.n; i++)
            lower[i] = cd_ascii_lower(label.p[i]);
        order = cd_str_compare(row, (struct cd_str){ lower, label.n });
        if (order == 0)
            return &cd_charset_table[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static const struct cd_charset *
by_name(const char *name)
{
    return cd_charset_find(cd_str_of(name));
}

/* ---- which encoding --------------------------------------------------- */

static const struct cd_charset *
from_mark(struct cd_str bytes)
{
    if (cd_str_starts(bytes, CD_STR("\xEF\xBB\xBF")))
        return by_name("utf-8");
    if (cd_str_starts(bytes, CD_STR("\xFF\xFE")))
        return by_name("utf-16le");
    if (cd_str_starts(bytes, CD_STR("\xFE\xFF")))
        return by_name("utf-16be");
    return NULL;
}

/* UTF-16 without a mark: a fifth of the characters have a NUL byte, and next to
 * all of them on the same side. */
static const struct cd_charset *
from_nuls(struct cd_str bytes)
{
    size_t n = bytes.n < 4096 ? bytes.n : 4096, nuls[2] = { 0, 0 };

    if (memchr(bytes.p, '\0', n) == NULL)
        return NULL;
    for (size_t i = 0; i < n; i++)
        nuls[i % 2] += bytes.p[i] == '\0';
    if (nuls[1] * 10 > n && nuls[0] * 20 < nuls[1])
        return by_name("utf-16le");
    if (nuls[0] * 10 > n && nuls[1] * 20 < nuls[0])
        return by_name("utf-16be");
    return NULL;
}

static const struct cd_charset *
from_lang(struct cd_str lang)
{
    size_t n = 0;

    while (n < lang.n && cd_ascii_is_alpha(lang.p[n]))
        n++;
    for (size_t i = 0; i < CD_COUNT(cd_legacy_table); i++) {
        if (cd_str_eq_nocase(cd_str_of(cd_legacy_table[i].lang),
                             (struct cd_str){ lang.p, n }))
            return by_name(cd_legacy_table[i].name);
    }
    return NULL;
}

/* Words of Cyrillic letters are runs of high bytes; in the languages that use
 * windows-1252 high bytes stand alone. */
static const struct cd_charset *
from_runs(struct cd_str bytes)
{
    size_t high = 0, runs = 0;

    for (size_t i = 0; i < bytes.n; i++) {
        bool is = (unsigned char)bytes.p[i] >= 0xC0;

        high += is;
        runs += is && (i == 0 || (unsigned char)bytes.p[i - 1] < 0xC0);
    }
    return by_name(high > runs * 3 ? "windows-1251" : "windows-1252");
}

/* A label that says more than the bytes: not one of UTF-8 or UTF-16, which the
 * bytes would show, and none that is refused. */
static const struct cd_charset *
from_label(struct cd_str label)
{
    const struct cd_charset *charset = cd_charset_find(label);

    if (charset == NULL || charset->kind == CD_CHARSET_REFUSED ||
        charset->kind == CD_CHARSET_UTF16)
        return NULL;
    return charset;
}

/* For bytes that are not valid UTF-8 throughout, or hold so little of it that
 * chance could make it so. */
static const struct cd_charset *
from_page(struct cd_doc *doc, const struct cd_utf8_state *state)
{
    struct cd_charset_hints hints = cd_charset_hints(&doc->arena, doc->bytes);
    const struct cd_charset *said = from_label(doc->charset);

    if (said == NULL)
        said = from_label(hints.label);
    if (said != NULL && said->kind != CD_CHARSET_UTF8)
        return said;
    if (state->bad <= state->multibyte || (said != NULL && state->bad < 3))
        return by_name("utf-8");
    said = from_lang(hints.lang);
    return said != NULL ? said : from_runs(doc->bytes);
}

/* Sequences that chance does not make of text in another encoding. */
enum { BEYOND_CHANCE = 8 };

/* *state becomes what cd_utf8_look() says of doc->bytes. */
static const struct cd_charset *
choose(struct cd_doc *doc, struct cd_utf8_state *state)
{
    const struct cd_charset *charset = from_mark(doc->bytes);
    bool escapes;

    *state = cd_utf8_look(doc->bytes);
    if (charset == NULL)
        charset = from_nuls(doc->bytes);
    if (charset != NULL)
        return charset;
    escapes = state->controls > 0 &&
              memchr(doc->bytes.p, '\x1B', doc->bytes.n) != NULL;
    if (state->bad == 0 && !escapes &&
        (state->multibyte >= BEYOND_CHANCE || state->multibyte == 0))
        return by_name("utf-8");
    return from_page(doc, state);
}

/* ---- decoding --------------------------------------------------------- */

struct output {
    char *p;
    size_t n, room;
};

/* A byte that the encoding does not have: windows-125x pages mean C1 controls
 * by it, as the WHATWG tables do, and everything else is bad. */
static void
put_bad(struct output *out, const struct cd_charset *charset,
        unsigned char byte, size_t *bad)
{
    bool control =
        charset->kind == CD_CHARSET_SINGLE && byte >= 0x80 && byte < 0xA0;

    out->n += cd_utf8_put(out->p + out->n, control ? byte : CD_UTF8_BAD);
    *bad += !control;
}

/* bytes through iconv; out has room for three bytes a byte. */
static void
convert(iconv_t way, struct output *out, const struct cd_charset *charset,
        struct cd_str bytes, size_t *bad)
{
    const size_t step = charset->kind == CD_CHARSET_UTF16 ? 2 : 1;
    char *in = (char *)(uintptr_t)bytes.p; /* iconv does not write to it */
    size_t left = bytes.n;

    while (left > 0) {
        char *to = out->p + out->n;
        size_t room = out->room - out->n, skip;

        iconv(way, &in, &left, &to, &room);
        out->n = (size_t)(to - out->p);
        if (left == 0)
            break;
        put_bad(out, charset, (unsigned char)*in, bad);
        skip = left < step ? left : step;
        in += skip;
        left -= skip;
    }
}

static struct cd_str
decode(struct cd_arena *arena, const struct cd_charset *charset,
       struct cd_str bytes, size_t *bad)
{
    struct output out = { .room = bytes.n * 3 + 16 };
    iconv_t way = iconv_open("UTF-8", charset->iconv);

    if (way == (iconv_t)-1)
        return bytes; /* mended as UTF-8 */
    out.p = cd_arena_bytes(arena, out.room);
    convert(way, &out, charset, bytes, bad);
    iconv_close(way);
    return (struct cd_str){ out.p, out.n };
}

/* Without a byte order mark. */
static struct cd_str
unmark(struct cd_str bytes)
{
    size_t n = cd_str_starts(bytes, CD_STR("\xEF\xBB\xBF")) ? 3 : 0;

    return cd_str_sub(bytes, n, bytes.n);
}

/* Controls that no text has, more than 2 % of the first 64 KB? */
static bool
is_binary(struct cd_str page, const struct cd_utf8_state *state)
{
    static const struct cd_str marks[] = {
        { "%PDF-", 5 },   { "\x1F\x8B\x08", 3 }, { "PK\x03\x04", 4 },
        { "\x89PNG", 4 }, { "\xFF\xD8\xFF", 3 }, { "GIF8", 4 },
    };
    size_t n = page.n < 65536 ? page.n : 65536, controls = 0;

    for (size_t i = 0; i < CD_COUNT(marks); i++) {
        if (cd_str_starts(page, marks[i]))
            return true;
    }
    if (state->controls == 0)
        return false;
    for (size_t i = 0; i < n; i++)
        controls += page.p[i] != '\0' && (unsigned char)page.p[i] < 0x20 &&
                    !cd_ascii_is_space(page.p[i]);
    return controls > 8 && controls * 50 > n;
}

enum cd_status
cd_charset_decode(struct cd_doc *doc, struct cd_error *err)
{
    const struct cd_charset *charset;
    struct cd_utf8_state state;
    size_t bad = 0;

    if (doc->bytes.n == 0)
        return cd_fail(err, CD_SKIP, "empty document");
    charset = choose(doc, &state);
    doc->page = doc->bytes;
    doc->encoding = cd_str_of(charset->name);
    if (charset->kind != CD_CHARSET_UTF8) {
        doc->page = decode(&doc->arena, charset, doc->bytes, &bad);
        state = cd_utf8_look(doc->page);
    }
    doc->page = unmark(doc->page);
    if (is_binary(doc->page, &state))
        return cd_fail(err, CD_SKIP, "binary bytes, not text");
    if (state.bad + state.controls > 0)
        doc->page = cd_utf8_mend(&doc->arena, doc->page, &state);
    doc->account.bad_bytes = bad + state.bad + state.controls;
    return CD_OK;
}
