-- SPDX-License-Identifier: Apache-2.0
-- Fills the table contradictions (corpus/database/contradictions.h).

CREATE TEMP VIEW facts AS
SELECT c.number AS copy, j.key, j.value ->> 0 AS a, j.value ->> 1 AS b,
       j.value ->> 2 AS kind
FROM copies c, json_each(c.facts_differ) j;

-- Claims that contradict each other, and the copies in whose place both stand.
CREATE TEMP TABLE against AS
SELECT p.number AS pair, p.basis, g.number AS claim_group,
       x.number AS a, y.number AS b,
       x.article AS a_article, x.block AS a_block,
       y.article AS b_article, y.block AS b_block,
       min(x.confidence, y.confidence) * coalesce(s.sure, 100) AS sure
FROM claim_pairs p
JOIN claims x ON x.number = p.a_number
JOIN claims y ON y.number = p.b_number
LEFT JOIN alike s ON s.a = min(x.article, y.article)
                 AND s.b = max(x.article, y.article)
JOIN claim_groups g ON g."group" = p."group"
WHERE p.verdict = 'contradict';

CREATE TEMP TABLE told (copy INTEGER PRIMARY KEY, a INTEGER, b INTEGER);
INSERT OR IGNORE INTO told
SELECT c.number, t.a, t.b FROM against t
JOIN copies c ON c.a_article = t.a_article AND c.a_block = t.a_block
             AND c.b_article = t.b_article AND c.b_block = t.b_block
WHERE t.basis = 'copy' ORDER BY t.pair;
INSERT OR IGNORE INTO told
SELECT c.number, t.b, t.a FROM against t
JOIN copies c ON c.a_article = t.b_article AND c.a_block = t.b_block
             AND c.b_article = t.a_article AND c.b_block = t.a_block
WHERE t.basis = 'copy' ORDER BY t.pair;

-- By itself a paragraph of which a number was changed may be a template.  It
-- is the same paragraph where two that are copies stand beside it in the same
-- order: one on each side, or two in a row where both articles begin or end.
-- In a report of another day or company more than one number is another.
CREATE TEMP TABLE framed AS
SELECT number, a_article, a_block, b_article, b_block FROM copies
WHERE kind = 'template' AND a_article <> b_article
  AND facts_differ LIKE '%"number"]%' AND json_array_length(facts_differ) = 1
  AND measures ->> 'order' >= 0.7;

CREATE TEMP TABLE kept (
    article INTEGER, place INTEGER, block INTEGER,
    PRIMARY KEY (article, place)
) WITHOUT ROWID;
INSERT INTO kept
SELECT article, row_number() OVER (PARTITION BY article ORDER BY block), block
FROM blocks WHERE keep AND article IN (
    SELECT a_article FROM framed UNION SELECT b_article FROM framed);
CREATE INDEX temp.kept_block ON kept (article, block);

-- How the paragraphs so many steps away stand to each other: 2 copies, 1 equal
-- in letters (short ones are not compared), 0 neither, NULL there are none.
CREATE TEMP TABLE neighbours AS
SELECT f.number, step,
    CASE
    WHEN x.block IS NULL AND y.block IS NULL THEN NULL
    WHEN EXISTS (
        SELECT 1 FROM copies c
        WHERE c.a_article = x.article AND c.a_block = x.block
          AND c.b_article = y.article AND c.b_block = y.block
          AND c.kind <> 'template') THEN 2
    ELSE coalesce((
        SELECT p.text = q.text FROM blocks p, blocks q
        WHERE p.article = x.article AND p.block = x.block
          AND q.article = y.article AND q.block = y.block), 0)
    END AS sign
FROM framed f
JOIN kept a ON a.article = f.a_article AND a.block = f.a_block
JOIN kept b ON b.article = f.b_article AND b.block = f.b_block
JOIN (SELECT -2 AS step UNION SELECT -1 UNION SELECT 1 UNION SELECT 2)
LEFT JOIN kept x ON x.article = a.article AND x.place = a.place + step
LEFT JOIN kept y ON y.article = b.article AND y.place = b.place + step;

