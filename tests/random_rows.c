/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/random_rows.h"

#include <string.h>

#include "base/memory.h"

uint64_t
random_rows_draw(uint64_t *state, uint64_t below)
{
    *state = *state * UINT64_C(6364136223846793005) + 1442695040888963407;
    return (*state >> 33) % below;
}

void
random_rows_make(struct row *rows, size_t at, uint64_t *state,
                 size_t vocabulary)
{
    struct row *row = &rows[at];

    if (at > 0 && random_rows_draw(state, 3) > 0) {
        *row = rows[random_rows_draw(state, at)];
        for (uint64_t edits = random_rows_draw(state, 4);
             edits > 0 && row->n > 0; edits--)
            row->words[random_rows_draw(state, row->n)] =
                (unsigned)random_rows_draw(state, vocabulary);
        if (random_rows_draw(state, 4) == 0)
            row->n = random_rows_draw(state, row->n + 1);
        return;
    }
    row->n = random_rows_draw(state, WORDS + 1);
    for (size_t i = 0; i < row->n; i++)
        row->words[i] = (unsigned)random_rows_draw(state, vocabulary);
}

void
random_rows_spell(struct cd_buf *out, const struct row *row)
{
    static const char *const gaps[] = { " ", "  ", ", ", "\n",
                                        " \xe2\x80\x94 " };

    cd_buf_reset(out);
    for (size_t i = 0; i < row->n; i++) {
        char word[4] = { (char)('a' + row->words[i] % 26),
                         (char)('a' + row->words[i] / 26 % 26), 'x', '\0' };

        cd_buf_puts(out, word);
        cd_buf_puts(out, gaps[(i + row->n) % CD_COUNT(gaps)]);
    }
}

static bool
equal_at(const struct row *a, size_t i, const struct row *b, size_t j, size_t k)
{
    return memcmp(a->words + i, b->words + j, k * sizeof(*a->words)) == 0;
}

/* Different shingles of row; those that with has too, if it is given. */
static size_t
count_shingles(const struct row *row, const struct row *with, size_t size)
{
    size_t k = row->n < size ? row->n : size, count = 0;

    if (row->n == 0 || (with != NULL && (with->n < size ? with->n : size) != k))
        return 0;
    for (size_t i = 0; i + k <= row->n; i++) {
        bool fresh = true, found = with == NULL;

        for (size_t j = 0; j < i && fresh; j++)
            fresh = !equal_at(row, i, row, j, k);
        for (size_t j = 0; !found && j + k <= with->n; j++)
            found = equal_at(row, i, with, j, k);
        count += fresh && found;
    }
    return count;
}

bool
random_rows_is_copy(const struct row *a, const struct row *b, size_t size,
                    size_t percent)
{
    size_t shared = count_shingles(a, b, size);
    size_t all =
        count_shingles(a, NULL, size) + count_shingles(b, NULL, size) - shared;

    return all > 0 && shared * 100 >= percent * all;
}

struct cd_copies_options
random_rows_options(size_t percent, size_t size)
{
    struct cd_copies_options options = CD_COPIES_OPTIONS;

    options.unit = CD_UNIT_RECORD;
    options.measure = CD_MEASURE_JACCARD;
    options.threshold = (double)percent / 100;
    options.shingle = size;
    return options;
}

size_t
random_rows_number(struct cd_str id)
{
    size_t number = 0;

    for (size_t i = 0; i < id.n; i++)
        number = number * 10 + (size_t)(id.p[i] - '0');
    return number;
}
