/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/features.h"

const char *const cd_block_feature_names[CD_FEATURE_COUNT] = {
#define X(name) #name,
    CD_FEATURES_TEXT(X) CD_FEATURES_PLACE(X) CD_FEATURES_AREAS(X)
        CD_FEATURES_POSITION(X) CD_FEATURES_NEIGHBOURS(X) CD_FEATURES_PAGE(X)
#undef X
#define X(name) "near_" #name,
            CD_FAMILIES(X)
#undef X
};

/* Blocks of one path: what they add up to. */
struct path {
    uint32_t hash;
    struct cd_sums sums;
};

/* What goes along from block to block. */
struct walk {
    const struct cd_doc *doc;
    const struct cd_page *page;
    const struct cd_outline *outline;
    const struct path **paths; /* one a block */
    unsigned *prose_until;     /* prose words before block i; n + 1 of them */
    unsigned *words_until, *links_until;
    size_t *next_prose; /* first prose block at or after i, or n */
    size_t last_prose;  /* block, or SIZE_MAX */
    size_t heading;     /* last heading so far, or SIZE_MAX */
    int16_t *row;       /* of block i */
};

static int16_t
cut(size_t n)
{
    return n < INT16_MAX ? (int16_t)n : INT16_MAX;
}

static int16_t
thousandths(size_t part, size_t whole)
{
    return whole > 0 ? cut(part * 1000 / whole) : 0;
}

/* The fraction of the logarithm is linear between powers of two: close enough,
 * and free of floating point. */
int16_t
cd_features_scale(size_t n)
{
    int16_t log = 0;
    size_t m = n < UINT32_MAX ? n + 1 : UINT32_MAX;

    for (; m >= 16; m /= 2)
        log = (int16_t)(log + 8);
    for (; m >= 2 && m < 8; m *= 2)
        log = (int16_t)(log - 8);
    if (m < 2)
        return 0;
    return (int16_t)(log + 24 + (int16_t)(m - 8));
}

#define SET(name, value) walk->row[CD_FEATURE_##name] = (int16_t)(value)

static int
phrase_code(const struct cd_piece *piece)
{
    return piece->phrase != NULL ? (int)piece->phrase->kind + 1 : 0;
}

static void
set_text(struct walk *walk, size_t i)
{
    const struct cd_piece *piece = &walk->outline->pieces[i];
    const struct cd_measure *m = &piece->measure;
    const struct cd_block *block = &walk->doc->blocks[i];
    const struct cd_page_block *more = &walk->page->blocks[i];

    SET(words, cut(m->words));
    SET(stop_share, thousandths(m->stop_words, m->words < 48 ? m->words : 48));
    SET(capital_share, thousandths(m->capital_words, m->words));
    SET(word_size, cut((size_t)m->letters * 10 / (m->words + 1)));
    SET(upper_share, thousandths(m->uppers, m->letters));
    SET(digit_share, thousandths(m->digits, m->letters + m->digits));
    SET(commas, cut(m->commas));
    SET(stops, cut(m->stops));
    SET(marks, cut(m->marks));
    SET(bars, cut(m->bars));
    SET(quotes, cut(m->quotes));
    SET(currencies, cut(m->currencies));
    SET(ats, cut(m->ats));
    SET(url, m->url);
    SET(copyright, m->copyright);
    SET(capital, m->capital);
    SET(numbered, m->numbered);
    SET(end, m->end);
    SET(link_share, thousandths(more->link_bytes, block->text.n));
    SET(links, cut(more->links));
    SET(strong_share, thousandths(more->strong_bytes, block->text.n));
    SET(emphasis_share, thousandths(more->emphasis_bytes, block->text.n));
    SET(breaks, cut(more->breaks));
    SET(images, cut(more->images));
    SET(cells, cut(more->cells));
    SET(kind, block->kind);
    SET(level, block->level);
    SET(phrase, phrase_code(piece));
    SET(phrase_whole,
        piece->phrase != NULL && piece->phrase->match <= CD_MATCH_HEADING);
    SET(repeats, cut(piece->repeats));
    SET(title_share, piece->title_share);
    SET(title_cover, piece->title_cover);
    SET(words_a_stop, cut(m->words / (m->stops + 1)));
    SET(prose, piece->prose);
}

