/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Readers: each takes one kind of input apart into documents, is a file
 * corpus/input/read_NAME.c that defines cd_reader_NAME, and has a line in the
 * list.
 *
 * The first bytes decide which reader an input gets: each bids on them and the
 * highest bid wins; the name of a file decides nothing.  next() runs on the
 * thread that feeds all others, so it only cuts the input up; what takes time
 * is left to decode(), which runs on a worker.
 */
#ifndef CD_CORPUS_INPUT_READER_H
#define CD_CORPUS_INPUT_READER_H

#include "base/doc.h"
#include "base/error.h"
#include "corpus/core/settings.h"
#include "corpus/input/stream.h"

/* Bytes of an input that readers bid on. */
enum { CD_READER_HEAD = 4096 };

/* Those of bytes that readers bid on. */
static inline struct cd_str
cd_reader_first(struct cd_str bytes)
{
    return cd_str_sub(bytes, 0,
                      bytes.n < CD_READER_HEAD ? bytes.n : CD_READER_HEAD);
}

/* In the order of --input-format's choices. */
#define CD_READERS(X)                                                          \
    X(html)                                                                    \
    X(text)                                                                    \
    X(markdown)                                                                \
    X(jsonl)                                                                   \
    X(warc)                                                                    \
    X(archive)

/* Why a record was passed over: it is no page, and nothing is wrong with it. */
#define CD_PASSED(X)                                                           \
    X(RECORD_TYPE, "record-type")   /* WARC request, metadata, warcinfo... */  \
    X(REVISIT, "revisit")           /* WARC: the page as it was before */      \
    X(CONTENT_TYPE, "content-type") /* an image, a script, a feed... */        \
    X(HTTP_STATUS, "http-status")   /* a redirect, an error page */

enum cd_passed {
#define X(name, text) CD_PASSED_##name,
    CD_PASSED(X)
#undef X
        CD_PASSED_COUNT
};

extern const char *const cd_passed_names[];

/* An input while it is read. */
struct cd_reading {
    const struct cd_settings *settings;
    struct cd_stream *stream;
    struct cd_str name; /* of the input, for ids */
    void *state;        /* of its reader */
    uint64_t line;      /* of JSONL: lines read so far */
    bool done;          /* of one-document inputs */
    int depth;          /* of archives around it */
    uint64_t *passed;   /* counts by enum cd_passed, kept over all inputs */
};

struct cd_reader {
    const char *name;
    /* How sure is it that head, the first bytes of an input, is for it?  0: not
     * at all. */
    int (*bid)(struct cd_str head);
    /* The next document: id, place and bytes.  CD_SKIP: a record that is lost;
     * reading goes on behind it.  CD_END: no more. */
    enum cd_status (*next)(struct cd_reading *reading, struct cd_doc *doc,
                           struct cd_error *err);
    /* Undoes what the record wraps the page in; may be NULL. */
    enum cd_status (*decode)(const struct cd_settings *settings,
                             struct cd_doc *doc, struct cd_error *err);
    /* Frees reading->state; may be NULL. */
    void (*close)(struct cd_reading *reading);
};

#define X(name) extern const struct cd_reader cd_reader_##name;
CD_READERS(X)
#undef X

/* The reader of format (not CD_INPUT_AUTO). */
const struct cd_reader *cd_reader_of(enum cd_input_format format);

/* The reader that bids most on head; NULL, and a message, if none does. */
const struct cd_reader *cd_reader_find(struct cd_str head,
                                       struct cd_error *err);

/* The same for the start of an input that is open. */
const struct cd_reader *cd_reader_choose(struct cd_reading *reading,
                                         struct cd_error *err);

/* What a page is by --input-format, or by its first bytes: HTML, Markdown, or
 * text, which is clean if the settings say so. */
enum cd_format cd_reader_format(const struct cd_settings *settings,
                                struct cd_str head);

/* Reads a whole input as one document: for next(). */
enum cd_status cd_reader_whole(struct cd_reading *reading, struct cd_doc *doc,
                               struct cd_error *err);

/* CD_SKIP with a message about the damage that the stream stopped at, and
 * passes it. */
enum cd_status cd_reader_lost(struct cd_reading *reading, struct cd_error *err);

/* What a reader put into doc before it found that nothing follows. */
void cd_reader_forget(struct cd_doc *doc);

/* Sets doc->id and id_json from text. */
void cd_reader_id(struct cd_doc *doc, struct cd_str text);

/* An id for a document that has none, from the name in doc->id: FILE or
 * FILE#LINE. */
void cd_reader_name(struct cd_doc *doc);

/* Text that is valid UTF-8: the same, or a copy with U+FFFD for bad bytes. */
struct cd_str cd_reader_utf8(struct cd_arena *arena, struct cd_str text);

/* Without a byte order mark and white space in front. */
struct cd_str cd_reader_head(struct cd_str head);

#endif
