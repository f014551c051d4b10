/* SPDX-License-Identifier: Apache-2.0 */
/*
 * WARC 1.0 and 1.1 (ISO 28500): the pages of a web archive.
 *
 * Archives in the wild lie about lengths, end early and have holes.  A record
 * counts only where its end is where its Content-Length says; otherwise the
 * next record or compressed member is looked for, and what lies between is
 * reported with its place.
 */
#include "base/ascii.h"
#include "corpus/http.h"
#include "corpus/magic.h"
#include "corpus/reader.h"

enum { HEAD_MAX = 1 << 20, HTTP_HEAD = 1 << 16, TAIL = 16 };

/* The headers of a record that matter here. */
struct warc {
    struct cd_str type, uri, date, id, media, length_text;
    uint64_t length;
    bool known;  /* is the length readable? */
    size_t head; /* bytes of the header with its blank line */
};

static int
bid(struct cd_str head)
{
    return cd_str_starts(cd_reader_head(head), CD_STR("WARC/")) ? 100 : 0;
}

/* "WARC/1.0" and a line end, with a header behind it. */
static bool
is_record_start(struct cd_str text)
{
    size_t at = 8;

    if (text.n < 12 || !cd_str_starts(text, CD_STR("WARC/")) ||
        !cd_ascii_is_digit(text.p[5]) || text.p[6] != '.' ||
        !cd_ascii_is_digit(text.p[7]))
        return false;
    at += text.p[at] == '\r';
    return text.p[at] == '\n' && cd_ascii_is_alpha(text.p[at + 1]);
}

/* Offset of the next record's first byte at or after from, SIZE_MAX if none is
 * in text. */
static size_t
find_record(struct cd_str text, size_t from)
{
    for (;; from++) {
        from = cd_str_find(text, CD_STR("WARC/"), from);
        if (from == SIZE_MAX)
            return SIZE_MAX;
        if ((from == 0 || text.p[from - 1] == '\n') &&
            is_record_start(cd_str_sub(text, from, text.n)))
            return from;
    }
}

/* Line ends and zeros at the start of text. */
static size_t
count_blanks(struct cd_str text)
{
    size_t n = 0;

    while (n < text.n && (cd_ascii_is_space(text.p[n]) || !text.p[n]))
        n++;
    return n;
}

/* Behind line ends and zeros between records. */
static void
skip_blanks(struct cd_stream *stream)
{
    for (;;) {
        struct cd_str view;
        size_t n;

        if (cd_stream_need(stream, TAIL) == 0)
            return;
        view = cd_stream_view(stream);
        n = count_blanks(view);
        cd_stream_take(stream, n);
        if (n < view.n)
            return;
    }
}

/* Moves to the next record, or to the stop before it; returns the bytes
 * passed. */
static uint64_t
resync(struct cd_stream *stream)
{
    uint64_t from = cd_stream_offset(stream);

    for (;;) {
        struct cd_str view = cd_stream_view(stream);
        size_t at = find_record(view, 0);
        size_t keep = view.n < TAIL ? view.n : TAIL;

        if (at != SIZE_MAX) {
            cd_stream_take(stream, at);
            break;
        }
        /* a start may lie across the end of the window */
        cd_stream_take(stream, view.n - keep);
        if (!cd_stream_more(stream)) {
            cd_stream_take(stream, cd_stream_view(stream).n);
            break;
        }
    }
    return cd_stream_offset(stream) - from;
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
parse_head(struct cd_str head, struct warc *warc)
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

/* The header at the window's start, copied so that the window may move. */
static enum cd_status
read_head(struct cd_stream *stream, struct cd_doc *doc, struct warc *warc,
          struct cd_error *err)
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
    *warc = (struct warc){ .head = end };
    parse_head(
        cd_arena_copy(&doc->arena, cd_str_sub(cd_stream_view(stream), 0, end)),
        warc);
    doc->url = cd_reader_utf8(&doc->arena, warc->uri);
    doc->fetched = cd_reader_utf8(&doc->arena, warc->date);
    if (warc->id.n > 0)
        cd_reader_id(doc, cd_reader_utf8(&doc->arena, warc->id));
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

/* Is the record a page by its headers?  CD_PASSED_COUNT: yes, and the format is
 * set from its type. */
static enum cd_passed
not_a_page(const struct warc *warc, struct cd_str block, struct cd_doc *doc)
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
    doc->format = is_html_type(type) ? CD_FORMAT_HTML : CD_FORMAT_TEXT;
    return CD_PASSED_COUNT;
}

