/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSONL: a record a line.  The feeding thread only looks for the end of the
 * line; a worker takes the record apart.
 *
 * Fields that Copydesk knows and finds in the type that it wants become parts
 * of the document; every other field goes to doc->extra, byte by byte as it
 * came.
 */
#include "base/json.h"
#include "corpus/input/json_scan.h"
#include "corpus/input/reader.h"

/* A line that starts like a record: { and then a quote or }. */
static bool
is_record(struct cd_str line)
{
    line = cd_reader_head(line);
    if (line.n == 0 || line.p[0] != '{')
        return false;
    line = cd_reader_head(cd_str_sub(line, 1, line.n));
    return line.n == 0 || line.p[0] == '"' || line.p[0] == '}';
}

/* The first line is one, or half of the lines are: the first may be broken. */
static int
bid(struct cd_str head)
{
    size_t lines = 0, records = 0;

    if (is_record(head))
        return 80;
    for (size_t at = 0, end; at < head.n; at = end + 1) {
        end = cd_str_find(head, CD_STR("\n"), at);
        if (end == SIZE_MAX)
            break;
        lines++;
        records += end - at > 1 && is_record(cd_str_sub(head, at, end));
    }
    return records > 0 && records * 2 >= lines ? 70 : 0;
}

/* Where the line ends that the window begins with: at LF or a CR by itself,
 * which no JSON string holds.  SIZE_MAX: not within the first limit bytes. */
static size_t
line_end(struct cd_stream *stream, size_t limit)
{
    size_t seen = 0;

    for (;;) {
        struct cd_str view = cd_stream_view(stream);
        const char *lf =
            view.n > seen ? memchr(view.p + seen, '\n', view.n - seen) : NULL;
        size_t to = lf != NULL ? (size_t)(lf - view.p) : view.n;
        const char *cr =
            to > seen ? memchr(view.p + seen, '\r', to - seen) : NULL;

        if (cr != NULL)
            return (size_t)(cr - view.p);
        if (lf != NULL)
            return to;
        seen = view.n;
        if (seen > limit)
            return SIZE_MAX;
        while (!cd_stream_more(stream)) {
            if (cd_stream_stop(stream) != CD_STOP_MEMBER)
                return seen;
            cd_stream_pass(stream);
        }
    }
}

static void
skip_line_end(struct cd_reading *reading)
{
    struct cd_stream *stream = reading->stream;
    struct cd_str view;

    reading->line++;
    if (cd_stream_need(stream, 2) == 0)
        return;
    view = cd_stream_view(stream);
    if (view.p[0] == '\r' && view.n > 1 && view.p[1] == '\n')
        cd_stream_take(stream, 2);
    else if (view.p[0] == '\r' || view.p[0] == '\n')
        cd_stream_take(stream, 1);
}

/* A line over the limit, without ever holding it. */
static enum cd_status
skip_monster(struct cd_reading *reading, size_t end, struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;
    uint64_t from = cd_stream_offset(stream);

    while (end == SIZE_MAX) {
        cd_stream_take(stream, cd_stream_view(stream).n);
        end = line_end(stream, 0);
    }
    cd_stream_take(stream, end);
    skip_line_end(reading);
    return cd_fail(err, CD_SKIP, "line of %llu bytes is over --max-doc",
                   (unsigned long long)(cd_stream_offset(stream) - from));
}

static bool
is_blank(struct cd_str line)
{
    return cd_reader_head(line).n == 0;
}

static enum cd_status
next(struct cd_reading *reading, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_stream *stream = reading->stream;
    size_t limit = reading->settings->max_doc;

    for (;;) {
        size_t end = line_end(stream, limit);
        struct cd_str line = { cd_stream_view(stream).p, end };
        bool cut = end == cd_stream_view(stream).n &&
                   cd_stream_stop(stream) == CD_STOP_LOST;

        doc->line = reading->line + 1;
        doc->offset = cd_stream_offset(stream);
        if (end == SIZE_MAX || end > limit)
            return skip_monster(reading, end, err);
        if (cut) {
            cd_stream_take(stream, end);
            return cd_reader_lost(reading, err);
        }
        if (!is_blank(line))
            doc->bytes = cd_arena_copy(&doc->arena, line);
        else if (end == cd_stream_view(stream).n)
            return CD_END;
        cd_stream_take(stream, end);
        skip_line_end(reading);
        if (doc->bytes.p != NULL)
            return CD_OK;
    }
}

/* The fields that may hold the page. */
enum page { PAGE_HTML, PAGE_TEXT, PAGE_RAW, PAGE_MARKDOWN, PAGE_COUNT };

/* What is being put together from a record. */
struct record {
    const struct cd_settings *settings;
    struct cd_doc *doc;
    struct cd_str id;
    struct cd_json_member pages[PAGE_COUNT];
    struct cd_buf extra;
};

static bool
is_string(struct cd_str value)
{
    return value.n > 0 && value.p[0] == '"';
}

static struct cd_str
text_of(struct record *record, struct cd_str value)
{
    struct cd_arena *arena = &record->doc->arena;

    return cd_reader_utf8(arena, cd_json_text(arena, value));
}

/* Metadata that a record may give, each a string. */
static struct cd_str *
given(struct cd_doc *doc, struct cd_str name)
{
#define GIVEN(name)                                                            \
    {                                                                          \
#name, offsetof(struct cd_doc, given.name.value)                       \
    }
    static const struct {
        const char *name;
        size_t offset;
    } rows[] = {
        GIVEN(title),    GIVEN(byline), GIVEN(published),
        GIVEN(language), GIVEN(site),   { "url", offsetof(struct cd_doc, url) },
    };
#undef GIVEN
    for (size_t i = 0; i < CD_COUNT(rows); i++) {
        if (cd_str_is(name, rows[i].name))
            return (struct cd_str *)((char *)doc + rows[i].offset);
    }
    return NULL;
}

