/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The option table: each option is declared here, once.
 */
#include <math.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "corpus/core/settings.h"

enum kind { FLAG, SIZE, NUMBER, CHOICE, TEXT };

struct row {
    struct cd_option option;
    enum kind kind;
    size_t offset;    /* in struct cd_settings */
    double low, high; /* of SIZE and NUMBER */
};

#define AT(member) offsetof(struct cd_settings, member)

#define EVERY "run clean copies claims explain"
#define READS EVERY " index"
#define FORMAT_HELP "output format; auto is text on a terminal, else jsonl"

/* clang-format off */
static const struct row rows[] = {
    { { "output", 'o', "PATH", NULL, "run clean compare copies claims report "
        "explain export index",
        "write to PATH: a folder for run, else a file" },
      TEXT, AT(output), 0, 0 },
    { { "threads", 'j', "N", NULL, READS " compare",
        "use N threads; the output is the same for every N" },
      SIZE, AT(threads), 1, 256 },
    { { "format", 'f', "FORMAT", "auto text md jsonl csv tsv dot html",
        "clean compare copies claims explain index",
        FORMAT_HELP },
      CHOICE, AT(format), 0, 0 },
    { { "files", 0, NULL, NULL, "clean export",
        "write one file a page into the folder that --output names" },
      FLAG, AT(files), 0, 0 },
    { { "text", 0, NULL, NULL, "report",
        "print a summary with bars and tables instead of writing the file" },
      FLAG, AT(text), 0, 0 },
    { { "jsonl", 0, NULL, NULL, "compare",
        "each line of the inputs is a pair of texts" },
      FLAG, AT(pairs), 0, 0 },
    { { "no-quotes", 0, NULL, NULL, "compare",
        "leave out what is between quotation marks" },
      FLAG, AT(no_quotes), 0, 0 },
    { { "templates", 0, NULL, NULL, "copies index",
        "as text, show also pairs that share a template only" },
      FLAG, AT(templates), 0, 0 },
    { { "input-format", 0, "FORMAT",
        "auto html text markdown jsonl warc archive", READS,
        "take every input as FORMAT instead of looking at its first bytes" },
      CHOICE, AT(input_format), 0, 0 },
    { { "id-field", 0, "NAME", NULL, READS,
        "JSONL field that holds the id of a record; else id" },
      TEXT, AT(id_field), 0, 0 },
    { { "html-field", 0, "NAME", NULL, READS,
        "JSONL field that holds a page of HTML; else html" },
      TEXT, AT(html_field), 0, 0 },
    { { "text-field", 0, "NAME", NULL, READS,
        "JSONL field that holds plain text; else text" },
      TEXT, AT(text_field), 0, 0 },
    { { "dry-run", 0, NULL, NULL, EVERY,
        "only list the files that would be read, and as what" },
      FLAG, AT(dry_run), 0, 0 },
    { { "stats", 0, NULL, NULL, EVERY,
        "say at the end, on standard error, where the time went, and what the "
        "search for copies did" },
      FLAG, AT(stats), 0, 0 },
    { { "to", 0, "FORM", "postgres csv tsv jsonld text md html", "export",
        "a script for psql, a file for each table, claims for schema.org, or "
        "the articles" },
      CHOICE, AT(to), 0, 0 },
    { { "clean", 0, "YES", "no yes", "run copies claims index",
        "no: texts are clean already, keep all of them" },
      CHOICE, AT(clean), 0, 0 },
    { { "offsets", 0, "UNIT", "byte codepoint", EVERY,
        "count offsets in UTF-8 bytes or in code points" },
      CHOICE, AT(offsets), 0, 0 },
    { { "by", 0, "UNIT", "claim document", "claims",
        "one line for each claim or for each document" },
      CHOICE, AT(by), 0, 0 },
    { { "explain", 0, NULL, NULL, "claims",
        "write how each sentence with a number was read, instead of claims: "
        "tokens, rules, what each quantity was tied to, and numbers that are "
        "no claims, with the reason" },
      FLAG, AT(claims.explain), 0, 0 },
    { { "comments", 0, NULL, NULL, READS, "keep readers' comments" },
      FLAG, AT(parse.comments), 0, 0 },
    { { "links", 0, NULL, NULL, "run clean", "note the links of each block" },
      FLAG, AT(parse.links), 0, 0 },
    { { "site-memory", 0, "DIR", NULL, "run clean explain",
        "drop what pages of a host have in common, as earlier runs with DIR "
        "learnt, and learn from this one; explain only drops" },
      TEXT, AT(site_memory), 0, 0 },
    { { "unit", 0, "UNIT", "paragraph article record", "run copies index",
        "compare paragraphs, articles or input records" },
      CHOICE, AT(copies.unit), 0, 0 },
    { { "measure", 0, "NAME", "judge jaccard", "run copies index",
        "judge every kind of copy, or take pairs of shingle Jaccard >= "
        "threshold" },
      CHOICE, AT(copies.measure), 0, 0 },
    { { "threshold", 0, "X", NULL, "run copies index",
        "least Jaccard similarity of measure jaccard" },
      NUMBER, AT(copies.threshold), 0.05, 1 },
    { { "shingle", 0, "N", NULL, "run copies index",
        "words in a shingle of measure jaccard" },
      SIZE, AT(copies.shingle), 1, 32 },
    { { "min-words", 0, "N", NULL, "run copies index",
        "do not compare units of fewer words; 0: 12 where copies are judged, "
        "else 1" },
      SIZE, AT(copies.min_words), 0, 1e6 },
    { { "engine", 0, "NAME", "auto prefix minhash", "run copies index",
        "how candidates of measure jaccard are found" },
      CHOICE, AT(copies.engine), 0, 0 },
    { { "crowd", 0, "N", NULL, "run copies index",
        "compare units that share a key all with all up to N units" },
      SIZE, AT(copies.crowd), 2, 1e5 },
    { { "index", 0, "DIR", NULL, "run copies",
        "compare with the inputs that the index in DIR holds, too, then add "
        "these to it" },
      TEXT, AT(index), 0, 0 },
    { { "against", 0, "FILE", NULL, "copies",
        "compare the inputs with what is in FILE, a file or folder of "
        "articles, and with nothing else" },
      TEXT, AT(against), 0, 0 },
    { { "keep", 0, "WHICH", "all first longest earliest", "copies",
        "write articles instead of pairs: of each cluster only the first, the "
        "longest or the earliest text; what an index or --against has is kept "
        "before any" },
      CHOICE, AT(keep), 0, 0 },
    { { "dropped", 0, "FILE", NULL, "copies",
        "with --keep: list in FILE what was dropped, and for what" },
      TEXT, AT(dropped), 0, 0 },
    { { "cluster", 0, "RULE", "components complete", "run copies index",
        "join copies of copies, or only where every pair is a copy" },
      CHOICE, AT(copies.cluster), 0, 0 },
    { { "memory", 0, "SIZE", NULL, "run copies index",
        "memory for the search for copies; beyond it, disk" },
      SIZE, AT(copies.memory), 1 << 20, 1e15 },
    { { "only", 0, "LIST", NULL, "run claims",
        "only claims of these kinds, apart by commas: money percent points "
        "count duration age rank ratio multiple fraction score temperature "
        "length mass volume area speed ...; or what is written: number "
        "ordinal date" },
      TEXT, AT(claims.only), 0, 0 },
    { { "min-confidence", 0, "X", NULL, "run claims",
        "leave out claims of lower confidence" },
      NUMBER, AT(claims.min_confidence), 0, 1 },
    { { "rules", 0, "FILE", NULL, "run claims",
        "rule rows of your own, in the form of data/claims.en.tsv" },
      TEXT, AT(claims.rules), 0, 0 },
    { { "language", 0, "TAG", "auto en de fr es", "run claims",
        "read claims by the rules of that language; auto goes by the words of "
        "each text and its tag, and a text in another language has no claims" },
      CHOICE, AT(claims.language), 0, 0 },
    { { "max-doc", 0, "SIZE", NULL, READS " compare",
        "reject documents of more bytes" },
      SIZE, AT(max_doc), 1, 1e12 },
    { { "tree", 0, "MAKER", "html5 libxml2", READS,
        "what makes the tree of a page" },
      CHOICE, AT(parse.tree), 0, 0 },
    { { "max-nodes", 0, "N", NULL, READS, "read no more nodes of a page" },
      SIZE, AT(parse.max_nodes), 1, 1e9 },
    { { "max-depth", 0, "N", NULL, READS, "flatten deeper elements" },
      SIZE, AT(parse.max_depth), 8, 1e6 },
    { { "max-attributes", 0, "N", NULL, READS,
        "read no more attributes of a tag" },
      SIZE, AT(parse.max_attributes), 1, 1e5 },
    { { "max-text", 0, "SIZE", NULL, READS,
        "cut a longer run of text into blocks" },
      SIZE, AT(parse.max_text), 1000, 1e9 },
    { { "fail-on-copies", 0, "PERCENT", NULL, "run copies",
        "exit with 1 if more of the words are in copied paragraphs" },
      NUMBER, AT(fail_on_copies), 0, 100 },
    { { "progress", 0, "WHEN", "auto always never", READS,
        "show a bar with rate and time left; auto is on a terminal" },
      CHOICE, AT(progress), 0, 0 },
    { { "color", 0, "WHEN", "auto always never", READS,
        "colour; auto is on a terminal without NO_COLOR" },
      CHOICE, AT(color), 0, 0 },
    { { "resume", 0, NULL, NULL, "run",
        "go on with a run that was killed or failed" },
      FLAG, AT(resume), 0, 0 },
    { { "shard-size", 0, "SIZE", NULL, "run",
        "documents in a shard, the unit of work that is not done again" },
      SIZE, AT(shard_size), 1, 1e12 },
    { { "isolate", 0, "WHEN", "auto always never", "run",
        "work in a process of its own, so that a page that crashes it is one "
        "reject; auto is in stage pages" },
      CHOICE, AT(isolate), 0, 0 },
    { { "crash-on", 0, "TEXT", NULL, "run",
        "for tests of isolation: crash at a document that has TEXT in it" },
      TEXT, AT(crash_on), 0, 0 },
    { { "shard", 0, "FILE", NULL, "stage", "the shard to work on" },
      TEXT, AT(shard), 0, 0 },
    { { "quiet", 'q', NULL, NULL, "run", "no summary at the end" },
      FLAG, AT(quiet), 0, 0 },
    { { "as", 0, "FORM", "text man bash zsh fish", "help",
        "write help, the manual page, or a shell's completions" },
      CHOICE, AT(as), 0, 0 },
};
/* clang-format on */

