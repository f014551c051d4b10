/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/index/segment.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "base/memory.h"

enum { BYTE_ORDER_MARK = 0x01020304, ALIGN = 8 };

static const char magic[8] = "CDSEGMT";

static const size_t records[] = {
#define X(name, size) [CD_SECTION_##name] = size,
    CD_SECTIONS(X)
#undef X
};

static const char *const names[] = {
#define X(name, size) [CD_SECTION_##name] = #name,
    CD_SECTIONS(X)
#undef X
};

size_t
cd_section_record(enum cd_section section)
{
    return records[section];
}

/* ---- opening --------------------------------------------------------- */

static enum cd_status
fail(const struct cd_segment *segment, const char *why, struct cd_error *err)
{
    return cd_fail(err, CD_FATAL, "index file '%s' %s", segment->name, why);
}

static bool
lies_inside(uint64_t at, uint64_t n, uint64_t size)
{
    return at % ALIGN == 0 && at <= size && n <= size - at;
}

static enum cd_status
check_trailer(const struct cd_segment *segment, struct cd_error *err)
{
    const struct cd_segment_trailer *trailer = &segment->trailer;
    uint64_t size = segment->size - sizeof(*trailer);

    if (memcmp(trailer->magic, magic, sizeof(magic)) != 0)
        return fail(segment, "is no index file, or was cut", err);
    if (trailer->byte_order != BYTE_ORDER_MARK)
        return fail(segment, "is of a machine of another byte order", err);
    if (trailer->version > CD_SEGMENT_VERSION)
        return cd_fail(err, CD_FATAL,
                       "index file '%s' has format %u; this copydesk reads "
                       "formats up to %d",
                       segment->name, trailer->version, CD_SEGMENT_VERSION);
    if (segment->checked != NULL &&
        XXH3_64bits(trailer, offsetof(struct cd_segment_trailer, hash)) !=
            trailer->hash)
        return fail(segment, "is damaged: its trailer", err);
    for (int i = 0; i < CD_SECTION_COUNT; i++) {
        if (!lies_inside(trailer->section[i][0], trailer->section[i][1], size))
            return fail(segment, "is damaged: its table of sections", err);
    }
    if (trailer->chunk_count > size / sizeof(uint64_t) ||
        !lies_inside(trailer->chunks, trailer->chunk_count * 8, size) ||
        trailer->chunk_count <
            (trailer->chunks + CD_SEGMENT_CHUNK - 1) / CD_SEGMENT_CHUNK)
        return fail(segment, "is damaged: its table of hashes", err);
    return CD_OK;
}

static enum cd_status
read_trailer(struct cd_segment *segment, struct cd_error *err)
{
    size_t n = sizeof(segment->trailer);
    const struct cd_segment_trailer *trailer = &segment->trailer;
    enum cd_status status;

    if (segment->size < n)
        return fail(segment, "is no index file, or was cut", err);
    memcpy(&segment->trailer, segment->p + segment->size - n, n);
    status = check_trailer(segment, err);
    if (status == CD_OK && segment->checked != NULL &&
        XXH3_64bits(segment->p + trailer->chunks, trailer->chunk_count * 8) !=
            trailer->chunk_hash)
        return fail(segment, "is damaged: its table of hashes", err);
    return status;
}

static enum cd_status
map_file(struct cd_segment *segment, const char *path, struct cd_error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    void *p = MAP_FAILED;

    if (fd < 0)
        return cd_fail(err, CD_FATAL, "cannot open '%s': %s", path,
                       strerror(errno));
    if (fstat(fd, &st) == 0 && st.st_size > 0) {
        segment->size = (size_t)st.st_size;
        p = mmap(NULL, segment->size, PROT_READ, MAP_SHARED, fd, 0);
    }
    close(fd);
    if (p == MAP_FAILED) {
        segment->size = 0;
        return fail(segment, "is empty or cannot be read", err);
    }
    segment->p = p;
    segment->mapped = true;
    return CD_OK;
}

static char *
copy_name(const char *name)
{
    size_t n = strlen(name) + 1;

    return memcpy(cd_alloc(n), name, n);
}

