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

static void
add_body(struct cd_buf *out, struct cd_db *db)
{
    cd_buf_puts(out, "<body>\n<a class=\"skip\" href=\"#main\">Skip to the "
                     "report</a>\n<header class=\"top\"><h1>Copydesk report"
                     "</h1>\n<p class=\"lead\">What was cleaned, what was "
                     "copied, which numbers disagree.</p></header>\n");
    add_contents(out);
    cd_buf_puts(out, "<main id=\"main\">\n");
    for (size_t i = 0; i < CD_COUNT(sections); i++) {
        cd_html_printf(out,
                       "<section id=\"%s\" aria-labelledby=\"h-%s\">\n"
                       "<h2 id=\"h-%s\">%s</h2>\n",
                       sections[i].id, sections[i].id, sections[i].id,
                       sections[i].title);
        sections[i].write(out, db);
        cd_buf_puts(out, "</section>\n");
    }
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
    add_head(&page);
    add_body(&page, db);
    status = cd_db_status(db, err);
    if (status == CD_OK)
        status = cd_outfile_write(out, cd_buf_str(&page), err);
    cd_buf_release(&page);
    cd_db_close(db);
    return status;
}
