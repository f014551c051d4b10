/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON-LD: what a page's <script type="application/ld+json"> says of its
 * article, in the vocabulary of schema.org.
 *
 *     struct cd_jsonld facts = { 0 };
 *     cd_jsonld_read(arena, script, &facts);      once a script, in page order
 *
 * Pages nest the article in @graph, mainEntity or arrays, and name its author
 * by reference; all of that is followed.  What objects of an article type say
 * and what a WebPage says are kept apart; of equals the first one wins.
 */
#ifndef CD_PARSER_META_JSONLD_H
#define CD_PARSER_META_JSONLD_H

#include "base/arena.h"

struct cd_jsonld_facts {
    struct cd_str headline, description, published, modified, publisher,
        section, language, image, url, body;
    struct cd_str authors; /* JSON array of names, or absent */
    struct cd_str byline;  /* the same names with ", " between */
    struct cd_str tags;    /* JSON array of strings, or absent */
    struct cd_str free;    /* isAccessibleForFree: "true", "false" or absent */
};

struct cd_jsonld {
    struct cd_jsonld_facts article, page;
};

/* Adds what script says to facts; text goes to the arena.  A script that is no
 * JSON adds nothing.  Nothing deeper than 32 levels is read. */
void cd_jsonld_read(struct cd_arena *arena, struct cd_str script,
                    struct cd_jsonld *facts);

#endif
