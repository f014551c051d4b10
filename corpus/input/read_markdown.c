/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Markdown: text whose marks only Markdown has.
 *
 * The bid must be sure.  Plain text taken for Markdown loses its line ends, and
 * news has lines that begin with "* " or "#tag", and lines of "---" under
 * headings.  So each kind of mark has a weight, counts once or a few times, and
 * two points are wanted: two kinds of mark, or one that nothing else has.
 */
#include "base/ascii.h"
#include "corpus/input/magic.h"
#include "corpus/input/reader.h"

enum { BID = 30, POINTS = 2, HEADINGS = 2, LINKS = 3 };

/* What a head has of each kind. */
struct marks {
    size_t front, title, tops, headings, links, images, bolds, fences, tables,
        references;
};

static struct cd_str
line_at(struct cd_str text, size_t from)
{
    size_t end = cd_str_find(text, CD_STR("\n"), from);

    if (end == SIZE_MAX)
        end = text.n;
    if (end > from && text.p[end - 1] == '\r')
        end--;
    return cd_str_sub(text, from, end);
}

static bool
is_blank(struct cd_str line)
{
    return cd_str_trim(line).n == 0;
}

/* "## Heading": one to six signs, a space, and something. */
static bool
is_heading(struct cd_str line)
{
    size_t n = 0;

    while (n < line.n && line.p[n] == '#')
        n++;
    return n > 0 && n <= 6 && n + 1 < line.n && line.p[n] == ' ' &&
           line.p[n + 1] > ' ';
}

/* "| --- | :-: |": a row of hyphens, colons and bars. */
static bool
is_table_rule(struct cd_str line)
{
    size_t bars = 0, hyphens = 0;

    for (size_t i = 0; i < line.n; i++) {
        bars += line.p[i] == '|';
        hyphens += line.p[i] == '-';
        if (strchr("|-: \t", line.p[i]) == NULL || line.p[i] == '\0')
            return false;
    }
    return bars > 0 && hyphens >= 3;
}

/* Where the target of a link ends that begins behind "](", or 0. */
static size_t
target_end(struct cd_str line, size_t from)
{
    size_t at = from;

    while (at < line.n && line.p[at] > ' ' && line.p[at] != ')')
        at++;
    if (at < line.n && at > from && line.p[at] == ' ') { /* a title */
        if (at + 1 >= line.n || strchr("\"'(", line.p[at + 1]) == NULL)
            return 0;
        while (at < line.n && line.p[at] != ')')
            at++;
    }
    return at < line.n && line.p[at] == ')' && at > from ? at : 0;
}

/* Not "(see note)" behind a bracket, but an address. */
static bool
is_address(struct cd_str target)
{
    static const char *const starts[] = { "http:", "https:", "/",       "#",
                                          "./",    "../",    "mailto:", "<" };

    for (size_t i = 0; i < CD_COUNT(starts); i++) {
        if (cd_str_starts(target, cd_str_of(starts[i])))
            return true;
    }
    return memchr(target.p, '.', target.n) != NULL;
}

static void
count_links(struct marks *marks, struct cd_str line)
{
    for (size_t at = 0;;) {
        size_t end, open;

        at = cd_str_find(line, CD_STR("]("), at);
        if (at == SIZE_MAX)
            return;
        open = at;
        while (open > 0 && line.p[open] != '[')
            open--;
        at += 2;
        end = target_end(line, at);
        if (end == 0 || line.p[open] != '[' ||
            !is_address(cd_str_sub(line, at, end)))
            continue;
        if (open > 0 && line.p[open - 1] == '!')
            marks->images++;
        else
            marks->links++;
    }
}

/* "**bold**", in one line. */
static size_t
count_bold(struct cd_str line)
{
    size_t at = cd_str_find(line, CD_STR("**"), 0), n = 0;

    while (at != SIZE_MAX) {
        size_t end = cd_str_find(line, CD_STR("**"), at + 2);

        if (end == SIZE_MAX)
            break;
        n += end > at + 2 && line.p[at + 2] > ' ' && line.p[at + 2] != '*' &&
             line.p[end - 1] != ' ';
        at = cd_str_find(line, CD_STR("**"), end + 2);
    }
    return n;
}

