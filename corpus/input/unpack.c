/* SPDX-License-Identifier: Apache-2.0 */
/*
 * libarchive gives a zip archive up at the first header that is damaged.  Where
 * the file can be read out of order another start is made at the next header
 * of an entry, without the directory at the end.
 */
#include "corpus/input/unpack.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"

/* So many new starts, since each may read far. */
enum { TRIES = 64, ZIP_HEAD = 30, READ = 4096 };

#define ZIP_ENTRY CD_STR("PK\3\4")

/* ---- libarchive ------------------------------------------------------ */

/* archive_read_callback: the next bytes of the stream. */
static la_ssize_t
give(struct archive *archive, void *state, const void **bytes)
{
    struct cd_unpack *in = state;
    struct cd_stream *stream = in->stream;

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
    struct cd_unpack *in = state;
    int64_t at;

    (void)archive;
    cd_stream_take(in->stream, in->given);
    in->given = 0;
    at = cd_stream_seek(in->stream, offset, whence);
    return at >= 0 ? at : ARCHIVE_FATAL;
}

static void
note_why(struct cd_unpack *in)
{
    const char *message = archive_error_string(in->archive);

    snprintf(in->why, sizeof(in->why), "%s",
             message != NULL ? message : "damaged");
}

/* whole: from the first byte on, and with a zip archive's directory. */
static void
begin(struct cd_unpack *in, bool whole)
{
    in->archive = archive_read_new();
    if (in->archive == NULL)
        cd_out_of_memory();
    if (whole)
        archive_read_support_format_tar(in->archive);
    archive_read_support_format_zip_streamable(in->archive);
    if (whole && cd_stream_seek(in->stream, 0, SEEK_SET) == 0) {
        archive_read_support_format_zip_seekable(in->archive);
        archive_read_set_seek_callback(in->archive, seek);
    }
    if (archive_read_open(in->archive, in, NULL, give, NULL) == ARCHIVE_OK)
        return;
    in->over = true;
    note_why(in);
}

struct cd_unpack *
cd_unpack_open(struct cd_stream *stream)
{
    struct cd_unpack *in = cd_alloc(sizeof(*in));

    in->stream = stream;
    in->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    cd_stream_need(stream, ZIP_ENTRY.n);
    in->zip = cd_str_starts(cd_stream_view(stream), CD_STR("PK"));
    begin(in, true);
    in->damaged = in->over;
    return in;
}

void
cd_unpack_close(struct cd_unpack *in)
{
    if (in == NULL)
        return;
    archive_read_free(in->archive);
    if (in->utf8 != (locale_t)0)
        freelocale(in->utf8);
    free(in);
}

/* ---- damage ---------------------------------------------------------- */

/* Here no entry is, up to somewhere. */
static void
lose(struct cd_unpack *in)
{
    if (in->damaged)
        return;
    in->lost = in->at;
    in->damaged = true;
    note_why(in);
}

/* Puts the stream at the next header of a zip entry from byte from on; false:
 * there is none, or the stream cannot go back. */
static bool
find_header(struct cd_unpack *in, uint64_t from)
{
    struct cd_stream *stream = in->stream;

    in->given = 0;
    if (cd_stream_seek(stream, (int64_t)from, SEEK_SET) < 0)
        return false;
    while (cd_stream_need(stream, ZIP_HEAD) >= ZIP_HEAD) {
        struct cd_str view = cd_stream_view(stream);
        size_t at = cd_str_find(view, ZIP_ENTRY, 0);

        cd_stream_take(stream, at != SIZE_MAX ? at : view.n - ZIP_ENTRY.n + 1);
        if (at != SIZE_MAX)
            return true;
        if (!cd_stream_more(stream))
            return false;
    }
    return false;
}

/* Another start in a zip archive, from byte from on. */
static bool
start_again(struct cd_unpack *in, uint64_t from)
{
    if (!in->zip || in->tries++ >= TRIES || !find_header(in, from))
        return false;
    in->base = in->at = cd_stream_offset(in->stream);
    archive_read_free(in->archive);
    begin(in, false);
    return !in->over;
}

/* The header at in->at is damaged; where a start was made for it, another is
 * looked for. */
static bool
pass_header(struct cd_unpack *in)
{
    bool again = in->at == in->base && in->tries > 0;

    return start_again(in, in->at + (again ? ZIP_ENTRY.n : 0));
}

bool
cd_unpack_next(struct cd_unpack *in)
{
    while (in->entry == NULL) {
        int got = in->over ? ARCHIVE_EOF
                           : archive_read_next_header(in->archive, &in->entry);

        if (got == ARCHIVE_OK || got == ARCHIVE_WARN) {
            in->at =
                in->base + (uint64_t)archive_read_header_position(in->archive);
            return true;
        }
        in->entry = NULL;
        if (got == ARCHIVE_FATAL || got == ARCHIVE_RETRY ||
            got == ARCHIVE_FAILED)
            lose(in);
        if (got == ARCHIVE_EOF || (got == ARCHIVE_FATAL && !pass_header(in))) {
            in->over = true;
            return false;
        }
    }
    return true;
}

void
cd_unpack_leave(struct cd_unpack *in)
{
    in->entry = NULL;
    if (!in->over)
        in->at = in->base + (uint64_t)archive_filter_bytes(in->archive, 0);
}

ssize_t
cd_unpack_read(struct cd_unpack *in, char *p, size_t n)
{
    /* what was read before damage is lost with the call */
    la_ssize_t got =
        archive_read_data(in->archive, p, n < READ ? n : (size_t)READ);

    if (got >= 0)
        return (ssize_t)got;
    note_why(in);
    in->lost = in->at;
    if (got == ARCHIVE_FATAL && !start_again(in, in->at + ZIP_ENTRY.n))
        in->over = true;
    in->entry = NULL;
    return -1;
}
