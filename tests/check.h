/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Unit tests: each file tests/check_NAME.c defines check_NAME(), and has a line
 * in the list below and one in tests/tests.mk.
 */
#ifndef CD_TESTS_CHECK_H
#define CD_TESTS_CHECK_H

#include <check.h>

#include "base/str.h"

#define CD_SUITES(X)                                                           \
    X(attach)                                                                  \
    X(bare)                                                                    \
    X(base)                                                                    \
    X(bio)                                                                     \
    X(blocks)                                                                  \
    X(charset)                                                                 \
    X(claim_row)                                                               \
    X(claims)                                                                  \
    X(tree)                                                                    \
    X(compare)                                                                 \
    X(copies)                                                                  \
    X(covered)                                                                 \
    X(dedup)                                                                   \
    X(index)                                                                   \
    X(shape)                                                                   \
    X(shingle)                                                                 \
    X(credit)                                                                  \
    X(date)                                                                    \
    X(decimal)                                                                 \
    X(quantity)                                                                \
    X(jsonl)                                                                   \
    X(judge)                                                                   \
    X(jsonld)                                                                  \
    X(labels)                                                                  \
    X(language)                                                                \
    X(markdown)                                                                \
    X(machine)                                                                 \
    X(manifest)                                                                \
    X(model)                                                                   \
    X(meta)                                                                    \
    X(news)                                                                    \
    X(permalink)                                                               \
    X(phrase)                                                                  \
    X(word_class)                                                              \
    X(plain)                                                                   \
    X(plain_head)                                                              \
    X(pushes)                                                                  \
    X(siblings)                                                                \
    X(site)                                                                    \
    X(spans_window)                                                            \
    X(sorted)                                                                  \
    X(stream)                                                                  \
    X(warc)                                                                    \
    X(ring)                                                                    \
    X(scene)                                                                   \
    X(story)                                                                   \
    X(topic)                                                                   \
    X(wrap)                                                                    \
    X(words)                                                                   \
    X(write)                                                                   \
    X(when)

/* Random cases are tried so many times less often, and long texts are so many
 * times shorter, where each takes so much longer. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CD_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define CD_SANITIZED 1
#endif
#endif
#ifdef CD_SANITIZED
enum { CD_SLOWER = 5 };
#else
enum { CD_SLOWER = 1 };
#endif

#define X(name) Suite *check_##name(void);
CD_SUITES(X)
#undef X

/* Compares a view with a literal, and shows both when they differ. */
#define ck_assert_view_eq(view, literal)                                       \
    do {                                                                       \
        struct cd_str view_ = (view);                                          \
                                                                               \
        ck_assert_msg(cd_str_is(view_, (literal)), "got '%.*s', want '%s'",    \
                      (int)view_.n, view_.p != NULL ? view_.p : "",            \
                      (literal));                                              \
    } while (0)

#endif
