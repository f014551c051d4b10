/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The manifest of an index: which segments it has.  A text file of a few
 * lines, replaced as a whole, so that it says what was before or what is now.
 *
 *     copydesk index 1
 *     options unit=paragraph measure=judge min-words=0 crowd=500
 *     keys 5ad11c2e9b5a7c10
 *     last 9e3779b97f4a7c15 1200
 *     next 3
 *     segment 1 1200 310 48213
 *     segment 2 80 20 4120
 *     check 0a1b2c3d4e5f6071
 *
 * keys: of the tables that keys are made from (cd_keys_version()).  last: the
 * newest batch, by a hash of what was in it, and how many units were there
 * before it.  A segment: number, units, documents, bytes.  check: XXH3 of all
 * lines before it.
 */
#ifndef CD_CORPUS_INDEX_MANIFEST_H
#define CD_CORPUS_INDEX_MANIFEST_H

#include "base/buf.h"
#include "base/error.h"

enum { CD_INDEX_VERSION = 1 };

struct cd_manifest_entry {
    uint64_t number, units, documents, bytes;
};

struct cd_manifest {
    struct cd_buf options;
    uint64_t keys;
    uint64_t last; /* 0: there is no batch yet */
    uint64_t last_base;
    uint64_t next; /* number of the next segment */
    struct cd_manifest_entry *entries;
    size_t count, room;
};

/* CD_END if the folder has none; CD_FATAL if it is damaged or newer. */
enum cd_status cd_manifest_read(struct cd_manifest *manifest,
                                const char *folder, struct cd_error *err);

/* From bytes; for cd_manifest_read() and tests. */
enum cd_status cd_manifest_parse(struct cd_manifest *manifest,
                                 struct cd_str bytes, struct cd_error *err);

/* Replaces the folder's manifest; synced. */
enum cd_status cd_manifest_write(const struct cd_manifest *manifest,
                                 const char *folder, struct cd_error *err);

void cd_manifest_add(struct cd_manifest *manifest,
                     struct cd_manifest_entry entry);
void cd_manifest_release(struct cd_manifest *manifest);

#endif