static const char *
page_name(const struct cd_settings *settings, enum page page)
{
    static const char *const names[PAGE_COUNT] = { "html", "text", "raw",
                                                   "markdown" };

    if (page == PAGE_HTML && settings->html_field != NULL)
        return settings->html_field;
    if (page == PAGE_TEXT && settings->text_field != NULL)
        return settings->text_field;
    return names[page];
}

static enum page
page_of(const struct cd_settings *settings, struct cd_str name)
{
    int page = 0;

    while (page < PAGE_COUNT &&
           !cd_str_is(name, page_name(settings, (enum page)page)))
        page++;
    return (enum page)page;
}

static void
add_extra(struct record *record, const struct cd_json_member *member)
{
    struct cd_buf *extra = &record->extra;
    struct cd_arena *arena = &record->doc->arena;

    if (member->name.p == NULL)
        return;
    cd_buf_puts(extra, extra->n > 0 ? ",\"" : "{\"");
    cd_buf_add(extra, cd_reader_utf8(arena, member->name));
    cd_buf_puts(extra, "\":");
    cd_buf_add(extra, cd_reader_utf8(arena, member->value));
}

static struct cd_str
name_of(struct record *record, const struct cd_json_member *member)
{
    struct cd_str quoted = { member->name.p - 1, member->name.n + 2 };

    return cd_json_text(&record->doc->arena, quoted);
}

/* Of two members of one name the later one counts, as in most readers. */
static void
sort_member(struct record *record, const struct cd_json_member *member)
{
    struct cd_str name = name_of(record, member);
    const char *id = record->settings->id_field;
    bool string = is_string(member->value);
    enum page page = PAGE_COUNT;
    struct cd_str *place;

    if (cd_str_is(name, id != NULL ? id : "id"))
        record->id = member->value;
    else if (string && (page = page_of(record->settings, name)) != PAGE_COUNT)
        record->pages[page] = *member;
    else if (string && (place = given(record->doc, name)) != NULL)
        *place = text_of(record, member->value);
    else
        add_extra(record, member);
}

static void
set_id(struct record *record)
{
    struct cd_doc *doc = record->doc;
    struct cd_str id = cd_reader_utf8(&doc->arena, record->id);

    if (id.p == NULL || cd_str_is(id, "null"))
        return;
    doc->id_json = id;
    doc->id = is_string(id) ? text_of(record, id) : id;
}

static enum cd_format
format_of(const struct cd_settings *settings, enum page page,
          struct cd_str bytes)
{
    if (page == PAGE_HTML)
        return CD_FORMAT_HTML;
    if (page == PAGE_RAW)
        return cd_reader_format(settings, cd_reader_first(bytes));
    if (!settings->clean)
        return CD_FORMAT_CLEAN;
    return page == PAGE_MARKDOWN ? CD_FORMAT_MARKDOWN : CD_FORMAT_TEXT;
}

/* The page of a record: HTML before text, but text where texts are clean. */
static bool
choose_page(struct record *record)
{
    static const enum page orders[2][PAGE_COUNT] = {
        { PAGE_TEXT, PAGE_MARKDOWN, PAGE_HTML, PAGE_RAW },
        { PAGE_HTML, PAGE_RAW, PAGE_MARKDOWN, PAGE_TEXT },
    };
    const enum page *order = orders[record->settings->clean != 0];
    struct cd_doc *doc = record->doc;
    bool found = false;

    doc->bytes = (struct cd_str){ NULL, 0 };
    for (int i = 0; i < PAGE_COUNT; i++) {
        const struct cd_json_member *member = &record->pages[order[i]];

        if (member->name.p == NULL)
            continue;
        if (found) {
            add_extra(record, member);
            continue;
        }
        found = true;
        doc->bytes = cd_json_text(&doc->arena, member->value);
        doc->format = format_of(record->settings, order[i], doc->bytes);
    }
    return found;
}

static void
finish_extra(struct record *record)
{
    if (record->extra.n > 0) {
        cd_buf_putc(&record->extra, '}');
        record->doc->extra =
            cd_arena_copy(&record->doc->arena, cd_buf_str(&record->extra));
    }
    cd_buf_release(&record->extra);
}

static enum cd_status
decode(const struct cd_settings *settings, struct cd_doc *doc,
       struct cd_error *err)
{
    struct record record = { .settings = settings, .doc = doc };
    struct cd_json_scan scan = { .text = cd_reader_head(doc->bytes) };
    size_t before = doc->bytes.n - scan.text.n;
    struct cd_json_member member;
    bool found;

    while (cd_json_member(&scan, &member))
        sort_member(&record, &member);
    set_id(&record);
    if (scan.why != NULL) {
        cd_buf_release(&record.extra);
        return cd_fail(err, CD_SKIP, "not JSON: %s, at byte %zu of the line",
                       scan.why, before + scan.at);
    }
    found = choose_page(&record);
    finish_extra(&record);
    if (!found)
        return cd_fail(err, CD_SKIP,
                       "no page: no string in '%.60s', '%.60s', 'raw' or "
                       "'markdown' (--html-field, --text-field)",
                       page_name(settings, PAGE_HTML),
                       page_name(settings, PAGE_TEXT));
    return CD_OK;
}

const struct cd_reader cd_reader_jsonl = {
    .name = "jsonl", .bid = bid, .next = next, .decode = decode
};