/* Does a record end where rest begins: nothing but line ends up to the next
 * record or the stop? */
static bool
ends_here(struct cd_str rest)
{
    size_t n = count_blanks(rest);

    return n == rest.n || (n > 0 && cd_str_starts(cd_str_sub(rest, n, rest.n),
                                                  CD_STR("WARC/")));
}

/* A block that is shorter than its record says. */
static enum cd_status
short_block(struct cd_reading *reading, const struct warc *warc,
            struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;
    struct cd_str view = cd_stream_view(stream);
    size_t inner = find_record(view, 0);

    if (inner != SIZE_MAX) {
        cd_stream_take(stream, inner);
        return cd_fail(err, CD_SKIP,
                       "Content-Length %llu is wrong: the next record begins "
                       "after %zu bytes",
                       (unsigned long long)warc->length, inner);
    }
    cd_stream_take(stream, view.n);
    if (cd_stream_stop(stream) == CD_STOP_LOST)
        return cd_reader_lost(reading, err);
    return cd_fail(err, CD_SKIP,
                   "truncated: it ends before the %llu bytes of its "
                   "Content-Length",
                   (unsigned long long)warc->length);
}

/* Passes over a block that is too large to be held; records inside it are
 * found again, for the length may be wrong. */
static enum cd_status
skip_monster(struct cd_reading *reading, const struct warc *warc,
             enum cd_passed passed, struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;
    uint64_t left = warc->length;

    while (left > 0) {
        struct cd_str view = cd_stream_view(stream);
        size_t n = view.n < left ? view.n : (size_t)left;
        size_t inner = find_record((struct cd_str){ view.p, n }, 0);

        if (inner != SIZE_MAX ||
            (n < TAIL && n < left && !cd_stream_more(stream)))
            return short_block(reading, warc, err);
        if (n < left && n >= TAIL)
            n -= TAIL - 1;
        else if (n < left)
            continue;
        cd_stream_take(stream, n);
        left -= n;
        cd_stream_need(stream, TAIL);
    }
    if (passed == CD_PASSED_COUNT)
        return cd_fail(err, CD_SKIP, "document of %llu bytes is over --max-doc",
                       (unsigned long long)warc->length);
    reading->passed[passed]++;
    return CD_OK;
}

/*
 * The end of the block in the window.  Where Content-Length is too small it is
 * the start of the next record or the stop; 0: none within the limit.
 */
static size_t
block_end(struct cd_reading *reading, const struct warc *warc)
{
    struct cd_stream *stream = reading->stream;
    size_t length = (size_t)warc->length, seen = length;
    struct cd_str view;

    cd_stream_need(stream, length + TAIL);
    view = cd_stream_view(stream);
    if (ends_here(cd_str_sub(view, length, view.n)))
        return length;
    for (;;) {
        size_t at = find_record(view, seen);

        if (at != SIZE_MAX)
            return at;
        if (view.n > reading->settings->max_doc)
            return 0;
        seen = view.n > TAIL ? view.n - TAIL : 0;
        if (seen < length)
            seen = length;
        if (!cd_stream_more(stream))
            return cd_stream_view(stream).n;
        view = cd_stream_view(stream);
    }
}

/* The block of a record is in the window, complete by its length. */
static enum cd_status
take_block(struct cd_reading *reading, const struct warc *warc,
           enum cd_passed passed, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;
    size_t end = block_end(reading, warc);
    struct cd_str view = cd_stream_view(stream);
    size_t inner = SIZE_MAX;

    if (end != warc->length)
        inner = find_record(cd_str_sub(view, 0, (size_t)warc->length), 0);
    if (inner != SIZE_MAX)
        return short_block(reading, warc, err);
    if (end == 0 && warc->length > 0) {
        resync(stream);
        return cd_fail(err, CD_SKIP, "no record follows where this one ends");
    }
    if (cd_stream_stop(stream) == CD_STOP_LOST &&
        count_blanks(cd_str_sub(view, end, view.n)) == view.n - end) {
        cd_stream_take(stream, view.n);
        return cd_reader_lost(reading, err);
    }
    if (passed == CD_PASSED_COUNT)
        doc->bytes = cd_arena_copy(&doc->arena, cd_str_sub(view, 0, end));
    else
        reading->passed[passed]++;
    cd_stream_take(stream, end);
    return CD_OK;
}

