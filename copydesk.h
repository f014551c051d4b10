/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Copydesk: raw news pages in; clean articles, copied paragraphs and numeric
 * claims out.
 *
 * The copydesk program is a client of this header and of nothing else.
 *
 *     struct cd_settings *settings = cd_settings_new();
 *     struct cd_error err;
 *     const char *pages[] = { "pages/" };
 *
 *     cd_settings_set(settings, "output", "out", &err);
 *     if (cd_job(settings, "run", pages, 1, NULL, NULL, &err) != CD_OK)
 *         fprintf(stderr, "%s\n", err.message);
 *     cd_settings_free(settings);
 *
 * One page in memory:
 *
 *     struct cd_page *page = cd_page_new(settings);
 *     if (cd_page_read(page, html, n, "https://example.org/1", &err) == CD_OK)
 *         puts(cd_page_text(page));
 *     cd_page_free(page);
 *
 * Settings may be shared by threads once they are set; a page belongs to one
 * thread at a time.  The library prints nothing and never exits, but for one
 * case: out of memory ends the process with exit code 4.
 */
#ifndef COPYDESK_H
#define COPYDESK_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/* "1.2.3" */
CD_API const char *cd_version(void);

/* ---- settings -------------------------------------------------------- */

/* Every option, once: the program's parser, --help, man page and completions
 * and cd_settings_set() all use this table. */
struct cd_option {
    const char *name;     /* "threshold", on the command line --threshold */
    char letter;          /* 'o' for -o, or 0 */
    const char *argument; /* "DIR" for the help; NULL for a flag */
    const char *choices;  /* "text jsonl csv": the words it takes, or NULL */
    const char *commands; /* "run clean": the commands that have it */
    const char *help;     /* one sentence, no full stop */
};

/* The index-th option in the order of the help, or NULL past the end. */
CD_API const struct cd_option *cd_option_at(size_t index);

/* The option of that name, or NULL. */
CD_API const struct cd_option *cd_option_find(const char *name);

/* Does the command have it? */
CD_API int cd_option_is_of(const struct cd_option *option, const char *command);

/* The option as the command has it: with no other choices than its own. */
CD_API struct cd_option cd_option_of(const struct cd_option *option,
                                     const char *command);

/* Is it one of the choices, where there are any? */
CD_API int cd_option_takes(const struct cd_option *option, const char *word);

struct cd_settings;

CD_API struct cd_settings *cd_settings_new(void);
CD_API void cd_settings_free(struct cd_settings *settings);

/* Sets an option from its text, as on the command line; a flag takes "yes" or
 * "no".  CD_USAGE names what is wrong.  value is copied. */
CD_API enum cd_status cd_settings_set(struct cd_settings *settings,
                                      const char *name, const char *value,
                                      struct cd_error *err);

/* The present value as text ("" if none), until the next call with settings. */
CD_API const char *cd_settings_get(struct cd_settings *settings,
                                   const char *name);

/* ---- jobs ------------------------------------------------------------ */

/* What a job did; also while it runs. */
struct cd_progress {
    uint64_t documents; /* read, good and bad */
    uint64_t rejected;
    uint64_t passed;   /* records that are no page, passed over */
    uint64_t bytes;    /* read from inputs */
    uint64_t total;    /* bytes of all inputs, or 0 if not known */
    uint64_t articles; /* written, */
    uint64_t textless; /* of them those of which no text was kept */
    uint64_t pairs, clusters, claims;
    uint64_t templates, contradictions; /* of command "run"; templates are
                                           among the pairs */
    uint64_t unread; /* articles in languages that claims are not read in */
    double copied;   /* share of words in copied paragraphs, 0 to 1 */
};

/* A record of docs/format.md on its way out. */
struct cd_row;

/* The name of its table: "claims", "copies", "clusters", "explain"; "end"
 * behind the last record, without fields. */
CD_API const char *cd_row_table(const struct cd_row *row);

/* A field as text, its length in *n: text, also that of a string of JSON, as it
 * is, all else as in JSON; NULL for null and for a field that the table does
 * not have.  It lives until the observer returns. */
CD_API const char *cd_row_get(struct cd_row *row, const char *field, size_t *n);

/* Writes bytes where the record would be written: to standard output or the
 * file of option "output". */
CD_API void cd_row_put(struct cd_row *row, const char *text, size_t n);

/* Where a job reports to; every member may be NULL.  They are called one at a
 * time, but not always on the thread that called cd_job(). */
struct cd_observer {
    void *state;
    /* now and then while the job runs, and once at its end */
    void (*progress)(void *state, const struct cd_progress *progress);
    /* a warning or a rejected record, one line without line end */
    void (*message)(void *state, const char *text);
    /* commands explain, claims, copies and compare with format "text": each
     * record; what cd_row_put() is given is written, and nothing else */
    void (*row)(void *state, struct cd_row *row);
};

/*
 * Runs a command over inputs (files, folders, "-" for standard input, "@list"
 * for a file of names): "run" writes the folder of option "output", the others
 * write standard output or the file of option "output".
 *
 * CD_OK, also where single documents were rejected (progress.rejected says how
 * many; each is listed); CD_USAGE; CD_FATAL: input, output or memory failed,
 * and no file is half-written.
 */
CD_API enum cd_status cd_job(const struct cd_settings *settings,
                             const char *command, const char *const *inputs,
                             size_t count, const struct cd_observer *observer,
                             struct cd_progress *result, struct cd_error *err);

/* ---- what is built in ------------------------------------------------ */

/* The index-th name for cd_schema_json(), or NULL past the end. */
CD_API const char *cd_schema_at(size_t index);

/* The JSON Schema of a record, or NULL if there is none of that name, until the
 * next call with settings. */
CD_API const char *cd_schema_json(struct cd_settings *settings,
                                  const char *name);

/* A file of rule rows, compiled in: data/NAME.tsv line by line. */
struct cd_rules_file {
    const char *name;         /* "claims.en" */
    const char *const *lines; /* without line ends; NULL after the last */
    size_t rows;              /* lines that are rules */
};

/* The index-th file in the order of names, or NULL past the end. */
CD_API const struct cd_rules_file *cd_rules_at(size_t index);

/* ---- one page -------------------------------------------------------- */

struct cd_page;

CD_API struct cd_page *cd_page_new(const struct cd_settings *settings);
CD_API void cd_page_free(struct cd_page *page);

/* Cleans the page and finds its claims.  html may be HTML or plain text in any
 * encoding; url may be NULL.  What the calls below return lives until the next
 * cd_page_read() or cd_page_free(). */
CD_API enum cd_status cd_page_read(struct cd_page *page, const void *html,
                                   size_t n, const char *url,
                                   struct cd_error *err);

CD_API const char *cd_page_text(const struct cd_page *page); /* UTF-8 */
/* The records of docs/format.md as JSON. */
CD_API const char *cd_page_article_json(struct cd_page *page);
CD_API const char *cd_page_claims_json(struct cd_page *page); /* an array */
CD_API const char *cd_page_copies_json(struct cd_page *page); /* an array */

/* The record of `copydesk compare` for two texts, as JSON, until the next call
 * with page. */
CD_API const char *cd_page_compare_json(struct cd_page *page, const char *a,
                                        size_t a_size, const char *b,
                                        size_t b_size);

#ifdef __cplusplus
}
#endif

#endif
