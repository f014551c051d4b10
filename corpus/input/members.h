/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The members of a compressed file, one after the other, and the search for the
 * next one behind damage.
 *
 *     struct cd_members *members = cd_members_new(codec, read, from, head);
 *     stop = cd_members_begin(members);
 *     while (stop == CD_STOP_NONE)
 *         stop = cd_members_decode(members, p, &n);
 *     cd_members_free(members);
 */
#ifndef CD_CORPUS_INPUT_MEMBERS_H
#define CD_CORPUS_INPUT_MEMBERS_H

#include "corpus/input/codec.h"

struct cd_members;

/* Gives up to n more bytes of the file; 0 at its end, or with *why where it
 * cannot be read. */
typedef size_t cd_members_read(void *from, char *p, size_t n, const char **why);

/* head is what read() gave so far. */
struct cd_members *cd_members_new(const struct cd_codec *codec,
                                  cd_members_read *read, void *from,
                                  struct cd_str head);
void cd_members_free(struct cd_members *members); /* NULL is allowed */

/* Between members: CD_STOP_NONE where the next one begins.  Zeros are padding,
 * and anything else is CD_STOP_LOST. */
enum cd_stop cd_members_begin(struct cd_members *members);

/* Some more bytes of the member to p, at most *n; *n: how many. */
enum cd_stop cd_members_decode(struct cd_members *members, char *p, size_t *n);

/* Behind CD_STOP_LOST: what was lost. */
const struct cd_lost *cd_members_lost(const struct cd_members *members);

/* Where the member began in the file. */
uint64_t cd_members_start(const struct cd_members *members);

#endif
