/* SPDX-License-Identifier: Apache-2.0 */
/* The top of the report: what an editor should look at, then the figures. */
#include "corpus/report/report_section.h"

#define STATS(path)                                                            \
    "SELECT json_extract(value, '$." path "') FROM run WHERE name = 'stats'"

static const struct cd_figure figures[] = {
    { "pages", "Pages", "manifest",
      "Records that were read from the inputs, good and bad.", STATS("records"),
      false },
    { "articles", "Articles", "pages",
      "Pages that were read, each with a record; of some no text was kept.",
      STATS("articles"), false },
    { "words", "Words", "pages",
      "In the clean articles.  Of scripts without spaces each character "
      "counts.",
      STATS("words"), false },
    { "copied", "Copied", "copies",
      "Share of all these words that stand in a paragraph which is a copy of "
      "another one, in the same article or elsewhere, or in a block that a "
      "paragraph has copied.  Headings and paragraphs of a few words are not "
      "compared.",
      "SELECT round(1000.0 * json_extract(value, '$.search.copied_words') / "
      "json_extract(value, '$.search.words')) FROM run "
      "WHERE name = 'stats'",
      true },
    { "claims", "Claims", "claims",
      "Numbers that the articles state about something, each a record.",
      "SELECT count(*) FROM claims", false },
    { "against", "Contradictions", "differ",
      "Copies that tell another number or date or say the opposite, and "
      "claims of articles on the same thing that cannot both be right.",
      CD_SQL_CONTRADICTIONS, false },
    { "cut", "Boilerplate", "boilerplate",
      "Share of the pages' visible text, in bytes, that was cut as no part "
      "of an article.",
      "SELECT 1000 * json_extract(value, '$.text_bytes.dropped') / max(1, "
      "json_extract(value, '$.text_bytes.in')) FROM run WHERE name = 'stats'",
      true },
    { "rejects", "Rejects", "rejects",
      "Inputs that could not be read; each is listed with the reason.",
      "SELECT count(*) FROM rejects", false },
};

const struct cd_figure *
cd_figure_at(size_t index)
{
    return index < CD_COUNT(figures) ? &figures[index] : NULL;
}

void
cd_figure_value(struct cd_buf *out, struct cd_db *db,
                const struct cd_figure *figure)
{
    int64_t n = cd_query_one(db, figure->sql);

    if (figure->percent)
        cd_html_percent(out, (double)n / 1000);
    else
        cd_html_count(out, (uint64_t)n);
}

static void
write_figure(struct cd_buf *out, struct cd_db *db,
             const struct cd_figure *figure)
{
    cd_html_printf(out,
                   "<li><a href=\"#%s\" aria-describedby=\"means-%s\">"
                   "<span class=\"figure\">",
                   figure->link, figure->id);
    cd_figure_value(out, db, figure);
    cd_html_printf(out,
                   "</span> <span class=\"name\">%s</span></a>"
                   "<span class=\"means\" role=\"tooltip\" id=\"means-%s\">%s"
                   "</span></li>\n",
                   figure->name, figure->id, figure->means);
}

/* ---- copied words by kind --------------------------------------------- */

/* The share that each kind has of the copied text, as one bar. */
static void
write_kinds(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(db, CD_SQL_KINDS);
    struct cd_buf legend = { 0 };
    int x = 0;

    while (cd_query_next(query)) {
        struct cd_str kind = cd_query_text(query, 0);
        int width = (int)(cd_query_real(query, 1) * 1000 + 0.5);

        if (legend.n == 0)
            cd_buf_puts(out, "<figure class=\"kinds\"><svg viewBox=\"0 0 1000 "
                             "12\" preserveAspectRatio=\"none\" "
                             "aria-hidden=\"true\">");
        cd_html_printf(out,
                       "<rect class=\"%.*s\" x=\"%d\" width=\"%d\" "
                       "height=\"12\"/>",
                       (int)kind.n, kind.p, x, width > 3 ? width - 3 : width);
        x += width;
        cd_html_printf(&legend, "<li class=\"%.*s\">%.*s ", (int)kind.n, kind.p,
                       (int)kind.n, kind.p);
        cd_html_percent(&legend, cd_query_real(query, 1));
        cd_buf_puts(&legend, "</li>\n");
    }
    cd_query_end(query);
    if (legend.n > 0) {
        cd_buf_puts(out, "</svg>\n<figcaption>Copied text by kind: <ul>");
        cd_buf_add(out, cd_buf_str(&legend));
        cd_buf_puts(out, "</ul></figcaption></figure>\n");
    }
    cd_buf_release(&legend);
}

/* ---- findings --------------------------------------------------------- */

