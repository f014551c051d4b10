/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/copies.h"

#include "nlp/copy/compare.h"

static const struct cd_field copy_fields[] = {
    CD_FIELD(struct cd_copy, a, JSON, "document of the first text"),
    CD_FIELD(struct cd_copy, b, JSON, "document of the second text"),
    CD_FIELD(struct cd_copy, kind, NAME,
             "same, edited, reworded, contains; template is no copy"),
    CD_FIELD(struct cd_copy, score, SCORE, "how sure a copy is, 0 to 1"),
    CD_FIELD(struct cd_copy, a_block, SIZE, "block of a, or null: all of it"),
    CD_FIELD(struct cd_copy, a_span, SPAN, "of the first text in its document"),
    CD_FIELD(struct cd_copy, b_block, SIZE, "block of b, or null: all of it"),
    CD_FIELD(struct cd_copy, b_span, SPAN,
             "of the second text in its document"),
    CD_FIELD(struct cd_copy, spans, JSON,
             "what says the same: [a_start,a_end,b_start,b_end] in the "
             "documents' texts"),
    CD_FIELD(struct cd_copy, facts_differ, JSON,
             "what differs: [in a, in b, number|name|date|opposite]"),
    CD_FIELD(struct cd_copy, measures, JSON, "what the score rests on"),
    CD_FIELD(struct cd_copy, earliest, JSON,
             "the document published first, where the dates tell"),
    CD_FIELD(struct cd_copy, cluster, TEXT, "the cluster that holds both"),
    CD_FIELD(struct cd_copy, text, TEXT, "the first text, from the passage on"),
    CD_FIELD(struct cd_copy, copy, TEXT, "and the second, if it is another"),
};

const struct cd_table cd_copy_table = { "copies", "Two texts that are copies.",
                                        copy_fields,
                                        CD_COUNT(copy_fields) - 2 };

const struct cd_table cd_copied_table = {
    "copies", "Two texts that are copies, for a person.", copy_fields,
    CD_COUNT(copy_fields)
};

static const struct cd_field cluster_fields[] = {
    CD_FIELD(struct cd_cluster, cluster, TEXT, "id, from what is in it"),
    CD_FIELD(struct cd_cluster, size, SIZE, "how many members"),
    CD_FIELD(struct cd_cluster, members, JSON,
             "ids of documents, or of paragraphs {doc,block,span}"),
    CD_FIELD(struct cd_cluster, earliest, JSON, "the member published first"),
    CD_FIELD(struct cd_cluster, chain, BOOL,
             "are there members that are no copies of each other?"),
    CD_FIELD(struct cd_cluster, capped, SIZE,
             "pairs of members that were not listed, or 0"),
};

const struct cd_table cd_cluster_table = { "clusters",
                                           "Texts connected by copies.",
                                           cluster_fields,
                                           CD_COUNT(cluster_fields) };

static const struct cd_field stats_fields[] = {
    CD_FIELD(struct cd_copies_stats, engine, NAME, "how pairs were found"),
    CD_FIELD(struct cd_copies_stats, bands, SIZE, "of MinHash; 0: none"),
    CD_FIELD(struct cd_copies_stats, rows, SIZE, "of a band"),
    CD_FIELD(struct cd_copies_stats, units, SIZE, "texts compared"),
    CD_FIELD(struct cd_copies_stats, shorter, SIZE, "texts too short for it"),
    CD_FIELD(struct cd_copies_stats, distinct, SIZE, "different texts"),
    CD_FIELD(struct cd_copies_stats, postings, SIZE, "keys that were posted"),
    CD_FIELD(struct cd_copies_stats, candidates, SIZE, "pairs verified"),
    CD_FIELD(struct cd_copies_stats, crowds, SIZE,
             "keys with more texts than are compared all with all"),
    CD_FIELD(struct cd_copies_stats, pairs, SIZE, "pairs listed"),
    CD_FIELD(struct cd_copies_stats, clusters, SIZE, "clusters"),
    CD_FIELD(struct cd_copies_stats, capped, SIZE,
             "pairs inside clusters that were not listed"),
    CD_FIELD(struct cd_copies_stats, words, SIZE,
             "words of all that was kept, compared or not"),
    CD_FIELD(struct cd_copies_stats, copied_words, SIZE,
             "words of texts in clusters"),
    CD_FIELD(struct cd_copies_stats, spilled, SIZE, "bytes put on disk"),
};

const struct cd_table cd_copies_stats_table = { "search", "What a search did.",
                                                stats_fields,
                                                CD_COUNT(stats_fields) };

bool
cd_copy_is_template(const struct cd_copy *copy)
{
    return copy->kind == cd_copy_kind_names[CD_COPY_TEMPLATE];
}
