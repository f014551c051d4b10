/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/database/views.h"

/* What SQLite alone can do: it works the references out of the ids, which an
 * export then carries over. */
static const char *const sqlite_only[] = {
    "CREATE INDEX articles_id ON articles (id)",

    "UPDATE copies SET"
    " a_article = (SELECT min(number) FROM articles WHERE id = copies.a),"
    " b_article = (SELECT min(number) FROM articles WHERE id = copies.b)",

    /* a member is an id, or {"doc","block","span"} */
    "INSERT INTO cluster_members"
    " SELECT NULL, cluster,"
    "  (SELECT min(number) FROM articles WHERE id = m.doc),"
    "  m.doc, m.block, m.span_start, m.span_end"
    " FROM (SELECT c.rowid AS place, j.key, c.cluster,"
    "  CASE j.type WHEN 'object' THEN CAST(j.value ->> 'doc' AS TEXT)"
    "   ELSE CAST(j.value AS TEXT) END AS doc,"
    "  CASE j.type WHEN 'object' THEN j.value ->> 'block' END AS block,"
    "  CASE j.type WHEN 'object' THEN j.value ->> '$.span[0]' END"
    "   AS span_start,"
    "  CASE j.type WHEN 'object' THEN j.value ->> '$.span[1]' END"
    "   AS span_end"
    "  FROM clusters AS c, json_each(c.members) AS j) AS m"
    " ORDER BY m.place, m.key",

    ("CREATE VIRTUAL TABLE articles_fts USING fts5 ("
     "title, text, content=\"articles\", content_rowid='number')"),
    "INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')",
};

