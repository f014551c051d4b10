/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The syntax of a sentence that holds quantities: each quantity is one node,
 * every other token is one, and the nodes form a tree.
 *
 *     struct cd_syntax syntax = { 0 };                     kept and used again
 *     cd_syntax_read(&syntax, text, &reading);
 *     verb = cd_syntax_verb(&syntax, node);
 *     subject = cd_syntax_subject(&syntax, verb);
 *
 * "plummeted by [an astonishing 17%], dropping to [$118.58 per share]": the
 * tree builder sees two nouns there, not eleven tokens.  Nodes are numbered in
 * the order of the text; CD_NODE_NONE is no node.  All walks are bounded by the
 * length of the sentence.
 */
#ifndef CD_NLP_SYNTAX_SYNTAX_H
#define CD_NLP_SYNTAX_SYNTAX_H

#include "nlp/quantity/quantity.h"
#include "nlp/syntax/tree.h"

enum { CD_NODE_NONE = 0xFFFF };

struct cd_node {
    size_t first, end; /* tokens of the reading */
    struct cd_span span;
    struct cd_str fold;
    uint8_t tag;       /* enum cd_pos */
    uint8_t flags;     /* of its token */
    uint16_t quantity; /* index in the reading, or CD_NODE_NONE */
    uint16_t head;
    uint16_t low, high; /* nodes of its subtree: [low, high) */
};

struct cd_syntax {
    struct cd_str text;
    const struct cd_reading *reading;
    struct cd_node *nodes;
    size_t count, room;
    /* memory of cd_syntax_read() */
    uint8_t *tags;
    size_t tag_room;
    uint16_t *heads;
    size_t head_room;
    uint16_t *outside; /* nodes outside brackets */
    size_t outside_room;
    struct cd_tokens tokens;
};

/* Reads the tokens of a reading, which should be one sentence. */
void cd_syntax_read(struct cd_syntax *syntax, struct cd_str text,
                    const struct cd_reading *reading);
void cd_syntax_release(struct cd_syntax *syntax);

/* The node of a quantity. */
size_t cd_syntax_node(const struct cd_syntax *syntax, size_t quantity);

bool
cd_node_is_noun(const struct cd_node *node); /* pronouns, amounts as well */
bool cd_node_is_verb(const struct cd_node *node); /* not AUX */

/* A word of time: "year", "Monday", "March", "today". */
bool cd_node_is_time(const struct cd_node *node);
bool cd_node_is_clitic(const struct cd_node *node); /* 's */
bool cd_node_is_dash(const struct cd_node *node);   /* long, or of a range */

/* The preposition (or possessive mark) that a node hangs on: "of" in "of oil";
 * CD_NODE_NONE if it has none. */
size_t cd_syntax_case(const struct cd_syntax *syntax, size_t node);

/* Is the node governed by the preposition? */
bool cd_syntax_has_case(const struct cd_syntax *syntax, size_t node,
                        const char *preposition);

/* May the node be inside a noun phrase?  By its tag alone. */
bool cd_node_in_phrase(const struct cd_node *node);

/* The last node of the noun phrase that begins at first, or CD_NODE_NONE. */
size_t cd_syntax_phrase_last(const struct cd_syntax *syntax, size_t first);

/* The verb that a node belongs to, through nouns: CD_NODE_NONE if none. */
size_t cd_syntax_verb(const struct cd_syntax *syntax, size_t node);

/* Who does what a verb (or a noun with a copula) says, through participles,
 * infinitives, relative clauses and joined verbs; CD_NODE_NONE if unsaid. */
size_t cd_syntax_subject(const struct cd_syntax *syntax, size_t verb);

/* Whom the sentence is about: the subject of its first main verb that is no
 * verb of saying, and that verb; CD_NODE_NONE if that is a quantity or
 * unsaid. */
size_t cd_syntax_topic(const struct cd_syntax *syntax, size_t *verb);

/* The object of a verb that is no amount, or CD_NODE_NONE. */
size_t cd_syntax_object(const struct cd_syntax *syntax, size_t verb);

/* The owner in a genitive: Nvidia of "Nvidia's shares", its of "its shares". */
size_t cd_syntax_owner(const struct cd_syntax *syntax, size_t noun);

/* The complement of a noun behind a preposition: oil of "price of oil". */
size_t cd_syntax_complement(const struct cd_syntax *syntax, size_t noun,
                            const char *preposition);

/* Has the node a child with that tag (enum cd_pos) before it: the auxiliary of
 * "is believed", the copula of "is 5%"? */
static inline bool
cd_syntax_has_before(const struct cd_syntax *syntax, size_t node, uint8_t tag)
{
    const struct cd_node *n = syntax->nodes;

    for (size_t i = n[node].low; i < node; i++)
        if (n[i].head == node && n[i].tag == tag)
            return true;
    return false;
}

/* Is a below b in the tree, or b itself? */
static inline bool
cd_syntax_below(const struct cd_syntax *syntax, size_t a, size_t b)
{
    return a >= syntax->nodes[b].low && a < syntax->nodes[b].high;
}

#endif