enum cd_status
cd_segment_open(struct cd_segment *segment, const char *path,
                struct cd_error *err)
{
    enum cd_status status;

    *segment = (struct cd_segment){ .name = copy_name(path) };
    status = map_file(segment, path, err);
    if (status == CD_OK) {
        segment->checked = cd_alloc(segment->size / CD_SEGMENT_CHUNK + 1);
        status = read_trailer(segment, err);
    }
    if (status != CD_OK)
        cd_segment_close(segment);
    return status;
}

enum cd_status
cd_segment_view(struct cd_segment *segment, struct cd_str bytes,
                struct cd_error *err)
{
    enum cd_status status;

    *segment = (struct cd_segment){ .name = copy_name("bytes"),
                                    .p = bytes.p,
                                    .size = bytes.n };
    status = read_trailer(segment, err);
    if (status != CD_OK)
        cd_segment_close(segment);
    return status;
}

void
cd_segment_close(struct cd_segment *segment)
{
    if (segment->mapped)
        munmap((void *)(uintptr_t)segment->p, segment->size);
    free(segment->checked);
    free(segment->name);
    *segment = (struct cd_segment){ 0 };
}

/* ---- reading --------------------------------------------------------- */

size_t
cd_segment_count(const struct cd_segment *segment, enum cd_section section)
{
    return (size_t)(segment->trailer.section[section][1] / records[section]);
}

static bool
chunk_is_whole(const struct cd_segment *segment, size_t chunk)
{
    size_t at = chunk * CD_SEGMENT_CHUNK, end = at + CD_SEGMENT_CHUNK;
    uint64_t want;

    if (end > segment->trailer.chunks)
        end = segment->trailer.chunks;
    memcpy(&want, segment->p + segment->trailer.chunks + chunk * sizeof(want),
           sizeof(want));
    return XXH3_64bits(segment->p + at, end - at) == want;
}

/* Two threads may both hash a chunk; they come to the same result. */
static enum cd_status
check_chunk(const struct cd_segment *segment, size_t chunk,
            struct cd_error *err)
{
    uint8_t *checked = &segment->checked[chunk];

    if (__atomic_load_n(checked, __ATOMIC_RELAXED) != 0)
        return CD_OK;
    if (!chunk_is_whole(segment, chunk))
        return cd_fail(err, CD_FATAL,
                       "index file '%s' is damaged near byte %zu",
                       segment->name, chunk * CD_SEGMENT_CHUNK);
    __atomic_store_n(checked, 1, __ATOMIC_RELAXED);
    return CD_OK;
}

const void *
cd_segment_at(const struct cd_segment *segment, enum cd_section section,
              uint64_t index, size_t n, struct cd_error *err)
{
    uint64_t count = cd_segment_count(segment, section), at, end;

    if (index > count || n > count - index) {
        cd_fail(err, CD_FATAL, "index file '%s' is damaged: %s %llu of %llu",
                segment->name, names[section], (unsigned long long)index,
                (unsigned long long)count);
        return NULL;
    }
    at = segment->trailer.section[section][0] + index * records[section];
    end = at + n * records[section];
    if (end > segment->trailer.chunks) {
        fail(segment, "is damaged: its table of sections", err);
        return NULL;
    }
    for (size_t chunk = (size_t)(at / CD_SEGMENT_CHUNK);
         segment->checked != NULL && chunk * CD_SEGMENT_CHUNK < end; chunk++) {
        if (check_chunk(segment, chunk, err) != CD_OK)
            return NULL;
    }
    return segment->p + at;
}

enum cd_status
cd_segment_check(const struct cd_segment *segment, struct cd_error *err)
{
    size_t chunks =
        segment->checked != NULL ? (size_t)segment->trailer.chunk_count : 0;

    for (size_t i = 0;
         i < chunks && i * CD_SEGMENT_CHUNK < segment->trailer.chunks; i++) {
        if (check_chunk(segment, i, err) != CD_OK)
            return CD_FATAL;
    }
    return CD_OK;
}
