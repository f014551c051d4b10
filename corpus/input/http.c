/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/input/http.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "corpus/input/codec.h"

enum { ENCODINGS_MAX = 4 };

size_t
cd_http_head_end(struct cd_str text, size_t from)
{
    for (;;) {
        size_t at = cd_str_find(text, CD_STR("\n"), from);

        if (at == SIZE_MAX || at + 1 >= text.n)
            return SIZE_MAX;
        if (text.p[at + 1] == '\n')
            return at + 2;
        if (at + 2 < text.n && text.p[at + 1] == '\r' && text.p[at + 2] == '\n')
            return at + 3;
        from = at + 1;
    }
}

bool
cd_http_header(struct cd_str *head, struct cd_str *name, struct cd_str *value)
{
    size_t end = cd_str_find(*head, CD_STR("\n"), 0);
    struct cd_str line = { head->p, end != SIZE_MAX ? end : head->n };
    size_t colon;

    *head = cd_str_sub(*head, end != SIZE_MAX ? end + 1 : head->n, head->n);
    line = cd_str_trim(line);
    if (line.n == 0)
        return false;
    colon = cd_str_find(line, CD_STR(":"), 0);
    if (colon == SIZE_MAX)
        colon = 0;
    *name = cd_str_trim(cd_str_sub(line, 0, colon));
    *value = cd_str_trim(cd_str_sub(line, colon > 0 ? colon + 1 : 0, line.n));
    return true;
}

static int
status_code(struct cd_str line)
{
    size_t at = cd_str_find(line, CD_STR(" "), 0);
    int code = 0;

    if (at == SIZE_MAX)
        return 0;
    for (at++; at < line.n && cd_ascii_is_digit(line.p[at]) && code < 1000;
         at++)
        code = code * 10 + (line.p[at] - '0');
    return code;
}

bool
cd_http_parse(struct cd_str message, struct cd_http *http)
{
    size_t line = cd_str_find(message, CD_STR("\n"), 0);
    size_t end = cd_http_head_end(message, 0);
    struct cd_str head, name, value;

    *http = (struct cd_http){ 0 };
    if (!cd_str_starts(message, CD_STR("HTTP/")) || line == SIZE_MAX)
        return false;
    if (end == SIZE_MAX)
        end = message.n;
    http->status = status_code(cd_str_sub(message, 0, line));
    http->body = cd_str_sub(message, end, message.n);
    head = cd_str_sub(message, line + 1, end);
    while (cd_http_header(&head, &name, &value)) {
        if (cd_str_eq_nocase(name, CD_STR("content-type")))
            http->type = value;
        else if (cd_str_eq_nocase(name, CD_STR("transfer-encoding")))
            http->transfer = value;
        else if (cd_str_eq_nocase(name, CD_STR("content-encoding")))
            http->encoding = value;
    }
    return true;
}

struct cd_str
cd_http_media(struct cd_str type)
{
    size_t end = cd_str_find(type, CD_STR(";"), 0);

    return cd_str_trim(end != SIZE_MAX ? cd_str_sub(type, 0, end) : type);
}

struct cd_str
cd_http_charset(struct cd_str type)
{
    static const struct cd_str key = { "charset=", 8 };

    for (size_t at = 0; at + key.n <= type.n; at++) {
        struct cd_str rest;
        size_t n = 0;

        if (!cd_str_eq_nocase(cd_str_sub(type, at, at + key.n), key))
            continue;
        rest = cd_str_sub(type, at + key.n, type.n);
        if (rest.n > 0 && (*rest.p == '"' || *rest.p == '\''))
            rest = cd_str_sub(rest, 1, rest.n);
        while (n < rest.n && strchr(";\"', \t", rest.p[n]) == NULL)
            n++;
        if (n > 0)
            return cd_str_sub(rest, 0, n);
    }
    return (struct cd_str){ NULL, 0 };
}

/* The size of the chunk at *at, which moves behind its line; SIZE_MAX: no size
 * stands there. */
static size_t
chunk_size(struct cd_str body, size_t *at)
{
    size_t size = 0, digits = 0, i = *at, end;

    for (; i < body.n && digits < 9; i++, digits++) {
        char c = cd_ascii_lower(body.p[i]);

        if (cd_ascii_is_digit(c))
            size = size * 16 + (size_t)(c - '0');
        else if (c >= 'a' && c <= 'f')
            size = size * 16 + (size_t)(c - 'a' + 10);
        else
            break;
    }
    end = cd_str_find(body, CD_STR("\n"), i);
    if (digits == 0 || digits > 8 || end == SIZE_MAX || end - i > 200 ||
        (i < end && strchr(";\r \t", body.p[i]) == NULL))
        return SIZE_MAX;
    *at = end + 1;
    return size;
}

