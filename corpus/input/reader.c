/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/input/reader.h"

#include "base/json.h"
#include "base/utf8.h"
#include "corpus/input/magic.h"

static const struct cd_reader *const readers[] = {
#define X(name) &cd_reader_##name,
    CD_READERS(X)
#undef X
};

const char *const cd_passed_names[] = {
#define X(name, text) text,
    CD_PASSED(X)
#undef X
};

const struct cd_reader *
cd_reader_of(enum cd_input_format format)
{
    return readers[format - 1];
}

const struct cd_reader *
cd_reader_find(struct cd_str head, struct cd_error *err)
{
    const struct cd_reader *best = NULL;
    const char *kind = cd_magic_kind(head);
    int most = 0;

    for (size_t i = 0; kind == NULL && i < CD_COUNT(readers); i++) {
        int bid = readers[i]->bid(head);

        if (bid > most) {
            most = bid;
            best = readers[i];
        }
    }
    if (kind != NULL)
        cd_fail(err, CD_SKIP, "not a page but %s", kind);
    else if (best == NULL)
        cd_fail(err, CD_SKIP, "not a page: binary data");
    return best;
}

enum cd_status
cd_reader_lost(struct cd_reading *reading, struct cd_error *err)
{
    struct cd_lost lost = *cd_stream_lost(reading->stream);

    cd_stream_pass(reading->stream);
    return cd_fail(err, CD_SKIP, "lost bytes %llu to %llu of the file: %s",
                   (unsigned long long)lost.start, (unsigned long long)lost.end,
                   lost.why);
}

const struct cd_reader *
cd_reader_choose(struct cd_reading *reading, struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;
    struct cd_str head;

    while (cd_stream_need(stream, CD_READER_HEAD) == 0 &&
           cd_stream_stop(stream) == CD_STOP_MEMBER)
        cd_stream_pass(stream); /* empty members */
    head = cd_stream_view(stream);
    if (head.n == 0 && cd_stream_stop(stream) == CD_STOP_LOST)
        cd_reader_lost(reading, err);
    else if (head.n == 0)
        cd_fail(err, CD_SKIP, "empty");
    else
        return cd_reader_find(cd_reader_first(head), err);
    return NULL;
}

enum cd_format
cd_reader_format(const struct cd_settings *settings, struct cd_str head)
{
    enum cd_input_format input = settings->input_format;
    int html = cd_reader_html.bid(head),
        markdown = cd_reader_markdown.bid(head);

    if (input == CD_INPUT_HTML ||
        (input == CD_INPUT_AUTO && html > 0 && html >= markdown))
        return CD_FORMAT_HTML;
    if (!settings->clean)
        return CD_FORMAT_CLEAN;
    if (input == CD_INPUT_MARKDOWN || (input == CD_INPUT_AUTO && markdown > 0))
        return CD_FORMAT_MARKDOWN;
    return CD_FORMAT_TEXT;
}

/* A file of known size: from the system right to its place. */
static void
read_plain(struct cd_stream *stream, size_t n, struct cd_doc *doc)
{
    char *p = cd_arena_bytes(&doc->arena, n + 1);

    n = cd_stream_fill(stream, p, n);
    p[n] = '\0';
    doc->bytes = (struct cd_str){ p, n };
}

/* Behind the members of a compressed file, to the end, to damage, or until
 * there are too many bytes. */
static void
read_members(struct cd_stream *stream, size_t enough, struct cd_doc *doc)
{
    while (cd_stream_need(stream, enough) < enough &&
           cd_stream_stop(stream) == CD_STOP_MEMBER)
        cd_stream_pass(stream);
    if (cd_stream_view(stream).n < enough)
        doc->bytes = cd_arena_copy(&doc->arena, cd_stream_view(stream));
}

enum cd_status
cd_reader_whole(struct cd_reading *reading, struct cd_doc *doc,
                struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;
    size_t most = reading->settings->max_doc;
    uint64_t rest = cd_stream_rest(stream);
    size_t held = cd_stream_view(stream).n;

    if (reading->done)
        return CD_END;
    reading->done = true;
    if (rest > 0 && held <= most && rest <= most - held)
        read_plain(stream, held + (size_t)rest, doc);
    else if (rest == 0)
        read_members(stream, most + 1, doc);
    if (doc->bytes.p == NULL)
        return cd_fail(err, CD_SKIP, "more than %zu bytes (--max-doc)", most);
    if (cd_stream_stop(stream) == CD_STOP_LOST)
        return cd_reader_lost(reading, err);
    if (doc->bytes.n == 0)
        return cd_fail(err, CD_SKIP, "empty");
    return CD_OK;
}

void
cd_reader_forget(struct cd_doc *doc)
{
    *doc = (struct cd_doc){ .arena = doc->arena, .number = doc->number };
}

void
cd_reader_id(struct cd_doc *doc, struct cd_str text)
{
    struct cd_buf quoted = { 0 };

    doc->id = text;
    cd_json_str(&quoted, text);
    doc->id_json = cd_buf_into(&quoted, &doc->arena);
}

void
cd_reader_name(struct cd_doc *doc)
{
    struct cd_str name = doc->id;

    if (doc->id_json.p != NULL)
        return;
    if (doc->line > 0)
        name = cd_arena_printf(&doc->arena, "%.*s#%llu", (int)name.n, name.p,
                               (unsigned long long)doc->line);
    cd_reader_id(doc, name);
}

struct cd_str
cd_reader_utf8(struct cd_arena *arena, struct cd_str text)
{
    char *out;
    size_t n = 0;

    if (text.p == NULL || cd_utf8_valid(text) == text.n)
        return text;
    out = cd_arena_bytes(arena, text.n * 3);
    for (size_t at = 0; at < text.n;)
        n += cd_utf8_put(out + n, cd_utf8_next(text, &at));
    return (struct cd_str){ out, n };
}

struct cd_str
cd_reader_head(struct cd_str head)
{
    if (cd_str_starts(head, CD_STR("\xEF\xBB\xBF")))
        head = cd_str_sub(head, 3, head.n);
    while (head.n > 0 &&
           (*head.p == ' ' || (*head.p >= '\t' && *head.p <= '\r')))
        head = cd_str_sub(head, 1, head.n);
    return head;
}