/* The option format of commands that do not have all of them. */
static const struct {
    const char *commands, *choices, *help;
} formats[] = {
    { "clean", "auto text md jsonl csv tsv html", FORMAT_HELP },
    { "copies", "auto text md jsonl csv tsv dot html",
      FORMAT_HELP "; dot is a graph, md and html are for articles (--keep)" },
    { "index", "auto text jsonl csv tsv dot", FORMAT_HELP "; dot is a graph" },
    { "claims compare explain", "auto text jsonl csv tsv", FORMAT_HELP },
};

const struct cd_option *
cd_option_at(size_t index)
{
    return index < CD_COUNT(rows) ? &rows[index].option : NULL;
}

static const struct row *
find(const char *name)
{
    for (size_t i = 0; i < CD_COUNT(rows); i++) {
        if (strcmp(rows[i].option.name, name) == 0)
            return &rows[i];
    }
    return NULL;
}

const struct cd_option *
cd_option_find(const char *name)
{
    const struct row *row = find(name);

    return row != NULL ? &row->option : NULL;
}

/* The index-th word of words, which single spaces part; n 0 past the end. */
static struct cd_str
word_at(const char *words, int index)
{
    for (; index > 0 && words != NULL; index--) {
        words = strchr(words, ' ');
        words = words != NULL ? words + 1 : NULL;
    }
    if (words == NULL)
        return (struct cd_str){ "", 0 };
    return (struct cd_str){ words, strcspn(words, " ") };
}