CREATE TEMP TABLE placed (copy INTEGER PRIMARY KEY);
INSERT INTO placed
SELECT number FROM (
    SELECT number,
        max(CASE step WHEN -2 THEN sign END) AS before2,
        max(CASE step WHEN -1 THEN sign END) AS before,
        max(CASE step WHEN 1 THEN sign END) AS behind,
        max(CASE step WHEN 2 THEN sign END) AS behind2
    FROM neighbours GROUP BY number)
WHERE before > 0 AND behind > 0 AND before + behind > 2
   OR before IS NULL AND behind > 0 AND behind2 > 0 AND behind + behind2 > 2
   OR behind IS NULL AND before > 0 AND before2 > 0 AND before + before2 > 2;

-- Copies of which the rest of both articles says that they tell of one thing
-- (corpus/database/claim_stories.h): stock phrases are in reports of others.
-- Days later it is the next report, unless hardly anybody else tells of whom
-- both begin with; the next day it is where both say "today" or "yesterday".
-- What an article rewords of its own is told in two places.
CREATE TEMP TABLE relative_days (word TEXT);
INSERT INTO relative_days VALUES ('today'), ('yesterday'), ('tomorrow'),
    ('overnight'), ('tonight'), ('this morning'), ('this week');
CREATE TEMP TABLE one_story AS
SELECT number, coalesce(sure, 100) AS sure FROM (
    SELECT c.number, s.sure, s.lead, c.kind, a_article = b_article AS inside,
        x.text AS a_text, y.text AS b_text,
        abs(julianday(substr(m.published, 1, 10)) -
            julianday(substr(n.published, 1, 10))) AS days
    FROM copies c
    JOIN articles m ON m.number = a_article
    JOIN articles n ON n.number = b_article
    LEFT JOIN blocks x ON x.article = a_article AND x.block = a_block
    LEFT JOIN blocks y ON y.article = b_article AND y.block = b_block
    LEFT JOIN alike s ON s.a = min(a_article, b_article)
                     AND s.b = max(a_article, b_article)
    WHERE c.kind <> 'template' AND c.facts_differ <> '[]')
WHERE CASE WHEN inside THEN kind <> 'reworded'
      WHEN sure < 40 OR sure IS NULL THEN 0
      WHEN lead <= 5 OR days IS NULL THEN 1
      ELSE days = 0 OR days <= 3 AND NOT (
          EXISTS (SELECT 1 FROM relative_days WHERE instr(a_text, word)) AND
          EXISTS (SELECT 1 FROM relative_days WHERE instr(b_text, word))) END;
CREATE INDEX temp.one_story_number ON one_story (number);

-- All copies that tell another number or date, or the opposite.
CREATE TEMP TABLE differing AS
SELECT number, a_article, a_block, b_article, b_block, score * sure AS score,
    kind = 'template' AS template,
    coalesce(cluster, number) AS cluster,
    CASE WHEN differs THEN facts_differ ELSE number END AS difference
FROM (SELECT *, facts_differ LIKE '%"number"]%' OR
                facts_differ LIKE '%"date"]%' OR
                facts_differ LIKE '%"opposite"]%' AS differs FROM copies)
LEFT JOIN one_story USING (number)
WHERE differs AND sure IS NOT NULL
   OR number IN (SELECT copy FROM placed UNION SELECT copy FROM told);
CREATE INDEX temp.differing_place
ON differing (a_article, a_block, b_article, b_block);

-- basis 0 copy, 1 place, 2 question; the higher in rank, the surer
CREATE TEMP TABLE found (
    basis INTEGER, rank REAL, pairs INTEGER, doubt TEXT,
    copy INTEGER, claim_group INTEGER, a_claim INTEGER, b_claim INTEGER,
    a_article INTEGER, a_block INTEGER, b_article INTEGER, b_block INTEGER);

CREATE TEMP TABLE first_fact (copy INTEGER PRIMARY KEY, a TEXT, b TEXT);
INSERT OR IGNORE INTO first_fact
SELECT copy, a, b FROM facts
WHERE kind <> 'name' AND copy IN (SELECT number FROM differing) ORDER BY key;

