/* SPDX-License-Identifier: Apache-2.0 */
/* The table of claims, each row with its sentence. */
#include "corpus/report/report_section.h"

/* row: number, article, subject, property, text, unit, change, modality, site,
 * value, time, speaker, confidence, name of the site */
enum column {
    NUMBER,
    ARTICLE,
    SUBJECT,
    PROPERTY,
    TEXT,
    UNIT,
    CHANGE,
    MODALITY,
    SITE,
    VALUE,
    TIME,
    SPEAKER,
    CONFIDENCE,
    NAME
};

static void
add_data(struct cd_buf *out, const char *name, struct cd_str value)
{
    if (value.n == 0 || cd_str_is(value, "none"))
        return;
    cd_html_printf(out, " data-%s=\"", name);
    cd_html_label(out, value, 60);
    cd_buf_puts(out, "\"");
}

static void
add_cell(struct cd_buf *out, struct cd_query *row, enum column column)
{
    struct cd_str text = cd_query_text(row, (int)column);

    cd_buf_puts(out, "<td>");
    if (!cd_str_is(text, "none") && !cd_str_is(text, "1") &&
        !cd_str_is(text, "asserted"))
        cd_html_short(out, text, 120);
    cd_buf_puts(out, "</td>");
}

/* Under the sentence, when it is open: what else is known. */
static void
add_more(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    static const struct {
        enum column column;
        const char *name;
    } more[] = { { TIME, "time" }, { SPEAKER, "says" } };

    cd_buf_puts(out, "<p class=\"from\">");
    cd_report_where(out, db, cd_query_int(row, ARTICLE));
    for (size_t i = 0; i < CD_COUNT(more); i++) {
        if (cd_query_text(row, (int)more[i].column).n == 0)
            continue;
        cd_html_printf(out, " · %s ", more[i].name);
        cd_html_bdi(out, cd_query_text(row, (int)more[i].column), 80);
    }
    cd_html_printf(out, " · confidence %.2f</p>",
                   cd_query_real(row, CONFIDENCE));
}

static void
write_claim(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    cd_buf_puts(out, "<tr data-row");
    add_data(out, "unit", cd_query_text(row, UNIT));
    add_data(out, "change", cd_query_text(row, CHANGE));
    add_data(out, "modality", cd_query_text(row, MODALITY));
    add_data(out, "site", cd_query_text(row, SITE));
    cd_buf_puts(out, "><td class=\"number\" data-value=\"");
    cd_html_label(out, cd_query_text(row, VALUE), 60);
    cd_buf_puts(out, "\">");
    cd_html_bdi(out, cd_query_text(row, TEXT), 80);
    cd_buf_puts(out, "</td>");
    add_cell(out, row, UNIT);
    add_cell(out, row, SUBJECT);
    add_cell(out, row, PROPERTY);
    add_cell(out, row, CHANGE);
    add_cell(out, row, MODALITY);
    cd_buf_puts(out, "<td class=\"words\"><details><summary dir=\"auto\"");
    cd_report_lang(out, db, cd_query_int(row, ARTICLE));
    cd_buf_puts(out, ">");
    cd_report_sentence(out, db, cd_query_int(row, NUMBER), true);
    if (cd_query_text(row, NAME).n > 0) {
        cd_buf_puts(out, " <span class=\"at\">");
        cd_html_short(out, cd_query_text(row, NAME), 40);
        cd_buf_puts(out, "</span>");
    }
    cd_buf_puts(out, "</summary>");
    add_more(out, db, row);
    cd_buf_puts(out, "</details></td></tr>\n");
}

static const char head[] =
    "<tr><th scope=\"col\" class=\"number\">Quantity</th>"
    "<th scope=\"col\">Unit</th><th scope=\"col\">Subject</th>"
    "<th scope=\"col\">Property</th><th scope=\"col\">Change</th>"
    "<th scope=\"col\">Modality</th><th scope=\"col\">Sentence</th></tr>";

