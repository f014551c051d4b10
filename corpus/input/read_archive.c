/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pages in a tar or zip archive: each file in it is read as it would be in a
 * folder, whether it is a page, JSONL, a WARC or another archive, compressed or
 * not.
 *
 * What of the archive cannot be read is one reject with its bytes; reading goes
 * on at the next header that is whole.
 */
#include <stdlib.h>

#include "base/memory.h"
#include "corpus/input/reader.h"
#include "corpus/input/unpack.h"

enum { USTAR_AT = 257, DEPTH_MAX = 3 };

struct state {
    struct cd_unpack *in;
    struct cd_buf name; /* of the entry: ARCHIVE#PATH */
    /* the entry while it is read, if reader is set */
    const struct cd_reader *reader;
    struct cd_reading inner;
    uint64_t began; /* byte at which it begins */
    bool failed;    /* it ended with damage */
};

static int
bid(struct cd_str head)
{
    if (cd_str_starts(head, CD_STR("PK\3\4")) ||
        cd_str_starts(head, CD_STR("PK\5\6")))
        return 90;
    if (head.n > USTAR_AT &&
        cd_str_starts(cd_str_sub(head, USTAR_AT, head.n), CD_STR("ustar")))
        return 90;
    return 0;
}

static void
close_entry(struct state *state)
{
    if (state->inner.stream == NULL)
        return;
    if (state->reader != NULL && state->reader->close != NULL)
        state->reader->close(&state->inner);
    cd_stream_free(state->inner.stream);
    state->inner = (struct cd_reading){ 0 };
    state->reader = NULL;
    cd_unpack_leave(state->in);
}

static void
close_archive(struct cd_reading *reading)
{
    struct state *state = reading->state;

    if (state == NULL)
        return;
    close_entry(state);
    cd_unpack_close(state->in);
    cd_buf_release(&state->name);
    free(state);
    reading->state = NULL;
}

/* ---- entries --------------------------------------------------------- */

/* In a folder, nothing whose name begins with a dot is read. */
static bool
is_hidden(struct cd_str path)
{
    for (size_t i = 0; i < path.n; i++) {
        bool first = i == 0 || path.p[i - 1] == '/';

        if (first && path.p[i] == '.' && i + 1 < path.n &&
            path.p[i + 1] != '/' && path.p[i + 1] != '.')
            return true;
    }
    return cd_str_starts(path, CD_STR("__MACOSX/"));
}

static struct cd_str
path_of(struct cd_arena *arena, struct archive_entry *entry)
{
    const char *path = archive_entry_pathname_utf8(entry);

    if (path == NULL)
        path = archive_entry_pathname(entry);
    if (path == NULL)
        path = "?";
    while (path[0] == '.' && path[1] == '/')
        path += 2;
    return cd_reader_utf8(arena, cd_arena_copy(arena, cd_str_of(path)));
}

static ssize_t
give(void *data, char *p, size_t n)
{
    struct state *state = data;
    ssize_t got = 0;

    if (!state->failed)
        got = cd_unpack_read(state->in, p, n);
    state->failed = state->failed || got < 0;
    return got;
}

/* What cannot be read at all. */
static enum cd_status
check_entry(struct archive_entry *entry, struct cd_error *err)
{
    if (archive_entry_is_encrypted(entry))
        return cd_fail(err, CD_SKIP, "encrypted");
    if (archive_entry_filetype(entry) != AE_IFREG ||
        archive_entry_hardlink(entry) != NULL)
        return cd_fail(err, CD_SKIP, "not a file but a link or device");
    return CD_OK;
}

/* state->name becomes FILE#PATH, as a line of JSONL without an id is
 * FILE#LINE. */
static void
name_entry(struct cd_reading *reading, struct cd_str path)
{
    struct state *state = reading->state;

    cd_buf_reset(&state->name);
    cd_buf_add(&state->name, reading->name);
    cd_buf_putc(&state->name, '#');
    cd_buf_add(&state->name, path);
}

/* CD_OK: state->reader reads the entry. */
static enum cd_status
open_entry(struct cd_reading *reading, struct cd_error *err)
{
    struct state *state = reading->state;
    enum cd_status status = check_entry(state->in->entry, err);

    state->began = state->in->at;
    state->failed = false;
    if (status != CD_OK) {
        cd_unpack_leave(state->in);
        return status;
    }
    state->inner = (struct cd_reading){ .settings = reading->settings,
                                        .name = cd_buf_str(&state->name),
                                        .passed = reading->passed,
                                        .depth = reading->depth + 1 };
    state->inner.stream = cd_stream_nested(
        reading->stream,
        (struct cd_stream_source){ give, state, state->in->why });
    state->reader = cd_reader_choose(&state->inner, err);
    if (state->reader == &cd_reader_archive &&
        reading->depth + 1 >= DEPTH_MAX) {
        state->reader = NULL;
        cd_fail(err, CD_SKIP, "an archive in an archive in an archive");
    }
    return state->reader != NULL ? CD_OK : CD_SKIP;
}

