/* SPDX-License-Identifier: Apache-2.0 */
/* Temporary tables for the sections; the database itself is only read. */
#include "corpus/report/report_section.h"

/* The host of a URL, without "www.". */
#define HOST(url)                                                              \
    "(SELECT CASE WHEN h LIKE 'www.%' THEN substr(h, 5) ELSE h END FROM "      \
    "(SELECT substr(r, 1, instr(r || '/', '/') - 1) AS h FROM "                \
    "(SELECT substr(" url ", instr(" url ", '://') + 3) AS r)))"

/* The surest kind of copy first. */
#define RANK                                                                   \
    "CASE kind WHEN 'same' THEN 1 WHEN 'edited' THEN 2 WHEN 'contains' "       \
    "THEN 3 ELSE 4 END"

static const char *const steps[] = {
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -65536",

    /* a page that names no site is of the one that its host is known by */
    "CREATE TEMP TABLE places (number INTEGER PRIMARY KEY, site INTEGER, name "
    "TEXT, host TEXT)",
    "INSERT INTO places SELECT number, NULL, coalesce(trim(site), ''), " HOST(
        "address") " FROM (SELECT number, site, CASE WHEN url LIKE "
                   "'http%://_%' THEN url WHEN canonical LIKE 'http%://_%' "
                   "THEN canonical ELSE '' END AS address FROM articles)",
    "CREATE TEMP TABLE hosts (host TEXT PRIMARY KEY, name TEXT)",
    "INSERT INTO hosts SELECT host, min(name) FROM places WHERE host <> '' AND "
    "name <> '' GROUP BY host HAVING count(DISTINCT name) = 1",
    "UPDATE places SET name = coalesce((SELECT h.name FROM hosts h WHERE "
    "h.host = places.host), host) WHERE name = ''",
    "CREATE TEMP TABLE origins (id INTEGER PRIMARY KEY, name TEXT UNIQUE)",
    "INSERT OR IGNORE INTO origins (name) SELECT name FROM places ORDER BY "
    "number",
    "UPDATE places SET site = (SELECT id FROM origins o WHERE o.name = "
    "places.name)",

    /* pages that something is told about come first */
    "CREATE TEMP TABLE listed (number INTEGER PRIMARY KEY)",
    "INSERT OR IGNORE INTO listed SELECT a_article FROM copies WHERE kind <> "
    "'template' AND a_article IS NOT NULL ORDER BY number LIMIT 400",
    "INSERT OR IGNORE INTO listed SELECT b_article FROM copies WHERE kind <> "
    "'template' AND b_article IS NOT NULL ORDER BY number LIMIT 400",
    "INSERT OR IGNORE INTO listed SELECT number FROM articles ORDER BY number "
    "LIMIT max(0, 1000 - (SELECT count(*) FROM listed))",

    /* what a pair marks of a text: of one with a copied block its spans, as
     * corpus/search/covered.h counts them, else all; each byte once, however
     * many pairs mark it */
    "CREATE TEMP VIEW sides AS SELECT a_article AS article, a_block AS block, "
    "kind, spans, coalesce(a_span_start, 0) AS start, coalesce(a_span_end - "
    "a_span_start, 1) AS size, 0 AS at FROM copies UNION ALL SELECT b_article, "
    "b_block, kind, spans, coalesce(b_span_start, 0), coalesce(b_span_end - "
    "b_span_start, 1), 2 FROM copies",
    "CREATE TEMP VIEW marked AS SELECT article, coalesce(block, -1) AS "
    "block, " RANK
    " AS kind, size, iif(kind = 'contains', json_extract(value, '$[' || "
    "at || ']') - start, 0) AS first, iif(kind = 'contains', "
    "json_extract(value, '$[' || (at + 1) || ']') - start, size) AS last FROM "
    "sides, json_each(iif(kind = 'contains', spans, '[0]')) WHERE kind <> "
    "'template' AND article IS NOT NULL",
    "CREATE TEMP TABLE copied (article INTEGER, block INTEGER, kind INTEGER, "
    "share REAL, PRIMARY KEY (article, block)) WITHOUT ROWID",
    "INSERT INTO copied SELECT article, block, min(kind), min(1.0, 1.0 * "
    "sum(max(0, last - max(first, before))) / max(1, size)) FROM (SELECT *, "
    "coalesce(max(last) OVER (PARTITION BY article, block ORDER BY first, last "
    "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before FROM "
    "marked) GROUP BY article, block",

    "CREATE TEMP TABLE spread AS SELECT cluster, article, block, spread AS n "
    "FROM copied_texts",
    "CREATE INDEX temp.spread_cluster ON spread (cluster)",

    /* copies that differ in names alone: one row for each difference of a
     * cluster, the surest pair that has it */
    "CREATE TEMP TABLE renamed (number INTEGER PRIMARY KEY, pairs INTEGER, "
    "score REAL)",
    "INSERT INTO renamed SELECT min(number), count(*), max(score) FROM copies "
    "WHERE kind <> 'template' AND facts_differ <> '[]' AND "
    "NOT " CD_SQL_FIGURES_DIFFER
    " GROUP BY coalesce(cluster, number), facts_differ",

    "CREATE TEMP TABLE cut (site INTEGER, reason TEXT, blocks INTEGER, pages "
    "INTEGER, size INTEGER, example INTEGER)",
    "INSERT INTO cut SELECT p.site, c.reason, sum(n), count(*), sum(size), "
    "max(example) FROM (SELECT article, reason, count(*) AS n, "
    "sum(length(text)) AS size, max((article * 1000000 + block) * CASE "
    "WHEN length(text) > 20 THEN 1 ELSE -1 END) AS example FROM blocks WHERE "
    "NOT keep GROUP BY "
    "article, reason) c JOIN places p ON p.number = c.article GROUP BY 1, 2",
};

void
cd_report_prepare(struct cd_db *db)
{
    for (size_t i = 0; i < CD_COUNT(steps); i++)
        cd_query_one(db, steps[i]);
}
