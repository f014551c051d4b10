/* SPDX-License-Identifier: Apache-2.0 */
/*
 * State and features of the tree builder, shared with its trainer so that both
 * walk and hash alike.
 *
 *     cd_tree_start(&state, tokens, n, tags);
 *     while (!cd_tree_done(&state)) {
 *         cd_tree_features(&state, rows);
 *         cd_tree_move(&state, best of the moves that cd_tree_allows());
 *     }
 */
#ifndef CD_NLP_SYNTAX_TREE_MODEL_H
#define CD_NLP_SYNTAX_TREE_MODEL_H

#include "nlp/syntax/tagger_model.h"
#include "nlp/syntax/tree.h"

enum cd_tree_move {
    CD_TREE_SHIFT,
    CD_TREE_REDUCE,
    CD_TREE_LEFT,  /* the top of the stack belongs to the next word */
    CD_TREE_RIGHT, /* the next word belongs to the top of the stack */
    CD_TREE_MOVES
};

enum {
    CD_TREE_ROWS = 1 << 18,
    CD_TREE_FEATURES = 40,
    CD_TREE_ZERO = CD_POS_ZERO,
    CD_TREE_LEVELS = CD_POS_LEVELS,
    CD_TREE_NONE = CD_POS_COUNT + 1, /* the tag of no word */
};

/* What a word has as children already. */
enum {
    CD_TREE_NOUN_LEFT = 1, /* perhaps its subject */
    CD_TREE_NOUN_RIGHT = 2,
    CD_TREE_CASE = 4,
    CD_TREE_VERB_RIGHT = 8,
    CD_TREE_AND = 16,
};

struct cd_tree_state {
    size_t n, next, depth;
    uint16_t stack[CD_TREE_MAX + 1];
    uint16_t head[CD_TREE_MAX + 1];
    uint16_t left[CD_TREE_MAX + 1];  /* leftmost and rightmost child, */
    uint16_t right[CD_TREE_MAX + 1]; /* CD_TREE_ROOT for none */
    uint8_t children[CD_TREE_MAX + 1];
    uint8_t kinds[CD_TREE_MAX + 1];   /* CD_TREE_NOUN_LEFT ... */
    uint16_t commas[CD_TREE_MAX + 2]; /* before word i */
    uint16_t verbs[CD_TREE_MAX + 2];  /* finite ones before word i */
    uint8_t tag[CD_TREE_MAX + 3];     /* [n], the root, and two behind it */
    uint32_t word[CD_TREE_MAX + 3];
};

static inline bool
cd_tree_is_noun(uint8_t tag)
{
    return tag == CD_POS_NOUN || tag == CD_POS_PROPN || tag == CD_POS_PRON ||
           tag == CD_POS_SYM || tag == CD_POS_NUM;
}

static inline bool
cd_tree_is_finite(uint8_t tag)
{
    return tag == CD_POS_VERB_PAST || tag == CD_POS_VERB_S ||
           tag == CD_POS_AUX || tag == CD_POS_VERB;
}

static inline void
cd_tree_start(struct cd_tree_state *s, const struct cd_token *tokens, size_t n,
              const uint8_t *tags)
{
    s->n = n;
    s->next = s->depth = 0;
    s->commas[0] = s->verbs[0] = 0;
    for (size_t i = 0; i < n + 3; i++) {
        bool real = i < n;

        s->tag[i] = real ? tags[i] : CD_POS_COUNT;
        s->word[i] = !real ? 7
                     : tokens[i].kind == CD_TOKEN_NUMBER
                         ? 5
                         : cd_pos_hash(tokens[i].fold, 1);
        if (i > n)
            continue;
        s->head[i] = s->left[i] = s->right[i] = CD_TREE_ROOT;
        s->children[i] = s->kinds[i] = 0;
        s->commas[i + 1] =
            (uint16_t)(s->commas[i] + (s->tag[i] == CD_POS_PUNCT));
        s->verbs[i + 1] =
            (uint16_t)(s->verbs[i] + (real && cd_tree_is_finite(s->tag[i])));
    }
}

static inline bool
cd_tree_done(const struct cd_tree_state *s)
{
    return s->next >= s->n && s->depth == 0;
}

static inline bool
cd_tree_allows(const struct cd_tree_state *s, enum cd_tree_move move)
{
    bool owned =
        s->depth > 0 && s->head[s->stack[s->depth - 1]] != CD_TREE_ROOT;

    switch (move) {
    case CD_TREE_SHIFT:
        return s->next < s->n;
    case CD_TREE_RIGHT:
        return s->next < s->n && s->depth > 0;
    case CD_TREE_LEFT:
        return s->depth > 0 && !owned;
    default:
        return s->depth > 0 && owned;
    }
}

