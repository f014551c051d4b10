/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What earlier runs have seen of each host: the blocks that its pages have in
 * common are no part of any article.
 *
 *     memory = cd_site_memory_open("sites", &err);    what is known
 *     cd_site_memory_apply(memory, doc);              any thread
 *     cd_site_memory_learn(memory, doc);              in input order
 *     status = cd_site_memory_save(memory, &err);
 *
 * A run drops by what was known when it began, and what it learns counts from
 * the next run on: so its output depends neither on threads nor on the order of
 * pages.  Learnt are the blocks that the judgement kept; the others go anyway.
 *
 * A page teaches if it has a URL, and neither this URL nor this text was there
 * before.  A block is dropped where CD_SITE_PAGES pages of its host are known
 * and CD_SITE_STORIES of those that hold it tell different stories: the longest
 * blocks beside it differ.  A story on many pages of a host is one story.  A
 * short block must be on every fourth page, too: "What we know" may be the
 * subheading of some.
 */
#ifndef CD_CORPUS_SITES_SITE_MEMORY_H
#define CD_CORPUS_SITES_SITE_MEMORY_H

#include "base/buf.h"
#include "base/doc.h"
#include "base/error.h"

struct cd_site_memory;

/* The memory in folder, which is made if need be; an empty one if nothing is
 * there.  NULL and CD_FATAL for one that is damaged or of another version. */
struct cd_site_memory *cd_site_memory_open(const char *folder,
                                           struct cd_error *err);
void cd_site_memory_free(struct cd_site_memory *memory);

/* Drops blocks of a document that was judged, with the reason
 * "site:seen-on-41-pages". */
void cd_site_memory_apply(const struct cd_site_memory *memory,
                          struct cd_doc *doc);
void cd_site_memory_learn(struct cd_site_memory *memory,
                          const struct cd_doc *doc);

/* Adds the bytes of the memory in folder, if one is there: what a run that goes
 * by it depends on. */
enum cd_status cd_site_memory_bytes(struct cd_buf *out, const char *folder,
                                    struct cd_error *err);

/* Writes what is known and what was learnt; the old file stays whole until the
 * new one is. */
enum cd_status cd_site_memory_save(struct cd_site_memory *memory,
                                   struct cd_error *err);

#endif
