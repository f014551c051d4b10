/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/verdict.h"

#include "parser/judge/address.h"

enum {
    ARTICLE_PROSE = 60,  /* words outside comments that make an article */
    BEFORE_COMMENTS = 3, /* tenths of the prose that stand before comments */
    TITLE_LINKS = 9,     /* tenths of a title's text that are link */
    TEASER_WORDS = 45,   /* a longer block is no teaser's blurb */
    HEADING_WORDS = 8,   /* a longer block heads no list */
    LEAD_IN_WORDS = 14,  /* nor does one of more stand below the heading */
};

/* Probability of a block to be doubtful; and what that and CD_SURE are where a
 * page has no links. */
#define DOUBT .35
#define BARE_DOUBT .2
#define BARE_SURE .6

void
cd_keep(struct cd_trial *trial, size_t i, struct cd_str reason)
{
    trial->doc->blocks[i].keep = true;
    trial->doc->blocks[i].reason = reason;
}

void
cd_drop(struct cd_trial *trial, size_t i, struct cd_str reason)
{
    trial->doc->blocks[i].keep = false;
    trial->doc->blocks[i].reason = reason;
}

static const struct cd_area *
area_of(const struct cd_trial *trial, size_t i)
{
    return &trial->outline.areas[trial->outline.pieces[i].area];
}

/* Kinds of phrase that are never a part of an article's text, whatever the
 * model thinks of the line.  A "Read more" must be a link to be one. */
static bool
is_boilerplate(const struct cd_trial *trial, size_t i)
{
    static const bool always[CD_PHRASE_KIND_COUNT] = {
        [CD_PHRASE_TEASER] = true,    [CD_PHRASE_COOKIE] = true,
        [CD_PHRASE_ADVERT] = true,    [CD_PHRASE_FOLLOW] = true,
        [CD_PHRASE_NAV] = true,       [CD_PHRASE_NEWSLETTER] = true,
        [CD_PHRASE_SUBSCRIBE] = true,
    };
    const struct cd_piece *piece = &trial->outline.pieces[i];
    const struct cd_phrase *phrase = piece->phrase;
    enum cd_block_kind kind = trial->doc->blocks[i].kind;

    if (phrase == NULL || kind == CD_BLOCK_TABLE_ROW || kind == CD_BLOCK_CODE ||
        kind == CD_BLOCK_COMMENT)
        return false;
    if (phrase->kind == CD_PHRASE_READMORE ||
        (phrase->kind == CD_PHRASE_TEASER && piece->measure.stops > 0))
        return phrase->match != CD_MATCH_PREFIX ||
               piece->link_words * 2 >= piece->measure.words;
    return always[phrase->kind];
}

bool
cd_model_alone(const struct cd_trial *trial, size_t i, double odds)
{
    const struct cd_block *block = &trial->doc->blocks[i];

    return !block->keep && block->score >= odds &&
           trial->outline.pieces[i].phrase == NULL &&
           cd_str_is(block->reason, "model");
}

struct cd_str
cd_model_reason(const struct cd_trial *trial, size_t i)
{
    static const struct {
        unsigned flag;
        const char *reason;
    } places[] = {
        { CD_IN_NAV, "model:menu" },      { CD_IN_FOOTER, "model:footer" },
        { CD_IN_DIALOG, "model:dialog" }, { CD_IN_FORM, "model:form" },
        { CD_IN_BUTTON, "model:button" }, { CD_IN_ASIDE, "model:aside" },
        { CD_IN_HEADER, "model:header" }, { CD_HIDDEN, "model:hidden" },
    };
    const struct cd_piece *piece = &trial->outline.pieces[i];

    if (is_boilerplate(trial, i))
        return cd_phrase_reason(&trial->doc->arena, piece->phrase);
    if (piece->phrase != NULL && piece->phrase->kind != CD_PHRASE_CORRECTION)
        return cd_arena_printf(&trial->doc->arena, "model:%s",
                               cd_phrase_kind_names[piece->phrase->kind]);
    for (size_t k = 0; k < CD_COUNT(places); k++) {
        if ((trial->page->blocks[i].flags & places[k].flag) != 0)
            return cd_str_of(places[k].reason);
    }
    if (area_of(trial, i)->near[CD_FAMILY_COMMENT] < CD_FAR)
        return CD_STR("model:comments");
    if (piece->link_words * 2 > piece->measure.words)
        return CD_STR("model:links");
    if (!cd_outline_within(&trial->outline, piece->area,
                           trial->outline.nearly_all))
        return CD_STR("model:outside");
    return CD_STR("model");
}

