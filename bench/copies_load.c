/* SPDX-License-Identifier: Apache-2.0 */
/*
 * copies_load N: N paragraphs as JSONL for bench/copies_scale.sh: words of a
 * Zipf-like vocabulary; three in ten copy an earlier paragraph, recent ones
 * more often (cluster sizes with a long tail), some of them edited or cut; one
 * in twenty is boilerplate, a word or two changed: one kind for each 500
 * paragraphs, the n-th kind about 1/n as often as the first.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEPT = 1 << 16, PER_KIND = 500, LEAST = 15, MOST = 60 };

struct paragraph {
    uint32_t words[MOST];
    int n;
};

static uint64_t state = 20261124;

static uint64_t
draw(uint64_t below)
{
    state = state * UINT64_C(6364136223846793005) + 1442695040888963407;
    return (state >> 33) % below;
}

static uint32_t
word(void)
{
    return (uint32_t)exp((double)draw(1 << 30) / (1 << 30) * 11.9);
}

/* From 0 to n - 1, k about as often as 1 / (k + 1). */
static long
skewed(long n)
{
    return (long)exp((double)draw(1 << 30) / (1 << 30) * log((double)n + 1)) -
           1;
}

static void
fresh(struct paragraph *p)
{
    p->n = LEAST + (int)draw(MOST - LEAST + 1);
    for (int i = 0; i < p->n; i++)
        p->words[i] = word();
}

static void
edit(struct paragraph *p, int edits)
{
    for (; edits > 0; edits--)
        p->words[draw((uint64_t)p->n)] = word();
    if (draw(10) == 0 && p->n > LEAST)
        p->n -= (int)draw((uint64_t)(p->n - LEAST));
}

static void
put(const struct paragraph *p, long id)
{
    static char line[MOST * 8 + 64];
    char *at = line + sprintf(line, "{\"id\":%ld,\"text\":\"", id);

    for (int i = 0; i < p->n; i++) {
        uint32_t w = p->words[i];

        do
            *at++ = (char)('a' + w % 26);
        while ((w /= 26) > 0);
        *at++ = i % 11 == 10 ? ',' : ' ';
        if (i % 11 == 10)
            *at++ = ' ';
    }
    memcpy(at, "end.\"}\n", 8);
    fputs(line, stdout);
}

int
main(int argc, char **argv)
{
    static struct paragraph kept[KEPT], p;
    long n = argc > 1 ? atol(argv[1]) : 100000;
    long kinds = n / PER_KIND + 1;
    struct paragraph *boilerplate =
        malloc((size_t)kinds * sizeof(*boilerplate));

    if (boilerplate == NULL)
        return 1;
    for (long i = 0; i < kinds; i++)
        fresh(&boilerplate[i]);
    for (long i = 0; i < n; i++) {
        uint64_t die = draw(100);

        if (die < 5) {
            p = boilerplate[skewed(kinds)];
            edit(&p, (int)draw(3));
        } else if (die < 35 && i > 0) {
            long back = skewed(i < KEPT ? i : KEPT) + 1;

            p = kept[(i - back) & (KEPT - 1)];
            edit(&p, (int)draw(4));
        } else {
            fresh(&p);
        }
        kept[i & (KEPT - 1)] = p;
        put(&p, i);
    }
    free(boilerplate);
    return 0;
}
