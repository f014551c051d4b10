/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/plan.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "corpus/run/shard.h"

#define FORM "copydesk-shard\t1\n"

/* What a document weighs beside its bytes. */
enum { EACH = 8 << 10 };

/* ---- lines ----------------------------------------------------------- */

static void
add_escaped(struct cd_buf *out, struct cd_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];

        if (c < ' ' || c == '%' || c == 127)
            cd_buf_printf(out, "%%%02X", c);
        else
            cd_buf_putc(out, (char)c);
    }
}

static unsigned
hex_digit(char c)
{
    return (unsigned)(c <= '9' ? c - '0' : (c & ~32) - 'A' + 10) & 15;
}

static struct cd_str
unescape(struct cd_arena *arena, struct cd_str text)
{
    char *out = cd_arena_bytes(arena, text.n + 1);
    size_t n = 0;

    for (size_t i = 0; i < text.n; i++) {
        out[n] = text.p[i];
        if (text.p[i] == '%' && i + 2 < text.n) {
            out[n] = (char)(hex_digit(text.p[i + 1]) << 4 |
                            hex_digit(text.p[i + 2]));
            i += 2;
        }
        n++;
    }
    out[n] = '\0';
    return (struct cd_str){ out, n };
}

/* Up to the next end, which is taken away. */
static struct cd_str
cut(struct cd_str *text, char end)
{
    const char *at = memchr(text->p, end, text->n);
    size_t n = at != NULL ? (size_t)(at - text->p) : text->n;
    struct cd_str first = { text->p, n };

    *text = cd_str_sub(*text, n + (at != NULL), text->n);
    return first;
}

/* ---- making ---------------------------------------------------------- */

struct planner {
    struct cd_work *work;
    const char *folder;
    struct cd_stamp stamp;
    struct cd_buf options; /* the lines of them */
    struct cd_input *input;
    struct cd_plan shard; /* that grows */
    struct cd_plan all;
    uint64_t file; /* of the newest part */
    size_t weight;
};

static void
list_options(struct planner *planner)
{
    const struct cd_option *option;
    struct cd_buf value = { 0 };

    for (size_t i = 0; (option = cd_option_at(i)) != NULL; i++) {
        cd_buf_reset(&value);
        if (cd_stamp_counts(option))
            cd_settings_value(planner->work->settings, option->name, &value);
        if (value.n == 0)
            continue;
        cd_buf_printf(&planner->options, "set\t%s\t", option->name);
        add_escaped(&planner->options, cd_buf_str(&value));
        cd_buf_putc(&planner->options, '\n');
    }
    cd_buf_release(&value);
}

static void
add_part_line(struct cd_buf *out, const struct cd_input_part *part)
{
    cd_buf_puts(out, part->lost.p != NULL ? "lost\t" : "file\t");
    add_escaped(out, part->path);
    cd_buf_putc(out, '\t');
    add_escaped(out, part->name);
    cd_buf_putc(out, '\t');
    if (part->lost.p != NULL)
        add_escaped(out, part->lost);
    else
        cd_buf_printf(out, "%llu\t%llu\t%s", (unsigned long long)part->skip,
                      (unsigned long long)part->count,
                      part->to_end ? "end" : "more");
    cd_buf_putc(out, '\n');
}

static enum cd_status
write_file(const struct planner *planner, const struct cd_plan *plan,
           const char *path, struct cd_error *err)
{
    struct cd_buf text = { 0 };
    enum cd_status status;

    cd_buf_printf(&text, FORM "version\t%s\nstamp\t%s\n", cd_version(),
                  planner->stamp.hex);
    cd_buf_printf(&text, "shard\t%llu\nshards\t%llu\nrecords\t%llu\n",
                  (unsigned long long)plan->shard,
                  (unsigned long long)plan->shards,
                  (unsigned long long)plan->records);
    cd_buf_printf(&text, "bytes\t%llu\n", (unsigned long long)plan->bytes);
    cd_buf_add(&text, cd_buf_str(&planner->options));
    for (size_t i = 0; i < plan->part_count; i++)
        add_part_line(&text, &plan->parts[i]);
    status = cd_outfile_put(path, cd_buf_str(&text), err);
    cd_buf_release(&text);
    return status;
}

static enum cd_status
end_shard(struct planner *planner, struct cd_error *err)
{
    struct cd_plan *shard = &planner->shard;
    struct cd_buf path;
    enum cd_status status;

    if (shard->part_count == 0)
        return CD_OK;
    shard->shard = planner->all.shards++;
    path = cd_shard_path(planner->folder, shard->shard, "shard");
    status = write_file(planner, shard, path.p, err);
    cd_buf_release(&path);
    planner->all.records += shard->records;
    shard->part_count = shard->records = 0;
    cd_arena_reset(&shard->arena);
    planner->weight = 0;
    planner->file = 0;
    return status;
}

