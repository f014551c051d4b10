/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/sites/site_memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "corpus/core/outfile.h"
#include "corpus/sites/site.h"

enum { FILE_MAX = 1 << 30 };

static const char file_name[] = "sites";

/* known is const from the beginning on: threads read it while others learn. */
struct cd_site_memory {
    char *folder;
    struct cd_sites known;
    struct cd_lessons lessons;
};

static bool
is_furniture(const struct cd_site *site, const struct cd_site_note *note,
             const struct cd_block *block)
{
    return note->stories[CD_SITE_STORIES - 1] != 0 &&
           (block->text.n >= CD_SITE_SHORT ||
            (uint64_t)note->pages * 4 >= site->pages);
}

void
cd_site_memory_apply(const struct cd_site_memory *memory, struct cd_doc *doc)
{
    uint64_t host = cd_site_host(doc->url);
    const struct cd_site *site =
        host != 0 ? cd_site_find(&memory->known, host) : NULL;
    size_t dropped = 0;

    if (site == NULL || site->pages < CD_SITE_PAGES)
        return;
    for (size_t i = 0; i < doc->block_count; i++) {
        struct cd_block *block = &doc->blocks[i];
        const struct cd_site_note *note;

        if (!block->keep || !cd_site_may_recur(block))
            continue;
        note = cd_site_note_find(site, cd_site_hash(block->text));
        if (note == NULL || !is_furniture(site, note, block))
            continue;
        block->keep = false;
        block->reason = cd_arena_printf(&doc->arena, "site:seen-on-%u-pages",
                                        (unsigned)note->pages);
        dropped++;
    }
    if (dropped == 0)
        return;
    cd_doc_join(doc);
    cd_doc_account(doc);
}

void
cd_site_memory_learn(struct cd_site_memory *memory, const struct cd_doc *doc)
{
    cd_lessons_learn(&memory->lessons, &memory->known, doc);
}

/* ---- the file ----------------------------------------------------------- */

static enum cd_status
read_file(struct cd_buf *out, const char *path, struct cd_error *err)
{
    enum { CHUNK = 1 << 16 };
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = 1;

    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
        return CD_END;
    if (fd < 0)
        return cd_fail(err, CD_FATAL, "cannot open it: %s", strerror(errno));
    while (n > 0 && out->n < FILE_MAX) {
        n = read(fd, cd_buf_reserve(out, CHUNK), CHUNK);
        out->n += n > 0 ? (size_t)n : 0;
    }
    close(fd);
    if (n != 0)
        return cd_fail(err, CD_FATAL, "cannot read it: %s",
                       n < 0 ? strerror(errno) : "it is too large");
    return CD_OK;
}

enum cd_status
cd_site_memory_bytes(struct cd_buf *out, const char *folder,
                     struct cd_error *err)
{
    struct cd_buf path = cd_outfile_in(folder, file_name);
    struct cd_error why;
    enum cd_status status = read_file(out, path.p, &why);

    if (status == CD_FATAL)
        cd_fail(err, CD_FATAL, "site memory '%s': %s", path.p, why.message);
    cd_buf_release(&path);
    return status == CD_FATAL ? status : CD_OK;
}

static enum cd_status
read_known(struct cd_site_memory *memory, struct cd_error *err)
{
    struct cd_buf bytes = { 0 };
    struct cd_error why;
    enum cd_status status = cd_site_memory_bytes(&bytes, memory->folder, err);

    if (status == CD_OK && bytes.n > 0) {
        status = cd_sites_read(&memory->known, cd_buf_str(&bytes), &why);
        if (status != CD_OK)
            cd_fail(err, status, "site memory '%s/%s': %s", memory->folder,
                    file_name, why.message);
    }
    cd_buf_release(&bytes);
    return status;
}

void
cd_site_memory_free(struct cd_site_memory *memory)
{
    if (memory == NULL)
        return;
    cd_sites_release(&memory->known);
    cd_lessons_release(&memory->lessons);
    free(memory->folder);
    free(memory);
}

struct cd_site_memory *
cd_site_memory_open(const char *folder, struct cd_error *err)
{
    struct cd_site_memory *memory = cd_alloc(sizeof(*memory));

    memory->folder = strdup(folder);
    if (memory->folder == NULL)
        cd_out_of_memory();
    if (read_known(memory, err) == CD_OK)
        return memory;
    cd_site_memory_free(memory);
    return NULL;
}

enum cd_status
cd_site_memory_save(struct cd_site_memory *memory, struct cd_error *err)
{
    struct cd_buf path = cd_outfile_in(memory->folder, file_name);
    struct cd_buf bytes = { 0 };
    enum cd_status status = cd_outfile_folder(memory->folder, err);

    if (status == CD_OK) {
        cd_lessons_merge(&memory->lessons, &memory->known);
        cd_sites_write(&bytes, &memory->lessons.sites);
        status = cd_outfile_put(path.p, cd_buf_str(&bytes), err);
    }
    cd_buf_release(&path);
    cd_buf_release(&bytes);
    return status;
}
