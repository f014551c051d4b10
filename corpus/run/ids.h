/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Ids that several documents have: pairs and files name documents by their id,
 * and nobody could tell which is meant.
 *
 *     cd_ids_watch(&ids, work);       before cd_work_run()
 *     cd_ids_say(&ids, work);         after it: a message, if there are any
 *     cd_ids_release(&ids);
 *
 * Looks at the first million documents, which take 32 MB.
 */
#ifndef CD_CORPUS_RUN_IDS_H
#define CD_CORPUS_RUN_IDS_H

#include "corpus/run/work.h"

struct cd_ids {
    struct cd_id_seen {
        uint64_t hash, number; /* number 0: a free place */
    } * seen;
    size_t count, size;
    size_t repeated;         /* documents with the id of an earlier one */
    struct cd_buf first;     /* the id of the first of them, */
    uint64_t number, before; /* its position, and that of the earlier one */
};

void cd_ids_watch(struct cd_ids *ids, struct cd_work *work);
void cd_ids_say(struct cd_ids *ids, struct cd_work *work);
void cd_ids_release(struct cd_ids *ids);

#endif