static const char tools_begin[] =
    "<form class=\"tools\" data-for=\"claims-list\" hidden>\n"
    "<label>Search <input type=\"search\" name=\"search\"></label>\n"
    "<label>Subject <input type=\"search\" name=\"subject\" "
    "data-column=\"2\"></label>\n"
    "<label>Property <input type=\"search\" name=\"property\" "
    "data-column=\"3\"></label>\n";

static const char tools_end[] =
    "<label>Change <select name=\"change\"><option value=\"\">all</option>"
    "<option>up</option><option>down</option></select></label>\n"
    "<label>Modality <select name=\"modality\"><option value=\"\">all</option>"
    "<option>asserted</option><option>hedged</option><option>forecast</option>"
    "<option>denied</option></select></label>\n"
    "<button type=\"reset\">Show all</button> <output></output></form>\n";

/* Those that are made more than once, then the surest. */
#define CHOSEN                                                                 \
    "SELECT number FROM claims ORDER BY \"group\" IN (SELECT \"group\" FROM "  \
    "claims WHERE \"group\" IS NOT NULL GROUP BY 1 HAVING count(*) > 1) "      \
    "DESC, "                                                                   \
    "confidence DESC, number LIMIT ?1"

static void
add_tools(struct cd_buf *out, struct cd_db *db)
{
    cd_buf_puts(out, tools_begin);
    cd_report_select(out, db, "unit", "Unit",
                     "SELECT unit, unit FROM claims WHERE unit <> '' GROUP BY "
                     "unit ORDER BY count(*) DESC, unit LIMIT 100");
    cd_report_select(out, db, "site", "Site",
                     "SELECT o.id, o.name FROM claims c JOIN places p ON "
                     "p.number = c.article JOIN origins o ON o.id = p.site "
                     "GROUP BY o.id ORDER BY count(*) DESC, o.name LIMIT 200");
    cd_buf_puts(out, tools_end);
}

static size_t
write_claims(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db, "SELECT c.number, article, subject, property, text, unit, change, "
            "modality, p.site, value, coalesce(time_text, time), speaker, "
            "confidence, o.name FROM (" CHOSEN
            ") s JOIN claims c USING (number) JOIN "
            "places p ON p.number = c.article JOIN origins o ON o.id = p.site "
            "ORDER BY c.article, c.start");
    size_t shown = 0, limit = out->n + CD_BYTES_CLAIMS;

    cd_report_table(out, "Claims",
                    " class=\"sort claims\" id=\"claims-list\" "
                    "data-step=\"60\"",
                    head);
    cd_query_bind(query, 1, CD_SHOWN_CLAIMS);
    for (; out->n < limit && cd_query_next(query); shown++) {
        if (shown == CD_AT_ONCE_ROWS) {
            cd_report_table_end(out);
            cd_html_printf(out,
                           "<noscript data-rest=\"claims-list\"><table "
                           "class=\"claims\"><thead>%s</thead><tbody>\n",
                           head);
        }
        write_claim(out, db, query);
    }
    cd_query_end(query);
    if (shown > CD_AT_ONCE_ROWS)
        cd_buf_puts(out, "</tbody></table></noscript>\n");
    else
        cd_report_table_end(out);
    return shown;
}

void
cd_report_claims(struct cd_buf *out, struct cd_db *db)
{
    int64_t all = cd_query_one(db, "SELECT count(*) FROM claims");

    if (all == 0) {
        cd_buf_puts(out, "<p>No numeric claims were found.</p>\n");
        return;
    }
    cd_buf_puts(out, "<p class=\"note\">Every number that the articles state, "
                     "in their order; asserted where no modality is given. A "
                     "sentence opens to what stands around "
                     "it.</p>\n");
    cd_report_groups(out, db);
    add_tools(out, db);
    cd_report_left_out(out, write_claims(out, db), all, "SELECT * FROM claims");
}
