/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Everything that a segment holds, looked at once.
 */
#include "corpus/index/index.h"

static enum cd_status
fail(const struct cd_segment *segment, const char *what, size_t at,
     struct cd_error *err)
{
    return cd_fail(err, CD_FATAL, "index file '%s' is damaged: %s %zu",
                   segment->name, what, at);
}

static enum cd_status
check_docs(const struct cd_segment *segment, struct cd_error *err)
{
    size_t count = cd_segment_count(segment, CD_SECTION_DOCS);
    uint64_t names = cd_segment_count(segment, CD_SECTION_NAMES);

    for (size_t i = 0; i < count; i++) {
        const struct cd_segment_doc *doc =
            cd_segment_at(segment, CD_SECTION_DOCS, i, 1, err);

        if (doc == NULL)
            return CD_FATAL;
        if (doc->name > names ||
            (uint64_t)doc->id_size + doc->date_size > names - doc->name)
            return fail(segment, "document", i, err);
    }
    return CD_OK;
}

static enum cd_status
check_unit(const struct cd_segment *segment, struct cd_index_reader *reader,
           size_t i, struct cd_error *err)
{
    const struct cd_segment_unit *unit =
        cd_segment_at(segment, CD_SECTION_UNITS, i, 1, err);
    const uint32_t *first =
        cd_segment_at(segment, CD_SECTION_FIRSTS, i, 1, err);

    if (unit == NULL || first == NULL)
        return CD_FATAL;
    if (unit->doc >= cd_segment_count(segment, CD_SECTION_DOCS) ||
        *first > segment->trailer.base + i)
        return fail(segment, "unit", i, err);
    if (*first == segment->trailer.base + i &&
        cd_segment_text(segment, reader, i, err).p == NULL)
        return CD_FATAL;
    return CD_OK;
}

static enum cd_status
check_units(const struct cd_segment *segment, struct cd_error *err)
{
    size_t count = cd_segment_count(segment, CD_SECTION_UNITS);
    struct cd_index_reader reader = { 0 };
    enum cd_status status = CD_OK;

    if (cd_segment_count(segment, CD_SECTION_FIRSTS) != count)
        return fail(segment, "number of units", count, err);
    for (size_t i = 0; i < count && status == CD_OK; i++)
        status = check_unit(segment, &reader, i, err);
    cd_index_reader_release(&reader);
    return status;
}

/* Ascending, and about units that there are: of this segment, or, of pairs, of
 * this one and those before it. */
static enum cd_status
check_sorted(const struct cd_segment *segment, enum cd_section section,
             const char *what, struct cd_error *err)
{
    bool pairs = section == CD_SECTION_EDGES || section == CD_SECTION_TEMPLATES;
    uint64_t end = cd_segment_count(segment, CD_SECTION_UNITS), last = 0;
    size_t count = cd_segment_count(segment, section);

    if (pairs)
        end += segment->trailer.base;
    for (size_t i = 0; i < count; i++) {
        const uint64_t *at = cd_segment_at(segment, section, i, 1, err);

        if (at == NULL)
            return CD_FATAL;
        if (*at < last || (*at & UINT32_MAX) >= end ||
            (pairs && *at >> 32 >= (*at & UINT32_MAX)))
            return fail(segment, what, i, err);
        last = *at;
    }
    return CD_OK;
}

enum cd_status
cd_segment_verify(const struct cd_segment *segment, struct cd_error *err)
{
    static const struct {
        enum cd_section section;
        const char *what;
    } sorted[] = {
        { CD_SECTION_CONTENTS, "content" },
        { CD_SECTION_POSTINGS, "posting" },
        { CD_SECTION_EDGES, "pair" },
        { CD_SECTION_TEMPLATES, "pair of a template" },
    };
    enum cd_status status = cd_segment_check(segment, err);

    if (status == CD_OK)
        status = check_docs(segment, err);
    if (status == CD_OK)
        status = check_units(segment, err);
    for (size_t i = 0; i < CD_COUNT(sorted) && status == CD_OK; i++)
        status = check_sorted(segment, sorted[i].section, sorted[i].what, err);
    return status;
}
