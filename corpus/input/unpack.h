/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The entries of a tar or zip archive, one after the other, by libarchive.
 *
 *     struct cd_unpack *in = cd_unpack_open(stream);
 *     while (cd_unpack_next(in))
 *         if (in->damaged) ...            bytes [lost, at) are no entry
 *         else archive_read_data(in->archive, ...)
 *     cd_unpack_close(in);
 *
 * For libarchive's names to be UTF-8, uselocale(in->utf8) around all calls.
 */
#ifndef CD_CORPUS_INPUT_UNPACK_H
#define CD_CORPUS_INPUT_UNPACK_H

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include "corpus/input/stream.h"

struct cd_unpack {
    struct cd_stream *stream;
    struct archive *archive;
    struct archive_entry *entry; /* that comes next, if there is one */
    locale_t utf8;
    size_t given; /* bytes of the window that archive has */
    bool zip, over;
    unsigned tries; /* new starts in a zip archive behind damage */
    uint64_t base;  /* byte at which archive began to read */
    uint64_t at;    /* byte at which entry begins, or that follows it */
    bool damaged;   /* bytes from lost to at, or to the end */
    uint64_t lost;
    char why[100];
};

struct cd_unpack *cd_unpack_open(struct cd_stream *stream);
void cd_unpack_close(struct cd_unpack *in); /* NULL is allowed */

/* To the next entry, over damage; false, and entry NULL, if there is none. */
bool cd_unpack_next(struct cd_unpack *in);

/* Behind the entry, read or not. */
void cd_unpack_leave(struct cd_unpack *in);

/* Up to n bytes of the entry; 0 at its end.  -1 on damage, which why tells: the
 * entry, from byte lost on, is over.  If over is set, so is the archive. */
ssize_t cd_unpack_read(struct cd_unpack *in, char *p, size_t n);

#endif