/* "[name]: https://..." */
static bool
is_reference(struct cd_str line)
{
    size_t close = cd_str_find(line, CD_STR("]: "), 0);

    return line.n > 0 && line.p[0] == '[' && close != SIZE_MAX && close > 1 &&
           is_address(cd_str_sub(line, close + 3, line.n));
}

/* A block of "key: value" lines between two lines of signs. */
static bool
has_front_matter(struct cd_str head)
{
    struct cd_str first = line_at(head, 0), line;
    size_t keys = 0;
    char sign = cd_str_is(first, "---") ? ':' : '=';

    if (cd_str_starts(first, CD_STR("Title: ")))
        return cd_str_find(head, CD_STR("\nMarkdown Content:"), 0) != SIZE_MAX;
    if (!cd_str_is(first, "---") && !cd_str_is(first, "+++"))
        return false;
    for (size_t at = first.n; at < head.n; at += line.n) {
        at = cd_str_find(head, CD_STR("\n"), at);
        if (at == SIZE_MAX)
            return false;
        line = line_at(head, ++at);
        if (cd_str_eq(line, first))
            return keys > 0;
        keys += line.n > 0 && cd_ascii_is_alpha(line.p[0]) &&
                memchr(line.p, sign, line.n) != NULL;
    }
    return false;
}

/* before and line stand one above the other. */
static void
count_line(struct marks *marks, struct cd_str before, struct cd_str line,
           struct cd_str after)
{
    if (is_heading(line) && is_blank(before) && is_blank(after)) {
        marks->headings += line.p[1] == '#';
        marks->tops += line.p[1] != '#'; /* or notes in code */
    }
    marks->tables += is_table_rule(line) && memchr(before.p, '|', before.n);
    marks->fences += cd_str_starts(line, CD_STR("```"));
    marks->references += is_reference(line);
    marks->bolds += count_bold(line);
    count_links(marks, line);
}

static struct marks
count(struct cd_str head)
{
    struct marks marks = { 0 };
    struct cd_str before = { head.p, 0 };

    marks.front = has_front_matter(head);
    for (size_t at = 0, next; at < head.n; at = next) {
        struct cd_str line = line_at(head, at);
        size_t end = cd_str_find(head, CD_STR("\n"), at);

        next = end != SIZE_MAX ? end + 1 : head.n;
        if (end == SIZE_MAX && head.n == CD_READER_HEAD)
            break; /* it may be cut */
        count_line(&marks, before, line,
                   next < head.n ? line_at(head, next) : before);
        before = line;
    }
    marks.title = cd_str_starts(head, CD_STR("# ")) && marks.tops > 0;
    return marks;
}

static size_t
points(const struct marks *marks)
{
    size_t lines = marks->headings + (marks->tops > 0);

    return 2 * (marks->front + marks->title + marks->tables) +
           (lines < HEADINGS ? lines : HEADINGS) +
           (marks->links >= LINKS ? 2 : marks->links > 0) +
           (marks->fences > 1) + (marks->images > 0) + (marks->bolds > 0) +
           (marks->references > 0);
}

static int
bid(struct cd_str head)
{
    struct marks marks;

    if (!cd_magic_is_text(head) || memchr(head.p, '\0', head.n) != NULL)
        return 0;
    marks = count(cd_reader_head(head));
    return points(&marks) >= POINTS ? BID : 0;
}

static enum cd_status
next(struct cd_reading *reading, struct cd_doc *doc, struct cd_error *err)
{
    doc->format =
        reading->settings->clean ? CD_FORMAT_MARKDOWN : CD_FORMAT_CLEAN;
    return cd_reader_whole(reading, doc, err);
}

const struct cd_reader cd_reader_markdown = { .name = "markdown",
                                              .bid = bid,
                                              .next = next };
