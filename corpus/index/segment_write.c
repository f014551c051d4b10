/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/index/segment.h"

#include <xxhash.h>

enum { BYTE_ORDER_MARK = 0x01020304, ALIGN = 8 };

enum cd_status
cd_segment_begin(struct cd_segment_writer *writer, const char *path,
                 uint64_t base, struct cd_error *err)
{
    *writer = (struct cd_segment_writer){ .section = -1 };
    writer->trailer.base = base;
    writer->trailer.byte_order = BYTE_ORDER_MARK;
    writer->trailer.version = CD_SEGMENT_VERSION;
    memcpy(writer->trailer.magic, "CDSEGMT", sizeof(writer->trailer.magic));
    writer->out = cd_outfile_open(path, err);
    return writer->out != NULL ? CD_OK : CD_FATAL;
}

static enum cd_status
end_chunk(struct cd_segment_writer *writer, struct cd_error *err)
{
    struct cd_str chunk = cd_buf_str(&writer->chunk);
    uint64_t hash = XXH3_64bits(chunk.p, chunk.n);
    enum cd_status status;

    if (chunk.n == 0)
        return CD_OK;
    cd_buf_add(&writer->hashes,
               (struct cd_str){ (const char *)&hash, sizeof(hash) });
    status = cd_outfile_write(writer->out, chunk, err);
    cd_buf_reset(&writer->chunk);
    return status;
}

static enum cd_status
put(struct cd_segment_writer *writer, const char *p, size_t n,
    struct cd_error *err)
{
    enum cd_status status = CD_OK;

    while (n > 0 && status == CD_OK) {
        size_t room = CD_SEGMENT_CHUNK - writer->chunk.n;
        size_t part = n < room ? n : room;

        cd_buf_add(&writer->chunk, (struct cd_str){ p, part });
        writer->at += part;
        p += part;
        n -= part;
        if (writer->chunk.n == CD_SEGMENT_CHUNK)
            status = end_chunk(writer, err);
    }
    return status;
}

/* The size of the open section, and zeros up to where the next may begin. */
static enum cd_status
end_section(struct cd_segment_writer *writer, struct cd_error *err)
{
    static const char zeros[ALIGN];
    uint64_t *open;

    if (writer->section < 0)
        return CD_OK;
    open = writer->trailer.section[writer->section];
    open[1] = writer->at - open[0];
    writer->section = -1;
    return put(writer, zeros, (size_t)(-writer->at % ALIGN), err);
}

enum cd_status
cd_segment_section(struct cd_segment_writer *writer, enum cd_section section,
                   struct cd_error *err)
{
    enum cd_status status = end_section(writer, err);

    writer->section = (int)section;
    writer->trailer.section[section][0] = writer->at;
    return status;
}

enum cd_status
cd_segment_write(struct cd_segment_writer *writer, const void *bytes, size_t n,
                 struct cd_error *err)
{
    return put(writer, bytes, n, err);
}

enum cd_status
cd_segment_finish(struct cd_segment_writer *writer, struct cd_error *err)
{
    struct cd_segment_trailer *trailer = &writer->trailer;
    enum cd_status status = end_section(writer, err);

    if (status == CD_OK)
        status = end_chunk(writer, err);
    trailer->chunks = writer->at;
    trailer->chunk_count = writer->hashes.n / sizeof(uint64_t);
    trailer->chunk_hash =
        XXH3_64bits(cd_buf_str(&writer->hashes).p, writer->hashes.n);
    trailer->hash =
        XXH3_64bits(trailer, offsetof(struct cd_segment_trailer, hash));
    if (status == CD_OK)
        status =
            cd_outfile_write(writer->out, cd_buf_str(&writer->hashes), err);
    if (status == CD_OK)
        status = cd_outfile_write(
            writer->out,
            (struct cd_str){ (const char *)trailer, sizeof(*trailer) }, err);
    return status == CD_OK ? cd_outfile_commit(writer->out, err) : status;
}

void
cd_segment_writer_release(struct cd_segment_writer *writer)
{
    cd_outfile_free(writer->out);
    cd_buf_release(&writer->chunk);
    cd_buf_release(&writer->hashes);
    *writer = (struct cd_segment_writer){ .section = -1 };
}
