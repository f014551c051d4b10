/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pages in a tar or zip archive, by libarchive: each file in it is a document,
 * as it would be in a folder, compressed or not.
 *
 * What of the archive cannot be read is one reject with its bytes; reading goes
 * on at the next header that is whole.
 */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "corpus/magic.h"
#include "corpus/reader.h"

enum { USTAR_AT = 257, CHUNK = 64 * 1024 };

struct unpacking {
    struct archive *archive;
    struct archive_entry *entry; /* that comes next, if there is one */
    locale_t utf8;               /* libarchive goes by it for names */
    size_t given;                /* bytes of the window that archive has */
    bool over;
    uint64_t at;  /* byte at which entry begins, or that follows it */
    bool damaged; /* bytes from lost to at, or to the end */
    uint64_t lost;
    char why[100];
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

/* ---- libarchive ------------------------------------------------------ */

/* archive_read_callback: the next bytes of the stream. */
static la_ssize_t
give(struct archive *archive, void *state, const void **bytes)
{
    struct cd_reading *reading = state;
    struct cd_stream *stream = reading->stream;
    struct unpacking *in = reading->state;

    cd_stream_take(stream, in->given);
    in->given = 0;
    while (cd_stream_need(stream, 1) == 0 &&
           cd_stream_stop(stream) == CD_STOP_MEMBER)
        cd_stream_pass(stream);
    if (cd_stream_view(stream).n == 0 &&
        cd_stream_stop(stream) == CD_STOP_LOST) {
        archive_set_error(archive, EIO, "%s", cd_stream_lost(stream)->why);
        return ARCHIVE_FATAL;
    }
    *bytes = cd_stream_view(stream).p;
    in->given = cd_stream_view(stream).n;
    return (la_ssize_t)in->given;
}

/* archive_seek_callback: the directory of a zip archive is at its end. */
static la_int64_t
seek(struct archive *archive, void *state, la_int64_t offset, int whence)
{
    struct cd_reading *reading = state;
    struct unpacking *in = reading->state;
    int64_t at;

    (void)archive;
    cd_stream_take(reading->stream, in->given);
    in->given = 0;
    at = cd_stream_seek(reading->stream, offset, whence);
    return at >= 0 ? at : ARCHIVE_FATAL;
}

static struct unpacking *
open_archive(struct cd_reading *reading)
{
    struct unpacking *in = cd_alloc(sizeof(*in));

    reading->state = in;
    in->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    in->archive = archive_read_new();
    if (in->archive == NULL)
        cd_out_of_memory();
    archive_read_support_format_tar(in->archive);
    archive_read_support_format_zip_streamable(in->archive);
    if (cd_stream_seek(reading->stream, 0, SEEK_SET) == 0) {
        archive_read_support_format_zip_seekable(in->archive);
        archive_read_set_seek_callback(in->archive, seek);
    }
    if (archive_read_open(in->archive, reading, NULL, give, NULL) != ARCHIVE_OK)
        in->over = true;
    return in;
}

static void
close_archive(struct cd_reading *reading)
{
    struct unpacking *in = reading->state;

    if (in == NULL)
        return;
    archive_read_free(in->archive);
    if (in->utf8 != (locale_t)0)
        freelocale(in->utf8);
    free(in);
    reading->state = NULL;
}

static void
note_why(struct unpacking *in)
{
    const char *message = archive_error_string(in->archive);

    snprintf(in->why, sizeof(in->why), "%s",
             message != NULL ? message : "damaged");
}

/* Here no entry is, up to somewhere. */
static void
lose(struct unpacking *in)
{
    if (in->damaged)
        return;
    in->lost = in->at;
    in->damaged = true;
    note_why(in);
}

/* To the next entry, over damage, or to the end. */
static void
advance(struct unpacking *in)
{
    while (in->entry == NULL && !in->over) {
        int got = archive_read_next_header(in->archive, &in->entry);

        if (got == ARCHIVE_OK || got == ARCHIVE_WARN) {
            in->at = (uint64_t)archive_read_header_position(in->archive);
            return;
        }
        in->entry = NULL;
        if (got != ARCHIVE_EOF)
            lose(in);
        in->over = got == ARCHIVE_EOF || got == ARCHIVE_FATAL;
    }
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

/* ARCHIVE_OK, or ARCHIVE_EOF behind all of it; more than most bytes: stops. */
static int
read_bytes(struct archive *archive, size_t most, struct cd_buf *out)
{
    la_ssize_t n = 1;

    while (n > 0 && out->n <= most) {
        n = archive_read_data(archive, cd_buf_reserve(out, CHUNK), CHUNK);
        out->n += n > 0 ? (size_t)n : 0;
    }
    return n < 0 ? (int)n : ARCHIVE_OK;
}

static enum cd_status
lose_rest(struct unpacking *in, uint64_t from, struct cd_error *err)
{
    in->over = true;
    return cd_fail(err, CD_SKIP,
                   "lost byte %llu of the archive and all behind it: %s",
                   (unsigned long long)from, in->why);
}

static enum cd_status
read_entry(struct unpacking *in, size_t most, struct cd_doc *doc,
           struct cd_error *err)
{
    struct archive_entry *entry = in->entry;
    struct cd_buf bytes = { 0 };
    enum cd_status status = CD_OK;
    int got;

    if (archive_entry_is_encrypted(entry))
        return cd_fail(err, CD_SKIP, "encrypted");
    if (archive_entry_filetype(entry) != AE_IFREG ||
        archive_entry_hardlink(entry) != NULL)
        return cd_fail(err, CD_SKIP, "not a file but a link or device");
    got = read_bytes(in->archive, most, &bytes);
    if (got != ARCHIVE_OK)
        note_why(in);
    if (got == ARCHIVE_FATAL)
        status = lose_rest(in, in->at, err);
    else if (got != ARCHIVE_OK)
        status = cd_fail(err, CD_SKIP, "%s", in->why);
    else if (bytes.n > most)
        status = cd_fail(err, CD_SKIP, "more than %zu bytes (--max-doc)", most);
    else if (bytes.n == 0)
        status = cd_fail(err, CD_SKIP, "empty");
    else
        doc->bytes = cd_arena_copy(&doc->arena, cd_buf_str(&bytes));
    cd_buf_release(&bytes);
    return status;
}

/* FILE#PATH, as a line of JSONL without an id is FILE#LINE. */
static void
name_entry(struct cd_reading *reading, struct cd_doc *doc, struct cd_str path)
{
    struct cd_str name = reading->name;

    cd_reader_id(doc, cd_arena_printf(&doc->arena, "%.*s#%.*s", (int)name.n,
                                      name.p, (int)path.n, path.p));
}

static enum cd_status
report(struct unpacking *in, struct cd_doc *doc, struct cd_error *err)
{
    in->damaged = false;
    doc->offset = in->lost;
    if (in->entry == NULL)
        return lose_rest(in, in->lost, err);
    return cd_fail(err, CD_SKIP, "lost bytes %llu to %llu of the archive: %s",
                   (unsigned long long)in->lost, (unsigned long long)in->at,
                   in->why);
}

static enum cd_status
next_entry(struct cd_reading *reading, struct cd_doc *doc, struct cd_error *err)
{
    struct unpacking *in = reading->state;
    enum cd_status status;
    struct cd_str path;

    for (;; in->entry = NULL) {
        advance(in);
        if (in->damaged)
            return report(in, doc, err);
        if (in->entry == NULL)
            return CD_END;
        path = path_of(&doc->arena, in->entry);
        if (!is_hidden(path) && archive_entry_filetype(in->entry) != AE_IFDIR)
            break;
    }
    doc->offset = in->at;
    name_entry(reading, doc, path);
    status = read_entry(in, reading->settings->max_doc, doc, err);
    in->entry = NULL;
    in->at = (uint64_t)archive_filter_bytes(in->archive, 0);
    return status;
}

static enum cd_status
next(struct cd_reading *reading, struct cd_doc *doc, struct cd_error *err)
{
    struct unpacking *in =
        reading->state != NULL ? reading->state : open_archive(reading);
    locale_t before = uselocale(in->utf8);
    enum cd_status status = next_entry(reading, doc, err);

    uselocale(before);
    return status;
}

/* A page, whatever it is called and wrapped in; on a worker. */
static enum cd_status
decode(const struct cd_settings *settings, struct cd_doc *doc,
       struct cd_error *err)
{
    struct cd_reading reading = { .settings = settings };
    const struct cd_reader *reader;
    enum cd_status status = CD_SKIP;

    reading.stream = cd_stream_memory(doc->bytes);
    reader = cd_reader_choose(&reading, err);
    if (reader == &cd_reader_html || reader == &cd_reader_text ||
        reader == &cd_reader_markdown)
        status = reader->next(&reading, doc, err);
    else if (reader != NULL)
        cd_fail(err, CD_SKIP, "not a page but %s: unpack the archive first",
                reader->name);
    cd_stream_free(reading.stream);
    return status;
}

const struct cd_reader cd_reader_archive = { .name = "archive",
                                             .bid = bid,
                                             .next = next,
                                             .decode = decode,
                                             .close = close_archive };