static inline void
cd_tree_attach(struct cd_tree_state *s, size_t child, size_t head)
{
    uint8_t tag = s->tag[child];

    s->head[child] = (uint16_t)head;
    if (cd_tree_is_noun(tag) && !(s->kinds[child] & CD_TREE_CASE))
        s->kinds[head] |= child < head ? CD_TREE_NOUN_LEFT : CD_TREE_NOUN_RIGHT;
    if (tag == CD_POS_ADP && child < head)
        s->kinds[head] |= CD_TREE_CASE;
    if (tag >= CD_POS_VERB && child > head)
        s->kinds[head] |= CD_TREE_VERB_RIGHT;
    if (tag == CD_POS_CCONJ)
        s->kinds[head] |= CD_TREE_AND;
    if (s->children[head] < 7)
        s->children[head]++;
    if (s->left[head] == CD_TREE_ROOT || child < s->left[head])
        s->left[head] = (uint16_t)child;
    if (s->right[head] == CD_TREE_ROOT || child > s->right[head])
        s->right[head] = (uint16_t)child;
}

static inline void
cd_tree_move(struct cd_tree_state *s, enum cd_tree_move move)
{
    if (move == CD_TREE_LEFT)
        cd_tree_attach(s, s->stack[s->depth - 1], s->next);
    if (move == CD_TREE_RIGHT)
        cd_tree_attach(s, s->next, s->stack[s->depth - 1]);
    if (move == CD_TREE_LEFT || move == CD_TREE_REDUCE)
        s->depth--;
    else
        s->stack[s->depth++] = (uint16_t)s->next++;
}

static inline uint32_t
cd_tree_mix(uint32_t kind, uint32_t a, uint32_t b, uint32_t c)
{
    uint32_t h = (a + kind * 0x9E3779B1U) * 0x85EBCA6BU;

    h = (h ^ (h >> 15)) + b * 0xC2B2AE35U;
    h = (h ^ (h >> 13)) * 0x27D4EB2FU;
    h = (h ^ (h >> 16)) + c * 0x165667B1U;
    h = (h ^ (h >> 15)) * 0x85EBCA77U;
    return (h ^ (h >> 16)) & (CD_TREE_ROWS - 1);
}

/* What the features say of one word, or of none. */
struct cd_tree_peek {
    uint32_t word, tag;
};

static inline struct cd_tree_peek
cd_tree_peek_at(const struct cd_tree_state *s, size_t i)
{
    if (i == CD_TREE_ROOT || i > s->n + 2)
        return (struct cd_tree_peek){ 3, CD_TREE_NONE };
    return (struct cd_tree_peek){ s->word[i], s->tag[i] };
}

/* What the features are made of: two words on the top of the stack, the next
 * three, head and children of the first of each, and what is between. */
struct cd_tree_view {
    struct cd_tree_peek s0, s1, n0, n1, n2, sh, sl, sr, nl;
    uint32_t far, size, owned, has, has_next, commas, verbs;
};

static inline struct cd_tree_view
cd_tree_look(const struct cd_tree_state *s)
{
    size_t top = s->depth > 0 ? s->stack[s->depth - 1] : CD_TREE_ROOT;
    size_t second = s->depth > 1 ? s->stack[s->depth - 2] : CD_TREE_ROOT;
    bool some = top != CD_TREE_ROOT, more = s->next <= s->n;
    size_t gap = some ? s->next - top : 0;
    uint32_t commas =
        some ? (uint32_t)(s->commas[s->next] - s->commas[top]) : 9;
    uint32_t verbs =
        some ? (uint32_t)(s->verbs[s->next] - s->verbs[top + 1]) : 9;

    return (struct cd_tree_view){
        .s0 = cd_tree_peek_at(s, top),
        .s1 = cd_tree_peek_at(s, second),
        .n0 = cd_tree_peek_at(s, s->next),
        .n1 = cd_tree_peek_at(s, s->next + 1),
        .n2 = cd_tree_peek_at(s, s->next + 2),
        .sh = cd_tree_peek_at(s, some ? s->head[top] : top),
        .sl = cd_tree_peek_at(s, some ? s->left[top] : top),
        .sr = cd_tree_peek_at(s, some ? s->right[top] : top),
        .nl = cd_tree_peek_at(s, more ? s->left[s->next] : CD_TREE_ROOT),
        .far = gap < 5    ? (uint32_t)gap
               : gap < 10 ? 5
                          : 6,
        .size = some ? s->children[top] : 8,
        .owned = some && s->head[top] != CD_TREE_ROOT,
        .has = some ? s->kinds[top] : 64,
        .has_next = more ? s->kinds[s->next] : 64,
        .commas = commas > 2 ? 2 : commas,
        .verbs = verbs > 2 ? 2 : verbs,
    };
}