/* ---- readers' comments -------------------------------------------------- */

/* Does block i stand in a box of comments?  A box that the headline is in is
 * none: body class="comments-open". */
static bool
in_comments(const struct cd_trial *trial, size_t i)
{
    const struct cd_outline *outline = &trial->outline;
    unsigned box;

    if (area_of(trial, i)->near[CD_FAMILY_COMMENT] == CD_FAR ||
        cd_outline_in_forum(outline, outline->pieces[i].area))
        return false;
    box = cd_outline_named(outline, outline->pieces[i].area, CD_FAMILY_COMMENT);
    if (outline->first_h1 == SIZE_MAX)
        return outline->areas[box].depth > 2;
    return !cd_outline_within(outline, outline->pieces[outline->first_h1].area,
                              box);
}

/* What stands in a box of comments behind the article.  On a forum the box is
 * the page: there must be an article before it, at no forum's address. */
static void
cut_comments(struct cd_trial *trial, const struct cd_parse_options *options)
{
    const struct cd_outline *outline = &trial->outline;
    unsigned before = 0, prose = outline->sums.prose_words;

    if (cd_address_is_forum(cd_address_of(trial->doc)))
        return;
    for (size_t i = 0; i < trial->n && prose >= ARTICLE_PROSE; i++) {
        struct cd_block *block = &trial->doc->blocks[i];

        if (outline->pieces[i].prose)
            before += outline->pieces[i].measure.words;
        if (before * 10 < prose * BEFORE_COMMENTS || !in_comments(trial, i))
            continue;
        if (options->comments && outline->pieces[i].measure.stops > 0) {
            block->kind = CD_BLOCK_COMMENT;
            cd_keep(trial, i, CD_STR("comment"));
        } else if (block->keep)
            cd_drop(trial, i, CD_STR("comments"));
    }
}

/* ---- lists of teasers --------------------------------------------------- */

/* link_bytes counts no spaces: there is one less than words. */
bool
cd_is_link_title(const struct cd_trial *trial, size_t i)
{
    const struct cd_piece *piece = &trial->outline.pieces[i];
    size_t linked = trial->page->blocks[i].link_bytes + piece->measure.words;

    return piece->link_words > 0 &&
           linked * 10 >= trial->doc->blocks[i].text.n * TITLE_LINKS;
}

/* "You may also like the following:" between a heading and its list. */
static bool
leads_in(const struct cd_trial *trial, size_t i)
{
    const struct cd_piece *piece = &trial->outline.pieces[i];
    struct cd_str text = trial->doc->blocks[i].text;

    return i > 0 && i + 1 < trial->n && piece->link_words == 0 &&
           piece->measure.words <= LEAD_IN_WORDS && text.n > 0 &&
           text.p[text.n - 1] == ':' && piece[-1].phrase != NULL &&
           cd_is_link_title(trial, i + 1);
}

/* May block i stand in a list of teasers: a linked title, or a short text that
 * is cut, or stands right behind such a title? */
static bool
is_teaser(const struct cd_trial *trial, size_t i, double sure)
{
    const struct cd_piece *piece = &trial->outline.pieces[i];
    bool titled = i > 0 && cd_is_link_title(trial, i - 1);

    if (cd_is_link_title(trial, i) || leads_in(trial, i))
        return true;
    if (piece->measure.words > TEASER_WORDS ||
        trial->doc->blocks[i].score >= sure)
        return false;
    return titled || cd_measure_is_cut(&piece->measure) ||
           (piece->phrase != NULL &&
            piece->phrase->kind != CD_PHRASE_CORRECTION);
}

/* Does a phrase at i head a list?  The list has more than one teaser, or the
 * only one is a linked title.  A "Learn more" that is a link itself ends what
 * stands before it. */