/* Elements that text often stands in get numbers near each other. */
static int
tag_code(enum cd_tag tag)
{
    static const unsigned char codes[CD_TAG_COUNT] = {
        [CD_TAG_P] = 1,           [CD_TAG_BLOCKQUOTE] = 2, [CD_TAG_LI] = 3,
        [CD_TAG_DD] = 4,          [CD_TAG_DT] = 5,         [CD_TAG_TD] = 6,
        [CD_TAG_TH] = 7,          [CD_TAG_TR] = 8,         [CD_TAG_PRE] = 9,
        [CD_TAG_H1] = 10,         [CD_TAG_H2] = 11,        [CD_TAG_H3] = 12,
        [CD_TAG_H4] = 13,         [CD_TAG_H5] = 14,        [CD_TAG_H6] = 15,
        [CD_TAG_FIGCAPTION] = 16, [CD_TAG_CAPTION] = 17,   [CD_TAG_FIGURE] = 18,
        [CD_TAG_ARTICLE] = 19,    [CD_TAG_SECTION] = 20,   [CD_TAG_DIV] = 21,
        [CD_TAG_HEADER] = 22,     [CD_TAG_FOOTER] = 23,    [CD_TAG_ASIDE] = 24,
        [CD_TAG_NAV] = 25,        [CD_TAG_FORM] = 26,      [CD_TAG_BODY] = 27,
        [CD_TAG_SUMMARY] = 28,    [CD_TAG_DETAILS] = 29,   [CD_TAG_UL] = 30,
    };

    return codes[tag];
}

static void
set_flags(struct walk *walk, unsigned flags)
{
    SET(in_article, (flags & CD_IN_ARTICLE) != 0);
    SET(in_main, (flags & CD_IN_MAIN) != 0);
    SET(in_nav, (flags & CD_IN_NAV) != 0);
    SET(in_aside, (flags & CD_IN_ASIDE) != 0);
    SET(in_header, (flags & CD_IN_HEADER) != 0);
    SET(in_footer, (flags & CD_IN_FOOTER) != 0);
    SET(in_figure, (flags & CD_IN_FIGURE) != 0);
    SET(in_form, (flags & CD_IN_FORM) != 0);
    SET(in_button, (flags & CD_IN_BUTTON) != 0);
    SET(in_select, (flags & CD_IN_SELECT) != 0);
    SET(in_table, (flags & CD_IN_TABLE) != 0);
    SET(in_list, (flags & CD_IN_LIST) != 0);
    SET(in_quote, (flags & CD_IN_QUOTE) != 0);
    SET(in_dialog, (flags & CD_IN_DIALOG) != 0);
    SET(in_details, (flags & CD_IN_DETAILS) != 0);
    SET(in_link, (flags & CD_IN_LINK) != 0);
    SET(hidden, (flags & CD_HIDDEN) / CD_HIDDEN_STYLE);
}

static void
set_card(struct walk *walk, const struct cd_area *area)
{
    const struct cd_area *card = &walk->outline->areas[area->card];
    const bool none = area->card == 0;

    SET(kin_siblings, cut(area->siblings));
    SET(card_siblings, none ? -1 : cut(card->siblings));
    SET(card_blocks, none ? -1 : cut(card->sums.blocks));
    SET(card_words, none ? -1 : cut(card->sums.words));
    SET(card_links,
        none ? -1 : thousandths(card->sums.link_words, card->sums.words));
    SET(card_titles, none ? -1 : cut(card->sums.link_titles));
    SET(card_up, none ? -1 : cut(area->depth - card->depth));
    SET(card_prose, none ? -1 : cut(card->sums.prose_words));
}

static void
set_place(struct walk *walk, size_t i)
{
    const struct cd_outline *outline = walk->outline;
    unsigned area = outline->pieces[i].area;
    const struct cd_sums *path = &walk->paths[i]->sums;
    const struct cd_area *most = &outline->areas[outline->most];

    SET(tag, tag_code(walk->page->blocks[i].node->tag));
    SET(depth, cut(outline->areas[area].depth));
    set_flags(walk, walk->page->blocks[i].flags);
    SET(in_half, outline->areas[area].in_half);
    SET(in_most, outline->areas[area].in_most);
    SET(in_nearly_all, outline->areas[area].in_nearly_all);
    SET(below_most, (int)outline->areas[area].depth - (int)most->depth);
    SET(path_blocks, cut(path->blocks));
    SET(path_words, cut(path->words / (path->blocks + 1)));
    SET(path_prose, thousandths(path->prose_words, path->words));
    SET(path_links, thousandths(path->link_words, path->words));
    set_card(walk, &outline->areas[area]);
    for (int f = 0; f < CD_FAMILY_COUNT; f++)
        walk->row[CD_FEATURE_near + f] = outline->areas[area].near[f];
}

static void
set_area(struct walk *walk, const struct cd_area *area, size_t i, int at)
{
    const struct cd_sums *sums = &area->sums;
    int16_t *out = &walk->row[at];

    out[0] = cd_features_scale(sums->words);
    out[1] = thousandths(sums->link_words, sums->words);
    out[2] = cd_features_scale(sums->blocks);
    out[3] = thousandths(sums->prose_words, sums->words);
    out[4] = cd_features_scale(sums->prose_words);
    out[5] = thousandths(i - area->first, area->last - area->first + 1);
}

