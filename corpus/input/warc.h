/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records of a web archive: where they begin, what their header says, and
 * whether they are a page.
 *
 *     if (cd_warc_is_start(view))
 *         status = cd_warc_read(stream, arena, &warc, &err);
 */
#ifndef CD_CORPUS_INPUT_WARC_H
#define CD_CORPUS_INPUT_WARC_H

#include "corpus/input/reader.h"

/* The headers of a record that matter here. */
struct cd_warc {
    struct cd_str type, uri, date, id, media, length_text;
    uint64_t length;
    bool known;  /* is the length readable? */
    size_t head; /* bytes of the header with its blank line */
};

/* "WARC/1.0" and a line end, with a header behind it. */
bool cd_warc_is_start(struct cd_str text);

/* Offset of the next record's first byte at or after from, SIZE_MAX if none is
 * in text. */
size_t cd_warc_find(struct cd_str text, size_t from);

/* How many line ends and zeros text begins with. */
size_t cd_warc_blanks(struct cd_str text);

/* Reads the header at the start of the window, which stays; its strings are in
 * the arena.  CD_SKIP for one without end. */
enum cd_status cd_warc_read(struct cd_stream *stream, struct cd_arena *arena,
                            struct cd_warc *warc, struct cd_error *err);

/* Why the record is no page by its headers, which block begins with;
 * CD_PASSED_COUNT: it is one, and doc->format and ->charset are set. */
enum cd_passed cd_warc_passed(const struct cd_warc *warc, struct cd_str block,
                              struct cd_doc *doc);

#endif
