/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Captions and credits of pictures that no element names as such.
 */
#include "parser/judge/credit.h"
#include "parser/judge/verdict.h"
#include "parser/page/space.h"

enum {
    CAPTION_WORDS = 45, /* a longer one is text about a picture */
    ALT_WORDS = 4,      /* fewer may be a name that is a title, too */
    CREDIT_BYTES = 200, /* a longer line is more than a credit */
    NEAR = 3,           /* elements up to a box of pictures */
};

/* The last picture with words between the block before and block i, or NULL. */
static const struct cd_node *
image_before(const struct cd_trial *trial, size_t i)
{
    const struct cd_page_block *of = trial->page->blocks;
    const struct cd_node *image = NULL;
    const struct cd_node *n = i > 0 ? of[i - 1].last : trial->page->tree.root;

    if (of[i].images == 0)
        return NULL;
    for (; n != NULL && n != of[i].first; n = cd_node_after(n)) {
        if (n->tag == CD_TAG_IMG && cd_node_attr(n, CD_ATTR_ALT).n > 0)
            image = n;
    }
    return image;
}

/* Does the text say what the picture before it shows, in the same words? */
static bool
is_alt(const struct cd_trial *trial, size_t i)
{
    const struct cd_node *image = image_before(trial, i);
    struct cd_str alt;

    if (image == NULL || trial->outline.pieces[i].measure.words < ALT_WORDS)
        return false;
    alt =
        cd_space_collapse(&trial->doc->arena, cd_node_attr(image, CD_ATTR_ALT));
    return cd_str_eq(alt, trial->doc->blocks[i].text);
}

static bool
is_beside_image(const struct cd_trial *trial, size_t i)
{
    const struct cd_area *area =
        &trial->outline.areas[trial->outline.pieces[i].area];

    return (trial->page->blocks[i].flags & CD_IN_FIGURE) != 0 ||
           trial->page->blocks[i].images > 0 ||
           (i + 1 < trial->n && trial->page->blocks[i + 1].images > 0) ||
           area->near[CD_FAMILY_CAPTION] < NEAR;
}

static bool
is_credited(const struct cd_trial *trial, size_t i)
{
    struct cd_str text = trial->doc->blocks[i].text;
    bool beside =
        !trial->outline.pieces[i].measure.url && is_beside_image(trial, i);
    enum cd_credit credit = beside || text.n <= CREDIT_BYTES
                                ? cd_credit_find(text)
                                : CD_CREDIT_NONE;

    return credit == CD_CREDIT_ALL || (credit == CD_CREDIT_ENDS && beside);
}

void
cd_cut_captions(struct cd_trial *trial)
{
    for (size_t i = 0; i < trial->n; i++) {
        const struct cd_block *block = &trial->doc->blocks[i];

        if (!block->keep ||
            trial->outline.pieces[i].measure.words > CAPTION_WORDS ||
            (block->kind != CD_BLOCK_PARAGRAPH &&
             block->kind != CD_BLOCK_CAPTION))
            continue;
        if (is_credited(trial, i))
            cd_drop(trial, i, CD_STR("caption:credit"));
        else if (is_alt(trial, i))
            cd_drop(trial, i, CD_STR("caption:alt"));
    }
}
