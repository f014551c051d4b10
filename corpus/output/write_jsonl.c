/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSONL: an object a line.
 */
#include "corpus/output/article.h"
#include "corpus/output/write.h"

static void
write_record(struct cd_buf *out, const struct cd_table *table,
             const void *record)
{
    cd_record_json(out, table, record);
    cd_buf_putc(out, '\n');
}

static void
write_article(struct cd_buf *out, const struct cd_doc *doc, bool codepoints)
{
    cd_article_json(out, doc, codepoints);
    cd_buf_putc(out, '\n');
}

const struct cd_writer cd_writer_jsonl = { .name = "jsonl",
                                           .record = write_record,
                                           .article = write_article };
