/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/outline.h"

#include <limits.h>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/memo.h"

enum {
    PROSE_WORDS = 12, /* fewer are a label, whatever else they are */
    TITLE_WORDS_MAX = 48,
    TITLE_BLOCK_WORDS = 40, /* a longer block is not compared with the title */
};

#define WANTED UINT_MAX /* a node that gets an area, but has none yet */

/* While areas are made. */
struct maker {
    struct cd_outline *outline;
    const struct cd_page *page;
    unsigned *of_node;      /* by number of node: its area, or WANTED */
    struct cd_memo classes; /* the families of each */
};

/* Hashes of the words of the page's title. */
struct title {
    uint32_t words[TITLE_WORDS_MAX];
    size_t n;
    uint64_t seen; /* one bit a hash: most words are not there */
};

static unsigned
families_of_class(struct cd_memo *classes, struct cd_str names)
{
    struct cd_memo_slot *slot;

    if (!cd_memo_seek(classes, names, &slot))
        slot->value = cd_family_bits(names);
    return slot->value;
}

static unsigned
families_of(struct cd_memo *classes, const struct cd_node *node)
{
    unsigned bits = 0;

    for (size_t i = 0; i < node->attr_count; i++) {
        switch (node->attrs[i].attr) {
        case CD_ATTR_CLASS:
            bits |= families_of_class(classes, node->attrs[i].value);
            break;
        case CD_ATTR_ID:
        case CD_ATTR_ROLE:
        case CD_ATTR_ITEMPROP:
        case CD_ATTR_DATA_COMPONENT:
        case CD_ATTR_DATA_TESTID:
            bits |= cd_family_bits(node->attrs[i].value);
            break;
        default:
            break;
        }
    }
    return bits;
}

static uint32_t
own_hash(const struct cd_node *node)
{
    uint32_t hash = cd_hash_add(CD_HASH_START, (unsigned char)node->tag);

    return cd_hash(hash, cd_node_attr(node, CD_ATTR_CLASS));
}

static unsigned char
farther(unsigned char near)
{
    return near < CD_FAR ? (unsigned char)(near + 1) : CD_FAR;
}

static void
add_area(struct maker *maker, const struct cd_node *node, unsigned parent)
{
    struct cd_outline *outline = maker->outline;
    unsigned index = (unsigned)outline->area_count++;
    struct cd_area *area = &outline->areas[index];
    const struct cd_area *above = index > 0 ? &outline->areas[parent] : NULL;

    area->node = node;
    area->parent = parent;
    area->depth = above != NULL ? above->depth + 1 : 0;
    area->families = families_of(&maker->classes, node);
    for (int f = 0; f < CD_FAMILY_ROOM; f++)
        area->near[f] = above != NULL ? farther(above->near[f]) : CD_FAR;
    for (unsigned bits = area->families; bits != 0; bits &= bits - 1)
        area->near[__builtin_ctz(bits)] = 0;
    area->path = (above != NULL ? above->path * 31 : 0) + own_hash(node);
    area->first = SIZE_MAX;
    maker->of_node[node->number] = index;
    outline->has_article |= node->tag == CD_TAG_ARTICLE;
    outline->has_main |= node->tag == CD_TAG_MAIN;
}

/* The area of node; it and those above it are made where they are not yet.
 * stack has room for all elements above node. */
static unsigned
area_of(struct maker *maker, const struct cd_node *node,
        const struct cd_node **stack)
{
    unsigned parent = 0;
    size_t n = 0;

    for (; node != NULL && maker->of_node[node->number] == WANTED;
         node = node->parent)
        stack[n++] = node;
    if (node != NULL)
        parent = maker->of_node[node->number];
    while (n-- > 0) {
        add_area(maker, stack[n], parent);
        parent = (unsigned)maker->outline->area_count - 1;
    }
    return parent;
}

static unsigned
share(size_t part, size_t whole)
{
    return whole > 0 ? (unsigned)(part * 1000 / whole) : 0;
}

