/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Segments: the files of an index (corpus/index/index.h), written once and
 * never changed.  A segment holds a run of units, whose numbers begin at base,
 * as sections: arrays of records of one size, little-endian, each at a multiple
 * of 8 bytes.  Behind them stand a hash of each 64 KiB and a trailer that says
 * where everything is.
 *
 *     struct cd_segment segment;
 *     if (cd_segment_open(&segment, "DIR/000001.seg", &err) != CD_OK) ...
 *     unit = cd_segment_at(&segment, CD_SECTION_UNITS, 7, 1, &err);
 *     cd_segment_close(&segment);
 *
 * The file is mapped.  A part of it is checked against its hash when it is
 * looked at for the first time; no byte that fails is handed out.  Thread
 * rule: many threads may read one segment.
 */
#ifndef CD_CORPUS_INDEX_SEGMENT_H
#define CD_CORPUS_INDEX_SEGMENT_H

#include "base/error.h"
#include "base/str.h"
#include "corpus/core/outfile.h"

enum { CD_SEGMENT_VERSION = 1, CD_SEGMENT_CHUNK = 1 << 16 };

/* A text block, as zstd made it. */
struct cd_segment_block {
    uint64_t at;               /* in the section of texts */
    uint32_t packed, unpacked; /* bytes */
};

struct cd_segment_doc {
    uint64_t name; /* in the section of names: the id, then the date */
    uint32_t id_size, date_size;
};

struct cd_segment_unit {
    uint64_t content;
    uint32_t block, offset; /* its text, if it is the first of its content */
    uint32_t size;          /* of its text, bytes */
    uint32_t doc;           /* in this segment */
    uint32_t place;         /* block of the document; UINT32_MAX: all of it */
    uint32_t start;         /* in the document's text */
    uint32_t words;
    uint32_t keys;
    uint32_t crowded; /* 1: not compared with all that share a key */
    uint32_t zero;
};

/* name, size of a record. */
#define CD_SECTIONS(X)                                                         \
    X(TEXTS, 1)                                                                \
    X(BLOCKS, sizeof(struct cd_segment_block))                                 \
    X(NAMES, 1)                                                                \
    X(DOCS, sizeof(struct cd_segment_doc))                                     \
    X(UNITS, sizeof(struct cd_segment_unit))                                   \
    X(FIRSTS, 4)    /* of each unit, the number of the first of its content */ \
    X(CONTENTS, 8)  /* of firsts: high half of the content, unit; ascending */ \
    X(POSTINGS, 8)  /* key, unit in this segment; ascending */                 \
    X(EDGES, 8)     /* copies: first unit, second unit; a < b, numbers */      \
    X(TEMPLATES, 8) /* likewise, of kind template */

enum cd_section {
#define X(name, size) CD_SECTION_##name,
    CD_SECTIONS(X)
#undef X
        CD_SECTION_COUNT
};

struct cd_segment_trailer {
    uint64_t section[CD_SECTION_COUNT][2]; /* at, bytes */
    uint64_t chunks;                       /* where their hashes are */
    uint64_t chunk_count;
    uint64_t chunk_hash; /* of those hashes */
    uint64_t base;
    uint32_t byte_order, version;
    char magic[8];
    uint64_t hash; /* of all before it */
};

struct cd_segment {
    const char *p; /* mapped */
    size_t size;
    struct cd_segment_trailer trailer;
    uint8_t *checked; /* chunks; NULL: none needs to be */
    char *name;       /* for messages */
    bool mapped;
};

/* CD_FATAL if it is no segment, or a newer one. */
enum cd_status cd_segment_open(struct cd_segment *segment, const char *path,
                               struct cd_error *err);
/* The same of bytes that stay the caller's; their hashes are not looked at. */
enum cd_status cd_segment_view(struct cd_segment *segment, struct cd_str bytes,
                               struct cd_error *err);
void cd_segment_close(struct cd_segment *segment);

/* Records of a section. */
size_t cd_segment_count(const struct cd_segment *segment,
                        enum cd_section section);

/* The n records from index on, or NULL with *err: outside, or damaged. */
const void *cd_segment_at(const struct cd_segment *segment,
                          enum cd_section section, uint64_t index, size_t n,
                          struct cd_error *err);

/* Hashes all of the file. */
enum cd_status cd_segment_check(const struct cd_segment *segment,
                                struct cd_error *err);

size_t cd_section_record(enum cd_section section);

/* ---- writing --------------------------------------------------------- */

struct cd_segment_writer {
    struct cd_outfile *out;
    struct cd_segment_trailer trailer;
    int section; /* that is open; -1: none */
    uint64_t at;
    struct cd_buf chunk, hashes;
};

/*
 *     cd_segment_begin(&writer, path, base, &err);
 *     cd_segment_section(&writer, CD_SECTION_UNITS, &err);
 *     cd_segment_write(&writer, bytes, n, &err);       as often as wanted
 *     ...                                              sections in any order
 *     cd_segment_finish(&writer, &err);                synced, and named
 *     cd_segment_writer_release(&writer);
 */
enum cd_status cd_segment_begin(struct cd_segment_writer *writer,
                                const char *path, uint64_t base,
                                struct cd_error *err);
enum cd_status cd_segment_section(struct cd_segment_writer *writer,
                                  enum cd_section section,
                                  struct cd_error *err);
enum cd_status cd_segment_write(struct cd_segment_writer *writer,
                                const void *bytes, size_t n,
                                struct cd_error *err);
enum cd_status cd_segment_finish(struct cd_segment_writer *writer,
                                 struct cd_error *err);
void cd_segment_writer_release(struct cd_segment_writer *writer);

#endif