/* doc->bytes stays absent where the record was passed over. */
static enum cd_status
read_block(struct cd_reading *reading, const struct warc *warc,
           struct cd_doc *doc, struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;
    size_t most = reading->settings->max_doc;
    size_t n = warc->length < HTTP_HEAD ? (size_t)warc->length : HTTP_HEAD;
    struct cd_str block;
    enum cd_passed passed;

    cd_stream_need(stream, n);
    block = cd_stream_view(stream);
    if (block.n > n)
        block.n = n;
    passed = not_a_page(warc, block, doc);
    if (warc->length > most)
        return skip_monster(reading, warc, passed, err);
    if (cd_stream_need(stream, (size_t)warc->length) < warc->length)
        return short_block(reading, warc, err);
    return take_block(reading, warc, passed, doc, err);
}

/* Nothing is left before damage. */
static bool
is_lost(const struct cd_stream *stream)
{
    return cd_stream_view(stream).n == 0 &&
           cd_stream_stop(stream) == CD_STOP_LOST;
}

/* At a record's first byte. */
static enum cd_status
read_record(struct cd_reading *reading, struct cd_doc *doc,
            struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;
    struct warc warc;
    enum cd_status status = read_head(stream, doc, &warc, err);

    if (status != CD_OK) {
        cd_stream_take(stream, 5); /* not the same record again */
        resync(stream);
        return is_lost(stream) ? cd_reader_lost(reading, err) : status;
    }
    cd_stream_take(stream, warc.head);
    if (!warc.known) {
        resync(stream);
        return cd_fail(err, CD_SKIP, "bad Content-Length '%.*s'",
                       (int)(warc.length_text.n < 40 ? warc.length_text.n : 40),
                       warc.length_text.p != NULL ? warc.length_text.p : "");
    }
    return read_block(reading, &warc, doc, err);
}

/* What stands between records and is none. */
static enum cd_status
skip_garbage(struct cd_reading *reading, struct cd_error *err)
{
    uint64_t n = resync(reading->stream);

    if (is_lost(reading->stream))
        return cd_reader_lost(reading, err);
    return cd_fail(err, CD_SKIP, "%llu bytes that are no WARC record",
                   (unsigned long long)n);
}

static void
forget(struct cd_doc *doc)
{
    doc->id = doc->id_json = doc->url = doc->fetched = doc->charset =
        doc->bytes = (struct cd_str){ NULL, 0 };
}

static enum cd_status
next(struct cd_reading *reading, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;

    for (;;) {
        enum cd_status status;

        skip_blanks(stream);
        doc->offset = cd_stream_address(stream);
        if (cd_stream_view(stream).n == 0) {
            enum cd_stop stop = cd_stream_stop(stream);

            if (stop == CD_STOP_END)
                return CD_END;
            if (stop == CD_STOP_LOST)
                return cd_reader_lost(reading, err);
            cd_stream_pass(stream);
            continue;
        }
        cd_stream_need(stream, TAIL);
        if (!is_record_start(cd_stream_view(stream)))
            return skip_garbage(reading, err);
        forget(doc);
        status = read_record(reading, doc, err);
        if (status != CD_OK || doc->bytes.p != NULL)
            return status;
    }
}

/* HTTP headers off, chunks and encodings undone, and what the page is. */
static enum cd_status
decode(const struct cd_settings *settings, struct cd_doc *doc,
       struct cd_error *err)
{
    struct cd_http http;
    enum cd_status status = CD_OK;
    struct cd_str head;

    if (cd_http_parse(doc->bytes, &http))
        status = cd_http_body(&doc->arena, &http, settings->max_doc,
                              &doc->bytes, err);
    head = cd_str_sub(doc->bytes, 0, doc->bytes.n < 4096 ? doc->bytes.n : 4096);
    if (doc->format == CD_FORMAT_TEXT && cd_reader_html.bid(head) >= 60)
        doc->format = CD_FORMAT_HTML;
    else if (doc->format == CD_FORMAT_TEXT && !settings->clean)
        doc->format = CD_FORMAT_CLEAN;
    else if (doc->format == CD_FORMAT_TEXT && cd_reader_markdown.bid(head) > 0)
        doc->format = CD_FORMAT_MARKDOWN;
    if (status != CD_OK)
        return status;
    if (cd_magic_kind(head) != NULL)
        return cd_fail(err, CD_SKIP, "not a page but %s", cd_magic_kind(head));
    return doc->bytes.n > 0 ? CD_OK : cd_fail(err, CD_SKIP, "empty page");
}

const struct cd_reader cd_reader_warc = {
    .name = "warc", .bid = bid, .next = next, .decode = decode
};
