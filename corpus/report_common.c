/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/report_section.h"

#include "base/utf8.h"

void
cd_report_left_out(struct cd_buf *out, size_t shown, int64_t all,
                   const char *sql)
{
    if (all <= (int64_t)shown)
        return;
    cd_buf_puts(out, "<p class=\"note\">Showing ");
    cd_html_count(out, shown);
    cd_buf_puts(out, " of ");
    cd_html_count(out, (uint64_t)all);
    cd_buf_puts(out, "; all of them, in copydesk.sqlite: <code>");
    cd_html_text(out, cd_str_of(sql));
    cd_buf_puts(out, "</code></p>\n");
}

void
cd_report_slice(struct cd_db *db, int64_t doc, size_t start, size_t end,
                struct cd_buf *text)
{
    struct cd_query *query =
        cd_query(db, cd_db_codepoints(db)
                         ? "SELECT substr(text, ?1, ?2) FROM articles WHERE "
                           "number = ?3"
                         : "SELECT substr(CAST(text AS BLOB), ?1, ?2) FROM "
                           "articles WHERE number = ?3");

    cd_buf_reset(text);
    cd_query_bind(query, 1, (int64_t)start + 1);
    cd_query_bind(query, 2, (int64_t)(end - start));
    cd_query_bind(query, 3, doc);
    if (cd_query_next(query))
        cd_buf_add(text, cd_query_text(query, 0));
    cd_query_end(query);
}

size_t
cd_report_byte(const struct cd_db *db, struct cd_str text, size_t offset)
{
    size_t at = 0;

    if (!cd_db_codepoints(db))
        return offset;
    for (size_t n = 0; at < text.n && n < offset; n++)
        cd_utf8_next(text, &at);
    return at;
}

void
cd_report_where(struct cd_buf *out, struct cd_db *db, int64_t doc)
{
    struct cd_query *query = cd_query(
        db, "SELECT coalesce(title, id), site, substr(published, 1, 10), url "
            "FROM articles WHERE number = ?1");

    cd_query_bind(query, 1, doc);
    if (cd_query_next(query)) {
        cd_html_printf(out, "<a href=\"#page-%lld\">", (long long)doc);
        cd_html_bdi(out, cd_query_text(query, 0), 200);
        cd_buf_puts(out, "</a>");
        if (cd_query_text(query, 1).n > 0) {
            cd_buf_puts(out, ", ");
            cd_html_bdi(out, cd_query_text(query, 1), 80);
        }
        cd_buf_puts(out, ", ");
        if (cd_query_text(query, 2).n > 0)
            cd_html_text(out, cd_query_text(query, 2));
        else
            cd_buf_puts(out, "no date");
    }
    cd_query_end(query);
}