static void
set_areas(struct walk *walk, size_t i)
{
    static const struct {
        unsigned up;
        int at;
    } places[] = {
        { 0, CD_FEATURE_words_up0 }, { 1, CD_FEATURE_words_up1 },
        { 2, CD_FEATURE_words_up2 }, { 3, CD_FEATURE_words_up3 },
        { 5, CD_FEATURE_words_up5 }, { 8, CD_FEATURE_words_up8 },
    };
    const struct cd_outline *outline = walk->outline;
    unsigned area = outline->pieces[i].area, up = 0;

    for (size_t k = 0; k < CD_COUNT(places); k++) {
        for (; up < places[k].up; up++)
            area = outline->areas[area].parent;
        set_area(walk, &outline->areas[area], i, places[k].at);
    }
}

/* Words in blocks [from, to) by running totals. */
static unsigned
between(const unsigned *until, size_t n, size_t from, size_t to)
{
    return until[to < n ? to : n] - until[from];
}

static void
set_heading(struct walk *walk, size_t i)
{
    const struct cd_piece *pieces = walk->outline->pieces;
    const struct cd_outline *outline = walk->outline;
    size_t heading = walk->heading;

    SET(heading_phrase, -1);
    SET(heading_level, 0);
    SET(heading_blocks, INT16_MAX);
    SET(heading_words, 0);
    SET(heading_near, -1);
    if (heading == SIZE_MAX)
        return;
    SET(heading_phrase, phrase_code(&pieces[heading]));
    SET(heading_level, walk->doc->blocks[heading].level);
    SET(heading_blocks, cut(i - heading));
    SET(heading_words, cut(between(walk->words_until, i, heading + 1, i)));
    SET(heading_near,
        cd_outline_within(outline, pieces[i].area,
                          outline->areas[pieces[heading].area].parent));
}

static void
set_position(struct walk *walk, size_t i)
{
    const struct cd_outline *outline = walk->outline;
    size_t n = outline->piece_count;
    unsigned words = between(walk->words_until, n, i > 8 ? i - 8 : 0, i + 9);
    long from_h1 = (long)i - (long)outline->first_h1;

    SET(index, cut(i));
    SET(index_share, thousandths(i, n));
    SET(prose_before,
        thousandths(walk->prose_until[i], outline->sums.prose_words));
    SET(prose_after, cd_features_scale(outline->sums.prose_words -
                                       walk->prose_until[i + 1]));
    SET(from_h1, outline->first_h1 == SIZE_MAX ? INT16_MIN
                 : from_h1 < -999              ? -999
                 : from_h1 > 9999              ? 9999
                                               : from_h1);
    set_heading(walk, i);
    SET(window3, cd_features_scale(
                     between(walk->prose_until, n, i > 3 ? i - 3 : 0, i + 4)));
    SET(window8, cd_features_scale(
                     between(walk->prose_until, n, i > 8 ? i - 8 : 0, i + 9)));
    SET(window_links,
        thousandths(between(walk->links_until, n, i > 8 ? i - 8 : 0, i + 9),
                    words));
    SET(next_prose, cut(walk->next_prose[i] - i));
    SET(last_prose,
        walk->last_prose == SIZE_MAX ? INT16_MAX : cut(i - walk->last_prose));
}

static void
set_neighbour(struct walk *walk, size_t i, size_t other, int at)
{
    const struct cd_outline *outline = walk->outline;
    const struct cd_piece *piece;
    int16_t *out = &walk->row[at];

    if (other >= outline->piece_count) {
        for (int k = 0; k < 7; k++)
            out[k] = -1;
        return;
    }
    piece = &outline->pieces[other];
    out[0] = cut(piece->measure.words);
    out[1] = thousandths(piece->link_words, piece->measure.words);
    out[2] = (int16_t)piece->measure.end;
    out[3] = (int16_t)walk->doc->blocks[other].kind;
    out[4] = piece->path == outline->pieces[i].path;
    out[5] = (int16_t)phrase_code(piece);
    out[6] = piece->prose;
}

