/* SPDX-License-Identifier: Apache-2.0 */
/* What could not be read, and how the run was made. */
#include "corpus/report_section.h"

void
cd_report_rejects(struct cd_buf *out, struct cd_db *db)
{
    int64_t all = cd_query_one(db, "SELECT count(*) FROM rejects");
    struct cd_query *query =
        cd_query(db, "SELECT source, id, line, offset, stage, reason FROM "
                     "rejects ORDER BY number LIMIT ?1");

    if (all == 0)
        cd_buf_puts(out, "<p>Every input was read.</p>\n");
    else
        cd_buf_puts(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                         "aria-label=\"Rejects\"><table><thead><tr>"
                         "<th scope=\"col\">File</th><th scope=\"col\">Record"
                         "</th><th scope=\"col\" class=\"number\">Line</th>"
                         "<th scope=\"col\" class=\"number\">Byte</th>"
                         "<th scope=\"col\">Stage</th><th scope=\"col\">Why"
                         "</th></tr></thead><tbody>\n");
    cd_query_bind(query, 1, CD_SHOWN_REJECTS);
    while (all > 0 && cd_query_next(query)) {
        cd_buf_puts(out, "<tr>");
        for (int i = 0; i < 6; i++) {
            cd_buf_puts(out,
                        i == 2 || i == 3 ? "<td class=\"number\">" : "<td>");
            cd_html_bdi(out, cd_query_text(query, i), 300);
            cd_buf_puts(out, "</td>");
        }
        cd_buf_puts(out, "</tr>\n");
    }
    cd_query_end(query);
    if (all > 0)
        cd_buf_puts(out, "</tbody></table></div>\n");
    cd_report_left_out(out, CD_SHOWN_REJECTS, all, "SELECT * FROM rejects");
}

void
cd_report_manifest(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query =
        cd_query(db, "SELECT name, value FROM run ORDER BY rowid");

    cd_buf_puts(out, "<p>How this run was made.</p>\n"
                     "<table><tbody>\n");
    while (cd_query_next(query)) {
        cd_buf_puts(out, "<tr><th scope=\"row\">");
        cd_html_bdi(out, cd_query_text(query, 0), 100);
        cd_buf_puts(out, "</th><td>");
        cd_html_bdi(out, cd_query_text(query, 1), 1000);
        cd_buf_puts(out, "</td></tr>\n");
    }
    cd_query_end(query);
    cd_buf_puts(out, "</tbody></table>\n");
}