/*
 * Joins the chunks.  A body that says it has chunks but has none stays as it
 * is, and so does what follows a bad size: nothing is lost to it.
 */
static struct cd_str
join_chunks(struct cd_arena *arena, struct cd_str body)
{
    char *out = cd_arena_bytes(arena, body.n + 1);
    size_t n = 0, at = 0;

    while (at < body.n) {
        size_t size = chunk_size(body, &at);

        if (size == 0)
            break;
        if (size > body.n - at) /* also where no size stands */
            size = body.n - at;
        memcpy(out + n, body.p + at, size);
        n += size;
        at += size;
        if (at < body.n && body.p[at] == '\r')
            at++;
        if (at < body.n && body.p[at] == '\n')
            at++;
    }
    return (struct cd_str){ out, n };
}

static enum cd_status
decompress(struct cd_arena *arena, const struct cd_codec *codec, size_t most,
           struct cd_str *body, struct cd_error *err)
{
    struct cd_buf out = { 0 };
    enum cd_status status = cd_codec_undo(codec, *body, most, &out, err);

    if (status == CD_OK)
        *body = cd_arena_copy(arena, cd_buf_str(&out));
    cd_buf_release(&out);
    return status;
}

/* Undoes one encoding, if the body has it. */
static enum cd_status
undo_one(struct cd_arena *arena, struct cd_str encoding, size_t most,
         struct cd_str *body, struct cd_error *err)
{
    static const char *const marked[] = { "gzip", "x-gzip", "zstd" };
    static const struct {
        const char *name;
        const struct cd_codec *codec;
    } unmarked[] = { { "deflate", &cd_codec_deflate },
                     { "br", &cd_codec_brotli } };
    static const char *const none[] = { "identity", "none", "utf-8", "" };
    const struct cd_codec *codec = cd_codec_find(*body);

    if (codec != NULL)
        return decompress(arena, codec, most, body, err);
    for (size_t i = 0; i < CD_COUNT(none); i++) {
        if (cd_str_eq_nocase(encoding, cd_str_of(none[i])))
            return CD_OK;
    }
    if (cd_str_starts(cd_str_trim(*body), CD_STR("<")))
        return CD_OK; /* undone by the crawler */
    for (size_t i = 0; i < CD_COUNT(unmarked); i++) {
        if (cd_str_eq_nocase(encoding, cd_str_of(unmarked[i].name)))
            return decompress(arena, unmarked[i].codec, most, body, err);
    }
    for (size_t i = 0; i < CD_COUNT(marked); i++) {
        if (cd_str_eq_nocase(encoding, cd_str_of(marked[i])))
            return CD_OK; /* no such data: undone as well */
    }
    return cd_fail(err, CD_SKIP, "content encoding '%.*s' is not supported",
                   (int)(encoding.n < 40 ? encoding.n : 40), encoding.p);
}

/* The last encoding was applied last and is undone first. */
static enum cd_status
undo_encodings(struct cd_arena *arena, struct cd_str list, size_t most,
               struct cd_str *body, struct cd_error *err)
{
    for (int i = 0; list.n > 0; i++) {
        size_t comma = list.n;
        enum cd_status status;

        while (comma > 0 && list.p[comma - 1] != ',')
            comma--;
        if (i == ENCODINGS_MAX)
            return cd_fail(err, CD_SKIP, "more than %d content encodings",
                           ENCODINGS_MAX);
        status = undo_one(arena, cd_str_trim(cd_str_sub(list, comma, list.n)),
                          most, body, err);
        if (status != CD_OK)
            return status;
        list = cd_str_sub(list, 0, comma > 0 ? comma - 1 : 0);
    }
    return CD_OK;
}

static bool
says_chunked(struct cd_str transfer)
{
    struct cd_str last = { "chunked", 7 };

    return transfer.n >= last.n &&
           cd_str_eq_nocase(
               cd_str_sub(transfer, transfer.n - last.n, transfer.n), last);
}

enum cd_status
cd_http_body(struct cd_arena *arena, const struct cd_http *http, size_t most,
             struct cd_str *body, struct cd_error *err)
{
    *body = http->body;
    if (says_chunked(http->transfer))
        *body = join_chunks(arena, *body);
    return undo_encodings(arena, http->encoding, most, body, err);
}