static void
set_page(struct walk *walk)
{
    const struct cd_outline *outline = walk->outline;
    const struct cd_sums *sums = &outline->sums;
    const struct cd_sums *most = &outline->areas[outline->most].sums;

    SET(page_blocks, cd_features_scale(sums->blocks));
    SET(page_words, cd_features_scale(sums->words));
    SET(page_prose, cd_features_scale(sums->prose_words));
    SET(page_links, thousandths(sums->link_words, sums->words));
    SET(page_prose_blocks, cd_features_scale(sums->prose_blocks));
    SET(has_article, outline->has_article);
    SET(has_main, outline->has_main);
    SET(most_share, thousandths(most->words, sums->words));
    SET(most_links, thousandths(most->link_words, most->words));
    SET(most_blocks, cd_features_scale(most->blocks));
    SET(page_titles, cd_features_scale(sums->link_titles));
    SET(page_money, cd_features_scale(sums->money));
    SET(page_cards, thousandths(outline->card_words, sums->words));
    SET(page_forum, thousandths(outline->forum_words, sums->words));
    SET(page_comments, thousandths(outline->comment_words, sums->words));
    SET(h1_in_most,
        outline->first_h1 != SIZE_MAX &&
            cd_outline_within(outline, outline->pieces[outline->first_h1].area,
                              outline->most));
}

/* What is said of the page is the same in the row before. */
static void
copy_page(struct walk *walk)
{
    const size_t at = CD_FEATURE_page_blocks;
    int16_t *row = walk->row + at;

    memcpy(row, row - CD_FEATURE_COUNT, (CD_FEATURE_near - at) * sizeof *row);
}

static void
set_row(struct walk *walk, size_t i)
{
    set_text(walk, i);
    set_place(walk, i);
    set_areas(walk, i);
    set_position(walk, i);
    set_neighbour(walk, i, i - 1, CD_FEATURE_words_p1);
    set_neighbour(walk, i, i + 1, CD_FEATURE_words_n1);
    set_neighbour(walk, i, i - 2, CD_FEATURE_words_p2);
    set_neighbour(walk, i, i + 2, CD_FEATURE_words_n2);
    if (i == 0)
        set_page(walk);
    else
        copy_page(walk);
    if (walk->doc->blocks[i].kind == CD_BLOCK_HEADING)
        walk->heading = i;
    if (walk->outline->pieces[i].prose)
        walk->last_prose = i;
}

/* The sums of each path, and for each block those of its path. */
static void
find_paths(struct walk *walk, struct cd_arena *arena)
{
    const struct cd_outline *outline = walk->outline;
    struct path *table;
    size_t size = 64;

    while (size < outline->piece_count * 2)
        size *= 2;
    table = cd_arena_new_array(arena, struct path, size);
    for (size_t i = 0; i < outline->piece_count; i++) {
        const struct cd_piece *piece = &outline->pieces[i];
        size_t at = piece->path & (size - 1);

        while (table[at].sums.blocks > 0 && table[at].hash != piece->path)
            at = (at + 1) & (size - 1);
        table[at].hash = piece->path;
        table[at].sums.blocks++;
        table[at].sums.words += piece->measure.words;
        table[at].sums.link_words += piece->link_words;
        table[at].sums.prose_words += piece->prose ? piece->measure.words : 0;
        walk->paths[i] = &table[at];
    }
}

static void
run_totals(struct walk *walk)
{
    const struct cd_outline *outline = walk->outline;
    size_t n = outline->piece_count;

    for (size_t i = 0; i < n; i++) {
        const struct cd_piece *piece = &outline->pieces[i];

        walk->prose_until[i + 1] =
            walk->prose_until[i] + (piece->prose ? piece->measure.words : 0);
        walk->words_until[i + 1] = walk->words_until[i] + piece->measure.words;
        walk->links_until[i + 1] = walk->links_until[i] + piece->link_words;
    }
    walk->next_prose[n] = n;
    for (size_t i = n; i-- > 0;)
        walk->next_prose[i] =
            outline->pieces[i].prose ? i : walk->next_prose[i + 1];
}

int16_t *
cd_features_make(struct cd_doc *doc, const struct cd_page *page,
                 const struct cd_outline *outline)
{
    size_t n = doc->block_count;
    int16_t *rows =
        cd_arena_room(&doc->arena, n * CD_FEATURE_COUNT + 1, sizeof *rows);
    struct walk walk = {
        .doc = doc,
        .page = page,
        .outline = outline,
        .paths = cd_arena_new_array(&doc->arena, const struct path *, n + 1),
        .prose_until = cd_arena_new_array(&doc->arena, unsigned, n + 1),
        .words_until = cd_arena_new_array(&doc->arena, unsigned, n + 1),
        .links_until = cd_arena_new_array(&doc->arena, unsigned, n + 1),
        .next_prose = cd_arena_new_array(&doc->arena, size_t, n + 1),
        .last_prose = SIZE_MAX,
        .heading = SIZE_MAX,
    };

    find_paths(&walk, &doc->arena);
    run_totals(&walk);
    for (size_t i = 0; i < n; i++) {
        walk.row = rows + i * CD_FEATURE_COUNT;
        set_row(&walk, i);
    }
    return rows;
}
