/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plans: the records of the inputs cut into shards, each a small file that
 * names what to read and with which options.
 *
 *     status = cd_plan_make(work, "plan", &err);     plan/000000.shard ...
 *
 *     struct cd_plan plan = { 0 };
 *     status = cd_plan_read(&plan, "plan/000000.shard", &err);
 *     input = cd_input_of_parts(plan.settings, plan.parts, plan.part_count);
 *     cd_plan_release(&plan);
 *
 * The file is text, a line an item, tabs between its fields; control characters
 * and % in a field are %XX.  docs/scale.md describes it.
 */
#ifndef CD_CORPUS_RUN_PLAN_H
#define CD_CORPUS_RUN_PLAN_H

#include "corpus/run/stamp.h"
#include "corpus/run/work.h"

/* A shard's file, or that of the whole plan, which has no parts. */
struct cd_plan {
    struct cd_settings *settings;
    struct cd_stamp stamp; /* of settings, by this version */
    uint64_t shard;
    uint64_t shards;  /* of the plan */
    uint64_t records; /* of the shard or the plan */
    uint64_t bytes;   /* of the plan's inputs, as they are stored */
    struct cd_input_part *parts;
    size_t part_count, room;
    struct cd_arena arena;
};

/* Reads all inputs of the work; FOLDER/plan comes last. */
enum cd_status cd_plan_make(struct cd_work *work, const char *folder,
                            struct cd_error *err);

/* CD_USAGE for a file of another version. */
enum cd_status cd_plan_read(struct cd_plan *plan, const char *path,
                            struct cd_error *err);
void cd_plan_release(struct cd_plan *plan);

/* CD_USAGE names an option that shapes the result and is neither as in the
 * plan nor at its default. */
enum cd_status cd_plan_agrees(const struct cd_plan *plan,
                              const struct cd_settings *settings,
                              struct cd_error *err);

#endif
