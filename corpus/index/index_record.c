/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/index/index_record.h"

#include "corpus/index/index.h"

static const struct cd_field index_fields[] = {
    CD_FIELD(struct cd_index_record, format, SIZE, "version of its files"),
    CD_FIELD(struct cd_index_record, options, TEXT,
             "what it was made with; new inputs need the same"),
    CD_FIELD(struct cd_index_record, documents, SIZE, "documents in it"),
    CD_FIELD(struct cd_index_record, units, SIZE, "texts that are compared"),
    CD_FIELD(struct cd_index_record, distinct, SIZE, "different ones"),
    CD_FIELD(struct cd_index_record, postings, SIZE,
             "keys under which they are found"),
    CD_FIELD(struct cd_index_record, pairs, SIZE,
             "pairs of different texts that are copies"),
    CD_FIELD(struct cd_index_record, templates, SIZE,
             "pairs that share a template only"),
    CD_FIELD(struct cd_index_record, files, SIZE, "files that hold it"),
    CD_FIELD(struct cd_index_record, bytes, SIZE, "bytes of these files"),
};

const struct cd_table cd_index_table = { "index", "What an index holds.",
                                         index_fields, CD_COUNT(index_fields) };

static const struct cd_field file_fields[] = {
    CD_FIELD(struct cd_index_file, file, TEXT, "a file of the index"),
    CD_FIELD(struct cd_index_file, documents, SIZE, "documents in it"),
    CD_FIELD(struct cd_index_file, units, SIZE, "texts in it"),
    CD_FIELD(struct cd_index_file, bytes, SIZE, "its size"),
    CD_FIELD(struct cd_index_file, good, BOOL, "is it as it was written?"),
    CD_FIELD(struct cd_index_file, why, TEXT, "what is wrong, or null"),
};

const struct cd_table cd_index_file_table = { "index_files",
                                              "A file of an index, checked.",
                                              file_fields,
                                              CD_COUNT(file_fields) };

static void
count(struct cd_index_record *record, const struct cd_segment *segment)
{
    record->files++;
    record->documents += cd_segment_count(segment, CD_SECTION_DOCS);
    record->units += cd_segment_count(segment, CD_SECTION_UNITS);
    record->distinct += cd_segment_count(segment, CD_SECTION_CONTENTS);
    record->postings += cd_segment_count(segment, CD_SECTION_POSTINGS);
    record->pairs += cd_segment_count(segment, CD_SECTION_EDGES);
    record->templates += cd_segment_count(segment, CD_SECTION_TEMPLATES);
    record->bytes += segment->size;
}

enum cd_status
cd_index_describe(struct cd_index_record *record, const char *folder,
                  struct cd_error *err)
{
    struct cd_index *index =
        cd_index_open(folder, (struct cd_str){ NULL, 0 }, CD_INDEX_READ, err);

    *record = (struct cd_index_record){ .format = CD_INDEX_VERSION };
    if (index == NULL)
        return err->status;
    for (size_t i = 0; i < index->count; i++)
        count(record, &index->segments[i]);
    cd_buf_add(&record->text, cd_buf_str(&index->manifest.options));
    record->options = cd_buf_str(&record->text);
    cd_index_free(index);
    return CD_OK;
}

void
cd_index_record_release(struct cd_index_record *record)
{
    cd_buf_release(&record->text);
}
