/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/sites/site.h"

#include <stdlib.h>
#include <xxhash.h>

#include "base/ascii.h"
#include "base/memory.h"

enum { STORY_BLOCKS = 3, FIRST_ROOM = 64 };

/* ---- names -------------------------------------------------------------- */

uint64_t
cd_site_hash(struct cd_str text)
{
    uint64_t hash = XXH3_64bits(text.p, text.n);

    return hash != 0 ? hash : 1;
}

static uint32_t
fold_hash(uint64_t hash)
{
    uint32_t folded = (uint32_t)(hash ^ hash >> 32);

    return folded != 0 ? folded : 1;
}

/* Name and port of a URL, without "www."; empty if it has none. */
static struct cd_str
host_of(struct cd_str url)
{
    size_t from = cd_str_find(url, CD_STR("://"), 0), end;

    if (from == SIZE_MAX)
        return (struct cd_str){ "", 0 };
    for (end = from += 3; end < url.n && strchr("/?#\\", url.p[end]) == NULL;
         end++) {
        if (url.p[end] == '@')
            from = end + 1;
    }
    if (end - from > 4 &&
        cd_str_eq_nocase(cd_str_sub(url, from, from + 4), CD_STR("www.")))
        from += 4;
    return cd_str_sub(url, from, end);
}

uint64_t
cd_site_host(struct cd_str url)
{
    struct cd_str host = host_of(url);
    char name[256];

    if (host.n == 0 || host.n > sizeof(name))
        return 0;
    for (size_t i = 0; i < host.n; i++)
        name[i] = cd_ascii_lower(host.p[i]);
    return cd_site_hash((struct cd_str){ name, host.n });
}

/* ---- what is known ------------------------------------------------------ */

/* The one of count items of size bytes, in order, that begins with the key; or
 * NULL. */
