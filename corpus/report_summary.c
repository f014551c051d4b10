/* SPDX-License-Identifier: Apache-2.0 */
/* The figures at the top of the report, each with what it means. */
#include "corpus/report_section.h"

struct figure {
    const char *name;
    const char *means;
    const char *sql;
    bool percent; /* the answer is in thousandths */
};

static const struct figure figures[] = {
    { "Articles", "pages that have an article",
      "SELECT count(*) FROM articles WHERE length(text) > 0", false },
    { "Words", "in the clean articles",
      "SELECT sum(length(text) - length(replace(replace(text, ' ', ''), "
      "char(10), '')) + 1) FROM articles WHERE length(text) > 0",
      false },
    { "Sites", "publications by name, or host where none is given",
      "SELECT count(DISTINCT coalesce(site, source)) FROM articles", false },
    { "Boilerplate cut", "share of the pages' visible text that was dropped",
      "SELECT 1000 * sum(NOT keep * 1) / max(1, count(*)) FROM blocks", true },
    { "Copied paragraphs", "share of kept paragraphs that are in a cluster",
      "SELECT 1000 * (SELECT count(*) FROM cluster_members) / max(1, "
      "(SELECT count(*) FROM blocks WHERE keep))",
      true },
    { "Clusters", "groups of paragraphs that copy each other",
      "SELECT count(*) FROM clusters", false },
    { "Claims", "numbers in the articles, as records",
      "SELECT count(*) FROM claims", false },
    { "Same copy, different number",
      "pairs of copied paragraphs in which a number, name or date differs",
      "SELECT count(*) FROM copies WHERE json_array_length(facts_differ) > 0",
      false },
    { "Rejects", "inputs that could not be read; each is listed below",
      "SELECT count(*) FROM rejects", false },
};

void
cd_report_summary(struct cd_buf *out, struct cd_db *db)
{
    cd_buf_puts(out, "<dl class=\"figures\">\n");
    for (size_t i = 0; i < CD_COUNT(figures); i++) {
        int64_t n = cd_query_one(db, figures[i].sql);

        cd_html_printf(out, "<div><dt>%s</dt><dd class=\"figure\">",
                       figures[i].name);
        if (figures[i].percent)
            cd_html_percent(out, (double)n / 1000);
        else
            cd_html_count(out, (uint64_t)n);
        cd_html_printf(out, "</dd><dd class=\"means\">%s</dd></div>\n",
                       figures[i].means);
    }
    cd_buf_puts(out, "</dl>\n");
}
