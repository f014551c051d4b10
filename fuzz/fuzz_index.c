/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The reader of an index: the input is a manifest, or a segment whose hashes
 * are not looked at, so that whatever it says is believed.
 */
#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "corpus/index/index.h"
#include "fuzz/fuzz.h"

static void
read_texts(const struct cd_segment *segment)
{
    struct cd_index_reader reader = { 0 };
    struct cd_error err;
    size_t n = cd_segment_count(segment, CD_SECTION_UNITS);

    for (size_t i = 0; i < n && i < 64; i++) {
        struct cd_str text = cd_segment_text(segment, &reader, i, &err);

        assert(text.p == NULL || text.n <= UINT32_MAX);
    }
    cd_index_reader_release(&reader);
}

static void
look_up(const struct cd_segment *segment)
{
    struct cd_error err;
    size_t end = cd_segment_count(segment, CD_SECTION_POSTINGS);

    for (uint64_t key = 0; key < 64; key++) {
        size_t at = cd_segment_find(segment, CD_SECTION_POSTINGS, 0,
                                    key * key << 52, &err);

        assert(at <= end || at == SIZE_MAX); /* damaged */
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *bytes = cd_alloc(size + 1); /* aligned, as a file is mapped */
    struct cd_str all = { bytes, size };
    struct cd_manifest manifest = { 0 };
    struct cd_segment segment;
    struct cd_error err;

    if (size > 0)
        memcpy(bytes, data, size);
    (void)cd_manifest_parse(&manifest, all, &err);
    cd_manifest_release(&manifest);
    if (cd_segment_view(&segment, all, &err) == CD_OK) {
        (void)cd_segment_verify(&segment, &err);
        read_texts(&segment);
        look_up(&segment);
        cd_segment_close(&segment);
    }
    free(bytes);
    return 0;
}