static bool
is_word_byte(char c)
{
    return cd_ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* The next word at or after *at as a hash, 0 if none is left. */
static uint32_t
next_word(struct cd_str text, size_t *at)
{
    uint32_t hash = CD_HASH_START;

    while (*at < text.n && !is_word_byte(text.p[*at]))
        (*at)++;
    if (*at == text.n)
        return 0;
    for (; *at < text.n && is_word_byte(text.p[*at]); (*at)++)
        hash = cd_hash_add(hash, (unsigned char)cd_ascii_lower(text.p[*at]));
    return hash != 0 ? hash : 1;
}

static void
add_title(struct title *title, struct cd_str text)
{
    size_t at = 0;
    uint32_t word;

    while (title->n < TITLE_WORDS_MAX && (word = next_word(text, &at)) != 0) {
        title->words[title->n++] = word;
        title->seen |= UINT64_C(1) << word % 64;
    }
}

static bool
in_title(const struct title *title, uint32_t word)
{
    if ((title->seen >> word % 64 & 1) == 0)
        return false;
    for (size_t i = 0; i < title->n; i++) {
        if (title->words[i] == word)
            return true;
    }
    return false;
}

static void
compare_title(const struct title *title, struct cd_str text,
              struct cd_piece *piece)
{
    size_t at = 0, words = 0, found = 0;
    uint32_t word;

    if (piece->measure.words > TITLE_BLOCK_WORDS || title->n == 0)
        return;
    while ((word = next_word(text, &at)) != 0) {
        words++;
        found += in_title(title, word);
    }
    piece->title_share = share(found, words);
    piece->title_cover = share(found < title->n ? found : title->n, title->n);
}

/* The text of the title element of the head. */
static struct cd_str
head_title(const struct cd_tree *tree)
{
    const struct cd_node *head = tree->root != NULL ? tree->root->child : NULL;
    const struct cd_node *node;

    while (head != NULL && head->tag != CD_TAG_HEAD)
        head = head->next;
    node = head != NULL ? head->child : NULL;
    while (node != NULL && node->tag != CD_TAG_TITLE)
        node = node->next;
    if (node == NULL || node->child == NULL)
        return CD_STR("");
    return node->child->text;
}

/* Does the block read like a part of an article? */
static bool
is_prose(const struct cd_piece *piece, const struct cd_area *area,
         const struct cd_page_block *more)
{
    const unsigned outside = CD_IN_NAV | CD_IN_ASIDE | CD_IN_FOOTER |
                             CD_IN_BUTTON | CD_IN_SELECT | CD_IN_DIALOG |
                             CD_HIDDEN_TEMPLATE | CD_HIDDEN_NOSCRIPT;
    const struct cd_measure *m = &piece->measure;

    return m->words >= PROSE_WORDS && m->stops > 0 &&
           piece->link_words * 3 < m->words && (more->flags & outside) == 0 &&
           area->near[CD_FAMILY_COMMENT] == CD_FAR &&
           area->near[CD_FAMILY_COOKIE] > 3 && piece->repeats == 1;
}

static void
fill_piece(struct cd_piece *piece, const struct cd_block *block,
           const struct cd_page_block *more, const struct title *title)
{
    piece->measure = cd_measure(block->text);
    piece->phrase = cd_phrase_match(block->text);
    piece->link_words =
        (unsigned)((uint64_t)piece->measure.words * more->link_bytes /
                   (block->text.n > 0 ? block->text.n : 1));
    compare_title(title, block->text, piece);
}

/* How many blocks have the same letters: counts in an open hash table. */
static void
count_repeats(struct cd_arena *arena, struct cd_outline *outline)
{
    struct slot {
        uint32_t hash, count;
    } * slots;
    size_t size = 64;

    while (size < outline->piece_count * 2)
        size *= 2;
    slots = cd_arena_new_array(arena, struct slot, size);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < outline->piece_count; i++) {
            uint32_t hash = outline->pieces[i].measure.hash;
            size_t at = hash & (size - 1);

            while (slots[at].count > 0 && slots[at].hash != hash)
                at = (at + 1) & (size - 1);
            slots[at].hash = hash;
            slots[at].count += pass == 0;
            outline->pieces[i].repeats = slots[at].count;
        }
    }
}

static void
add_sums(struct cd_sums *to, const struct cd_sums *from)
{
    to->blocks += from->blocks;
    to->words += from->words;
    to->link_words += from->link_words;
    to->headings += from->headings;
    to->prose_blocks += from->prose_blocks;
    to->prose_words += from->prose_words;
    to->link_titles += from->link_titles;
    to->money += from->money;
}

static bool
is_link_title(const struct cd_piece *piece)
{
    const struct cd_measure *m = &piece->measure;

    return m->words >= 3 && m->words <= TITLE_BLOCK_WORDS &&
           piece->link_words * 10 >= m->words * 9;
}

static void
sum_blocks(struct cd_outline *outline, const struct cd_doc *doc)
{
    for (size_t i = 0; i < outline->piece_count; i++) {
        const struct cd_piece *piece = &outline->pieces[i];
        struct cd_area *area = &outline->areas[piece->area];
        const struct cd_sums one = {
            .blocks = 1,
            .words = piece->measure.words,
            .link_words = piece->link_words,
            .headings = doc->blocks[i].kind == CD_BLOCK_HEADING,
            .prose_blocks = piece->prose,
            .prose_words = piece->prose ? piece->measure.words : 0,
            .link_titles = is_link_title(piece),
            .money = piece->measure.currencies > 0,
        };

        add_sums(&area->sums, &one);
        add_sums(&outline->sums, &one);
        if (area->first == SIZE_MAX)
            area->first = i;
        area->last = i;
    }
}

/* Children after their parents: so from the last area to the first. */
static void
sum_areas(struct cd_outline *outline)
{
    for (size_t i = outline->area_count; i-- > 1;) {
        const struct cd_area *area = &outline->areas[i];
        struct cd_area *parent = &outline->areas[area->parent];

        add_sums(&parent->sums, &area->sums);
        if (parent->first == SIZE_MAX || area->first < parent->first)
            parent->first = area->first;
        if (area->last > parent->last)
            parent->last = area->last;
    }
}