/* The index of word among the words of list, or -1. */
static int
word_index(const char *list, const char *word)
{
    struct cd_str one;

    for (int i = 0; (one = word_at(list, i)).n > 0; i++) {
        if (cd_str_is(one, word))
            return i;
    }
    return -1;
}

int
cd_option_is_of(const struct cd_option *option, const char *command)
{
    return word_index(option->commands, command) >= 0;
}

struct cd_option
cd_option_of(const struct cd_option *option, const char *command)
{
    struct cd_option own = *option;

    for (size_t i = 0; i < CD_COUNT(formats); i++) {
        if (strcmp(option->name, "format") == 0 &&
            word_index(formats[i].commands, command) >= 0) {
            own.choices = formats[i].choices;
            own.help = formats[i].help;
        }
    }
    return own;
}

int
cd_option_takes(const struct cd_option *option, const char *word)
{
    return option->choices == NULL || word_index(option->choices, word) >= 0;
}

static enum cd_status
bad_value(const struct row *row, const char *value, struct cd_error *err)
{
    if (row->kind == CHOICE)
        return cd_fail(err, CD_USAGE, "--%s is one of: %s; not '%s'",
                       row->option.name, row->option.choices, value);
    if (row->kind == FLAG)
        return cd_fail(err, CD_USAGE, "--%s is yes or no; not '%s'",
                       row->option.name, value);
    return cd_fail(err, CD_USAGE, "--%s is a number from %g to %g; not '%s'",
                   row->option.name, row->low, row->high, value);
}

/* 1.5, 17, .8: digits with at most one point, no sign, no exponent.  Returns
 * the bytes read, 0 if there is no number. */
