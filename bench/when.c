/* SPDX-License-Identifier: Apache-2.0 */
/*
 * when DATE: reads expressions of time, a line each, and prints what
 * nlp/when/when.h makes of them, a weekday or month without a year being the
 * next one.
 *
 *     make bench/when
 *     echo 'last 2 years' | bench/when 2013-02-12       2011/2012
 *
 * bench/when.py runs it over the development set.
 */
#include <stdio.h>

#include "nlp/when/when.h"

static struct cd_str
resolve(const struct cd_tokens *tokens, struct cd_arena *arena,
        const struct cd_date *today)
{
    struct cd_when when;
    size_t end, most = 0;
    struct cd_str out = { "-", 1 };

    for (size_t i = 0; i < tokens->count; i++)
        if (cd_when_read(tokens, i, today, true, &when, &end) &&
            end - i > most) {
            most = end - i;
            out = cd_when_print(&when, arena);
        }
    return out;
}

int
main(int argc, char **argv)
{
    struct cd_error err;
    struct cd_tokenizer *tokenizer = cd_tokenizer_new(CD_LANGUAGE_EN, &err);
    struct cd_regex_scratch *scratch = cd_regex_scratch_new();
    struct cd_date today = cd_when_today(cd_str_of(argc > 1 ? argv[1] : NULL));
    struct cd_tokens tokens = { 0 };
    struct cd_arena arena = { 0 };
    char line[4096];

    if (tokenizer == NULL)
        return 1;
    while (fgets(line, sizeof(line), stdin) != NULL) {
        struct cd_str text = cd_str_trim(cd_str_of(line)), iso;

        if (cd_tokens_read(tokenizer, scratch, &arena, text,
                           (struct cd_span){ 0, text.n }, &tokens,
                           &err) != CD_OK)
            return 1;
        iso = resolve(&tokens, &arena, &today);
        printf("%.*s\n", (int)iso.n, iso.p);
    }
    cd_regex_scratch_free(scratch);
    cd_tokenizer_free(tokenizer);
    return 0;
}
