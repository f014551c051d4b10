/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/side.h"

#include "nlp/copy/anchor.h"

static const struct cd_kept *
kept_of(const struct cd_copies *search, uint32_t number)
{
    return number < search->base ? NULL : &search->units[number - search->base];
}

size_t
cd_side_size(const struct cd_copies *search, uint32_t number,
             struct cd_error *err)
{
    const struct cd_kept *kept = kept_of(search, number);
    const struct cd_segment_unit *unit;

    if (kept != NULL)
        return kept->count;
    unit = cd_index_unit(search->index, number, err);
    return unit != NULL ? unit->keys : SIZE_MAX;
}

/* Is it another unit than before?  Then nothing of that is left. */
static bool
turn_to(struct cd_side *side, uint32_t number)
{
    if (side->number == number)
        return false;
    side->number = number;
    side->has_words = false;
    side->stems = NULL;
    side->shingles.hash = NULL;
    cd_arena_reset(&side->arena);
    return true;
}

static bool
fail(struct cd_side *side)
{
    side->number = CD_NO_UNIT;
    return false;
}

/* ---- shingles -------------------------------------------------------- */

static bool
read_old_set(struct cd_side *side, const struct cd_copies *search,
             struct cd_error *err)
{
    struct cd_str text =
        cd_index_text(search->index, &side->reader, side->number, err);

    if (text.p == NULL)
        return false;
    side->shingler.size = search->options.shingle;
    side->shingles = cd_shingles_make(&side->shingler, text);
    return true;
}

bool
cd_side_set(struct cd_side *side, const struct cd_copies *search,
            uint32_t number, struct cd_error *err)
{
    const struct cd_kept *kept = kept_of(search, number);

    if (!turn_to(side, number))
        return true;
    if (kept == NULL)
        return read_old_set(side, search, err) || fail(side);
    side->shingles.count = kept->count;
    side->shingles.hash =
        cd_store_read(&search->keys, kept->keys, kept->count * sizeof(uint64_t),
                      &side->keys, err);
    return side->shingles.hash != NULL || fail(side);
}

/* ---- words ----------------------------------------------------------- */

static bool
read_old_words(struct cd_side *side, const struct cd_copies *search,
               struct cd_error *err)
{
    struct cd_str text =
        cd_index_text(search->index, &side->reader, side->number, err);
    uint64_t *stems;

    if (text.p == NULL)
        return false;
    cd_words_make(&side->words, &side->arena, text);
    side->has_words = true;
    stems = cd_arena_new_array(&side->arena, uint64_t, side->words.count);
    side->stem_count = cd_anchors_stems(stems, &side->words);
    side->stems = stems;
    return true;
}

bool
cd_side_stems(struct cd_side *side, const struct cd_copies *search,
              uint32_t number, struct cd_error *err)
{
    const struct cd_kept *kept = kept_of(search, number);

    if (!turn_to(side, number))
        return true;
    if (kept == NULL)
        return read_old_words(side, search, err) || fail(side);
    side->stem_count = kept->stems;
    side->stems = cd_store_read(
        &search->keys, kept->keys + kept->count * sizeof(uint64_t),
        kept->stems * sizeof(uint64_t), &side->keys, err);
    return side->stems != NULL || fail(side);
}

bool
cd_side_words(struct cd_side *side, const struct cd_copies *search,
              struct cd_error *err)
{
    const struct cd_kept *kept = kept_of(search, side->number);
    struct cd_str text;

    if (side->has_words)
        return true;
    text = (struct cd_str){ NULL, kept->size };
    text.p =
        cd_store_read(&search->texts, kept->text, kept->size, &side->text, err);
    if (text.p == NULL)
        return fail(side);
    cd_words_make(&side->words, &side->arena, text);
    side->has_words = true;
    return true;
}

void
cd_side_release(struct cd_side *side)
{
    cd_shingler_release(&side->shingler);
    cd_arena_release(&side->arena);
    cd_buf_release(&side->keys);
    cd_buf_release(&side->text);
    cd_index_reader_release(&side->reader);
}
