/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/stats.h"

#include "base/json.h"

void
cd_stats_count(struct cd_stats *stats, const struct cd_doc *doc)
{
    stats->blocks += doc->block_count;
    for (size_t i = 0; i < doc->block_count; i++)
        stats->kept_blocks += doc->blocks[i].keep;
    stats->text.in += doc->account.in;
    stats->text.kept += doc->account.kept;
    stats->text.dropped += doc->account.dropped;
    stats->text.bad_bytes += doc->account.bad_bytes;
}

static void
add_count(struct cd_buf *out, const char *name, uint64_t value)
{
    cd_json_key(out, name);
    cd_buf_size(out, (size_t)value);
}

static void
add_passed(struct cd_buf *out, const struct cd_work *work)
{
    cd_json_key(out, "passed_over");
    cd_buf_putc(out, '{');
    for (int i = 0; i < CD_PASSED_COUNT; i++)
        add_count(out, cd_passed_names[i],
                  cd_work_passed(work, (enum cd_passed)i));
    cd_buf_putc(out, '}');
}

void
cd_stats_json(struct cd_buf *out, const struct cd_stats *stats,
              const struct cd_copies_stats *copies, const struct cd_work *work)
{
    const struct cd_progress *progress = &work->progress;

    cd_buf_puts(out, "{\"copydesk\":");
    cd_json_str(out, cd_str_of(cd_version()));
    add_count(out, "input_bytes", progress->bytes);
    add_count(out, "records", progress->documents + progress->passed);
    add_count(out, "written", work->written);
    add_count(out, "rejected", progress->rejected);
    add_passed(out, work);
    add_count(out, "articles", progress->articles);
    add_count(out, "textless", progress->textless);
    add_count(out, "blocks", stats->blocks);
    add_count(out, "kept_blocks", stats->kept_blocks);
    cd_json_key(out, "text_bytes");
    cd_buf_putc(out, '{');
    add_count(out, "in", stats->text.in);
    add_count(out, "kept", stats->text.kept);
    add_count(out, "dropped", stats->text.dropped);
    add_count(out, "undecodable", stats->text.bad_bytes);
    cd_buf_putc(out, '}');
    add_count(out, "claims", progress->claims);
    add_count(out, "articles_without_rules", progress->unread);
    add_count(out, "claim_groups", stats->groups.groups);
    add_count(out, "contradictions", progress->contradictions);
    add_count(out, "pairs", progress->pairs);
    add_count(out, "templates", progress->templates);
    add_count(out, "clusters", progress->clusters);
    add_count(out, "words", copies->words);
    cd_json_key(out, "copied_words");
    cd_json_score(out, progress->copied);
    cd_json_key(out, "search");
    cd_record_json(out, &cd_copies_stats_table, copies);
    cd_buf_puts(out, "}\n");
}
