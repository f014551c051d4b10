/* SPDX-License-Identifier: Apache-2.0 */
/* What could not be read, and how the run was made. */
#include "corpus/report/report_section.h"

static void
write_reject(struct cd_buf *out, struct cd_query *row)
{
    cd_buf_puts(out, "<tr>");
    for (int i = 0; i < 6; i++) {
        cd_buf_puts(out, i == 2 || i == 3 ? "<td class=\"number\">" : "<td>");
        cd_html_bdi(out, cd_query_text(row, i), 300);
        cd_buf_puts(out, "</td>");
    }
    cd_buf_puts(out, "</tr>\n");
}

void
cd_report_rejects(struct cd_buf *out, struct cd_db *db)
{
    int64_t all = cd_query_one(db, "SELECT count(*) FROM rejects");
    struct cd_query *query;

    if (all == 0) {
        cd_buf_puts(out, "<p>Every input was read.</p>\n");
        return;
    }
    cd_report_table(out, "Rejects", " class=\"sort\"",
                    "<tr><th scope=\"col\">File</th><th scope=\"col\">Record"
                    "</th><th scope=\"col\" class=\"number\">Line</th>"
                    "<th scope=\"col\" class=\"number\">Byte</th>"
                    "<th scope=\"col\">Stage</th><th scope=\"col\">Why"
                    "</th></tr>");
    query = cd_query(db, "SELECT source, id, line, offset, stage, reason FROM "
                         "rejects ORDER BY number LIMIT ?1");
    cd_query_bind(query, 1, CD_SHOWN_REJECTS);
    while (cd_query_next(query))
        write_reject(out, query);
    cd_query_end(query);
    cd_report_table_end(out);
    cd_report_left_out(out, CD_SHOWN_REJECTS, all, "SELECT * FROM rejects");
}

/* ---- the run ---------------------------------------------------------- */

static void
add_value(struct cd_buf *out, struct cd_query *row)
{
    struct cd_str value = cd_query_text(row, 1);

    cd_buf_puts(out, "<tr><th scope=\"row\">");
    cd_html_bdi(out, cd_query_text(row, 0), 100);
    cd_buf_puts(out, "</th><td>");
    if (value.n > 0)
        cd_html_bdi(out, value, 300);
    else
        cd_buf_puts(out, "<span class=\"where\">not set</span>");
    cd_buf_puts(out, "</td></tr>\n");
}

/* Names and values; each row of sql is one. */
static void
tabulate(struct cd_buf *out, struct cd_db *db, const char *title,
         const char *sql)
{
    struct cd_query *query = cd_query(db, sql);
    size_t shown = 0;

    for (; cd_query_next(query); shown++) {
        if (shown == 0) {
            cd_html_printf(out, "<h3>%s</h3>\n", title);
            cd_report_table(out, title, "", "");
        }
        add_value(out, query);
    }
    cd_query_end(query);
    if (shown > 0)
        cd_report_table_end(out);
}

/* Counts of stats.json, one a row: "text bytes, kept". */
#define COUNTS                                                                 \
    "SELECT replace(replace(ltrim(replace(replace(path, '$', '') || ', ' || "  \
    "key, '.', ', '), ', '), '\"', ''), '_', ' '), CASE type WHEN 'real' "     \
    "THEN "                                                                    \
    "printf('%.4f', atom) ELSE atom END FROM run, json_tree(run.value) WHERE " \
    "name = 'stats' AND atom IS NOT NULL AND key <> 'copydesk' AND path "

/* Rows of the table run whose names begin with kind, without it. */
#define NAMED(kind)                                                            \
    "SELECT substr(name, length('" kind "') + 1), value FROM run WHERE name "  \
    "GLOB '" kind "*' ORDER BY rowid"

void
cd_report_manifest(struct cd_buf *out, struct cd_db *db)
{
    cd_buf_puts(out, "<p class=\"note\">How this run was made: the same "
                     "version, inputs, rules and options give the same "
                     "bytes.</p>\n");
    tabulate(out, db, "Version",
             "SELECT name, value FROM run WHERE name = 'copydesk'");
    tabulate(out, db, "Counts", COUNTS "<> '$.search'");
    tabulate(out, db, "Files: XXH3", NAMED("file:"));
    cd_buf_puts(out, "<details class=\"more\"><summary>Options, rule "
                     "tables and the search for copies</summary>\n");
    tabulate(out, db, "Options",
             "SELECT '--' || name, value FROM run WHERE name NOT IN "
             "('copydesk', 'stats') AND name NOT GLOB '*:*' ORDER BY rowid");
    tabulate(out, db, "Rule tables: rows and XXH3", NAMED("rules:"));
    tabulate(out, db, "Search for copies", COUNTS "= '$.search'");
    cd_buf_puts(out, "</details>\n");
}
