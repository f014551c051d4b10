/* SPDX-License-Identifier: Apache-2.0 */
/*
 * count_stems < TEXT > COUNTS.tsv: in how many lines (paragraphs) each stem
 * occurs; for tools/train_idf.py.  A line of output: count, hash of the stem
 * (cd_word.stem), the word as it was first seen.  The last line has the hash
 * "lines" and counts them.
 *
 * count_stems --each: for each line the hash of the stem of its first word.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "nlp/copy/words.h"

struct row {
    uint32_t stem, count;
    char form[32];
};

struct counts {
    struct row *rows; /* a hash table of size entries; count 0 is free */
    size_t size, used;
};

static struct row *
row_of(struct counts *counts, uint32_t stem)
{
    size_t at = stem & (counts->size - 1);

    while (counts->rows[at].count > 0 && counts->rows[at].stem != stem)
        at = (at + 1) & (counts->size - 1);
    return &counts->rows[at];
}

static void
count(struct counts *counts, const struct cd_words *words, uint32_t order)
{
    uint32_t index = words->order[order];
    uint32_t stem = words->words[index].stem;
    struct row *row = row_of(counts, stem);
    struct cd_str form = cd_words_text(words, index);

    if (order > 0 && words->words[words->order[order - 1]].stem == stem)
        return;
    if (row->count++ > 0)
        return;
    row->stem = stem;
    snprintf(row->form, sizeof(row->form), "%.*s", (int)form.n, form.p);
    if (2 * ++counts->used > counts->size)
        exit(EXIT_FAILURE);
}

/* The hash of the first stem of each line. */
static int
print_each(void)
{
    struct cd_arena arena = { 0 };
    char *line = NULL;
    size_t room = 0;
    ssize_t n;

    while ((n = getline(&line, &room, stdin)) > 0) {
        struct cd_words words;

        cd_words_make(&words, &arena, (struct cd_str){ line, (size_t)n });
        printf("%08x\n", words.count > 0 ? words.words[0].stem : 0);
        cd_arena_reset(&arena);
    }
    free(line);
    cd_arena_release(&arena);
    return EXIT_SUCCESS;
}

static int
print_counts(void)
{
    struct counts counts = { .size = (size_t)1 << 22 };
    struct cd_arena arena = { 0 };
    char *line = NULL;
    size_t room = 0, lines = 0;
    ssize_t n;

    counts.rows = cd_alloc(counts.size * sizeof(*counts.rows));
    for (; (n = getline(&line, &room, stdin)) > 0; lines++) {
        struct cd_words words;

        cd_words_make(&words, &arena, (struct cd_str){ line, (size_t)n });
        for (uint32_t i = 0; i < words.count; i++)
            count(&counts, &words, i);
        cd_arena_reset(&arena);
    }
    for (size_t i = 0; i < counts.size; i++) {
        if (counts.rows[i].count > 0)
            printf("%u\t%08x\t%s\n", counts.rows[i].count, counts.rows[i].stem,
                   counts.rows[i].form);
    }
    printf("%zu\tlines\t\n", lines);
    free(counts.rows);
    free(line);
    cd_arena_release(&arena);
    return EXIT_SUCCESS;
}

int
main(int argc, char **argv)
{
    return argc > 1 && strcmp(argv[1], "--each") == 0 ? print_each()
                                                      : print_counts();
}
