/* SPDX-License-Identifier: Apache-2.0 */
/*
 * WARC 1.0 and 1.1 (ISO 28500): the pages of a web archive.
 *
 * Archives in the wild lie about lengths, end early and have holes.  A record
 * counts only where its end is where its Content-Length says; otherwise the
 * next record or compressed member is looked for, and what lies between is
 * reported with its place.
 */
#include "corpus/input/http.h"
#include "corpus/input/magic.h"
#include "corpus/input/reader.h"
#include "corpus/input/warc.h"

enum { HTTP_HEAD = 1 << 16, TAIL = 16 };

static int
bid(struct cd_str head)
{
    return cd_str_starts(cd_reader_head(head), CD_STR("WARC/")) ? 100 : 0;
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
        n = cd_warc_blanks(view);
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
        size_t at = cd_warc_find(view, 0);
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

/* The header at the window's start, and what of it is the document's. */
static enum cd_status
read_head(struct cd_stream *stream, struct cd_doc *doc, struct cd_warc *warc,
          struct cd_error *err)
{
    enum cd_status status = cd_warc_read(stream, &doc->arena, warc, err);

    if (status != CD_OK)
        return status;
    doc->url = cd_reader_utf8(&doc->arena, warc->uri);
    doc->fetched = cd_reader_utf8(&doc->arena, warc->date);
    if (warc->id.n > 0)
        cd_reader_id(doc, cd_reader_utf8(&doc->arena, warc->id));
    return CD_OK;
}

/* Does a record end where rest begins: nothing but line ends up to the next
 * record or the stop? */
static bool
ends_here(struct cd_str rest)
{
    size_t n = cd_warc_blanks(rest);

    return n == rest.n || (n > 0 && cd_str_starts(cd_str_sub(rest, n, rest.n),
                                                  CD_STR("WARC/")));
}

/* A block that is shorter than its record says. */
static enum cd_status
short_block(struct cd_reading *reading, const struct cd_warc *warc,
            struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;
    struct cd_str view = cd_stream_view(stream);
    size_t inner = cd_warc_find(view, 0);

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
skip_monster(struct cd_reading *reading, const struct cd_warc *warc,
             enum cd_passed passed, struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;
    uint64_t left = warc->length;

    while (left > 0) {
        struct cd_str view = cd_stream_view(stream);
        size_t n = view.n < left ? view.n : (size_t)left;
        size_t inner = cd_warc_find((struct cd_str){ view.p, n }, 0);

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
block_end(struct cd_reading *reading, const struct cd_warc *warc)
{
    struct cd_stream *stream = reading->stream;
    size_t length = (size_t)warc->length, seen = length;
    struct cd_str view;

    cd_stream_need(stream, length + TAIL);
    view = cd_stream_view(stream);
    if (ends_here(cd_str_sub(view, length, view.n)))
        return length;
    for (;;) {
        size_t at = cd_warc_find(view, seen);

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
take_block(struct cd_reading *reading, const struct cd_warc *warc,
           enum cd_passed passed, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;
    size_t end = block_end(reading, warc);
    struct cd_str view = cd_stream_view(stream);
    size_t inner = SIZE_MAX;

    if (end != warc->length)
        inner = cd_warc_find(cd_str_sub(view, 0, (size_t)warc->length), 0);
    if (inner != SIZE_MAX)
        return short_block(reading, warc, err);
    if (end == 0 && warc->length > 0) {
        resync(stream);
        return cd_fail(err, CD_SKIP, "no record follows where this one ends");
    }
    if (cd_stream_stop(stream) == CD_STOP_LOST &&
        cd_warc_blanks(cd_str_sub(view, end, view.n)) == view.n - end) {
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
read_block(struct cd_reading *reading, const struct cd_warc *warc,
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
    passed = cd_warc_passed(warc, block, doc);
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
    struct cd_warc warc;
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
        if (!cd_warc_is_start(cd_stream_view(stream)))
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
    head = cd_reader_first(doc->bytes);
    if (doc->format == CD_FORMAT_TEXT && cd_reader_html.bid(head) >= 60)
        doc->format = CD_FORMAT_HTML;
    else if (doc->format == CD_FORMAT_TEXT && cd_reader_markdown.bid(head) > 0)
        doc->format = CD_FORMAT_MARKDOWN;
    if (doc->format != CD_FORMAT_HTML && !settings->clean)
        doc->format = CD_FORMAT_CLEAN;
    if (status != CD_OK)
        return status;
    if (cd_magic_kind(head) != NULL)
        return cd_fail(err, CD_SKIP, "not a page but %s", cd_magic_kind(head));
    return doc->bytes.n > 0 ? CD_OK : cd_fail(err, CD_SKIP, "empty page");
}

const struct cd_reader cd_reader_warc = {
    .name = "warc", .bid = bid, .next = next, .decode = decode
};
