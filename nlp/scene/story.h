/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stories: whom an article is about, so that a number is held against that of
 * another article only where both tell of the same.
 *
 *     cd_story_make(&a, &arena, title, text);
 *     cd_story_crowd_add(&crowd, &a);           and all others
 *     cd_story_likeness(&a, &b, &crowd)         of 100
 *
 * A story is the names of an article, by how often they stand in it; those of
 * its title and its beginning count more.  What a name weighs is how rare it is
 * in the language and in the other articles: two bonds are both listed in
 * Luxembourg.
 */
#ifndef CD_NLP_SCENE_STORY_H
#define CD_NLP_SCENE_STORY_H

#include "base/arena.h"

enum {
    CD_STORY_NAMES = 64,     /* that are kept of an article */
    CD_STORY_KNOWN = 1 << 18 /* counters of a crowd */
};

struct cd_story {
    uint8_t count;
    struct cd_story_name {
        uint32_t stem;
        uint8_t weight;      /* idf (nlp/copy/idf.h) */
        uint8_t often;       /* 255: that often or more */
        bool lead;           /* in the title or at the beginning */
    } names[CD_STORY_NAMES]; /* by stem */
};

/* In how many articles names stand: at least as many as it says, since names
 * may share a counter. */
struct cd_story_crowd {
    uint32_t articles;
    uint32_t known[CD_STORY_KNOWN];
};

/* The arena is for work: nothing of *story is in it. */
void cd_story_make(struct cd_story *story, struct cd_arena *arena,
                   struct cd_str title, struct cd_str text);

void cd_story_crowd_add(struct cd_story_crowd *crowd,
                        const struct cd_story *story);

/* How alike the names of two are, of 100. */
unsigned cd_story_likeness(const struct cd_story *a, const struct cd_story *b,
                           const struct cd_story_crowd *crowd);

/* In how many articles the rarest name stands that both begin with; UINT_MAX:
 * they begin with no rare one. */
unsigned cd_story_lead(const struct cd_story *a, const struct cd_story *b,
                       const struct cd_story_crowd *crowd);

#endif
