/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text: an article is its clean text; another record is a line a field.
 */
#include "corpus/output/write.h"

static void
write_record(struct cd_buf *out, const struct cd_table *table,
             const void *record)
{
    for (size_t i = 0; i < table->count; i++) {
        struct cd_value v = cd_record_get(&table->fields[i], record);

        if (v.null)
            continue;
        cd_buf_printf(out, "%s: ", table->fields[i].name);
        if (v.text.p != NULL)
            cd_buf_add(out, v.text);
        else
            cd_record_value_json(out, &table->fields[i], record);
        cd_buf_putc(out, '\n');
    }
    cd_buf_putc(out, '\n');
}

static void
write_article(struct cd_buf *out, const struct cd_doc *doc, bool codepoints)
{
    (void)codepoints;
    cd_buf_add(out, doc->text);
    if (doc->text.n > 0)
        cd_buf_putc(out, '\n');
}

const struct cd_writer cd_writer_text = { .name = "text",
                                          .record = write_record,
                                          .article = write_article };
