/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/suggest.h"

#include <string.h>

enum { WORD_MAX = 32 };

/* Half of the letters may be wrong, at least one. */
struct cd_suggestion
cd_suggestion(const char *typed)
{
    size_t n = strlen(typed);

    return (struct cd_suggestion){ typed, NULL, (n < 2 ? 1 : n / 2) + 1 };
}

static size_t
least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;

    return ab < c ? ab : c;
}

/* Levenshtein's distance, one row at a time; two letters that changed places
 * count as two. */
static size_t
distance(const char *a, size_t na, const char *b, size_t nb)
{
    size_t row[WORD_MAX + 1];

    for (size_t j = 0; j <= nb; j++)
        row[j] = j;
    for (size_t i = 1; i <= na; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t j = 1; j <= nb; j++) {
            size_t above = row[j];

            row[j] = least(above + 1, row[j - 1] + 1,
                           diagonal + (a[i - 1] != b[j - 1]));
            diagonal = above;
        }
    }
    return row[nb];
}

void
cd_suggest(struct cd_suggestion *best, const char *word)
{
    size_t na = strlen(best->typed), nb = strlen(word), d;

    if (na > WORD_MAX || nb > WORD_MAX)
        return;
    d = distance(best->typed, na, word, nb);
    if (d < best->distance) {
        best->distance = d;
        best->word = word;
    }
}