/* Is an entry of this kind one record? */
static bool
is_page(const struct cd_reader *reader)
{
    return reader == &cd_reader_html || reader == &cd_reader_text ||
           reader == &cd_reader_markdown;
}

static enum cd_status
lose_rest(uint64_t from, const struct cd_unpack *in, struct cd_error *err)
{
    return cd_fail(err, CD_SKIP,
                   "lost byte %llu of the archive and all behind it: %s",
                   (unsigned long long)from, in->why);
}

/* The entry broke off because the archive is damaged. */
static enum cd_status
lose_entry(const struct cd_unpack *in, struct cd_error *err)
{
    if (in->over)
        return lose_rest(in->lost, in, err);
    if (in->at > in->lost)
        return cd_fail(
            err, CD_SKIP, "lost bytes %llu to %llu of the archive: %s",
            (unsigned long long)in->lost, (unsigned long long)in->at, in->why);
    return cd_fail(err, CD_SKIP, "%s", in->why);
}

/* Where a record of the entry is from: the archive itself for a page, else the
 * entry. */
static void
place(const struct state *state, const struct cd_reader *reader,
      struct cd_doc *doc)
{
    struct cd_str name = cd_buf_str(&state->name);

    doc->reader_data = (void *)(uintptr_t)reader;
    if (doc->id_json.p == NULL && doc->id.p == NULL)
        doc->id = cd_arena_copy(&doc->arena, name);
    if (reader == NULL || is_page(reader))
        doc->offset = state->began;
    else if (doc->source.p == NULL)
        doc->source = cd_arena_copy(&doc->arena, name);
}

/* Is damage of the archive what ended the entry?  It is noticed before the
 * records in front of it are read. */
static bool
broke_off(const struct state *state)
{
    struct cd_stream *stream = state->inner.stream;

    return state->failed && (is_page(state->reader) ||
                             (cd_stream_need(stream, 1) == 0 &&
                              cd_stream_stop(stream) != CD_STOP_MEMBER));
}

/* The next record of the entry that is open; CD_END behind it. */
static enum cd_status
next_record(struct state *state, struct cd_doc *doc, struct cd_error *err)
{
    const struct cd_reader *reader = state->reader;
    enum cd_status status = CD_END;

    if (reader != NULL)
        status = reader->next(&state->inner, doc, err);
    if (status == CD_END) {
        close_entry(state);
        return CD_END;
    }
    if (reader == &cd_reader_archive && doc->source.p == NULL)
        doc->source = cd_arena_copy(&doc->arena, cd_buf_str(&state->name));
    else if (reader != &cd_reader_archive)
        place(state, reader, doc);
    if (status == CD_SKIP && broke_off(state)) {
        status = lose_entry(state->in, err);
        close_entry(state);
    }
    return status;
}

/* Moves to the next file in the archive; CD_SKIP for damage before it. */
static enum cd_status
next_entry(struct cd_reading *reading, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_unpack *in = ((struct state *)reading->state)->in;
    struct cd_str path;

    for (;; cd_unpack_leave(in)) {
        bool found = cd_unpack_next(in);

        if (in->damaged) {
            in->damaged = false;
            doc->offset = in->lost;
            return found ? lose_entry(in, err) : lose_rest(in->lost, in, err);
        }
        if (!found)
            return CD_END;
        path = path_of(&doc->arena, in->entry);
        if (!is_hidden(path) && archive_entry_filetype(in->entry) != AE_IFDIR)
            break;
    }
    name_entry(reading, path);
    return CD_OK;
}

static enum cd_status
next_document(struct cd_reading *reading, struct cd_doc *doc,
              struct cd_error *err)
{
    struct state *state = reading->state;

    for (;;) {
        enum cd_status status = next_record(state, doc, err);

        if (status != CD_END)
            return status;
        cd_reader_forget(doc);
        status = next_entry(reading, doc, err);
        if (status != CD_OK)
            return status;
        status = open_entry(reading, err);
        if (status == CD_OK)
            continue;
        place(state, NULL, doc);
        if (state->failed)
            status = lose_entry(state->in, err);
        close_entry(state);
        return status;
    }
}

static enum cd_status
next(struct cd_reading *reading, struct cd_doc *doc, struct cd_error *err)
{
    struct state *state = reading->state;
    enum cd_status status;
    locale_t before;

    if (state == NULL) {
        state = reading->state = cd_alloc(sizeof(*state));
        state->in = cd_unpack_open(reading->stream);
    }
    before = uselocale(state->in->utf8);
    status = next_document(reading, doc, err);
    uselocale(before);
    return status;
}

/* What the reader of the entry leaves to a worker. */
static enum cd_status
decode(const struct cd_settings *settings, struct cd_doc *doc,
       struct cd_error *err)
{
    const struct cd_reader *reader = doc->reader_data;

    if (reader != NULL && reader->decode != NULL)
        return reader->decode(settings, doc, err);
    return CD_OK;
}

const struct cd_reader cd_reader_archive = { .name = "archive",
                                             .bid = bid,
                                             .next = next,
                                             .decode = decode,
                                             .close = close_archive };