/* The smallest area with at least that share of the page's prose.  Of two
 * areas that do, one is inside the other, so the deepest is the smallest. */
static unsigned
smallest(const struct cd_outline *outline, unsigned thousandths)
{
    unsigned best = 0;

    if (outline->sums.prose_words == 0)
        return 0;
    for (unsigned i = 0; i < outline->area_count; i++) {
        const struct cd_area *area = &outline->areas[i];

        if ((uint64_t)area->sums.prose_words * 1000 >
                (uint64_t)outline->sums.prose_words * thousandths &&
            area->depth >= outline->areas[best].depth)
            best = i;
    }
    return best;
}

/* Marks the elements that get an area, and counts them. */
static size_t
want_areas(const struct cd_doc *doc, const struct cd_page *page,
           unsigned *of_node)
{
    size_t n = 0;

    for (size_t i = 0; i < doc->block_count; i++) {
        for (const struct cd_node *node = page->blocks[i].node;
             node != NULL && of_node[node->number] != WANTED;
             node = node->parent) {
            of_node[node->number] = WANTED;
            n++;
        }
    }
    return n;
}

static void
make_areas(struct cd_doc *doc, const struct cd_page *page,
           struct cd_outline *outline)
{
    struct maker maker = { .outline = outline, .page = page };
    const struct cd_node **stack;
    size_t n;

    maker.of_node =
        cd_arena_new_array(&doc->arena, unsigned, page->tree.count + 1);
    n = want_areas(doc, page, maker.of_node);
    stack = cd_arena_new_array(&doc->arena, const struct cd_node *, n + 1);
    outline->areas = cd_arena_new_array(&doc->arena, struct cd_area, n + 1);
    for (size_t i = 0; i < doc->block_count; i++) {
        struct cd_piece *piece = &outline->pieces[i];

        piece->area = area_of(&maker, page->blocks[i].node, stack);
        piece->path = outline->areas[piece->area].path;
    }
}

static void
find_prose(struct cd_outline *outline, const struct cd_doc *doc,
           const struct cd_page *page)
{
    for (size_t i = 0; i < outline->piece_count; i++) {
        struct cd_piece *piece = &outline->pieces[i];

        piece->prose =
            is_prose(piece, &outline->areas[piece->area], &page->blocks[i]);
        if (outline->first_h1 == SIZE_MAX &&
            doc->blocks[i].kind == CD_BLOCK_HEADING &&
            doc->blocks[i].level == 1 &&
            (page->blocks[i].flags & CD_HIDDEN) == 0)
            outline->first_h1 = i;
    }
}

/* Parents come before their children. */
static void
mark_inside(struct cd_outline *outline)
{
    for (unsigned i = 0; i < outline->area_count; i++) {
        struct cd_area *area = &outline->areas[i];
        const struct cd_area *above = &outline->areas[area->parent];

        area->in_half = above->in_half || i == outline->half;
        area->in_most = above->in_most || i == outline->most;
        area->in_nearly_all = above->in_nearly_all || i == outline->nearly_all;
    }
}

struct cd_outline
cd_outline_make(struct cd_doc *doc, const struct cd_page *page)
{
    struct cd_outline outline = { .piece_count = doc->block_count,
                                  .first_h1 = SIZE_MAX };
    struct title title = { .n = 0 };

    outline.title = head_title(&page->tree);
    add_title(&title, outline.title);
    outline.pieces =
        cd_arena_new_array(&doc->arena, struct cd_piece, doc->block_count + 1);
    make_areas(doc, page, &outline);
    for (size_t i = 0; i < doc->block_count; i++)
        fill_piece(&outline.pieces[i], &doc->blocks[i], &page->blocks[i],
                   &title);
    count_repeats(&doc->arena, &outline);
    find_prose(&outline, doc, page);
    sum_blocks(&outline, doc);
    sum_areas(&outline);
    cd_outline_find_cards(&outline, &doc->arena);
    outline.half = smallest(&outline, 500);
    outline.most = smallest(&outline, 700);
    outline.nearly_all = smallest(&outline, 900);
    mark_inside(&outline);
    return outline;
}

unsigned
cd_outline_named(const struct cd_outline *outline, unsigned area,
                 enum cd_family family)
{
    for (unsigned up = outline->areas[area].near[family]; up > 0; up--)
        area = outline->areas[area].parent;
    return area;
}

bool
cd_outline_in_forum(const struct cd_outline *outline, unsigned area)
{
    if (outline->areas[area].near[CD_FAMILY_FORUM] == CD_FAR)
        return false;
    area = cd_outline_named(outline, area, CD_FAMILY_FORUM);
    return (outline->areas[area].families & 1u << CD_FAMILY_COMMENT) == 0;
}

bool
cd_outline_within(const struct cd_outline *outline, unsigned inner,
                  unsigned outer)
{
    while (outline->areas[inner].depth > outline->areas[outer].depth)
        inner = outline->areas[inner].parent;
    return inner == outer;
}
