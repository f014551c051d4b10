/* SPDX-License-Identifier: Apache-2.0 */
/*
 * copy_features < PAIRS.jsonl > FEATURES.tsv: what nlp/copy/features.h measures
 * on each pair {"a":TEXT,"b":TEXT}, for tools/train_copies.py and bench/; and
 * PASSAGE, the score of what both have word for word (nlp/copy/passage.h), or
 * 0, and WHOLE, the same of two texts of one frame.  The first line names the
 * columns.
 */
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>

#include "nlp/copy/compare.h"
#include "nlp/copy/features.h"
#include "nlp/copy/passage.h"

static struct cd_str
text_of(struct json_object *pair, const char *side)
{
    struct json_object *value = json_object_object_get(pair, side);

    if (json_object_is_type(value, json_type_object))
        value = json_object_object_get(value, "text");
    return (struct cd_str){ json_object_get_string(value),
                            (size_t)json_object_get_string_len(value) };
}

static double
passage_of(struct cd_arena *arena, const struct cd_words *a,
           const struct cd_words *b, bool frame)
{
    struct cd_alignment found;

    cd_align(&found, arena, a, b);
    return cd_passage_score(cd_passage_proof(&found, a, b, frame));
}

static void
print_features(struct cd_arena *arena, struct json_object *pair)
{
    double f[CD_FEATURE_COUNT];
    struct cd_words a, b;

    cd_words_make(&a, arena, text_of(pair, "a"));
    cd_words_make(&b, arena, text_of(pair, "b"));
    cd_compare_features(f, arena, &a, &b);
    for (int i = 0; i < CD_FEATURE_COUNT; i++)
        printf("%.9g\t", f[i]);
    printf("%.4f\t%.4f\n", passage_of(arena, &a, &b, false),
           passage_of(arena, &a, &b, true));
}

int
main(void)
{
    struct cd_arena arena = { 0 };
    char *line = NULL;
    size_t room = 0;

    for (int i = 0; i < CD_FEATURE_COUNT; i++)
        printf("%s\t", cd_feature_names[i]);
    puts("PASSAGE\tWHOLE");
    while (getline(&line, &room, stdin) > 0) {
        struct json_object *pair = json_tokener_parse(line);

        if (pair == NULL)
            return EXIT_FAILURE;
        print_features(&arena, pair);
        json_object_put(pair);
        cd_arena_reset(&arena);
    }
    free(line);
    cd_arena_release(&arena);
    return EXIT_SUCCESS;
}