static bool
heads_list(const struct cd_trial *trial, size_t i)
{
    const struct cd_phrase *phrase = trial->outline.pieces[i].phrase;

    if (phrase == NULL ||
        (phrase->kind != CD_PHRASE_TEASER &&
         (phrase->kind != CD_PHRASE_READMORE ||
          trial->outline.pieces[i].link_words > 0)) ||
        trial->outline.pieces[i].measure.words > HEADING_WORDS)
        return false;
    i++;
    return i < trial->n && (cd_is_link_title(trial, i) || leads_in(trial, i));
}

/* The last block of the smallest area that holds blocks i and i + 1: a list
 * ends with the box in which its heading and its first teaser stand. */
static size_t
box_end(const struct cd_trial *trial, size_t i)
{
    const struct cd_area *areas = trial->outline.areas;
    unsigned box = trial->outline.pieces[i].area;

    while (areas[box].last < i + 1)
        box = areas[box].parent;
    return areas[box].last;
}

static void
cut_teasers(struct cd_trial *trial)
{
    for (size_t i = 0; i < trial->n; i++) {
        struct cd_str reason;
        double sure = CD_SURE;
        size_t end;

        if (!heads_list(trial, i))
            continue;
        end = box_end(trial, i);
        /* "Read also" stands in the middle of a text, which goes on. */
        if (trial->outline.pieces[i].phrase->kind == CD_PHRASE_READMORE)
            sure = 1 - DOUBT;
        reason = cd_phrase_reason(&trial->doc->arena,
                                  trial->outline.pieces[i].phrase);
        cd_drop(trial, i, reason);
        while (i < end && i + 1 != trial->outline.first_h1 &&
               is_teaser(trial, i + 1, sure))
            cd_drop(trial, ++i, reason);
    }
}

/* ---- single lines ------------------------------------------------------- */

static void
cut_lines(struct cd_trial *trial)
{
    for (size_t i = 0; i < trial->n; i++) {
        const struct cd_piece *piece = &trial->outline.pieces[i];
        struct cd_block *block = &trial->doc->blocks[i];

        if (!block->keep || block->kind == CD_BLOCK_TABLE_ROW ||
            block->kind == CD_BLOCK_CODE || block->kind == CD_BLOCK_COMMENT)
            continue;
        if ((trial->page->blocks[i].flags & CD_IN_SELECT) != 0)
            cd_drop(trial, i, CD_STR("model:select"));
        else if (is_boilerplate(trial, i))
            cd_drop(trial, i,
                    cd_phrase_reason(&trial->doc->arena, piece->phrase));
        else if (piece->phrase != NULL &&
                 piece->phrase->kind == CD_PHRASE_CORRECTION)
            block->reason = cd_phrase_reason(&trial->doc->arena, piece->phrase);
    }
}

/* ---- smoothing ----------------------------------------------------------- */

/* A line that the model is in doubt about stays between two sentences that
 * stay, if it is no link and no phrase.  A page without a single link, such as
 * a print view, has little else than its article. */
static void
fill_gaps(struct cd_trial *trial)
{
    const bool bare = trial->outline.sums.link_words == 0;
    const double doubt = bare ? BARE_DOUBT : DOUBT;
    const double sure = bare ? BARE_SURE : CD_SURE;

    for (size_t i = 1; i + 1 < trial->n; i++) {
        const struct cd_piece *piece = &trial->outline.pieces[i];
        const struct cd_block *block = &trial->doc->blocks[i];

        if (block->keep || block->score < doubt || piece->phrase != NULL ||
            piece->link_words * 2 > piece->measure.words || trial->copy[i] ||
            block->kind == CD_BLOCK_CAPTION || !block[-1].keep ||
            !block[1].keep || block[-1].score < sure || block[1].score < sure)
            continue;
        cd_keep(trial, i, CD_STR("between"));
    }
}

/* ---- floods ------------------------------------------------------------- */

/* Blocks of a page, and bytes of a block, past which the model has never been:
 * where a block stands and how much is around it means nothing there. */
enum { FLOOD = 20000, FLOOD_BYTES = 100000 };

static bool
is_flood(const struct cd_trial *trial)
{
    bool flood = trial->n > FLOOD;

    for (size_t i = 0; i < trial->n && !flood; i++)
        flood = trial->doc->blocks[i].text.n > FLOOD_BYTES;
    return flood;
}

