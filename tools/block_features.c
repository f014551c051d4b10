/* SPDX-License-Identifier: Apache-2.0 */
/*
 * block_features PAGE.html...: the blocks of pages and what the model sees of
 * them, for tools/train_extraction.py.
 *
 * Standard output is a stream of pages: a line "page NAME BLOCKS FEATURES",
 * then for each block its number of bytes as a line of digits, its text, a line
 * end, and its features as 16-bit numbers, little end first.  With --names: the
 * names of the features, one a line.
 */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "parser/judge/features.h"

static bool
read_all(const char *path, struct cd_buf *out)
{
    FILE *file = fopen(path, "rb");
    size_t n;

    if (file == NULL)
        return false;
    cd_buf_reset(out);
    while ((n = fread(cd_buf_reserve(out, 65536), 1, 65536, file)) > 0)
        out->n += n;
    fclose(file);
    return true;
}

static void
write_block(const struct cd_block *block, const int16_t *row)
{
    printf("%zu\n", block->text.n);
    fwrite(block->text.p, 1, block->text.n, stdout);
    putchar('\n');
    for (int f = 0; f < CD_FEATURE_COUNT; f++) {
        putchar(row[f] & 0xFF);
        putchar(row[f] >> 8 & 0xFF);
    }
}

static void
dump(const char *path, struct cd_str bytes)
{
    const struct cd_parse_options options = CD_PARSE_OPTIONS;
    struct cd_doc doc = { .format = CD_FORMAT_HTML, .bytes = bytes };
    struct cd_page page = { 0 };
    struct cd_outline outline;
    struct cd_error err;
    int16_t *rows;

    if (cd_page_open(&doc, &options, &page, &err) != CD_OK)
        doc.block_count = 0;
    outline = cd_outline_make(&doc, &page);
    rows = cd_features_make(&doc, &page, &outline);
    printf("page %s %zu %d\n", path, doc.block_count, (int)CD_FEATURE_COUNT);
    for (size_t i = 0; i < doc.block_count; i++)
        write_block(&doc.blocks[i], rows + i * CD_FEATURE_COUNT);
    cd_arena_release(&doc.arena);
}

int
main(int argc, char **argv)
{
    struct cd_buf bytes = { 0 };
    int failed = 0;

    if (argc == 2 && strcmp(argv[1], "--names") == 0) {
        for (int f = 0; f < CD_FEATURE_COUNT; f++)
            puts(cd_block_feature_names[f]);
        return 0;
    }
    for (int i = 1; i < argc; i++) {
        if (read_all(argv[i], &bytes))
            dump(argv[i], cd_buf_str(&bytes));
        else
            failed = 1;
    }
    cd_buf_release(&bytes);
    return failed;
}
