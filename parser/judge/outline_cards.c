/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/outline.h"

/* Slot of an area's kin: those with the same parent and path. */
static size_t
kin_slot(const struct cd_outline *outline, const unsigned *slots, size_t size,
         unsigned index)
{
    const struct cd_area *area = &outline->areas[index];
    size_t at = (area->path ^ area->parent * 2654435761u) & (size - 1);

    while (slots[at] != 0) {
        const struct cd_area *other = &outline->areas[slots[at]];

        if (other->path == area->path && other->parent == area->parent)
            break;
        at = (at + 1) & (size - 1);
    }
    return at;
}

/* Counts the kin of each area; the first of them stands in the table. */
static void
count_siblings(struct cd_arena *arena, struct cd_outline *outline)
{
    size_t size = 64;
    unsigned *slots;

    while (size < outline->area_count * 2)
        size *= 2;
    slots = cd_arena_new_array(arena, unsigned, size);
    for (unsigned i = 1; i < outline->area_count; i++) {
        size_t at = kin_slot(outline, slots, size, i);

        if (slots[at] == 0)
            slots[at] = i;
        outline->areas[slots[at]].siblings++;
    }
    for (unsigned i = 1; i < outline->area_count; i++) {
        size_t at = kin_slot(outline, slots, size, i);

        outline->areas[i].siblings = outline->areas[slots[at]].siblings;
    }
}

void
cd_outline_find_cards(struct cd_outline *outline, struct cd_arena *arena)
{
    count_siblings(arena, outline);
    for (unsigned i = 1; i < outline->area_count; i++) {
        struct cd_area *area = &outline->areas[i];
        bool card = area->siblings >= 3 && area->sums.blocks >= 2;

        area->card = card ? i : outline->areas[area->parent].card;
    }
    for (size_t i = 0; i < outline->piece_count; i++) {
        const struct cd_piece *piece = &outline->pieces[i];
        const struct cd_area *area = &outline->areas[piece->area];
        unsigned words = piece->measure.words;

        outline->card_words += area->card > 0 ? words : 0;
        outline->forum_words +=
            area->near[CD_FAMILY_FORUM] < CD_FAR ? words : 0;
        outline->comment_words +=
            area->near[CD_FAMILY_COMMENT] < CD_FAR ? words : 0;
    }
}
