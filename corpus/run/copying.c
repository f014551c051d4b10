/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/copying.h"

#include "corpus/index/index.h"
#include "corpus/run/dedup.h"

static enum cd_status
note_text(void *state, struct cd_doc *doc, struct cd_error *err)
{
    (void)err;
    cd_text_offsets_add(state, doc);
    return CD_OK;
}

static enum cd_status
open_index(struct cd_copying *copying, struct cd_error *err)
{
    const struct cd_settings *settings = copying->work->settings;
    struct cd_buf options = { 0 };

    if (copying->index == NULL) {
        copying->index = settings->index;
        copying->adding = true;
    }
    if (copying->index == NULL)
        return CD_OK;
    if (copying->work->codepoints)
        return cd_fail(err, CD_USAGE,
                       "an index goes with --offsets=byte only: it does not "
                       "hold the texts between those that it compares");
    cd_index_options(&options, &settings->copies);
    copying->earlier =
        cd_index_open(copying->index, cd_buf_str(&options),
                      copying->adding ? CD_INDEX_WRITE : CD_INDEX_READ, err);
    cd_buf_release(&options);
    if (copying->earlier == NULL)
        return err->status;
    cd_copies_use(copying->copies, copying->earlier, copying->adding);
    return CD_OK;
}

enum cd_status
cd_copying_begin(struct cd_copying *copying, struct cd_work *work,
                 struct cd_error *err)
{
    const struct cd_settings *settings = work->settings;

    copying->work = work;
    copying->copies = cd_copies_new(&settings->copies, (int)settings->threads);
    cd_work_map(work,
                (struct cd_map){ "copies", copying->copies, cd_copies_scratch,
                                 cd_copies_scratch_free, cd_copies_prepare });
    cd_work_fold_as(work, (struct cd_fold){ "copies", copying->copies,
                                            cd_copies_add, cd_copies_ahead });
    if (work->codepoints)
        cd_work_fold(work, "offsets", note_text, &copying->texts);
    cd_ids_watch(&copying->ids, work);
    return open_index(copying, err);
}

/* In a table of pairs, clusters stand as the last column alone. */
static bool
is_written(const struct cd_copying *copying, const struct cd_table *table)
{
    return table != &cd_cluster_table || copying->work->rows ||
           !copying->work->writer->one_table;
}

static enum cd_status
write_pair(void *state, const struct cd_copy *pair, struct cd_error *err)
{
    struct cd_copying *copying = state;
    struct cd_copy copy = *pair;

    cd_arena_reset(&copying->arena);
    if (copying->work->codepoints)
        copy = cd_text_offsets_pair(&copying->texts, &copying->arena, pair);
    copying->work->progress.pairs++;
    return copying->write(copying->state, &cd_copy_table, &copy, err);
}

static enum cd_status
write_cluster(void *state, const struct cd_cluster *cluster,
              struct cd_error *err)
{
    struct cd_copying *copying = state;
    struct cd_cluster copy = *cluster;

    cd_arena_reset(&copying->arena);
    if (copying->work->codepoints)
        copy =
            cd_text_offsets_cluster(&copying->texts, &copying->arena, cluster);
    copying->work->progress.clusters++;
    if (!is_written(copying, &cd_cluster_table))
        return CD_OK;
    return copying->write(copying->state, &cd_cluster_table, &copy, err);
}

static void
render(const void *state, struct cd_buf *out, const struct cd_table *table,
       const void *record)
{
    const struct cd_copying *copying = state;

    if (is_written(copying, table))
        copying->work->writer->record(out, table, record);
}

static enum cd_status
put(void *state, struct cd_str lines, size_t pairs, size_t clusters,
    struct cd_error *err)
{
    struct cd_copying *copying = state;

    copying->work->progress.pairs += pairs;
    copying->work->progress.clusters += clusters;
    return cd_outfile_write(copying->work->out, lines, err);
}

static enum cd_status
judged(void *state, const struct cd_copies_verdict *verdicts, size_t n,
       struct cd_error *err)
{
    struct cd_copying *copying = state;

    return cd_dedup_next(copying->dedup, verdicts, n, err);
}

static void
say(struct cd_work *work, struct cd_buf *line)
{
    cd_buf_putc(line, '\0');
    cd_work_say(work, line->p);
    cd_buf_release(line);
}

/* What was left out is never passed over in silence. */
static void
say_stats(struct cd_work *work, const struct cd_copies_stats *stats)
{
    struct cd_buf line = { 0 };

    if (stats->repeated)
        cd_work_say(work, "the index has these inputs already, and was not "
                          "changed; they were compared with what was there "
                          "before them");
    if (stats->capped > 0) {
        cd_buf_printf(&line,
                      "not all pairs inside large clusters are listed: %zu "
                      "left out, each cluster says how many (\"capped\")",
                      stats->capped);
        say(work, &line);
    }
    if (work->settings->stats) {
        cd_record_json(&line, &cd_copies_stats_table, stats);
        say(work, &line);
    }
}

enum cd_status
cd_copying_finish(struct cd_copying *copying,
                  enum cd_status (*write)(void *state,
                                          const struct cd_table *table,
                                          const void *record,
                                          struct cd_error *err),
                  void *state, struct cd_error *err)
{
    const struct cd_copies_sink sink = {
        .state = copying,
        .texts = copying->work->rows,
        .pair = write_pair,
        .cluster = write_cluster,
        .render = copying->lines ? render : NULL,
        .put = copying->lines ? put : NULL,
        .judged = judged,
    };
    const struct cd_copies_stats *stats;
    enum cd_status status;

    copying->write = write;
    copying->state = state;
    status = cd_copies_finish(copying->copies, &sink, err);
    stats = cd_copies_stats(copying->copies);
    if (stats->words > 0)
        copying->work->progress.copied =
            (double)stats->copied_words / (double)stats->words;
    if (status == CD_OK)
        status = cd_copies_store(copying->copies, err);
    if (status == CD_OK)
        say_stats(copying->work, stats);
    if (status == CD_OK)
        cd_ids_say(&copying->ids, copying->work);
    return status;
}

void
cd_copying_release(struct cd_copying *copying)
{
    if (copying->copies != NULL)
        cd_copies_free(copying->copies);
    cd_index_free(copying->earlier);
    cd_ids_release(&copying->ids);
    cd_text_offsets_release(&copying->texts);
    cd_arena_release(&copying->arena);
}
