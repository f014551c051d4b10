/* SPDX-License-Identifier: Apache-2.0 */
/*
 * compare: two files, or with --jsonl the pairs {"id","a":TEXT,"b":TEXT} of
 * lines, where a text may also be an object {"text":TEXT}.
 */
#include "base/json.h"
#include "corpus/input/json_scan.h"
#include "corpus/input/reader.h"
#include "corpus/output/comparison.h"
#include "corpus/run/job.h"
#include "nlp/copy/words.h"

static const struct cd_table *
table_of(const struct cd_work *work)
{
    return work->rows ? &cd_compared_table : &cd_comparison_table;
}

/* ---- pairs of lines ---- */

/* The text of a string, or of the member "text" of an object; absent if it is
 * neither. */
static struct cd_str
text_of(struct cd_arena *arena, struct cd_str value)
{
    struct cd_json_scan scan = { .text = value };
    struct cd_json_member member;
    struct cd_str text = { NULL, 0 };

    if (value.n > 0 && value.p[0] == '"')
        return cd_reader_utf8(arena, cd_json_text(arena, value));
    if (value.n == 0 || value.p[0] != '{')
        return text;
    while (cd_json_member(&scan, &member)) {
        if (cd_str_is(member.name, "text"))
            text = cd_json_text(arena, member.value);
    }
    return text.p != NULL ? cd_reader_utf8(arena, text) : text;
}

static struct cd_str
line_number(struct cd_doc *doc)
{
    return cd_arena_printf(&doc->arena, "%llu", (unsigned long long)doc->line);
}

/* A map: the record is kept with the document, where a reader may keep things
 * of its own; this one has nothing there. */
static enum cd_status
compare_line(const void *engine, void *scratch, struct cd_doc *doc,
             struct cd_error *err)
{
    const struct cd_settings *settings = engine;
    struct cd_json_scan scan = { .text = doc->bytes };
    struct cd_json_member member;
    struct cd_str id = { NULL, 0 }, a = { NULL, 0 }, b = { NULL, 0 };
    struct cd_comparison *record =
        cd_arena_new(&doc->arena, struct cd_comparison);

    (void)scratch;
    while (cd_json_member(&scan, &member)) {
        if (cd_str_is(member.name, "id"))
            id = member.value;
        else if (cd_str_is(member.name, "a"))
            a = text_of(&doc->arena, member.value);
        else if (cd_str_is(member.name, "b"))
            b = text_of(&doc->arena, member.value);
    }
    if (scan.why != NULL)
        return cd_fail(err, CD_SKIP, "no JSON: %s at byte %zu", scan.why,
                       scan.at);
    if (a.p == NULL || b.p == NULL)
        return cd_fail(err, CD_SKIP, "no text '%s'", a.p == NULL ? "a" : "b");
    cd_comparison_make(record, &doc->arena, a, b, !settings->no_quotes);
    record->id = id.p != NULL ? id : line_number(doc);
    doc->reader_data = record;
    return CD_OK;
}

static enum cd_status
write_pair(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_work *work = state;
    const struct cd_comparison *record = doc->reader_data;

    work->progress.pairs += record->copy;
    return cd_work_write(work, table_of(work), record, err);
}

static enum cd_status
compare_lines(struct cd_work *work, struct cd_error *err)
{
    static const char *const standard_input[] = { "-" };
    const struct cd_settings *given = work->settings;
    struct cd_settings settings = *given;
    enum cd_status status;

    settings.input_format = CD_INPUT_JSONL;
    work->settings = &settings;
    if (work->count == 0) {
        work->inputs = standard_input;
        work->count = 1;
    }
    cd_work_map(work, (struct cd_map){ "compare", &settings, NULL, NULL,
                                       compare_line });
    cd_work_fold(work, "write", write_pair, work);
    status = cd_work_head(work, table_of(work), err);
    if (status == CD_OK)
        status = cd_work_run(work, err);
    work->settings = given;
    return status;
}

/* ---- two files ---- */

static enum cd_status
read_all(struct cd_arena *arena, const char *path, size_t most,
         struct cd_str *text, struct cd_error *err)
{
    struct cd_stream *stream = cd_stream_open(path, err);
    struct cd_str view;

    if (stream == NULL) {
        struct cd_error why = *err;

        return cd_fail(err, CD_FATAL, "'%s': %s", path, why.message);
    }
    while (cd_stream_view(stream).n <= most && cd_stream_more(stream))
        ;
    view = cd_stream_view(stream);
    *text = cd_reader_utf8(arena, cd_arena_copy(arena, view));
    cd_stream_free(stream);
    return view.n <= most ? CD_OK
                          : cd_fail(err, CD_FATAL,
                                    "'%s' has more than %zu bytes (--max-doc)",
                                    path, most);
}

static enum cd_status
compare_files(struct cd_work *work, struct cd_error *err)
{
    struct cd_arena arena = { 0 };
    struct cd_comparison record;
    struct cd_str texts[2];
    enum cd_status status = CD_OK;
    size_t most = work->settings->max_doc;

    if (most > CD_WORDS_TEXT_MAX)
        most = CD_WORDS_TEXT_MAX; /* beyond it words would be left out */
    if (work->count != 2)
        return cd_fail(err, CD_USAGE, "compare wants two files, or --jsonl");
    for (int i = 0; i < 2 && status == CD_OK; i++)
        status = read_all(&arena, work->inputs[i], most, &texts[i], err);
    if (status == CD_OK) {
        cd_comparison_make(&record, &arena, texts[0], texts[1],
                           !work->settings->no_quotes);
        work->progress.pairs = record.copy;
        status = cd_work_head(work, table_of(work), err);
    }
    if (status == CD_OK)
        status = cd_work_write(work, table_of(work), &record, err);
    cd_arena_release(&arena);
    return status;
}

enum cd_status
cd_job_compare(struct cd_work *work, struct cd_error *err)
{
    enum cd_status status = cd_work_open(work, err);

    if (status != CD_OK)
        return status;
    status = work->settings->pairs ? compare_lines(work, err)
                                   : compare_files(work, err);
    return status == CD_OK ? cd_work_end(work, err) : status;
}