/* The part of the file in the shard that grows. */
static struct cd_input_part *
part_of(struct planner *planner, const struct cd_input_place *place,
        uint64_t skip)
{
    struct cd_plan *shard = &planner->shard;
    struct cd_input_part *part;

    if (planner->file == place->file)
        return &shard->parts[shard->part_count - 1];
    planner->file = place->file;
    shard->parts = cd_grow(shard->parts, &shard->room, shard->part_count + 1,
                           sizeof(*shard->parts));
    part = &shard->parts[shard->part_count++];
    *part = (struct cd_input_part){
        .path = cd_arena_copy(&shard->arena, place->path),
        .name = cd_arena_copy(&shard->arena, place->name),
        .skip = skip,
    };
    return part;
}

static void
end_file(void *state, const struct cd_input_place *place)
{
    part_of(state, place, place->records)->to_end = true;
}

static enum cd_status
add_record(struct planner *planner, const struct cd_doc *doc,
           const struct cd_error *lost, struct cd_error *err)
{
    struct cd_input_place place = cd_input_place(planner->input);
    struct cd_input_part *part;

    if (planner->weight >= planner->work->settings->shard_size &&
        end_shard(planner, err) != CD_OK)
        return CD_FATAL;
    part = part_of(planner, &place, place.records - 1);
    part->count++;
    if (!place.open)
        part->lost =
            cd_arena_copy(&planner->shard.arena, cd_str_of(lost->message));
    planner->shard.records++;
    planner->weight += doc->bytes.n + EACH;
    return CD_OK;
}

static enum cd_status
read_inputs(struct planner *planner, struct cd_error *err)
{
    struct cd_work *work = planner->work;
    struct cd_doc doc = { .arena = { 0 } };
    struct cd_error lost;
    enum cd_status status, added = CD_OK;

    while (added == CD_OK &&
           ((status = cd_input_next(planner->input, &doc, &lost)) == CD_OK ||
            status == CD_SKIP)) {
        added = add_record(planner, &doc, &lost, err);
        work->progress.documents++;
        work->progress.bytes = cd_input_bytes(planner->input);
        cd_arena_reset(&doc.arena);
        doc = (struct cd_doc){ .arena = doc.arena };
    }
    cd_arena_release(&doc.arena);
    if (added == CD_OK && status != CD_END)
        *err = lost;
    return added == CD_OK && status != CD_END ? status : added;
}

enum cd_status
cd_plan_make(struct cd_work *work, const char *folder, struct cd_error *err)
{
    struct planner planner = { .work = work, .folder = folder };
    struct cd_buf path = cd_outfile_in(folder, "plan");
    enum cd_status status = cd_stamp_make(&planner.stamp, work->settings, err);

    list_options(&planner);
    planner.input = cd_input_new(work->settings, work->inputs, work->count);
    cd_input_watch(planner.input, end_file, &planner);
    if (status == CD_OK)
        status = cd_outfile_folder(folder, err);
    remove(path.p);
    if (status == CD_OK)
        status = read_inputs(&planner, err);
    if (status == CD_OK)
        status = end_shard(&planner, err);
    planner.all.bytes = cd_input_bytes(planner.input);
    if (status == CD_OK)
        status = write_file(&planner, &planner.all, path.p, err);
    cd_input_free(planner.input);
    cd_buf_release(&planner.options);
    cd_buf_release(&path);
    free(planner.shard.parts);
    cd_arena_release(&planner.shard.arena);
    return status;
}

/* ---- reading --------------------------------------------------------- */

static void
read_part(struct cd_plan *plan, struct cd_str line, bool lost)
{
    struct cd_input_part *part;

    plan->parts = cd_grow(plan->parts, &plan->room, plan->part_count + 1,
                          sizeof(*plan->parts));
    part = &plan->parts[plan->part_count++];
    *part = (struct cd_input_part){ .count = 1, .to_end = true };
    part->path = unescape(&plan->arena, cut(&line, '\t'));
    part->name = unescape(&plan->arena, cut(&line, '\t'));
    if (lost) {
        part->lost = unescape(&plan->arena, line);
        return;
    }
    part->skip = cd_shard_number(cut(&line, '\t'));
    part->count = cd_shard_number(cut(&line, '\t'));
    part->to_end = cd_str_is(line, "end");
}

