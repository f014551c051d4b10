/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The readers: any bytes as a file of records, WARC and gzip among them.
 */
#include <assert.h>

#include "corpus/input/reader.h"
#include "fuzz/fuzz.h"

enum { HEAD = 4096, RECORDS_MAX = 1000 };

static void
read_all(const struct cd_reader *reader, struct cd_reading *reading)
{
    enum cd_status status = CD_OK;

    for (int i = 0; i < RECORDS_MAX && status != CD_END; i++) {
        struct cd_doc doc = { 0 };
        struct cd_error err;

        doc.source = CD_STR("fuzz");
        status = reader->next(reading, &doc, &err);
        if (status == CD_OK && reader->decode != NULL)
            reader->decode(reading->settings, &doc, &err);
        cd_arena_release(&doc.arena);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct cd_settings *settings = cd_settings_new();
    uint64_t passed[CD_PASSED_COUNT] = { 0 };
    struct cd_reading reading = { .settings = settings, .passed = passed };
    const struct cd_reader *reader;
    struct cd_error err;

    reading.stream =
        cd_stream_memory((struct cd_str){ (const char *)data, size });
    cd_stream_need(reading.stream, HEAD);
    reader = cd_reader_find(cd_stream_view(reading.stream), &err);
    if (reader != NULL)
        read_all(reader, &reading);
    if (reader != NULL && reader->close != NULL)
        reader->close(&reading);
    cd_stream_free(reading.stream);
    cd_settings_free(settings);
    return 0;
}
