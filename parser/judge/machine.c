/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What machines left for machines: lists of "co_hasreviews, tv_0, tr_1406",
 * strings of identifiers.
 */
#include "base/ascii.h"
#include "parser/judge/verdict.h"

enum {
    UUID = 36, /* bytes of "cce15240-c52a-4887-a61a-cd64701d6596" */
    UUID_DASH = 8,
    NAMES = 2,    /* in an item of a list */
    LIST_PART = 4 /* one in so many items makes it a list of them */
};

/* "tv_0": letters, an underscore, letters. */
static bool
is_name(struct cd_str word)
{
    for (size_t i = 1; i + 1 < word.n; i++) {
        if (word.p[i] == '_' && cd_ascii_is_alnum(word.p[i - 1]) &&
            cd_ascii_is_alnum(word.p[i + 1]))
            return true;
    }
    return false;
}

static bool
is_uuid_at(struct cd_str text, size_t at)
{
    if (text.p[at + UUID_DASH] != '-') /* which nearly all are told by */
        return false;
    for (size_t i = 0; i < UUID; i++) {
        char c = cd_ascii_lower(text.p[at + i]);
        bool dash = i == UUID_DASH || i == 13 || i == 18 || i == 23;

        if (dash ? c != '-' : !(cd_ascii_is_digit(c) || (c >= 'a' && c <= 'f')))
            return false;
    }
    return true;
}

/* Is half of the text such numbers? */
static bool
is_uuids(struct cd_str text)
{
    size_t bytes = 0;

    for (size_t at = 0; at + UUID <= text.n;) {
        bool found = is_uuid_at(text, at);

        bytes += found ? UUID : 0;
        at += found ? UUID : 1;
    }
    return bytes > 0 && bytes * 2 >= text.n;
}

/* Words with commas between them, half of them names that programs give? */
static bool
is_names(struct cd_str text)
{
    size_t names = 0, words = 0, commas = 0;

    if (text.n == 0 || memchr(text.p, '_', text.n) == NULL)
        return false;
    for (size_t at = 0, end; at < text.n; at = end + 1) {
        for (end = at; end < text.n && text.p[end] != ' ';)
            end++;
        words += end > at;
        commas += end > at && text.p[end - 1] == ',';
        names += is_name(cd_str_sub(text, at, end));
    }
    return names >= NAMES && names * 2 >= words && commas + 1 >= words;
}

/* Is it shown as code? */
static bool
is_code(const struct cd_page_block *of)
{
    for (const struct cd_node *n = of->first; n != of->node && n != NULL;
         n = n->parent) {
        if (n->tag == CD_TAG_CODE || n->tag == CD_TAG_TT ||
            n->tag == CD_TAG_KBD || n->tag == CD_TAG_SAMP)
            return true;
    }
    return false;
}

static bool
is_item_of(const struct cd_trial *trial, size_t i, const struct cd_node *list)
{
    const struct cd_node *node = trial->page->blocks[i].node;

    return node->tag == CD_TAG_LI && node->parent == list;
}

/* Behind the list that block i begins; i + 1 where it begins none. */
static size_t
list_end(const struct cd_trial *trial, size_t i)
{
    const struct cd_node *list = trial->page->blocks[i].node->parent;
    size_t end = i;

    while (end < trial->n && is_item_of(trial, end, list))
        end++;
    return end > i ? end : i + 1;
}

static void
cut_list(struct cd_trial *trial, size_t first, size_t end)
{
    size_t items = 0;

    for (size_t i = first; i < end; i++)
        items += is_names(trial->doc->blocks[i].text) &&
                 !is_code(&trial->page->blocks[i]);
    for (size_t i = first; items * LIST_PART >= end - first && i < end; i++) {
        if (trial->doc->blocks[i].keep)
            cd_drop(trial, i, CD_STR("machine:names"));
    }
}

void
cd_cut_machine(struct cd_trial *trial)
{
    for (size_t i = 0, end; i < trial->n; i = end) {
        const struct cd_block *block = &trial->doc->blocks[i];

        end = list_end(trial, i);
        if (end > i + 1)
            cut_list(trial, i, end);
        else if (block->keep && block->kind == CD_BLOCK_PARAGRAPH &&
                 is_uuids(block->text))
            cd_drop(trial, i, CD_STR("machine:uuid"));
    }
}