/* The sentence of common size that the model is surest of, kept or at least
 * likelier text than not, or trial->n. */
static size_t
surest(const struct cd_trial *trial)
{
    const struct cd_block *blocks = trial->doc->blocks;
    size_t best = trial->n;

    for (size_t i = 0; i < trial->n; i++) {
        if ((blocks[i].keep || blocks[i].score > 0.5) &&
            trial->outline.pieces[i].measure.stops > 0 &&
            blocks[i].text.n <= FLOOD_BYTES &&
            (best == trial->n || blocks[i].score > blocks[best].score))
            best = i;
    }
    return best;
}

/* In a flood, prose that stands in elements like those of the surest sentence
 * stays, however far behind. */
static void
keep_alike(struct cd_trial *trial)
{
    const struct cd_piece *pieces = trial->outline.pieces;
    size_t best = is_flood(trial) ? surest(trial) : trial->n;

    for (size_t i = 0; best < trial->n && i < trial->n; i++) {
        if (!trial->doc->blocks[i].keep && pieces[i].prose &&
            pieces[i].phrase == NULL && pieces[i].path == pieces[best].path)
            cd_keep(trial, i, CD_STR("alike"));
    }
}

/* ---- the headline ------------------------------------------------------- */

/* How far before the first block that stays the headline may stand (date and
 * byline come between), and how little the model may think of it. */
enum { HEADLINE_BEFORE = 3 };
static const double headline_odds = 0.15;
static const double subheading_odds = 0.4; /* of level 2 and more */

static bool
may_be_headline(const struct cd_trial *trial, size_t i, double odds)
{
    const struct cd_block *block = &trial->doc->blocks[i];

    return block->kind == CD_BLOCK_HEADING && !block->keep &&
           (block->level == 1 || trial->outline.pieces[i].title_share >= 900 ||
            block->score >= subheading_odds) &&
           block->score >= odds &&
           (cd_str_is(block->reason, "model") ||
            (odds <= 0 && cd_str_is(block->reason, "model:outside")));
}

/* Whether a headline is part of its article is a matter of convention, which
 * the model cannot know: where it is in doubt, the headline stays. */
static void
keep_headline(struct cd_trial *trial)
{
    double odds = is_flood(trial) ? 0 : headline_odds;
    size_t first = 0;

    while (first < trial->n && !trial->doc->blocks[first].keep)
        first++;
    if (first == trial->n)
        return;
    for (size_t i = first; i > 0 && first - i < HEADLINE_BEFORE;) {
        if (!may_be_headline(trial, --i, odds))
            continue;
        cd_keep(trial, i, CD_STR("headline"));
        return;
    }
}

/* A page may hold more than one article, each under a headline of its own, or
 * text that it holds again elsewhere. */
static void
keep_more_headlines(struct cd_trial *trial)
{
    bool more = false;

    for (size_t i = 0; i + 1 < trial->n; i++) {
        const struct cd_block *block = &trial->doc->blocks[i];

        if (block->kind != CD_BLOCK_HEADING || block->level != 1)
            continue;
        if (may_be_headline(trial, i, 0) &&
            (cd_heads_copy(trial, i) ||
             (more && block[1].keep && block->score >= headline_odds)))
            cd_keep(trial, i, CD_STR("headline"));
        more |= block->keep;
    }
}

/* Those on a page that the model is sure of. */
static void
apply_article_rules(struct cd_trial *trial)
{
    cd_cut_offers(trial);
    cut_teasers(trial);
    cd_cut_links(trial);
    cd_cut_bio(trial);
    fill_gaps(trial);
    cd_cut_captions(trial);
    cd_keep_lead(trial);
    cd_cut_headlines(trial);
    cd_keep_labels(trial);
    cd_cut_headings(trial);
}

void
cd_apply_rules(struct cd_trial *trial, const struct cd_parse_options *options)
{
    keep_alike(trial);
    if (trial->sure)
        cd_cut_cards(trial);
    cut_comments(trial, options);
    cut_lines(trial);
    cd_keep_rows(trial);
    cd_keep_siblings(trial);
    keep_headline(trial);
    keep_more_headlines(trial);
    if (trial->sure)
        apply_article_rules(trial);
    cd_cut_machine(trial);
}