static void
add_against(struct cd_buf *out, struct cd_str one, struct cd_str other)
{
    cd_buf_puts(out, "<li><a href=\"#differ\"><strong class=\"differ\">");
    cd_html_short(out, one, 40);
    cd_buf_puts(out, "</strong> against <strong class=\"differ\">");
    cd_html_short(out, other, 40);
    cd_buf_puts(out, "</strong></a> ");
}

/* "430 against 340 in copies of one paragraph: Ferry to close" */
static void
write_differ(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db, "SELECT a_text, b_text, coalesce(nullif(a_title, ''), a) FROM "
            "contradictions WHERE basis <> 'question' ORDER BY number LIMIT "
            "3");

    while (cd_query_next(query)) {
        add_against(out, cd_query_text(query, 0), cd_query_text(query, 1));
        cd_buf_puts(out, "in copies of one paragraph: ");
        cd_html_short(out, cd_query_text(query, 2), 90);
        cd_buf_puts(out, "</li>\n");
    }
    cd_query_end(query);
}

/* "90 million against 87 million for Vantry, profit" */
static void
write_contradictions(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db, "SELECT a_text, b_text, g.subject, g.property FROM contradictions "
            "c JOIN claim_groups g ON g.number = claim_group WHERE basis = "
            "'question' ORDER BY c.number LIMIT 3");

    while (cd_query_next(query)) {
        add_against(out, cd_query_text(query, 0), cd_query_text(query, 1));
        cd_buf_puts(out, "for ");
        cd_html_short(out, cd_query_text(query, 2), 60);
        cd_buf_puts(out, ", ");
        cd_html_short(out, cd_query_text(query, 3), 60);
        cd_buf_puts(out, "</li>\n");
    }
    cd_query_end(query);
}

/* The text that most articles have a copy of. */
static void
write_spread(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db,
        "SELECT n, coalesce(b.text, a.title, a.id) FROM spread s JOIN "
        "articles a ON a.number = s.article LEFT JOIN blocks b ON b.article "
        "= s.article AND b.block = s.block WHERE n > 1 ORDER BY n DESC, "
        "length(b.text) DESC, cluster LIMIT 1");

    if (cd_query_next(query)) {
        cd_buf_puts(out, "<li>Most spread, in <a href=\"#copies\">");
        cd_html_count(out, (uint64_t)cd_query_int(query, 0));
        cd_buf_puts(out, " articles</a>: <q>");
        cd_html_short(out, cd_query_text(query, 1), 90);
        cd_buf_puts(out, "</q></li>\n");
    }
    cd_query_end(query);
}

/* Of a single article: which paragraph says what another one says. */
static void
write_repeats_of_one(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db,
        "SELECT x.text, y.text FROM copies c JOIN blocks x ON x.article = "
        "a_article AND x.block = a_block JOIN blocks y ON y.article = "
        "b_article AND y.block = b_block WHERE c.kind <> 'template' ORDER BY "
        "a_block, b_block LIMIT 3");

    while (cd_query_next(query)) {
        cd_buf_puts(out, "<li><a href=\"#copies\">Said twice</a>: <q>");
        cd_html_short(out, cd_query_text(query, 0), 80);
        cd_buf_puts(out, "</q> and <q>");
        cd_html_short(out, cd_query_text(query, 1), 80);
        cd_buf_puts(out, "</q></li>\n");
    }
    cd_query_end(query);
}

static void
write_repeats(struct cd_buf *out, struct cd_db *db)
{
    int64_t n = cd_query_one(
        db, "SELECT count(DISTINCT a_article) FROM copies WHERE a_article = "
            "b_article AND kind <> 'template'");

    if (cd_query_one(db, "SELECT count(*) FROM articles") == 1) {
        write_repeats_of_one(out, db);
        return;
    }
    if (n == 0)
        return;
    cd_buf_puts(out, "<li>");
    cd_html_count(out, (uint64_t)n);
    cd_buf_puts(out, n == 1 ? " article <a href=\"#copies\">repeats itself"
                              "</a>.</li>\n"
                            : " articles <a href=\"#copies\">repeat "
                              "themselves</a>.</li>\n");
}

static void
write_findings(struct cd_buf *out, struct cd_db *db)
{
    size_t before;

    cd_buf_puts(out, "<ul class=\"findings\">\n");
    before = out->n;
    write_differ(out, db);
    write_contradictions(out, db);
    write_spread(out, db);
    write_repeats(out, db);
    if (out->n == before)
        cd_buf_puts(out, "<li>No copies, and no numbers that disagree.</li>\n");
    cd_buf_puts(out, "</ul>\n");
}

void
cd_report_summary(struct cd_buf *out, struct cd_db *db)
{
    write_findings(out, db);
    cd_buf_puts(out, "<ul class=\"figures\">\n");
    for (size_t i = 0; i < CD_COUNT(figures); i++)
        write_figure(out, db, &figures[i]);
    cd_buf_puts(out, "</ul>\n");
    write_kinds(out, db);
}
