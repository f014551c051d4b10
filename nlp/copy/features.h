/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is measured on a pair of texts: the input of the models in
 * nlp/copy/model.h.
 *
 * "Short" and "long" are the texts with fewer and with more words; w stands for
 * words weighted by their idf; the region is the best aligned passage
 * (nlp/copy/align.h).  All are symmetric.
 */
#ifndef CD_NLP_COPY_FEATURES_H
#define CD_NLP_COPY_FEATURES_H

#include "nlp/copy/align.h"

#define CD_FEATURES(X)                                                         \
    X(DICE)        /* w shared, of both */                                     \
    X(CONTAINMENT) /* w shared, of short */                                    \
    X(MEANT_DICE)  /* as DICE, with synonyms */                                \
    X(MEANT_CONTAINMENT)                                                       \
    X(LONG_CONTAINMENT) /* w shared, of long */                                \
    X(LACKED_SHORT)     /* ln(1 + w of short that long lacks) */               \
    X(LACKED_LONG)                                                             \
    X(COMMON) /* function words shared, of those of short */                   \
    X(SKIPS)  /* pairs of nearby content words in the same order, of     \
                       those of short */     \
    X(SKIPS_LONG)                                                              \
    X(EXACT)    /* words shared in the very form, of short */                  \
    X(JACCARD1) /* of stems */                                                 \
    X(JACCARD2) /* of pairs of neighbours */                                   \
    X(CONTAINMENT2)                                                            \
    X(JACCARD3)                                                                \
    X(CONTAINMENT3)                                                            \
    X(JACCARD5)                                                                \
    X(CONTAINMENT5)                                                            \
    X(LCS_SHORT) /* longest common subsequence of words, of short */           \
    X(LCS_LONG)                                                                \
    X(TILES)        /* words in tiles of 4 and more, of short */               \
    X(LONGEST)      /* longest tile, of short */                               \
    X(LONGEST_LOG)  /* ln(1 + its words) */                                    \
    X(LONGEST_W)    /* ln(1 + w of the heaviest tile) */                       \
    X(SENTENCES)    /* words of short in sentences that long has, of short */  \
    X(SENTENCE_LOG) /* ln(1 + words in the longest such sentence) */           \
    X(CHAIN_SHORT)  /* w in order, of short */                                 \
    X(CHAIN_ORDER)  /* w in order, of w shared */                              \
    X(REGION_SHORT) /* w of the region, of short */                            \
    X(REGION_LONG)                                                             \
    X(REGION_DENSITY) /* w equal in the region, of its heavier side */         \
    X(REGION_SCORE)   /* ln(1 + w of it less the price of its gaps) */         \
    X(REGION_LOG)     /* ln(1 + words equal in the region) */                  \
    X(FIGURES_SHARED) /* ln(1 + figures of short that long has) */             \
    X(FIGURES_LACKED) /* share of short's figures that long lacks */           \
    X(FIGURES_LACKED_LOG)                                                      \
    X(NAMES_SHARED) /* ln(1 + names...), as above */                           \
    X(NAMES_LACKED)                                                            \
    X(NAMES_LACKED_LOG)                                                        \
    X(FIGURES_ADDED_LOG) /* ... of the region of long that short lacks */      \
    X(NAMES_ADDED_LOG)                                                         \
    X(LONG_FIGURES_LACKED) /* ... of all of long */                            \
    X(LONG_NAMES_LACKED)                                                       \
    X(DATES_LACKED_LOG) /* weekdays, months, years */                          \
    X(SWAPPED_FIGURES)  /* ln(1 + gaps of the region where figures differ) */  \
    X(SWAPPED_DATES)                                                           \
    X(SWAPPED_NAMES)                                                           \
    X(STEADY) /* ln(1 + words equal in the region, for each thing swapped) */  \
    X(SLOTS) /* short gaps of content, no synonyms: ln(1 + idf of the less) */ \
    X(SLOT)  /* the largest of these, / 10 */                                  \
    X(SWAPPED_WORDS) /* content words only */                                  \
    X(SWAPPED_W)     /* w of what differs on both sides, of the region */      \
    X(ADDED_W)       /* w of what only one side has there, of the region */    \
    X(RARE_SHARED)   /* ln(1 + shared stems of idf > 7) */                     \
    X(PROVING_PAIRS) /* ln(1 + neighbours shared that are no stock phrase) */  \
    X(STOCK_PAIRS)   /* stock phrases among the neighbours shared: share */    \
    X(REST_SHORT)   /* w of short outside the region that long lacks, of it */ \
    X(HEADS)        /* w of the names that only it begins with, / 10: less */  \
    X(QUOTES)       /* quoted stems that both quote (nlp/copy/cues.h) */       \
    X(LENGTH_RATIO) /* words of short, of long */                              \
    X(LENGTH_LOG)   /* ln(words of short) */                                   \
    X(ONE)          /* 1: carries a model's bias */

enum cd_feature {
#define X(name) CD_FEATURE_##name,
    CD_FEATURES(X)
#undef X
        CD_FEATURE_COUNT
};

/* "DICE" for CD_FEATURE_DICE. */
extern const char *const cd_feature_names[];

/* Fills features[CD_FEATURE_COUNT].  a must be the short text, and both must
 * have a word; found is cd_align(a, b). */
void cd_features(double *features, struct cd_arena *arena,
                 const struct cd_alignment *found, const struct cd_words *a,
                 const struct cd_words *b);

#endif
