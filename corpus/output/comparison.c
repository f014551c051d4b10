/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/output/comparison.h"

#include "nlp/copy/compare.h"

static const struct cd_field fields[] = {
    CD_FIELD(struct cd_comparison, id, JSON,
             "of the record, as it came; its line if it has none"),
    CD_FIELD(struct cd_comparison, kind, NAME,
             "same, edited, reworded, contains; template, related and "
             "unrelated are no copies"),
    CD_FIELD(struct cd_comparison, copy, BOOL, "is it a copy?"),
    CD_FIELD(struct cd_comparison, score, SCORE, "how sure a copy is, 0 to 1"),
    CD_FIELD(struct cd_comparison, spans, JSON,
             "what says the same: [a_start,a_end,b_start,b_end], UTF-8 bytes "
             "of the texts"),
    CD_FIELD(struct cd_comparison, facts_differ, JSON,
             "what differs: [in a, in b, number|name|date|opposite]"),
    CD_FIELD(struct cd_comparison, measures, JSON, "what was measured"),
    CD_FIELD(struct cd_comparison, a, TEXT, "the first text"),
    CD_FIELD(struct cd_comparison, b, TEXT, "the second text"),
};

const struct cd_table cd_comparison_table = {
    "comparison", "What two given texts are to each other.", fields,
    CD_COUNT(fields) - 2
};

const struct cd_table cd_compared_table = { "compared",
                                            "The same with both texts.", fields,
                                            CD_COUNT(fields) };

static struct cd_str
keep(struct cd_arena *arena, struct cd_buf *out)
{
    struct cd_str text = cd_arena_copy(arena, cd_buf_str(out));

    cd_buf_reset(out);
    return text;
}

void
cd_comparison_make(struct cd_comparison *record, struct cd_arena *arena,
                   struct cd_str a, struct cd_str b, bool quotes)
{
    struct cd_words a_words, b_words;
    struct cd_judgement judged;
    struct cd_buf out = { 0 };

    cd_words_make(&a_words, arena, a);
    cd_words_make(&b_words, arena, b);
    if (!quotes) {
        cd_words_drop_quoted(&a_words, arena);
        cd_words_drop_quoted(&b_words, arena);
    }
    cd_compare(&judged, arena, &a_words, &b_words, CD_COMPARE_ALL);
    *record = (struct cd_comparison){ .kind = cd_copy_kind_names[judged.kind],
                                      .copy = judged.copy,
                                      .score = judged.score,
                                      .a = a,
                                      .b = b };
    cd_spans_json(&out, &judged);
    record->spans = keep(arena, &out);
    cd_facts_json(&out, &judged, a, b);
    record->facts_differ = keep(arena, &out);
    cd_measures_json(&out, &judged.measures);
    record->measures = keep(arena, &out);
    cd_buf_release(&out);
}
