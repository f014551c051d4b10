/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/report/report.h"

#include "copydesk.h"
#include "corpus/report/report_section.h"

#include "corpus/report/report_css.inc"
#include "corpus/report/report_js.inc"

struct section {
    const char *id, *title;
    void (*write)(struct cd_buf *out, struct cd_db *db);
};

static const struct section sections[] = {
#define X(name, title) { #name, title, cd_report_##name },
    CD_REPORT_SECTIONS(X)
#undef X
};

static void
add_lines(struct cd_buf *out, const char *const *lines)
{
    for (; *lines != NULL; lines++)
        cd_buf_puts(out, *lines);
}

/* "18 articles of 5 sites", or the title of the only one. */
static void
add_title(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db, "SELECT count(*), (SELECT count(*) FROM origins WHERE name <> ''), "
            "min(coalesce(nullif(title, ''), id)) FROM articles");

    if (cd_query_next(query)) {
        int64_t articles = cd_query_int(query, 0);
        int64_t sites = cd_query_int(query, 1);

        if (articles == 1) {
            cd_html_label(out, cd_query_text(query, 2), 160);
        } else {
            cd_html_count(out, (uint64_t)articles);
            cd_buf_puts(out, sites > 0 ? " articles of " : " articles");
        }
        if (articles != 1 && sites > 0) {
            cd_html_count(out, (uint64_t)sites);
            cd_buf_puts(out, sites == 1 ? " site" : " sites");
        }
    }
    cd_query_end(query);
}

static void
add_head(struct cd_buf *out, struct cd_db *db)
{
    cd_html_printf(out,
                   "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                   "<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\""
                   "default-src 'none'; style-src '%s'; script-src '%s'; "
                   "base-uri 'none'; form-action 'none'\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, "
                   "initial-scale=1\">\n"
                   "<meta name=\"referrer\" content=\"no-referrer\">\n<title>",
                   report_css_hash, report_js_hash);
    add_title(out, db);
    cd_buf_puts(out, " \342\200\223 Copydesk report</title>\n<style>");
    add_lines(out, report_css);
    cd_buf_puts(out, "</style>\n</head>\n");
}

static void
add_contents(struct cd_buf *out)
{
    cd_buf_puts(out, "<nav class=\"contents\" aria-label=\"Contents\"><ul>\n");
    for (size_t i = 0; i < CD_COUNT(sections); i++)
        cd_html_printf(out, "<li><a href=\"#%s\">%s</a></li>\n", sections[i].id,
                       sections[i].title);
    cd_buf_puts(out, "</ul></nav>\n");
}

/* "Published from 2026-05-11 to 2026-05-18" */
static void
add_lead(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db, "SELECT min(substr(published, 1, 10)) AS first, "
            "max(substr(published, 1, 10)) AS last, count(*) - "
            "count(published) FROM articles WHERE published IS NULL OR "
            "julianday(substr(published, 1, 10)) IS NOT NULL");

    cd_buf_puts(out, "<p class=\"lead\">");
    if (cd_query_next(query) && cd_query_text(query, 0).n > 0) {
        bool one = cd_str_eq(cd_query_text(query, 0), cd_query_text(query, 1));

        cd_buf_puts(out, one ? "Published on " : "Published from ");
        cd_html_text(out, cd_query_text(query, 0));
        cd_buf_puts(out, one ? "" : " to ");
        cd_html_text(out, one ? CD_STR("") : cd_query_text(query, 1));
        if (cd_query_int(query, 2) > 0)
            cd_html_printf(out, "; %lld without a date",
                           (long long)cd_query_int(query, 2));
    } else {
        cd_buf_puts(out, "No date of publication is known");
    }
    cd_query_end(query);
    cd_buf_puts(out, "</p>");
}

static void
add_section(struct cd_buf *out, struct cd_db *db, const struct section *section)
{
    cd_html_printf(out,
                   "<section id=\"%s\" aria-labelledby=\"h-%s\">\n"
                   "<h2 id=\"h-%s\">%s</h2>\n",
                   section->id, section->id, section->id, section->title);
    section->write(out, db);
    cd_buf_puts(out, "</section>\n");
}

static void
add_body(struct cd_buf *out, struct cd_db *db)
{
    cd_buf_puts(out, "<body>\n<a class=\"skip\" href=\"#main\">Skip to the "
                     "report</a>\n<header class=\"top\"><p class=\"kicker\">"
                     "Copydesk report</p>\n<h1 dir=\"auto\">");
    add_title(out, db);
    cd_buf_puts(out, "</h1>\n");
    add_lead(out, db);
    cd_buf_puts(out, "</header>\n");
    add_contents(out);
    cd_buf_puts(out, "<main id=\"main\" tabindex=\"-1\">\n");
    for (size_t i = 0; i < CD_COUNT(sections); i++)
        add_section(out, db, &sections[i]);
    cd_html_printf(out,
                   "</main>\n<footer><p>Written by Copydesk %s. This file "
                   "loads nothing and sends nothing.</p></footer>\n<script>",
                   cd_version());
    add_lines(out, report_js);
    cd_buf_puts(out, "</script>\n</body>\n</html>\n");
}

enum cd_status
cd_report_write(const char *database, struct cd_outfile *out,
                struct cd_error *err)
{
    struct cd_db *db = cd_db_open(database, err);
    struct cd_buf page = { 0 };
    enum cd_status status;

    if (db == NULL)
        return CD_FATAL;
    cd_report_prepare(db);
    add_head(&page, db);
    add_body(&page, db);
    status = cd_db_status(db, err);
    if (status == CD_OK)
        status = cd_outfile_write(out, cd_buf_str(&page), err);
    cd_buf_release(&page);
    cd_db_close(db);
    return status;
}
