/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/report.h"

#include "corpus/report_section.h"
#include "copydesk.h"

#include "corpus/report_css.inc"
#include "corpus/report_js.inc"

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

static void
add_head(struct cd_buf *out)
{
    cd_html_printf(out,
                   "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                   "<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\""
                   "default-src 'none'; style-src '%s'; script-src '%s'; "
                   "base-uri 'none'; form-action 'none'\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, "
                   "initial-scale=1\">\n"
                   "<meta name=\"referrer\" content=\"no-referrer\">\n"
                   "<title>Copydesk report</title>\n<style>",
                   report_css_hash, report_js_hash);
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

/* "18 articles of 5 sites, from 2026-05-11 to 2026-05-18" */
static void
add_lead(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db, "SELECT count(*), (SELECT count(*) FROM origins WHERE name <> ''), "
            "min(substr(published, 1, 10)), max(substr(published, 1, 10)), "
            "min(coalesce(nullif(title, ''), id)) FROM articles");

    cd_buf_puts(out, "<p class=\"lead\">");
    if (cd_query_next(query)) {
        int64_t articles = cd_query_int(query, 0);

        cd_html_count(out, (uint64_t)articles);
        cd_buf_puts(out, articles == 1 ? " article" : " articles");
        if (cd_query_int(query, 1) > 0) {
            cd_buf_puts(out, " of ");
            cd_html_count(out, (uint64_t)cd_query_int(query, 1));
            cd_buf_puts(out, cd_query_int(query, 1) == 1 ? " site" : " sites");
        }
        if (articles == 1) {
            cd_buf_puts(out, ": ");
            cd_html_bdi(out, cd_query_text(query, 4), 160);
        } else if (cd_query_text(query, 2).n > 0) {
            cd_buf_puts(out, ", published from ");
            cd_html_text(out, cd_query_text(query, 2));
            cd_buf_puts(out, " to ");
            cd_html_text(out, cd_query_text(query, 3));
        }
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
                     "report</a>\n<header class=\"top\"><h1>Copydesk report"
                     "</h1>\n");
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
    add_head(&page);
    add_body(&page, db);
    status = cd_db_status(db, err);
    if (status == CD_OK)
        status = cd_outfile_write(out, cd_buf_str(&page), err);
    cd_buf_release(&page);
    cd_db_close(db);
    return status;
}
