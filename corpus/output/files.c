/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/output/files.h"

#include <dirent.h>
#include <string.h>

#include "base/ascii.h"
#include "base/record.h"

enum { SLUG_MAX = 80 };

/* A line of files.jsonl. */
struct listed {
    struct cd_str file, id, url, source;
};

static const struct cd_field fields[] = {
    CD_FIELD(struct listed, file, TEXT, "the file in this folder"),
    CD_FIELD(struct listed, id, JSON, "id of the page"),
    CD_FIELD(struct listed, url, TEXT, "where the page was fetched"),
    CD_FIELD(struct listed, source, TEXT, "the file it was read from"),
};

static const struct cd_table table = { "files", "A file of a page.", fields,
                                       CD_COUNT(fields) };

static bool
is_harmless(char c)
{
    return cd_ascii_is_alnum(c) || c == '.' || c == '_';
}

/* Runs of anything else are one hyphen; none at the ends. */
static void
add_slug(struct cd_buf *out, struct cd_str address)
{
    size_t scheme = cd_str_find(address, CD_STR("://"), 0);
    size_t end = out->n + SLUG_MAX;
    bool gap = true;

    if (scheme != SIZE_MAX)
        address = cd_str_sub(address, scheme + 3, address.n);
    for (size_t i = 0; i < address.n && out->n < end; i++) {
        if (!is_harmless(address.p[i])) {
            gap = true;
            continue;
        }
        if (gap)
            cd_buf_putc(out, '-');
        gap = false;
        cd_buf_putc(out, address.p[i]);
    }
}

void
cd_files_name(struct cd_buf *out, uint64_t number, struct cd_str address,
              const char *extension)
{
    cd_buf_printf(out, "%06llu", (unsigned long long)number);
    add_slug(out, address);
    cd_buf_printf(out, ".%s", extension);
}

/* ---- the folder ------------------------------------------------------ */

bool
cd_files_empty(const char *folder)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    bool empty = true;

    if (dir == NULL)
        return true; /* it is not there, or what writes to it will say why */
    while (empty && (entry = readdir(dir)) != NULL)
        empty =
            strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    closedir(dir);
    return empty;
}

static const char *
extension_of(enum cd_output_format format)
{
    static const char *const extensions[] = { [CD_OUTPUT_AUTO] = "json",
                                              [CD_OUTPUT_JSONL] = "json",
                                              [CD_OUTPUT_TEXT] = "txt",
                                              [CD_OUTPUT_MARKDOWN] = "md",
                                              [CD_OUTPUT_HTML] = "html" };

    return format < CD_COUNT(extensions) ? extensions[format] : NULL;
}

enum cd_status
cd_files_open(struct cd_files *files, const char *folder,
              enum cd_output_format format, struct cd_error *err)
{
    struct cd_buf path;
    enum cd_status status;

    files->folder = folder;
    files->extension = extension_of(format);
    if (folder == NULL)
        return cd_fail(err, CD_USAGE, "--files needs a folder: -o DIR");
    if (files->extension == NULL)
        return cd_fail(err, CD_USAGE,
                       "--files is for text, md, html and jsonl");
    status = cd_outfile_folder(folder, err);
    if (status == CD_OK && !cd_files_empty(folder))
        status = cd_fail(err, CD_USAGE,
                         "--files needs an empty folder, and '%.400s' is not",
                         folder);
    if (status != CD_OK)
        return status;
    path = cd_outfile_in(folder, "files.jsonl");
    files->list = cd_outfile_open(path.p, err);
    cd_buf_release(&path);
    return files->list != NULL ? CD_OK : CD_FATAL;
}

static enum cd_status
write_file(struct cd_files *files, struct cd_str text, struct cd_error *err)
{
    struct cd_buf path;
    struct cd_outfile *out;
    enum cd_status status = CD_FATAL;

    cd_buf_putc(&files->name, '\0');
    path = cd_outfile_in(files->folder, files->name.p);
    files->name.n--;
    out = cd_outfile_open(path.p, err);
    if (out != NULL)
        status = cd_outfile_write(out, text, err);
    if (status == CD_OK)
        status = cd_outfile_settle(out, err);
    cd_outfile_free(out);
    cd_buf_release(&path);
    return status;
}

enum cd_status
cd_files_write(struct cd_files *files, const struct cd_doc *doc,
               struct cd_str text, struct cd_error *err)
{
    struct listed listed = { .id = doc->id_json,
                             .url = doc->url,
                             .source = doc->source };
    enum cd_status status;

    cd_buf_reset(&files->name);
    cd_files_name(&files->name, doc->number,
                  doc->url.n > 0 ? doc->url : doc->id, files->extension);
    status = write_file(files, text, err);
    listed.file = cd_buf_str(&files->name);
    cd_buf_reset(&files->line);
    cd_record_json(&files->line, &table, &listed);
    cd_buf_putc(&files->line, '\n');
    if (status != CD_OK)
        return status;
    return cd_outfile_write(files->list, cd_buf_str(&files->line), err);
}

enum cd_status
cd_files_finish(struct cd_files *files, struct cd_error *err)
{
    enum cd_status status = cd_outfile_sync_all(files->folder, err);

    return status == CD_OK ? cd_outfile_commit(files->list, err) : status;
}

void
cd_files_close(struct cd_files *files)
{
    cd_outfile_free(files->list);
    cd_buf_release(&files->name);
    cd_buf_release(&files->line);
}