-- Of each difference in a cluster the surest pair.  The claims are those in
-- which the first fact stands.
INSERT INTO found
SELECT d.template,
    CASE WHEN d.template THEN t.copy IS NULL ELSE d.score END,
    pairs,
    CASE WHEN d.template AND d.a_article = d.b_article THEN 'inside' END,
    d.number, NULL,
    coalesce(t.a, (
        SELECT number FROM claims
        WHERE article = d.a_article AND block = d.a_block AND f.a <> ''
          AND (instr(text, f.a) > 0 OR instr(f.a, text) > 0)
        ORDER BY number LIMIT 1)),
    coalesce(t.b, (
        SELECT number FROM claims
        WHERE article = d.b_article AND block = d.b_block AND f.b <> ''
          AND (instr(text, f.b) > 0 OR instr(f.b, text) > 0)
        ORDER BY number LIMIT 1)),
    d.a_article, d.a_block, d.b_article, d.b_block
FROM (
    SELECT *,
        count(*) OVER (PARTITION BY cluster, difference) AS pairs,
        row_number() OVER (PARTITION BY cluster, difference
                           ORDER BY template, score DESC, number) AS turn
    FROM differing) d
LEFT JOIN told t ON t.copy = d.number
LEFT JOIN first_fact f ON f.copy = d.number
WHERE turn = 1;

-- Of each group that contradicts itself the surest pair; what stands in copies
-- that differ is told above.
INSERT INTO found
SELECT 2, sure, pairs, doubt, NULL, claim_group, a, b,
    a_article, a_block, b_article, b_block
FROM (
    SELECT *,
        count(*) OVER (PARTITION BY claim_group) AS pairs,
        row_number() OVER (PARTITION BY claim_group
                           ORDER BY doubt IS NOT NULL, sure DESC, pair) AS turn
    FROM (
        SELECT t.*,
            CASE
            WHEN a_article = b_article THEN 'inside'
            WHEN substr(m.published, 1, 10) <> substr(n.published, 1, 10)
                THEN 'days'
            END AS doubt
        FROM against t
        JOIN articles m ON m.number = a_article
        JOIN articles n ON n.number = b_article
        WHERE NOT EXISTS (
            SELECT 1 FROM differing d
            WHERE d.a_article = t.a_article AND d.a_block = t.a_block
              AND d.b_article = t.b_article AND d.b_block = t.b_block)
        AND NOT EXISTS (
            SELECT 1 FROM differing d
            WHERE d.a_article = t.b_article AND d.a_block = t.b_block
              AND d.b_article = t.a_article AND d.b_block = t.a_block)))
WHERE turn = 1;

CREATE TEMP VIEW sentences AS
SELECT c.number AS claim,
    CASE (SELECT value FROM run WHERE name = 'offsets')
    WHEN 'codepoint' THEN trim(substr(
        a.text, c.sentence_start + 1, c.sentence_end - c.sentence_start))
    ELSE trim(CAST(substr(
        CAST(a.text AS BLOB), c.sentence_start + 1,
        c.sentence_end - c.sentence_start) AS TEXT))
    END AS sentence
FROM claims c JOIN articles a ON a.number = c.article;

INSERT INTO contradictions
SELECT NULL, f.copy, f.a_claim, f.b_claim,
    CASE f.basis WHEN 0 THEN 'copy' WHEN 1 THEN 'place' ELSE 'question' END,
    coalesce(x.subject, y.subject), coalesce(x.property, y.property),
    coalesce((SELECT group_concat(a, ', ') FROM (
        SELECT a FROM facts WHERE copy = f.copy AND kind <> 'name'
        ORDER BY key)), x.text),
    coalesce((SELECT group_concat(b, ', ') FROM (
        SELECT b FROM facts WHERE copy = f.copy AND kind <> 'name'
        ORDER BY key)), y.text),
    m.id, m.published, m.title,
    coalesce((SELECT sentence FROM sentences WHERE claim = f.a_claim),
             (SELECT text FROM blocks
              WHERE article = f.a_article AND block = f.a_block)),
    n.id, n.published, n.title,
    coalesce((SELECT sentence FROM sentences WHERE claim = f.b_claim),
             (SELECT text FROM blocks
              WHERE article = f.b_article AND block = f.b_block)),
    f.doubt, f.pairs, f.claim_group, f.a_article, f.b_article
FROM found f
JOIN articles m ON m.number = f.a_article
JOIN articles n ON n.number = f.b_article
LEFT JOIN claims x ON x.number = f.a_claim
LEFT JOIN claims y ON y.number = f.b_claim
ORDER BY f.basis, f.doubt IS NOT NULL, f.rank DESC,
    coalesce(f.copy, f.claim_group);
