/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a scene (nlp/scene/scene.h) is made.  Private to nlp/scene/scene*.c.
 *
 *     cd_scene_add_questions(&maker, &arena);
 *     cd_scene_add_scope(&maker, i);
 */
#ifndef CD_NLP_SCENE_SCENE_MAKER_H
#define CD_NLP_SCENE_SCENE_MAKER_H

#include "nlp/copy/words.h"
#include "nlp/scene/scene.h"
#include "nlp/scene/scene_list.h"

enum { CD_SCENE_PHRASE = 3 /* words of a row */ };

struct cd_scene_maker {
    struct cd_scene *scene;
    const struct cd_scene_place *place;
    struct cd_words words;
    size_t from, to; /* of the words that count, bytes */
};

/* Does the scene say the word, or a synonym? */
bool cd_scene_says(const struct cd_scene *scene, uint32_t stem);

/* Does one ask what the other asks? */
bool cd_scene_one_question(const struct cd_scene *a, const struct cd_scene *b);

uint32_t cd_scene_hash(const char *name);

/* What is asked: by the unit and the property, else by the sentence. */
void cd_scene_add_questions(struct cd_scene_maker *maker,
                            struct cd_arena *arena);
bool cd_scene_asks(const struct cd_scene *scene, const char *name);

/* Is word i of a phrase that asks? */
bool cd_scene_is_asking(const struct cd_words *words, size_t i);

/* The unit without what it is per: "passenger" of "passenger/d". */
struct cd_str cd_scene_unit_counted(struct cd_str unit);

/* "passengers a day" are those of "a daily ridership". */
void cd_scene_add_unit_period(struct cd_scene_maker *maker);
void cd_scene_add_period(struct cd_scene *scene, const struct cd_words *words,
                         size_t i);

/* Words of another part or time: "abroad", "so far".  "New" ones are a part of
 * people and cases. */
void cd_scene_add_scope(struct cd_scene_maker *maker, size_t i);

#endif
