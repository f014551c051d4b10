/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The file of a site memory: its mark, runs, and hosts by hash, each with its
 * blocks by hash, as in corpus/core/packing.h; then eight bytes of XXH3 of all
 * that.
 */
#include <stdlib.h>
#include <xxhash.h>

#include "base/memory.h"
#include "corpus/core/packing.h"
#include "corpus/sites/site.h"

static const char mark[] = "copydesk sites 1\n";

enum { CHECK = 8, NOTE_LEAST = 9, SITE_LEAST = 12 };

static void
write_site(struct cd_buf *out, const struct cd_site *site)
{
    cd_packing_bytes(out, &site->host, sizeof(site->host));
    cd_packing_size(out, site->pages);
    cd_packing_size(out, site->run);
    cd_packing_size(out, site->note_count);
    for (size_t i = 0; i < site->note_count; i++) {
        const struct cd_site_note *note = &site->notes[i];
        size_t stories = 0;

        while (stories < CD_SITE_STORIES && note->stories[stories] != 0)
            stories++;
        cd_packing_bytes(out, &note->block, sizeof(note->block));
        cd_packing_size(out, note->pages);
        cd_packing_size(out, note->last);
        cd_packing_size(out, stories);
        for (size_t k = 0; k < stories; k++)
            cd_packing_size(out, note->stories[k]);
    }
    cd_packing_size(out, site->seen_count);
    for (size_t i = 0; i < site->seen_count; i++)
        cd_packing_size(out, site->seen[i]);
}

void
cd_sites_write(struct cd_buf *out, const struct cd_sites *sites)
{
    XXH64_hash_t check;

    cd_buf_puts(out, mark);
    cd_packing_size(out, sites->run);
    cd_packing_size(out, sites->count);
    for (size_t i = 0; i < sites->count; i++)
        write_site(out, &sites->sites[i]);
    check = XXH3_64bits(out->p, out->n);
    cd_packing_bytes(out, &check, sizeof(check));
}

/* A number that fits a counter. */
static uint32_t
read_count(struct cd_unpacking *in)
{
    return (uint32_t)cd_unpacking_below(in, UINT32_MAX);
}

static void
read_note(struct cd_unpacking *in, struct cd_site_note *note)
{
    size_t stories;

    cd_unpacking_bytes(in, &note->block, sizeof(note->block));
    note->pages = read_count(in);
    note->last = read_count(in);
    stories = cd_unpacking_below(in, CD_SITE_STORIES + 1);
    for (size_t i = 0; i < stories; i++) {
        note->stories[i] =
            (uint32_t)cd_unpacking_below(in, (size_t)UINT32_MAX + 1);
        in->bad |= note->stories[i] == 0;
    }
}

/* Blocks and hosts stand in order, each once: lookups go by that. */
static void
read_site(struct cd_unpacking *in, struct cd_site *site)
{
    cd_unpacking_bytes(in, &site->host, sizeof(site->host));
    site->pages = read_count(in);
    site->run = read_count(in);
    site->note_count = cd_unpacking_count(in, NOTE_LEAST);
    in->bad |= site->note_count > CD_SITE_NOTES_MAX;
    if (in->bad)
        site->note_count = 0;
    site->note_room = site->note_count;
    site->notes = cd_alloc(site->note_count * sizeof(*site->notes));
    for (size_t i = 0; i < site->note_count && !in->bad; i++) {
        read_note(in, &site->notes[i]);
        in->bad |= i > 0 && site->notes[i].block <= site->notes[i - 1].block;
    }
    site->seen_count = cd_unpacking_count(in, 1);
    in->bad |= site->seen_count > CD_SITE_SEEN_MAX;
    if (in->bad)
        site->seen_count = 0;
    site->seen_room = site->seen_count;
    site->seen = cd_alloc(site->seen_count * sizeof(*site->seen));
    for (size_t i = 0; i < site->seen_count; i++)
        site->seen[i] =
            (uint32_t)cd_unpacking_below(in, (size_t)UINT32_MAX + 1);
}

static bool
read_sites(struct cd_sites *sites, struct cd_unpacking *in)
{
    size_t count;

    sites->run = read_count(in);
    count = cd_unpacking_count(in, SITE_LEAST);
    sites->sites = cd_alloc(count * sizeof(*sites->sites));
    sites->room = count;
    for (size_t i = 0; i < count && !in->bad; i++) {
        struct cd_site *site = &sites->sites[sites->count++];

        read_site(in, site);
        in->bad |= i > 0 && site->host <= site[-1].host;
    }
    return !in->bad && in->at == in->bytes.n;
}

enum cd_status
cd_sites_read(struct cd_sites *sites, struct cd_str bytes, struct cd_error *err)
{
    const struct cd_str begin = cd_str_of(mark);
    struct cd_unpacking in = { .at = begin.n };
    XXH64_hash_t check;

    *sites = (struct cd_sites){ 0 };
    if (!cd_str_starts(bytes, cd_str_sub(begin, 0, begin.n - 2)))
        return cd_fail(err, CD_FATAL, "it is no site memory");
    if (!cd_str_starts(bytes, begin))
        return cd_fail(err, CD_FATAL, "it is of another version of copydesk");
    if (bytes.n < begin.n + CHECK)
        return cd_fail(err, CD_FATAL, "it is cut off");
    in.bytes = cd_str_sub(bytes, 0, bytes.n - CHECK);
    memcpy(&check, bytes.p + in.bytes.n, CHECK);
    if (check != XXH3_64bits(in.bytes.p, in.bytes.n))
        return cd_fail(err, CD_FATAL, "its checksum does not fit");
    if (read_sites(sites, &in))
        return CD_OK;
    cd_sites_release(sites);
    return cd_fail(err, CD_FATAL, "its contents do not fit");
}

void
cd_sites_release(struct cd_sites *sites)
{
    for (size_t i = 0; i < sites->count; i++) {
        free(sites->sites[i].notes);
        free(sites->sites[i].seen);
    }
    free(sites->sites);
    *sites = (struct cd_sites){ 0 };
}
