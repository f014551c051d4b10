/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What of a long text is judged.
 *
 *     if (cd_window_cut(&window, &arena, &found, &a, &b))
 *         judge(&window.a, &window.b);     instead of a and b
 *
 * The judgement was learnt from paragraphs.  Two articles, or a paragraph and
 * an article, share many words by chance, here and there; so only the best
 * aligned passage (the region, nlp/copy/align.h) and what stands around it is
 * judged, as much of the long text as makes a paragraph like the other.
 */
#ifndef CD_NLP_COPY_WINDOW_H
#define CD_NLP_COPY_WINDOW_H

#include "nlp/copy/align.h"

/* Texts of more words are cut: the longest paragraphs that the model knows. */
enum { CD_WINDOW_WORDS = 110 };

struct cd_window {
    struct cd_words a, b;    /* with the places in the whole texts */
    uint32_t a_from, b_from; /* the first word of each in the whole text */
    bool a_cut;              /* is a not whole either? */
    double share;            /* of a's words in the passage, or in long tiles */
};

/* False if both texts are to be judged whole: short ones, and long ones of
 * which the passage is half or more.  a is the text with fewer words. */
bool cd_window_cut(struct cd_window *window, struct cd_arena *arena,
                   const struct cd_alignment *found, const struct cd_words *a,
                   const struct cd_words *b);

#endif
