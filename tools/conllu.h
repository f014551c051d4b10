/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the trainers share: a CoNLL-U corpus in memory, and a shuffle.
 *
 *     struct corpus corpus = { 0 };
 *     read_corpus(&corpus, stdin);
 */
#ifndef CD_TOOLS_CONLLU_H
#define CD_TOOLS_CONLLU_H

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "nlp/syntax/tagger_model.h"

/* What the weights say of themselves; tools/treebanks.sh chooses. */
#define TREEBANKS                                                              \
    "# Learned from UD English EWT, PUD, and of GUM news, interviews, lives, " \
    "travel guides,\n# textbooks and speeches (universaldependencies.org); "   \
    "under CC BY-SA 4.0 (docs/licences.md)."

enum { LINE_ROOM = 1 << 16, WORDS_MAX = 1 << 20 };

struct corpus {
    struct cd_arena arena;
    struct cd_token *tokens;
    uint8_t *tags;
    uint16_t *heads; /* from 0 in the sentence, 0xFFFF for the root */
    size_t count, room, tag_room, head_room;
    size_t *starts; /* of sentences */
    size_t sentences, start_room;
};

static const struct {
    const char *xpos;
    enum cd_pos tag;
} verbs[] = {
    { "VBD", CD_POS_VERB_PAST },
    { "VBN", CD_POS_VERB_DONE },
    { "VBG", CD_POS_VERB_ING },
    { "VBZ", CD_POS_VERB_S },
};

static enum cd_pos
tag_of(struct cd_str upos, struct cd_str xpos)
{
    if (cd_str_is(upos, "VERB"))
        for (size_t i = 0; i < CD_COUNT(verbs); i++)
            if (cd_str_is(xpos, verbs[i].xpos))
                return verbs[i].tag;
    for (size_t i = 0; i < CD_POS_COUNT; i++)
        if (cd_str_is(upos, cd_pos_names[i]))
            return (enum cd_pos)i;
    return CD_POS_X;
}

/* A token as nlp/quantity/token.c would make it of the form. */
static struct cd_token
token_of(struct cd_arena *arena, struct cd_str form)
{
    struct cd_token token = { .kind = CD_TOKEN_SIGN, .flags = CD_TOKEN_CAPS };
    char *fold = cd_arena_bytes(arena, 2 * form.n + 4);
    bool capital = false;
    size_t n = 0;

    for (size_t at = 0; at < form.n;) {
        bool first = at == 0;
        uint32_t code = cd_utf8_next(form, &at);

        n += cd_utf8_put(fold + n, code == 0x2019 ? '\'' : cd_utf8_lower(code));
        if (cd_utf8_is_letter(code) && token.kind == CD_TOKEN_SIGN)
            token.kind = CD_TOKEN_WORD;
        if (first && cd_utf8_is_digit(code))
            token.kind = CD_TOKEN_NUMBER;
        if (cd_utf8_is_digit(code))
            token.flags |= CD_TOKEN_DIGITS;
        if (cd_utf8_is_upper(code))
            capital = true, token.flags |= first ? CD_TOKEN_CAPITAL : 0;
        else if (cd_utf8_is_letter(code))
            token.flags &= (uint8_t)~CD_TOKEN_CAPS;
    }
    if (!capital)
        token.flags &= (uint8_t)~CD_TOKEN_CAPS;
    token.fold = (struct cd_str){ fold, n };
    return token;
}

static struct cd_str
column(struct cd_str line, int want)
{
    size_t at = 0;

    for (int i = 0; i < want; i++)
        at = cd_str_find(line, CD_STR("\t"), at) + 1;
    return cd_str_sub(line, at, cd_str_find(line, CD_STR("\t"), at));
}

static void
read_corpus(struct corpus *corpus, FILE *in)
{
    char *buffer = cd_alloc(LINE_ROOM);
    bool fresh = true;

    while (fgets(buffer, LINE_ROOM, in) != NULL) {
        struct cd_str line = cd_str_of(buffer), id;

        if (buffer[0] == '#')
            continue;
        if (!cd_ascii_is_digit(buffer[0])) {
            fresh = true;
            continue;
        }
        id = column(line, 0);
        if (cd_str_find(id, CD_STR("-"), 0) != SIZE_MAX ||
            cd_str_find(id, CD_STR("."), 0) != SIZE_MAX)
            continue;
        if (fresh) {
            corpus->starts =
                cd_grow(corpus->starts, &corpus->start_room,
                        corpus->sentences + 2, sizeof(*corpus->starts));
            corpus->starts[corpus->sentences++] = corpus->count;
        }
        fresh = false;
        corpus->tokens = cd_grow(corpus->tokens, &corpus->room,
                                 corpus->count + 1, sizeof(*corpus->tokens));
        corpus->tags =
            cd_grow(corpus->tags, &corpus->tag_room, corpus->count + 1, 1);
        corpus->tokens[corpus->count] =
            token_of(&corpus->arena, column(line, 1));
        corpus->heads = cd_grow(corpus->heads, &corpus->head_room,
                                corpus->count + 1, sizeof(*corpus->heads));
        corpus->heads[corpus->count] =
            (uint16_t)(strtol(column(line, 6).p, NULL, 10) - 1);
        corpus->tags[corpus->count++] =
            (uint8_t)tag_of(column(line, 3), column(line, 4));
    }
    corpus->starts[corpus->sentences] = corpus->count;
    free(buffer);
}

static void
shuffle(size_t *order, size_t n, uint64_t *state)
{
    for (size_t i = n; i > 1; i--) {
        size_t j, keep = order[i - 1];

        *state = *state * 6364136223846793005U + 1442695040888963407U;
        j = (size_t)(*state >> 33) % i;
        order[i - 1] = order[j];
        order[j] = keep;
    }
}

#endif
