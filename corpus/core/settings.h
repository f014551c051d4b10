/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Settings: all options of all stages in one struct, and the table that names
 * them (corpus/core/options.c).  A new option is a member here or in its
 * stage's options, and a row there.
 */
#ifndef CD_CORPUS_CORE_SETTINGS_H
#define CD_CORPUS_CORE_SETTINGS_H

#include "base/buf.h"
#include "copydesk.h"
#include "nlp/claims.h"
#include "nlp/copy/copies_options.h"
#include "parser/parse.h"

enum cd_output_format {
    CD_OUTPUT_AUTO, /* text on a terminal, jsonl otherwise */
    CD_OUTPUT_TEXT,
    CD_OUTPUT_MARKDOWN,
    CD_OUTPUT_JSONL,
    CD_OUTPUT_CSV,
    CD_OUTPUT_TSV,
    CD_OUTPUT_DOT,  /* pairs and clusters of copies */
    CD_OUTPUT_HTML, /* articles */
};

enum cd_input_format {
    CD_INPUT_AUTO,
    CD_INPUT_HTML,
    CD_INPUT_TEXT,
    CD_INPUT_MARKDOWN,
    CD_INPUT_JSONL,
    CD_INPUT_WARC,
    CD_INPUT_ARCHIVE,
};

enum cd_offset_unit { CD_OFFSETS_BYTE, CD_OFFSETS_CODEPOINT };
enum cd_export_format {
    CD_EXPORT_POSTGRES,
    CD_EXPORT_CSV,
    CD_EXPORT_TSV,
    CD_EXPORT_JSONLD,
    CD_EXPORT_TEXT,
    CD_EXPORT_MARKDOWN,
    CD_EXPORT_HTML
};
enum cd_by { CD_BY_CLAIM, CD_BY_DOCUMENT };

enum cd_isolate_when { CD_ISOLATE_AUTO, CD_ISOLATE_ALWAYS, CD_ISOLATE_NEVER };

struct cd_settings {
    char *output; /* file or folder; NULL: standard output */
    size_t threads;
    int format;       /* enum cd_output_format */
    int input_format; /* enum cd_input_format */
    int offsets;      /* enum cd_offset_unit */
    int by;           /* enum cd_by */
    bool files;       /* one file a page */
    bool dry_run;     /* only say what would be read */
    bool stats;       /* say at the end where the time went */
    int to;           /* enum cd_export_format */
    int clean;        /* 0: texts are clean already, keep all of them */
    size_t max_doc;   /* bytes of one document */
    char *id_field;   /* of JSONL records; NULL: "id", "html", "text" */
    char *html_field;
    char *text_field;
    bool pairs;     /* compare: inputs are lines of pairs */
    bool no_quotes; /* compare: what is between quotation marks is left out */
    bool templates; /* copies: as text, templates are shown, too */
    bool text;      /* report: a summary instead of the file */
    struct cd_parse_options parse;
    char *site_memory; /* folder; NULL: none */
    char *index;       /* folder; NULL: earlier inputs do not count */
    char *against;     /* copies: a reference; NULL: none */
    int keep;          /* copies: enum cd_copies_keep */
    char *dropped;     /* copies: file; NULL: none */
    struct cd_copies_options copies;
    struct cd_claims_options claims;
    double fail_on_copies; /* percent of words */
    int progress, color;   /* of the program: auto, always, never */
    bool quiet;
    bool resume;          /* go on with the packs of an earlier run */
    size_t shard_size;    /* bytes of documents in a shard */
    int isolate;          /* enum cd_isolate_when */
    char *crash_on;       /* for tests */
    char *shard;          /* file that a stage works on */
    int as;               /* what help writes */
    struct cd_buf answer; /* of cd_settings_get() */
};

/* Adds the present value of an option as text; nothing if it has none. */
void cd_settings_value(const struct cd_settings *settings, const char *name,
                       struct cd_buf *out);

#endif
