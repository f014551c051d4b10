/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/report/report_section.h"

#include "base/ascii.h"
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
    cd_buf_puts(out, ". All of them, from copydesk.sqlite: <code>");
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
    cd_query_bind(query, 2, end > start ? (int64_t)(end - start) : 0);
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

/* Site, day, title or id, whether it is listed under Pages. */
static struct cd_query *
find_article(struct cd_db *db, int64_t doc)
{
    struct cd_query *query =
        cd_query(db, "SELECT o.name, substr(a.published, 1, 10), "
                     "coalesce(nullif(a.title, ''), a.id), l.number IS NOT "
                     "NULL FROM articles a JOIN places p USING (number) JOIN "
                     "origins o ON o.id = p.site LEFT JOIN listed l USING "
                     "(number) WHERE a.number = ?1");

    cd_query_bind(query, 1, doc);
    return query;
}

static void
add_site(struct cd_buf *out, struct cd_query *article)
{
    if (cd_query_text(article, 0).n == 0)
        return;
    cd_buf_puts(out, "<b>");
    cd_html_short(out, cd_query_text(article, 0), 80);
    cd_buf_puts(out, "</b> ");
}

static void
add_day(struct cd_buf *out, struct cd_query *article)
{
    cd_buf_puts(out, "<span class=\"day\">");
    if (cd_query_text(article, 1).n > 0)
        cd_html_text(out, cd_query_text(article, 1));
    else
        cd_buf_puts(out, "no date");
    cd_buf_puts(out, "</span> ");
}

void
cd_report_where(struct cd_buf *out, struct cd_db *db, int64_t doc)
{
    struct cd_query *article = find_article(db, doc);

    if (cd_query_next(article)) {
        bool listed = cd_query_int(article, 3) != 0;

        add_site(out, article);
        add_day(out, article);
        if (listed)
            cd_html_printf(out, "<a class=\"title\" href=\"#page-%lld\"",
                           (long long)doc);
        else
            cd_buf_puts(out, "<span class=\"title\"");
        cd_report_lang(out, db, doc);
        cd_buf_puts(out, ">");
        cd_html_short(out, cd_query_text(article, 2), 140);
        cd_buf_puts(out, listed ? "</a>" : "</span>");
    }
    cd_query_end(article);
}

void
cd_report_title(struct cd_buf *out, struct cd_db *db, int64_t doc)
{
    struct cd_query *article = find_article(db, doc);

    if (cd_query_next(article)) {
        add_day(out, article);
        cd_html_short(out, cd_query_text(article, 2), 140);
        cd_buf_puts(out, " <span class=\"where\">");
        add_site(out, article);
        cd_buf_puts(out, "</span>");
    }
    cd_query_end(article);
}

/* Letters, digits and hyphens, as BCP 47 has it: "nl", "zh-Hant-TW". */
static bool
is_language(struct cd_str tag)
{
    size_t letters = 0;

    for (size_t i = 0; i < tag.n; i++) {
        char c = cd_ascii_lower(tag.p[i]);
        bool letter = c >= 'a' && c <= 'z';

        if (!letter && !(letters >= 2 && i > letters && cd_ascii_is_digit(c)) &&
            !(letters >= 2 && c == '-' && i + 1 < tag.n))
            return false;
        if (letter && letters == i)
            letters++;
    }
    return letters >= 2 && letters <= 3 && tag.n <= 35;
}

void
cd_report_lang(struct cd_buf *out, struct cd_db *db, int64_t doc)
{
    struct cd_query *query =
        cd_query(db, "SELECT language FROM articles WHERE number = ?1");

    cd_query_bind(query, 1, doc);
    if (cd_query_next(query) && is_language(cd_query_text(query, 0)) &&
        !cd_str_is(cd_query_text(query, 0), "en")) {
        cd_buf_puts(out, " lang=\"");
        cd_html_text(out, cd_query_text(query, 0));
        cd_buf_puts(out, "\"");
    }
    cd_query_end(query);
}

void
cd_report_table(struct cd_buf *out, const char *label, const char *attrs,
                const char *head)
{
    cd_html_printf(out,
                   "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                   "aria-label=\"%s\"><table%s><thead>%s</thead><tbody>\n",
                   label, attrs, head);
}

void
cd_report_table_end(struct cd_buf *out)
{
    cd_buf_puts(out, "</tbody></table></div>\n");
}

void
cd_report_select(struct cd_buf *out, struct cd_db *db, const char *name,
                 const char *label, const char *sql)
{
    struct cd_query *query = cd_query(db, sql);

    cd_html_printf(out,
                   "<label>%s <select name=\"%s\"><option value=\"\">all"
                   "</option>",
                   label, name);
    while (cd_query_next(query)) {
        struct cd_str shown = cd_query_text(query, 1);

        cd_buf_puts(out, "<option value=\"");
        cd_html_text(out, cd_query_text(query, 0));
        cd_buf_puts(out, "\">");
        cd_html_label(out, shown.n > 0 ? shown : CD_STR("none given"), 60);
        cd_buf_puts(out, "</option>");
    }
    cd_query_end(query);
    cd_buf_puts(out, "</select></label>\n");
}