static const void *
find(const void *items, size_t count, size_t size, uint64_t key)
{
    const unsigned char *base = items;
    size_t low = 0, high = count;
    uint64_t found = 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        memcpy(&found, base + middle * size, sizeof(found));
        if (found == key)
            return base + middle * size;
        if (found < key)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct cd_site *
cd_site_find(const struct cd_sites *sites, uint64_t host)
{
    return find(sites->sites, sites->count, sizeof(*sites->sites), host);
}

const struct cd_site_note *
cd_site_note_find(const struct cd_site *site, uint64_t block)
{
    return find(site->notes, site->note_count, sizeof(*site->notes), block);
}

bool
cd_site_may_recur(const struct cd_block *block)
{
    return block->kind != CD_BLOCK_TABLE_ROW && block->kind != CD_BLOCK_CODE &&
           block->kind != CD_BLOCK_COMMENT;
}

/* ---- what is learnt ----------------------------------------------------- */

static struct cd_site_note *
note_slot(struct cd_site *site, uint64_t block)
{
    size_t at = block & (site->note_room - 1);

    while (site->notes[at].block != 0 && site->notes[at].block != block)
        at = (at + 1) & (site->note_room - 1);
    return &site->notes[at];
}

/* Puts notes, some of them perhaps empty, into a table with room for more. */
static void
make_table(struct cd_site *site, const struct cd_site_note *notes, size_t count,
           size_t room)
{
    site->note_room = room;
    site->note_count = 0;
    site->notes = cd_alloc(room * sizeof(*site->notes));
    for (size_t i = 0; i < count; i++) {
        if (notes[i].block == 0)
            continue;
        *note_slot(site, notes[i].block) = notes[i];
        site->note_count++;
    }
}

static size_t
story_count(const struct cd_site_note *note)
{
    size_t n = 0;

    while (n < CD_SITE_STORIES && note->stories[n] != 0)
        n++;
    return n;
}

/* The more stories and the later the last, the sooner; holes come last. */
static int
by_worth(const void *left, const void *right)
{
    const struct cd_site_note *a = left, *b = right;
    size_t m = story_count(a), n = story_count(b);

    if ((a->block == 0) != (b->block == 0))
        return a->block == 0 ? 1 : -1;
    if (m != n)
        return m > n ? -1 : 1;
    if (a->last != b->last)
        return a->last > b->last ? -1 : 1;
    return (a->block > b->block) - (a->block < b->block);
}

static int
by_block(const void *left, const void *right)
{
    const struct cd_site_note *a = left, *b = right;

    return (a->block > b->block) - (a->block < b->block);
}

/* Makes a list of the table: at most CD_SITE_NOTES_MAX, the worthiest. */
static void
list_notes(struct cd_site *site)
{
    qsort(site->notes, site->note_room, sizeof(*site->notes), by_worth);
    if (site->note_count > CD_SITE_NOTES_MAX)
        site->note_count = CD_SITE_NOTES_MAX;
}

static void
make_room(struct cd_site *site)
{
    struct cd_site_note *old = site->notes;
    size_t count = site->note_room, room = site->note_room * 2;

    if (site->note_count * 2 < site->note_room)
        return;
    if (site->note_count >= 2 * CD_SITE_NOTES_MAX) {
        list_notes(site);
        count = site->note_count;
        room = site->note_room;
    }
    make_table(site, old, count, room);
    free(old);
}

static size_t
site_slot(const struct cd_lessons *lessons, uint64_t host)
{
    size_t at = host & (lessons->slot_room - 1);

    while (lessons->slots[at] != 0 &&
           lessons->sites.sites[lessons->slots[at] - 1].host != host)
        at = (at + 1) & (lessons->slot_room - 1);
    return at;
}

static void
index_sites(struct cd_lessons *lessons)
{
    free(lessons->slots);
    lessons->slots = cd_alloc(lessons->slot_room * sizeof(*lessons->slots));
    for (size_t i = 0; i < lessons->sites.count; i++)
        lessons->slots[site_slot(lessons, lessons->sites.sites[i].host)] =
            (uint32_t)i + 1;
}

/* A copy of what is known of the host, to be learnt more of. */
static void
add_site(struct cd_lessons *lessons, const struct cd_sites *all, uint64_t host)
{
    const struct cd_site *known = cd_site_find(all, host);
    struct cd_sites *sites = &lessons->sites;
    struct cd_site *site;
    size_t room = FIRST_ROOM;

    sites->sites = cd_grow(sites->sites, &sites->room, sites->count + 1,
                           sizeof(*sites->sites));
    site = &sites->sites[sites->count++];
    *site = (struct cd_site){ .host = host };
    if (known != NULL) {
        site->pages = known->pages;
        site->seen = cd_grow(NULL, &site->seen_room, known->seen_count + 1,
                             sizeof(*site->seen));
        site->seen_count = known->seen_count;
        memcpy(site->seen, known->seen,
               known->seen_count * sizeof(*site->seen));
        while (room < known->note_count * 2)
            room *= 2;
    }
    make_table(site, known != NULL ? known->notes : NULL,
               known != NULL ? known->note_count : 0, room);
    lessons->notes += site->note_count;
}

static struct cd_site *
site_of(struct cd_lessons *lessons, const struct cd_sites *known, uint64_t host)
{
    size_t at;

    if (lessons->sites.count * 2 >= lessons->slot_room) {
        lessons->slot_room =
            lessons->slot_room > 0 ? lessons->slot_room * 2 : FIRST_ROOM;
        index_sites(lessons);
    }
    at = site_slot(lessons, host);
    if (lessons->slots[at] == 0) {
        add_site(lessons, known, host);
        lessons->slots[at] = (uint32_t)lessons->sites.count;
    }
    return &lessons->sites.sites[lessons->slots[at] - 1];
}

/* True if it is new.  Past the most, the older half is forgotten. */
static bool
see(struct cd_site *site, uint32_t hash)
{
    const size_t half = CD_SITE_SEEN_MAX / 2;

    for (size_t i = 0; i < site->seen_count; i++) {
        if (site->seen[i] == hash)
            return false;
    }
    if (site->seen_count == CD_SITE_SEEN_MAX) {
        memmove(site->seen, site->seen + half, half * sizeof(*site->seen));
        site->seen_count = half;
    }
    site->seen = cd_grow(site->seen, &site->seen_room, site->seen_count + 1,
                         sizeof(*site->seen));
    site->seen[site->seen_count++] = hash;
    return true;
}

/* A block that the judgement kept, whether or not the memory dropped it. */
static bool
was_kept(const struct cd_block *block)
{
    return block->keep || cd_str_starts(block->reason, CD_STR("site:"));
}

/* The longest blocks that were kept, the longest first: one more than tell a
 * story, for the story of each is told by the others. */
struct longest {
    const struct cd_block *blocks[STORY_BLOCKS + 1];
    uint64_t all; /* hash of all that were kept */
};

static struct longest
find_longest(const struct cd_doc *doc)
{
    struct longest longest = { .all = 0 };

    for (size_t i = 0; i < doc->block_count; i++) {
        const struct cd_block *block = &doc->blocks[i];

        if (!was_kept(block))
            continue;
        longest.all =
            (longest.all ^ cd_site_hash(block->text)) * 0x100000001B3u;
        for (size_t k = 0; k <= STORY_BLOCKS; k++) {
            const struct cd_block *other = longest.blocks[k];

            if (other != NULL && other->text.n >= block->text.n)
                continue;
            longest.blocks[k] = block;
            block = other;
            if (block == NULL)
                break;
        }
    }
    return longest;
}

static uint32_t
story_beside(const struct longest *longest, uint64_t block)
{
    uint64_t story = 1;
    size_t n = 0;

    for (size_t k = 0; k <= STORY_BLOCKS && n < STORY_BLOCKS; k++) {
        uint64_t hash;

        if (longest->blocks[k] == NULL)
            break;
        hash = cd_site_hash(longest->blocks[k]->text);
        if (hash == block)
            continue;
        story = (story ^ hash) * 0x100000001B3u;
        n++;
    }
    return fold_hash(story);
}

static void
add_story(struct cd_site_note *note, uint32_t story)
{
    size_t n = story_count(note);

    for (size_t i = 0; i < n; i++) {
        if (note->stories[i] == story)
            return;
    }
    if (n < CD_SITE_STORIES)
        note->stories[n] = story;
}

static void
learn_block(struct cd_site *site, const struct longest *longest, uint64_t block)
{
    struct cd_site_note *note;

    make_room(site);
    note = note_slot(site, block);
    if (note->block != 0 && note->last == site->pages)
        return; /* twice on a page */
    site->note_count += note->block == 0;
    note->block = block;
    note->pages++;
    note->last = site->pages;
    add_story(note, story_beside(longest, block));
}

/* ---- forgetting --------------------------------------------------------- */

/* The later, the sooner. */
static int
by_run(const void *left, const void *right)
{
    const struct cd_site *a = left, *b = right;

    if (a->run != b->run)
        return a->run > b->run ? -1 : 1;
    if (a->page != b->page)
        return a->page > b->page ? -1 : 1;
    return (a->host > b->host) - (a->host < b->host);
}

static int
by_host(const void *left, const void *right)
{
    const struct cd_site *a = left, *b = right;

    return (a->host > b->host) - (a->host < b->host);
}

/* Forgets the hosts that have not been seen for longest. */
static size_t
trim(struct cd_sites *sites, size_t most)
{
    size_t notes = 0, count = 0;

    qsort(sites->sites, sites->count, sizeof(*sites->sites), by_run);
    while (count < sites->count &&
           notes + sites->sites[count].note_count <= most)
        notes += sites->sites[count++].note_count;
    for (size_t i = count; i < sites->count; i++) {
        free(sites->sites[i].notes);
        free(sites->sites[i].seen);
    }
    sites->count = count;
    return notes;
}

void
cd_lessons_learn(struct cd_lessons *lessons, const struct cd_sites *known,
                 const struct cd_doc *doc)
{
    uint64_t host = cd_site_host(doc->url);
    struct cd_str url = doc->url;
    struct longest longest;
    struct cd_site *site;
    size_t before, hash;

    longest = find_longest(doc);
    if (host == 0 || longest.blocks[0] == NULL)
        return;
    site = site_of(lessons, known, host);
    hash = cd_str_find(url, CD_STR("#"), 0);
    url = cd_str_sub(url, 0, hash < url.n ? hash : url.n);
    site->run = known->run + 1;
    site->page = ++lessons->page;
    if (!see(site, fold_hash(cd_site_hash(url))) ||
        !see(site, fold_hash(longest.all)))
        return;
    site->pages++;
    before = site->note_count;
    for (size_t i = 0; i < doc->block_count; i++) {
        if (was_kept(&doc->blocks[i]) && cd_site_may_recur(&doc->blocks[i]))
            learn_block(site, &longest, cd_site_hash(doc->blocks[i].text));
    }
    lessons->notes += site->note_count - before;
    if (lessons->notes > 2 * CD_SITES_NOTES_MAX) {
        lessons->notes = trim(&lessons->sites, CD_SITES_NOTES_MAX);
        index_sites(lessons);
    }
}

void
cd_lessons_merge(struct cd_lessons *lessons, struct cd_sites *known)
{
    struct cd_sites *all = &lessons->sites;
    size_t kept = 0, met = all->count;

    for (size_t i = 0; i < met; i++) {
        list_notes(&all->sites[i]);
        qsort(all->sites[i].notes, all->sites[i].note_count,
              sizeof(*all->sites[i].notes), by_block);
    }
    for (size_t i = 0; i < known->count; i++) {
        struct cd_site *site = &known->sites[i];

        if (met > 0 && lessons->slots[site_slot(lessons, site->host)] != 0) {
            known->sites[kept++] = *site;
            continue;
        }
        all->sites = cd_grow(all->sites, &all->room, all->count + 1,
                             sizeof(*all->sites));
        all->sites[all->count++] = *site;
    }
    known->count = kept;
    trim(all, CD_SITES_NOTES_MAX);
    qsort(all->sites, all->count, sizeof(*all->sites), by_host);
    all->run = known->run + 1;
}

void
cd_lessons_release(struct cd_lessons *lessons)
{
    cd_sites_release(&lessons->sites);
    free(lessons->slots);
    *lessons = (struct cd_lessons){ 0 };
}