static inline void
cd_tree_features(const struct cd_tree_state *s, uint32_t rows[CD_TREE_FEATURES])
{
    const struct cd_tree_view v = cd_tree_look(s);
    uint32_t tags = v.s0.tag * 32 + v.n0.tag, f = 0;

    rows[f++] = cd_tree_mix(33, tags, v.commas * 3 + v.verbs, v.owned);
    rows[f++] = cd_tree_mix(34, tags, v.has, v.has_next);
    rows[f++] = cd_tree_mix(35, tags, v.has, v.owned);
    rows[f++] = cd_tree_mix(36, tags, v.has_next, v.n1.tag);
    rows[f++] = cd_tree_mix(37, v.s0.word, v.n0.tag, v.has);
    rows[f++] = cd_tree_mix(38, v.n0.word, v.s0.tag, v.has_next);
    rows[f++] = cd_tree_mix(39, tags, v.s1.tag * 32 + v.sh.tag, v.commas);
    rows[f++] = cd_tree_mix(40, tags, v.n1.tag, v.has * 8 + v.commas);
    rows[f++] = cd_tree_mix(1, v.s0.word, v.s0.tag, v.owned);
    rows[f++] = cd_tree_mix(2, v.s0.tag, v.owned, 0);
    rows[f++] = cd_tree_mix(3, v.n0.word, v.n0.tag, 0);
    rows[f++] = cd_tree_mix(4, v.n0.word, v.s0.tag, v.owned);
    rows[f++] = cd_tree_mix(5, v.n1.word, v.n1.tag, 0);
    rows[f++] = cd_tree_mix(6, v.n0.tag, v.n1.tag, v.n2.tag);
    rows[f++] = cd_tree_mix(7, v.s0.word, v.n0.word, 0);
    rows[f++] = cd_tree_mix(8, v.s0.word, v.s0.tag, v.n0.tag);
    rows[f++] = cd_tree_mix(9, v.s0.tag, v.n0.word, v.n0.tag);
    rows[f++] = cd_tree_mix(10, v.s0.tag, v.n0.tag, v.owned);
    rows[f++] = cd_tree_mix(11, v.s0.tag, v.n0.tag, v.n1.tag);
    rows[f++] = cd_tree_mix(12, v.sh.tag, v.s0.tag, v.n0.tag);
    rows[f++] = cd_tree_mix(13, v.s0.tag, v.sl.tag, v.n0.tag);
    rows[f++] = cd_tree_mix(14, v.s0.tag, v.sr.tag, v.n0.tag);
    rows[f++] = cd_tree_mix(15, v.s0.tag, v.n0.tag, v.nl.tag);
    rows[f++] = cd_tree_mix(16, v.s0.tag, v.n0.tag, v.far);
    rows[f++] = cd_tree_mix(17, v.s0.word, v.far, v.n0.tag);
    rows[f++] = cd_tree_mix(18, v.n0.word, v.far, v.s0.tag);
    rows[f++] = cd_tree_mix(19, v.s0.tag, v.size, v.n0.tag);
    rows[f++] = cd_tree_mix(20, v.s1.tag, v.s0.tag, v.n0.tag);
    rows[f++] = cd_tree_mix(21, v.s1.word, v.n0.tag, v.s0.tag);
    rows[f++] = cd_tree_mix(22, v.sh.word, v.s0.word, v.n0.tag);
    rows[f++] = cd_tree_mix(23, v.nl.word, v.n0.tag, v.s0.tag);
    rows[f++] = cd_tree_mix(24, v.sr.word, v.s0.tag, v.n0.tag);
    rows[f++] = cd_tree_mix(25, v.n1.word, v.n0.tag, v.s0.tag);
    rows[f++] = cd_tree_mix(26, v.s0.word, v.n1.tag, v.n0.tag);
    rows[f++] = cd_tree_mix(27, v.sl.word, v.s0.tag, v.n0.tag);
    rows[f++] = cd_tree_mix(28, v.n2.word, v.n0.tag, v.s0.tag);
    rows[f++] = cd_tree_mix(29, v.sh.word, v.n0.word, v.s0.tag);
    rows[f++] = cd_tree_mix(30, v.s1.tag, v.sh.tag, v.n0.tag * 32 + v.n1.tag);
    rows[f++] = cd_tree_mix(31, v.sr.word, v.n0.word, 0);
    rows[f++] = cd_tree_mix(32, v.nl.tag, v.size, v.s0.tag * 32 + v.n0.tag);
}

#endif
