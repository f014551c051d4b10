/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of tables and items of lists go with their neighbours.
 */
#include "parser/judge/verdict.h"

enum { LEVELS = 3 }; /* from a row or an item up to its table or list */

/* The table or list that block i is a row or item of, or NULL. */
static const struct cd_node *
list_of(const struct cd_trial *trial, size_t i)
{
    const struct cd_node *node = trial->page->blocks[i].node;
    enum cd_block_kind kind = trial->doc->blocks[i].kind;

    for (int up = 0; up < LEVELS && node != NULL; up++, node = node->parent) {
        if (kind == CD_BLOCK_TABLE_ROW && node->tag == CD_TAG_TABLE)
            return node;
        if (kind == CD_BLOCK_LIST_ITEM &&
            (node->tag == CD_TAG_UL || node->tag == CD_TAG_OL))
            return node;
    }
    return NULL;
}

/* Are blocks i and i + 1 rows or items of one table or list? */
static bool
are_neighbours(const struct cd_trial *trial, size_t i)
{
    const struct cd_node *list = list_of(trial, i);

    return list != NULL && i + 1 < trial->n &&
           trial->doc->blocks[i].kind == trial->doc->blocks[i + 1].kind &&
           list == list_of(trial, i + 1);
}

/* The first row of a table whose next one stays names its columns. */
static bool
is_head(const struct cd_trial *trial, size_t i)
{
    return trial->doc->blocks[i].kind == CD_BLOCK_TABLE_ROW &&
           are_neighbours(trial, i) && trial->doc->blocks[i + 1].keep &&
           (i == 0 || !are_neighbours(trial, i - 1));
}

/* What another table or list says, too, is no copy where it stands between two
 * of its own that stay. */
static bool
is_hole(const struct cd_trial *trial, size_t i)
{
    return trial->copy[i] && i > 0 && trial->doc->blocks[i - 1].keep &&
           are_neighbours(trial, i - 1) && are_neighbours(trial, i) &&
           trial->doc->blocks[i + 1].keep;
}

void
cd_keep_rows(struct cd_trial *trial)
{
    for (size_t i = 0; i < trial->n; i++) {
        if (trial->doc->blocks[i].keep)
            continue;
        if (is_head(trial, i))
            cd_keep(trial, i, CD_STR("table:head"));
        else if (is_hole(trial, i))
            cd_keep(trial, i, CD_STR("between"));
    }
}
