/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two texts: is one a copy of the other, of which kind, and what differs?
 *
 *     struct cd_words a, b;             nlp/copy/words.h: made once a text
 *     struct cd_judgement judged;
 *     cd_compare(&judged, &arena, &a, &b, CD_COMPARE_ALL);
 *     if (judged.copy)
 *         puts(cd_copy_kind_names[judged.kind]);
 *
 * docs/copies.md says how it is decided.  Thread rule: no state; the arena and
 * *judged belong to the caller.
 */
#ifndef CD_NLP_COPY_COMPARE_H
#define CD_NLP_COPY_COMPARE_H

#include "base/buf.h"
#include "nlp/copy/spans.h"

#define CD_COPY_KINDS(X)                                                       \
    X(SAME, "same")           /* equal words */                                \
    X(EDITED, "edited")       /* the frame and order of sentences kept */      \
    X(REWORDED, "reworded")   /* same content, other words or order */         \
    X(CONTAINS, "contains")   /* a copied block inside other text */           \
    X(TEMPLATE, "template")   /* same frame, other facts: no copy */           \
    X(RELATED, "related")     /* same topic, told independently: no copy */    \
    X(UNRELATED, "unrelated") /* no copy */

enum cd_copy_kind {
#define X(name, text) CD_COPY_##name,
    CD_COPY_KINDS(X)
#undef X
        CD_COPY_KIND_COUNT
};

extern const char *const cd_copy_kind_names[];

/* A fact that the two tell differently: its bytes in both. */
struct cd_difference {
    struct cd_span a, b;
    const char *what; /* "number", "name", "date" or "opposite" */
};

/* Similarities, 0 to 1; w stands for words weighted by idf. */
#define CD_MEASURES(X)                                                         \
    X(dice)        /* w shared by both, of w of both */                        \
    X(containment) /* w shared by both, of w of the shorter text */            \
    X(word5)       /* runs of 5 words: Jaccard similarity */                   \
    X(order)   /* words in the longest common subsequence, of the          \
                      shorter text's */   \
    X(anchors) /* w in the same order, of w of the shorter text */

struct cd_measures {
#define X(name) double name;
    CD_MEASURES(X)
#undef X
};

struct cd_judgement {
    enum cd_copy_kind kind;
    enum cd_copy_kind otherwise; /* the likeliest kind that is no copy */
    bool copy;                   /* same, edited, reworded or contains */
    bool passage; /* contains, for a passage that is a small part of both
                     (nlp/copy/passage.h) */
    double score; /* probability of a copy, 0 to 1; 1 for same */
    struct cd_measures measures;
    /* With CD_COMPARE_ALL, in the arena; the spans in the order of both texts,
     * and behind them what changed places, longest first. */
    struct cd_aligned *spans;
    size_t span_count;
    struct cd_difference *facts;
    size_t fact_count;
};

enum cd_compare_depth {
    CD_COMPARE_KIND, /* kind, copy, score, measures */
    CD_COMPARE_ALL,  /* spans and facts too */
};

/*
 * Symmetric: b against a gives the same kind and score.  Texts without a word
 * are unrelated to everything, to each other too.  The work is n log n in the
 * words of both.
 */
void cd_compare(struct cd_judgement *judged, struct cd_arena *arena,
                const struct cd_words *a, const struct cd_words *b,
                enum cd_compare_depth depth);

/* The features (nlp/copy/features.h) that the judgement rests on; both texts
 * must have a word.  For training. */
void cd_compare_features(double *features, struct cd_arena *arena,
                         const struct cd_words *a, const struct cd_words *b);

/* The members as JSON values, for records: {"dice":0.61,...};
 * [[a_start,a_end,b_start,b_end],...]; [["8 pct","9 pct","number"],...]. */
void cd_measures_json(struct cd_buf *out, const struct cd_measures *measures);
void cd_spans_json(struct cd_buf *out, const struct cd_judgement *judged);
void cd_facts_json(struct cd_buf *out, const struct cd_judgement *judged,
                   struct cd_str a, struct cd_str b);

#endif
