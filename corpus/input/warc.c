/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/input/warc.h"

#include "base/ascii.h"
#include "corpus/input/http.h"

enum { HEAD_MAX = 1 << 20 };

bool
cd_warc_is_start(struct cd_str text)
{
    size_t at = 8;

    if (text.n < 12 || !cd_str_starts(text, CD_STR("WARC/")) ||
        !cd_ascii_is_digit(text.p[5]) || text.p[6] != '.' ||
        !cd_ascii_is_digit(text.p[7]))
        return false;
    at += text.p[at] == '\r';
    return text.p[at] == '\n' && cd_ascii_is_alpha(text.p[at + 1]);
}

size_t
cd_warc_find(struct cd_str text, size_t from)
{
    for (;; from++) {
        from = cd_str_find(text, CD_STR("WARC/"), from);
        if (from == SIZE_MAX)
            return SIZE_MAX;
        if ((from == 0 || text.p[from - 1] == '\n') &&
            cd_warc_is_start(cd_str_sub(text, from, text.n)))
            return from;
    }
}

size_t
cd_warc_blanks(struct cd_str text)
{
    size_t n = 0;

    while (n < text.n && (cd_ascii_is_space(text.p[n]) || !text.p[n]))
        n++;
    return n;
}

static bool
read_length(struct cd_str text, uint64_t *length)
{
    *length = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (!cd_ascii_is_digit(text.p[i]) || *length > INT64_MAX / 16)
            return false;
        *length = *length * 10 + (uint64_t)(text.p[i] - '0');
    }
    return text.n > 0;
}

static struct cd_str
without_angles(struct cd_str text)
{
    if (text.n >= 2 && text.p[0] == '<' && text.p[text.n - 1] == '>')
        return cd_str_sub(text, 1, text.n - 1);
    return text;
}

static void
parse_head(struct cd_str head, struct cd_warc *warc)
{
    const struct {
        struct cd_str name;
        struct cd_str *value;
    } rows[] = {
        { CD_STR("warc-type"), &warc->type },
        { CD_STR("warc-target-uri"), &warc->uri },
        { CD_STR("warc-date"), &warc->date },
        { CD_STR("warc-record-id"), &warc->id },
        { CD_STR("content-type"), &warc->media },
        { CD_STR("content-length"), &warc->length_text },
    };
    struct cd_str name, value;

    cd_http_header(&head, &name, &value); /* the version */
    while (cd_http_header(&head, &name, &value)) {
        for (size_t i = 0; i < CD_COUNT(rows); i++) {
            if (cd_str_eq_nocase(name, rows[i].name))
                *rows[i].value = value;
        }
    }
    warc->uri = without_angles(warc->uri);
    warc->id = without_angles(warc->id);
    warc->known = read_length(warc->length_text, &warc->length);
}

enum cd_status
cd_warc_read(struct cd_stream *stream, struct cd_arena *arena,
             struct cd_warc *warc, struct cd_error *err)
{
    size_t seen = 0, end;

    for (;;) {
        struct cd_str view = cd_stream_view(stream);

        end = cd_http_head_end(view, seen > 4 ? seen - 4 : 0);
        if (end != SIZE_MAX)
            break;
        seen = view.n;
        if (seen > HEAD_MAX)
            return cd_fail(err, CD_SKIP, "WARC header without end");
        if (!cd_stream_more(stream))
            return cd_fail(err, CD_SKIP, "truncated in the WARC header");
    }
    *warc = (struct cd_warc){ .head = end };
    parse_head(cd_arena_copy(arena, cd_str_sub(cd_stream_view(stream), 0, end)),
               warc);
    return CD_OK;
}

static bool
one_of(struct cd_str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (cd_str_eq_nocase(word, cd_str_of(words[i])))
            return true;
    }
    return false;
}

/* May a page come as this media type?  What says nothing may. */
static bool
is_page_type(struct cd_str type)
{
    static const char *const types[] = { "",
                                         "text/html",
                                         "application/xhtml+xml",
                                         "text/plain",
                                         "text/markdown",
                                         "text/x-html",
                                         "application/octet-stream",
                                         "unknown/unknown",
                                         "*/*" };

    return one_of(cd_http_media(type), types, CD_COUNT(types));
}

static bool
is_html_type(struct cd_str type)
{
    static const char *const types[] = { "text/html", "application/xhtml+xml",
                                         "text/x-html" };

    return one_of(cd_http_media(type), types, CD_COUNT(types));
}

static enum cd_format
format_of(struct cd_str type)
{
    if (cd_str_eq_nocase(cd_http_media(type), CD_STR("text/markdown")))
        return CD_FORMAT_MARKDOWN;
    return is_html_type(type) ? CD_FORMAT_HTML : CD_FORMAT_TEXT;
}

enum cd_passed
cd_warc_passed(const struct cd_warc *warc, struct cd_str block,
               struct cd_doc *doc)
{
    static const char *const types[] = { "response", "resource", "conversion" };
    struct cd_str type = warc->media, charset;
    struct cd_http http;

    if (cd_str_eq_nocase(warc->type, CD_STR("revisit")))
        return CD_PASSED_REVISIT;
    if (!one_of(warc->type, types, CD_COUNT(types)))
        return CD_PASSED_RECORD_TYPE;
    if (cd_http_parse(block, &http)) {
        type = http.type;
        if (http.status >= 300)
            return CD_PASSED_HTTP_STATUS;
    } else if (cd_str_eq_nocase(warc->type, CD_STR("response")) &&
               cd_str_starts(warc->uri, CD_STR("dns:"))) {
        return CD_PASSED_RECORD_TYPE;
    } else if (cd_str_eq_nocase(cd_http_media(type),
                                CD_STR("application/http"))) {
        type = CD_STR("");
    }
    if (!is_page_type(type))
        return CD_PASSED_CONTENT_TYPE;
    charset = cd_http_charset(type);
    if (charset.p != NULL) /* the window will move */
        doc->charset =
            cd_reader_utf8(&doc->arena, cd_arena_copy(&doc->arena, charset));
    doc->format = format_of(type);
    return CD_PASSED_COUNT;
}
