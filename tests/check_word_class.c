/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/syntax/word_class.h"
#include "tests/check.h"

static const struct {
    const char *word;
    uint32_t want;
} cases[] = {
    { "heir", CD_CLASS_NOUN },
    { "promotes", CD_CLASS_VERB_S },
    { "promoted", CD_CLASS_VERB_ED },
    { "costs", CD_CLASS_NOUNS | CD_CLASS_VERB_S },
    { "companies", CD_CLASS_NOUNS },
    { "stopped", CD_CLASS_VERB_ED },
    { "stopping", CD_CLASS_VERB_ING },
    { "making", CD_CLASS_NOUN | CD_CLASS_VERB_ING },
    { "largest", CD_CLASS_ADJECTIVE },
    { "impressively", CD_CLASS_ADVERB },
    { "drily", CD_CLASS_ADVERB },
    { "children", CD_CLASS_NOUNS },
    { "grew", CD_CLASS_VERB_ED },
    { "whose", CD_CLASS_CLOSED },
    { "Heir", 0 }, /* lower case only */
    { "zzyzx", 0 },
    { "s", CD_CLASS_CLOSED },
    { "", 0 },
};

START_TEST(classes)
{
    ck_assert_uint_eq(cd_word_classes(cd_str_of(cases[_i].word)),
                      cases[_i].want);
}
END_TEST

/* No ending is cut off a word that has no room for it. */
START_TEST(long_word)
{
    char word[4096];

    memset(word, 'e', sizeof(word));
    memcpy(word + sizeof(word) - 3, "ing", 3);
    ck_assert_uint_eq(cd_word_classes((struct cd_str){ word, sizeof(word) }),
                      0);
}
END_TEST

Suite *
check_word_class(void)
{
    Suite *suite = suite_create("word_class");
    TCase *tests = tcase_create("word_class");

    tcase_add_loop_test(tests, classes, 0, CD_COUNT(cases));
    tcase_add_test(tests, long_word);
    suite_add_tcase(suite, tests);
    return suite;
}
