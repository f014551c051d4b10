/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the model sees of a block: whole numbers, so that the same page gives
 * the same judgement on every machine.
 *
 *     int16_t *rows = cd_features_make(doc, &page, &outline);
 *     rows[i * CD_FEATURE_COUNT + CD_FEATURE_words]
 *
 * Shares are in thousandths; sizes of areas are on a scale of logarithms
 * (cd_features_scale); what does not fit is cut to the ends of the type.
 * tools/block_features.c prints the rows with the names below for training, and
 * the model in data/ names its features, so that the two cannot drift apart.
 */
#ifndef CD_PARSER_JUDGE_FEATURES_H
#define CD_PARSER_JUDGE_FEATURES_H

#include "parser/judge/outline.h"

/* clang-format off */
/* The text itself. */
#define CD_FEATURES_TEXT(X)                                                    \
    X(words)                                                                   \
    X(stop_share)                                                              \
    X(capital_share)                                                           \
    X(word_size) X(upper_share) X(digit_share) X(commas) X(stops) X(marks)     \
        X(bars) X(quotes) X(currencies) X(ats) X(url) X(copyright) X(capital)  \
            X(numbered) X(end) X(link_share) X(links) X(strong_share)          \
                X(emphasis_share) X(breaks) X(images) X(cells) X(kind)         \
                    X(level) X(phrase) X(phrase_whole) X(repeats)              \
                        X(title_share) X(title_cover) X(words_a_stop) X(prose)

/* The element and those around it. */
#define CD_FEATURES_PLACE(X)                                                   \
    X(tag)                                                                     \
    X(depth)                                                                   \
    X(in_article)                                                              \
    X(in_main) X(in_nav) X(in_aside) X(in_header) X(in_footer) X(in_figure)    \
        X(in_form) X(in_button) X(in_select) X(in_table) X(in_list)            \
            X(in_quote) X(in_dialog) X(in_details) X(in_link) X(hidden)        \
                X(in_half) X(in_most) X(in_nearly_all) X(below_most)           \
                    X(path_blocks) X(path_words) X(path_prose) X(path_links)   \
                        X(card_siblings) X(card_blocks) X(card_words)          \
                            X(card_links) X(card_titles) X(card_up)            \
                                X(card_prose) X(kin_siblings)

/* Areas: the block's element (0) and 1, 2, 3, 5 and 8 elements up. */
#define CD_FEATURES_AREA(X, n)                                                 \
    X(words_##n)                                                               \
    X(links_##n) X(blocks_##n) X(prose_##n) X(prose_words_##n) X(at_##n)

#define CD_FEATURES_AREAS(X)                                                   \
    CD_FEATURES_AREA(X, up0)                                                   \
    CD_FEATURES_AREA(X, up1)                                                   \
    CD_FEATURES_AREA(X, up2)                                                   \
    CD_FEATURES_AREA(X, up3) CD_FEATURES_AREA(X, up5) CD_FEATURES_AREA(X, up8)

/* Position in the page, and under which heading. */
#define CD_FEATURES_POSITION(X)                                                \
    X(index)                                                                   \
    X(index_share)                                                             \
    X(prose_before)                                                            \
    X(prose_after) X(from_h1) X(heading_phrase) X(heading_level)               \
        X(heading_blocks) X(heading_words) X(heading_near) X(window3)          \
            X(window8) X(window_links) X(next_prose) X(last_prose)

/* Blocks before and after: p1 is the block before. */
#define CD_FEATURES_NEIGHBOUR(X, n)                                            \
    X(words_##n)                                                               \
    X(links_##n) X(end_##n) X(kind_##n) X(path_##n) X(phrase_##n) X(prose_##n)

#define CD_FEATURES_NEIGHBOURS(X)                                              \
    CD_FEATURES_NEIGHBOUR(X, p1)                                               \
    CD_FEATURES_NEIGHBOUR(X, n1)                                               \
    CD_FEATURES_NEIGHBOUR(X, p2) CD_FEATURES_NEIGHBOUR(X, n2)

/* The page as a whole. */
#define CD_FEATURES_PAGE(X)                                                    \
    X(page_blocks)                                                             \
    X(page_words)                                                              \
    X(page_prose)                                                              \
    X(page_links) X(page_prose_blocks) X(has_article) X(has_main)              \
        X(most_share) X(most_links) X(most_blocks) X(page_titles)              \
            X(page_money) X(page_cards) X(page_forum) X(page_comments)         \
                X(h1_in_most)
/* clang-format on */

enum cd_feature {
#define X(name) CD_FEATURE_##name,
    CD_FEATURES_TEXT(X) CD_FEATURES_PLACE(X) CD_FEATURES_AREAS(X)
        CD_FEATURES_POSITION(X) CD_FEATURES_NEIGHBOURS(X) CD_FEATURES_PAGE(X)
#undef X
            CD_FEATURE_near, /* CD_FAMILY_COUNT of them, one a family */
    CD_FEATURE_COUNT = CD_FEATURE_near + CD_FAMILY_COUNT
};

extern const char *const cd_block_feature_names[CD_FEATURE_COUNT];

/* doc->block_count rows of CD_FEATURE_COUNT numbers, in doc's arena. */
int16_t *cd_features_make(struct cd_doc *doc, const struct cd_page *page,
                          const struct cd_outline *outline);

/* 8 times the logarithm to base 2 of 1 + n, cut down to a whole number. */
int16_t cd_features_scale(size_t n);

#endif