static size_t
read_number(const char *s, double *value)
{
    double scale = 1;
    size_t i = 0, digits = 0;
    bool point = false;

    *value = 0;
    for (; cd_ascii_is_digit(s[i]) || (s[i] == '.' && !point); i++) {
        if (s[i] == '.') {
            point = true;
            continue;
        }
        digits++;
        *value = *value * 10 + (s[i] - '0');
        scale *= point ? 10 : 1;
    }
    *value /= scale;
    return digits > 0 ? i : 0;
}

/* 4096, 64k, 1.5M, 2GB: powers of 1024. */
static double
read_suffix(const char *s)
{
    static const char units[] = "kmgt";
    const char *unit;
    double factor = 1;

    if (*s == '\0')
        return 1;
    unit = strchr(units, cd_ascii_lower(*s));
    if (unit == NULL || *unit == '\0' ||
        (s[1] != '\0' && strcmp(s + 1, "B") != 0))
        return 0;
    for (const char *u = units; u <= unit; u++)
        factor *= 1024;
    return factor;
}

static bool
set_number(const struct row *row, const char *value, void *at)
{
    double number;
    size_t n = read_number(value, &number);

    if (n == 0)
        return false;
    number *= row->kind == SIZE ? read_suffix(value + n) : value[n] == '\0';
    if (number < row->low || number > row->high ||
        (row->kind == SIZE && number != floor(number)))
        return false;
    if (row->kind == SIZE)
        *(size_t *)at = (size_t)number;
    else
        *(double *)at = number;
    return true;
}

static bool
set_choice(const struct row *row, const char *value, int *at)
{
    int index = word_index(row->option.choices, value);

    if (index < 0)
        return false;
    *at = index;
    return true;
}

static bool
set_flag(const char *value, bool *at)
{
    *at = strcmp(value, "yes") == 0;
    return *at || strcmp(value, "no") == 0;
}

static bool
set_text(const char *value, char **at)
{
    size_t n = strlen(value) + 1;

    free(*at);
    *at = memcpy(cd_alloc(n), value, n);
    return true;
}

enum cd_status
cd_settings_set(struct cd_settings *settings, const char *name,
                const char *value, struct cd_error *err)
{
    const struct row *row = find(name);
    void *at;
    bool good = false;

    if (row == NULL)
        return cd_fail(err, CD_USAGE, "no option --%s", name);
    at = (char *)settings + row->offset;
    switch (row->kind) {
    case FLAG:
        good = set_flag(value, at);
        break;
    case SIZE:
    case NUMBER:
        good = set_number(row, value, at);
        break;
    case CHOICE:
        good = set_choice(row, value, at);
        break;
    case TEXT:
        good = set_text(value, at);
        break;
    }
    return good ? CD_OK : bad_value(row, value, err);
}

void
cd_settings_value(const struct cd_settings *settings, const char *name,
                  struct cd_buf *out)
{
    const struct row *row = find(name);
    const void *at;

    if (row == NULL)
        return;
    at = (const char *)settings + row->offset;
    switch (row->kind) {
    case FLAG:
        cd_buf_puts(out, *(const bool *)at ? "yes" : "no");
        break;
    case SIZE:
        cd_buf_size(out, *(const size_t *)at);
        break;
    case NUMBER:
        cd_buf_printf(out, "%g", *(const double *)at);
        break;
    case CHOICE:
        cd_buf_add(out, word_at(row->option.choices, *(const int *)at));
        break;
    case TEXT:
        if (*(char *const *)at != NULL)
            cd_buf_puts(out, *(char *const *)at);
        break;
    }
}

const char *
cd_settings_get(struct cd_settings *settings, const char *name)
{
    struct cd_buf *out = &settings->answer;

    cd_buf_reset(out);
    cd_settings_value(settings, name, out);
    cd_buf_putc(out, '\0');
    return out->p;
}

struct cd_settings *
cd_settings_new(void)
{
    struct cd_settings *settings = cd_alloc(sizeof(*settings));

    *settings = (struct cd_settings){
        .threads = 1,
        .clean = 1,
        .max_doc = (size_t)64 << 20,
        .fail_on_copies = 100,
        .shard_size = (size_t)32 << 20,
        .parse = CD_PARSE_OPTIONS,
        .copies = CD_COPIES_OPTIONS,
        .claims = CD_CLAIMS_OPTIONS,
    };
    return settings;
}

void
cd_settings_free(struct cd_settings *settings)
{
    if (settings == NULL)
        return;
    for (size_t i = 0; i < CD_COUNT(rows); i++) {
        if (rows[i].kind == TEXT)
            free(*(char **)((char *)settings + rows[i].offset));
    }
    cd_buf_release(&settings->answer);
    free(settings);
}