static const char *const both[] = {
    "CREATE INDEX claims_article ON claims (article, block)",
    "CREATE INDEX claims_id ON claims (claim_id)",
    "CREATE INDEX claims_group ON claims (\"group\")",
    "CREATE INDEX claims_unit ON claims (unit)",
    "CREATE INDEX copies_a ON copies (a_article, a_block, b_article, b_block)",
    "CREATE INDEX copies_b ON copies (b_article)",
    "CREATE INDEX copies_cluster ON copies (cluster)",
    "CREATE INDEX cluster_members_cluster ON cluster_members (cluster)",
    "CREATE INDEX cluster_members_article"
    " ON cluster_members (article, block)",
    "CREATE INDEX blocks_reason ON blocks (reason)",

    /* Of each cluster the text that most articles have a copy of.  In a chain
     * not every member is a copy of every other, so its size says little. */
    "CREATE VIEW copied_texts AS"
    " SELECT cluster, article, block, spread FROM ("
    "  SELECT cluster, article, block, count(DISTINCT other) + 1 AS spread,"
    "   row_number() OVER (PARTITION BY cluster"
    "    ORDER BY count(DISTINCT other) DESC, article, block) AS turn"
    "  FROM (SELECT cluster, a_article AS article, a_block AS block,"
    "    CASE WHEN a_article <> b_article THEN b_article END AS other"
    "   FROM copies WHERE kind <> 'template'"
    "   UNION ALL SELECT cluster, b_article, b_block,"
    "    CASE WHEN a_article <> b_article THEN a_article END"
    "   FROM copies WHERE kind <> 'template') AS ends"
    "  WHERE cluster IS NOT NULL GROUP BY cluster, article, block) AS stars"
    " WHERE turn = 1",

    /* The texts with most copies, and who had them first. */
    "CREATE VIEW copied_most AS"
    " SELECT c.cluster, c.size, count(DISTINCT m.article) AS articles,"
    "  count(DISTINCT a.site) AS sites,"
    "  min(a.published) AS first_published,"
    "  coalesce(min(b.text), min(f.title)) AS text,"
    "  min(t.spread) AS spread"
    " FROM clusters AS c"
    " JOIN cluster_members AS m ON m.cluster = c.cluster"
    " LEFT JOIN articles AS a ON a.number = m.article"
    " LEFT JOIN copied_texts AS t ON t.cluster = c.cluster"
    " LEFT JOIN articles AS f ON f.number = t.article"
    " LEFT JOIN blocks AS b ON b.article = t.article AND b.block = t.block"
    " GROUP BY c.cluster, c.size"
    " ORDER BY min(t.spread) DESC, c.size DESC, c.cluster",

    /* How many paragraphs of an article stand in a cluster. */
    "CREATE VIEW copied_articles AS"
    " SELECT a.number, a.id, a.url, a.site, a.title, a.published,"
    "  count(DISTINCT m.block) AS copied_blocks,"
    "  (SELECT count(*) FROM blocks AS b"
    "   WHERE b.article = a.number AND b.keep) AS blocks"
    " FROM articles AS a JOIN cluster_members AS m ON m.article = a.number"
    " GROUP BY a.number, a.id, a.url, a.site, a.title, a.published"
    " ORDER BY count(DISTINCT m.block) DESC, a.number",

    /* Pairs of claims that differ, and both sides of them: all pairs, where the
     * table contradictions has one of a group. */
    "CREATE VIEW claims_that_differ AS"
    " SELECT p.verdict, p.basis, p.\"group\", x.unit,"
    "  x.subject AS a_subject, y.subject AS b_subject,"
    "  x.property AS a_property, y.property AS b_property,"
    "  x.value AS a_value, y.value AS b_value,"
    "  x.text AS a_text, y.text AS b_text,"
    "  x.article AS a_article, y.article AS b_article,"
    "  x.block AS a_block, y.block AS b_block,"
    "  p.a_claim, p.b_claim, p.a_number, p.b_number,"
    "  m.id AS a, m.published AS a_published, m.title AS a_title,"
    "  n.id AS b, n.published AS b_published, n.title AS b_title"
    " FROM claim_pairs AS p"
    " JOIN claims AS x ON x.number = p.a_number"
    " JOIN claims AS y ON y.number = p.b_number"
    " JOIN articles AS m ON m.number = x.article"
    " JOIN articles AS n ON n.number = y.article"
    " ORDER BY CASE p.basis WHEN 'copy' THEN 0 ELSE 1 END, p.number",

    "CREATE VIEW claims_that_contradict AS"
    " SELECT * FROM claims_that_differ WHERE verdict = 'contradict'",

    /* Dropped text that recurs on the pages of a site. */
    "CREATE VIEW site_boilerplate AS"
    " SELECT a.site, b.text, min(b.reason) AS reason,"
    "  count(DISTINCT b.article) AS pages"
    " FROM blocks AS b JOIN articles AS a ON a.number = b.article"
    " WHERE NOT b.keep GROUP BY a.site, b.text"
    " HAVING count(DISTINCT b.article) > 1"
    " ORDER BY count(DISTINCT b.article) DESC, b.text",

    "CREATE VIEW drop_reasons AS"
    " SELECT reason, count(*) AS blocks, count(DISTINCT article) AS articles,"
    "  sum(length(text)) AS characters"
    " FROM blocks WHERE NOT keep GROUP BY reason"
    " ORDER BY count(*) DESC, reason",

    "CREATE VIEW reject_reasons AS"
    " SELECT stage, reason, count(*) AS rejects FROM rejects"
    " GROUP BY stage, reason ORDER BY count(*) DESC, stage, reason",

    "CREATE VIEW sites AS"
    " SELECT site, count(*) AS articles, min(published) AS first_published,"
    "  max(published) AS last_published,"
    "  (SELECT count(*) FROM claims AS c JOIN articles AS b"
    "   ON b.number = c.article WHERE b.site = a.site) AS claims"
    " FROM articles AS a GROUP BY site ORDER BY count(*) DESC, site",
};

const char *
cd_view_at(size_t index, enum cd_dialect dialect)
{
    if (dialect == CD_DIALECT_SQLITE) {
        if (index < CD_COUNT(sqlite_only))
            return sqlite_only[index];
        index -= CD_COUNT(sqlite_only);
    }
    return index < CD_COUNT(both) ? both[index] : NULL;
}
