/* SPDX-License-Identifier: Apache-2.0 */
/*
 * train_tagger: trains nlp/syntax/tagger.c's weights.
 *
 *     make tools/train_tagger
 *     tools/treebanks.sh EWT GUM PUD |
 *         tools/train_tagger EPOCHS > data/tagger.en.txt
 *     zcat ewt-test.conllu.gz | tools/train_tagger test
 *
 * Reads CoNLL-U on standard input.
 */
#include "tools/conllu.h"
#include "tools/perceptron.h"

static void
train(const struct corpus *corpus, long epochs, double scale)
{
    struct perceptron model;

    perceptron_tagger(&model, corpus, epochs, 0, 0);
    puts("# Weights of nlp/syntax/tagger.c, by tools/train_tagger.c: a row a "
         "feature,"
         " a character a tag.");
    puts(TREEBANKS);
    perceptron_print(&model, scale);
}

static void
test(const struct corpus *corpus)
{
    struct cd_tokens tokens = { corpus->tokens, corpus->count, 0 };
    uint8_t *tags = cd_alloc(corpus->count + 1);
    size_t right = 0, exact = 0;

    for (size_t s = 0; s < corpus->sentences; s++)
        cd_tagger_tag(&tokens, corpus->starts[s], corpus->starts[s + 1],
                      tags + corpus->starts[s]);
    for (size_t i = 0; i < corpus->count; i++) {
        exact += tags[i] == corpus->tags[i];
        right += cd_str_eq(cd_str_of(cd_pos_names[tags[i]]),
                           cd_str_of(cd_pos_names[corpus->tags[i]]));
    }
    printf("%zu words: UPOS %.2f %%, with verb forms %.2f %%\n", corpus->count,
           100.0 * (double)right / (double)corpus->count,
           100.0 * (double)exact / (double)corpus->count);
}

int
main(int argc, char **argv)
{
    struct corpus corpus = { 0 };

    read_corpus(&corpus, stdin);
    if (argc > 1 && strcmp(argv[1], "test") == 0)
        test(&corpus);
    else
        train(&corpus, argc > 1 ? atol(argv[1]) : 10,
              argc > 2 ? atof(argv[2]) : 2);
    return 0;
}