static enum cd_status
read_option(struct cd_plan *plan, struct cd_str line, struct cd_error *err)
{
    struct cd_str name = unescape(&plan->arena, cut(&line, '\t'));

    return cd_settings_set(plan->settings, name.p,
                           unescape(&plan->arena, line).p, err);
}

static enum cd_status
read_line(struct cd_plan *plan, struct cd_str line, struct cd_error *err)
{
    static const struct {
        const char *name;
        size_t offset;
    } numbers[] = {
        { "shard", offsetof(struct cd_plan, shard) },
        { "shards", offsetof(struct cd_plan, shards) },
        { "records", offsetof(struct cd_plan, records) },
        { "bytes", offsetof(struct cd_plan, bytes) },
    };
    struct cd_str key = cut(&line, '\t');

    for (size_t i = 0; i < CD_COUNT(numbers); i++) {
        if (cd_str_is(key, numbers[i].name))
            *(uint64_t *)(void *)((char *)plan + numbers[i].offset) =
                cd_shard_number(line);
    }
    if (cd_str_is(key, "stamp") && line.n < sizeof(plan->stamp.hex))
        memcpy(plan->stamp.hex, line.p, line.n);
    if (cd_str_is(key, "file") || cd_str_is(key, "lost"))
        read_part(plan, line, cd_str_is(key, "lost"));
    return cd_str_is(key, "set") ? read_option(plan, line, err) : CD_OK;
}

/* The stamp that its options have here must be the one it was made with. */
static enum cd_status
check_stamp(const struct cd_plan *plan, const char *path, struct cd_error *err)
{
    struct cd_stamp stamp;

    if (cd_stamp_make(&stamp, plan->settings, err) != CD_OK)
        return CD_FATAL;
    if (strcmp(stamp.hex, plan->stamp.hex) == 0)
        return CD_OK;
    return cd_fail(err, CD_USAGE,
                   "'%s' is of another version of Copydesk, or the file of "
                   "--rules has changed",
                   path);
}

static enum cd_status
read_text(struct cd_plan *plan, struct cd_str text, const char *path,
          struct cd_error *err)
{
    enum cd_status status = CD_OK;

    if (!cd_str_starts(text, CD_STR(FORM)))
        return cd_fail(err, CD_USAGE, "'%s' is no shard or plan", path);
    while (text.n > 0 && status == CD_OK)
        status = read_line(plan, cut(&text, '\n'), err);
    return status == CD_OK ? check_stamp(plan, path, err) : status;
}

enum cd_status
cd_plan_read(struct cd_plan *plan, const char *path, struct cd_error *err)
{
    struct cd_buf text = { 0 };
    enum cd_status status = cd_shard_file(&text, path, err);

    plan->settings = cd_settings_new();
    if (status == CD_END)
        status = cd_fail(err, CD_FATAL, "there is no '%s'", path);
    if (status == CD_OK)
        status = read_text(plan, cd_buf_str(&text), path, err);
    cd_buf_release(&text);
    return status;
}

void
cd_plan_release(struct cd_plan *plan)
{
    cd_settings_free(plan->settings);
    free(plan->parts);
    cd_arena_release(&plan->arena);
    *plan = (struct cd_plan){ 0 };
}

/* ---- options of the command line ------------------------------------- */

enum cd_status
cd_plan_agrees(const struct cd_plan *plan, const struct cd_settings *settings,
               struct cd_error *err)
{
    struct cd_settings *defaults = cd_settings_new();
    struct cd_buf mine = { 0 }, other = { 0 }, usual = { 0 };
    const struct cd_option *option;
    enum cd_status status = CD_OK;

    for (size_t i = 0; (option = cd_option_at(i)) != NULL && status == CD_OK;
         i++) {
        cd_buf_reset(&mine);
        cd_buf_reset(&other);
        cd_buf_reset(&usual);
        cd_settings_value(settings, option->name, &mine);
        cd_settings_value(plan->settings, option->name, &other);
        cd_settings_value(defaults, option->name, &usual);
        if (cd_stamp_counts(option) &&
            !cd_str_eq(cd_buf_str(&mine), cd_buf_str(&usual)) &&
            !cd_str_eq(cd_buf_str(&mine), cd_buf_str(&other)))
            status = cd_fail(err, CD_USAGE,
                             "--%s stands in the plan: give it to stage plan",
                             option->name);
    }
    cd_buf_release(&mine);
    cd_buf_release(&other);
    cd_buf_release(&usual);
    cd_settings_free(defaults);
    return status;
}
