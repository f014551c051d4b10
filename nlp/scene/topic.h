/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Topics: what a property is a measure of.
 *
 *     cd_topic_measure(CD_STR("market cap"), room)    "market value"
 *
 * Two claims of one article are compared by it (nlp/claim/link.h); those of two
 * articles by their scenes (nlp/scene/scene.h).
 */
#ifndef CD_NLP_SCENE_TOPIC_H
#define CD_NLP_SCENE_TOPIC_H

#include "base/str.h"

enum {
    CD_TOPIC_MEASURE = 64 /* bytes of a property that are looked up */
};

/* The name that a property goes by: "market value" for "market cap".  room
 * holds the answer if it is not a constant. */
struct cd_str cd_topic_measure(struct cd_str property,
                               char room[CD_TOPIC_MEASURE]);

#endif
