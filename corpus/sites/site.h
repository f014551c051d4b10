/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Inside of a site memory (corpus/sites/site_memory.h): what is known of hosts,
 * what a run learns of them, and the bytes of its file.
 *
 *     cd_lessons_learn(&lessons, &known, doc);       document by document
 *     cd_lessons_merge(&lessons, &known);
 *     cd_sites_write(&out, &lessons.sites);
 */
#ifndef CD_CORPUS_SITES_SITE_H
#define CD_CORPUS_SITES_SITE_H

#include "base/buf.h"
#include "base/doc.h"
#include "base/error.h"

enum {
    CD_SITE_PAGES = 8,
    CD_SITE_STORIES = 5,
    CD_SITE_SHORT = 48,           /* bytes below which a block is short */
    CD_SITE_NOTES_MAX = 4096,     /* blocks that are kept of a host */
    CD_SITE_SEEN_MAX = 8192,      /* URLs and texts likewise */
    CD_SITES_NOTES_MAX = 1000000, /* blocks that are kept of all hosts */
};

/* A block of a host. */
struct cd_site_note {
    uint64_t block; /* hash of its text */
    uint32_t pages; /* that hold it */
    uint32_t last;  /* page of the host that held it last, by its number */
    uint32_t stories[CD_SITE_STORIES]; /* hashes of different ones; else 0 */
};

struct cd_site {
    uint64_t host;              /* hash of its name */
    uint32_t pages;             /* that taught */
    uint32_t run;               /* that learnt last */
    uint64_t page;              /* of this run that taught last; not written */
    struct cd_site_note *notes; /* by block */
    size_t note_count, note_room;
    uint32_t *seen; /* hashes of URLs and texts, the oldest first */
    size_t seen_count, seen_room;
};

/* Hosts, by hash. */
struct cd_sites {
    struct cd_site *sites;
    size_t count, room;
    uint32_t run; /* runs so far */
};

/* What a run learns. */
struct cd_lessons {
    struct cd_sites sites; /* in the order of their first pages; the notes of
                              each are an open hash table */
    uint32_t *slots;       /* of sites by host, as index + 1; or 0 */
    size_t slot_room;
    size_t notes; /* of all sites */
    uint64_t page;
};

uint64_t cd_site_hash(struct cd_str text); /* never 0 */
uint64_t cd_site_host(struct cd_str url);  /* 0: it names no host */

/* Of known sites; NULL: nothing is known. */
const struct cd_site *cd_site_find(const struct cd_sites *sites, uint64_t host);
const struct cd_site_note *cd_site_note_find(const struct cd_site *site,
                                             uint64_t block);

/* Rows of tables and lines of code are alike where their subjects are. */
bool cd_site_may_recur(const struct cd_block *block);

/* What known says of a host is copied when the first page of it is met. */
void cd_lessons_learn(struct cd_lessons *lessons, const struct cd_sites *known,
                      const struct cd_doc *doc);
/* Sorts what was learnt into lists, and moves to it what is known of all other
 * hosts. */
void cd_lessons_merge(struct cd_lessons *lessons, struct cd_sites *known);
void cd_lessons_release(struct cd_lessons *lessons);

/* The file: corpus/sites/site_file.c. */
void cd_sites_write(struct cd_buf *out, const struct cd_sites *sites);
/* bytes are hostile: CD_FATAL where anything in them does not fit. */
enum cd_status cd_sites_read(struct cd_sites *sites, struct cd_str bytes,
                             struct cd_error *err);
void cd_sites_release(struct cd_sites *sites);

#endif
