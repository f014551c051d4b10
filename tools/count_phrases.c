/* SPDX-License-Identifier: Apache-2.0 */
/*
 * count_phrases LEAST < STORIES > HASHES: the phrases (nlp/copy/stock.h) that
 * occur in at least LEAST stories, for tools/train_stock.py.  A line of input
 * is a paragraph, an empty line ends a story.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "nlp/copy/stock.h"

enum { SIZE = 1 << 23 };

struct row {
    uint32_t hash, stories;
    uint32_t last; /* the story that it was counted for, from 1 */
};

static void
count(struct row *rows, uint32_t hash, uint32_t story)
{
    static size_t used;
    size_t at = hash & (SIZE - 1);

    while (rows[at].last > 0 && rows[at].hash != hash)
        at = (at + 1) & (SIZE - 1);
    if (rows[at].last == 0 && 2 * ++used > SIZE)
        exit(EXIT_FAILURE);
    if (rows[at].last != story)
        rows[at].stories++;
    rows[at].hash = hash;
    rows[at].last = story;
}

static void
read_paragraph(struct row *rows, struct cd_arena *arena, struct cd_str line,
               uint32_t story)
{
    struct cd_words words;

    cd_words_make(&words, arena, line);
    for (uint32_t i = 0; i + 1 < words.count; i++)
        count(rows, cd_stock_hash(&words, i), story);
    cd_arena_reset(arena);
}

int
main(int argc, char **argv)
{
    struct row *rows = cd_alloc(SIZE * sizeof(*rows));
    unsigned long least = argc > 1 ? strtoul(argv[1], NULL, 10) : 1;
    struct cd_arena arena = { 0 };
    char *line = NULL;
    uint32_t story = 1;
    size_t room = 0;
    ssize_t n;

    memset(rows, 0, SIZE * sizeof(*rows));
    while ((n = getline(&line, &room, stdin)) > 0) {
        story += n == 1;
        read_paragraph(rows, &arena, (struct cd_str){ line, (size_t)n }, story);
    }
    for (size_t i = 0; i < SIZE; i++) {
        if (rows[i].stories >= least)
            printf("%08x\n", rows[i].hash);
    }
    free(rows);
    free(line);
    cd_arena_release(&arena);
    return EXIT_SUCCESS;
}
