/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/row.h"

#include "base/ascii.h"

enum {
    CELL_MAX = 80,   /* bytes of a cell that is no prose */
    CELLS_MAX = 64,  /* of a row */
    ROWS_BACK = 128, /* in which the first row is looked for */
    BYTES_BACK = 1 << 13,
    LINE_BYTES = 4096, /* on either side of a claim */
};

static const struct cd_str bar = { " | ", 3 };

struct row {
    size_t start; /* of the line, in the text */
    struct cd_str line;
    size_t count; /* of cells; 1: no row */
};

/* The line that holds the byte at at, as a row; a line too long is none. */
static struct row
row_at(struct cd_str text, size_t at)
{
    size_t end = at;
    struct row row = { .start = at, .count = 1 };

    while (row.start > 0 && text.p[row.start - 1] != '\n' &&
           at - row.start < LINE_BYTES)
        row.start--;
    while (end < text.n && text.p[end] != '\n' && end - at < LINE_BYTES)
        end++;
    if (at - row.start >= LINE_BYTES || end - at >= LINE_BYTES)
        return row;
    /* Markdown has bars around the row as well */
    if (end - row.start > 4 && text.p[row.start] == '|' &&
        text.p[end - 1] == '|') {
        row.start++;
        end--;
    }
    row.line = cd_str_sub(text, row.start, end);
    for (size_t i = 0; row.count <= CELLS_MAX &&
                       (i = cd_str_find(row.line, bar, i)) != SIZE_MAX;
         i += bar.n)
        row.count++;
    return row;
}

/* Cell number n. */
static struct cd_str
cell_of(const struct row *row, size_t n)
{
    size_t start = 0, end;

    for (;; n--) {
        end = cd_str_find(row->line, bar, start);
        if (end == SIZE_MAX)
            end = row->line.n;
        if (n == 0)
            return cd_str_trim(cd_str_sub(row->line, start, end));
        start = end + bar.n;
    }
}

/* Which cell holds the byte at at of the line. */
static size_t
cell_at(const struct row *row, size_t at)
{
    size_t n = 0;

    for (size_t i = 0;
         (i = cd_str_find(row->line, bar, i)) != SIZE_MAX && i < at; i += bar.n)
        n++;
    return n;
}

/* The line above, at most one of them empty; false if there is none. */
static bool
row_before(struct cd_str text, const struct row *row, struct row *before)
{
    size_t at = row->start, feeds = 0;

    while (at > 0 && feeds < 2 &&
           (text.p[at - 1] == '\n' || (feeds == 0 && text.p[at - 1] == '|')))
        feeds += text.p[--at] == '\n';
    if (at == 0 || feeds == 0)
        return false;
    *before = row_at(text, at - 1);
    return before->start < row->start;
}

/* The first row of the table. */
static struct row
first_row(struct cd_str text, struct row row)
{
    size_t least = row.start > BYTES_BACK ? row.start - BYTES_BACK : 0;

    for (int rows = 0; rows < ROWS_BACK && row.start > least; rows++) {
        struct row before;

        if (!row_before(text, &row, &before) || before.count != row.count)
            break;
        row = before;
    }
    return row;
}

static bool
has_digit(struct cd_str cell)
{
    for (size_t i = 0; i < cell.n; i++)
        if (cd_ascii_is_digit(cell.p[i]))
            return true;
    return false;
}

/* Are the cells of a row behind the first heads of columns? */
static bool
is_head(const struct row *row)
{
    for (size_t n = 1; n < row->count; n++) {
        struct cd_str cell = cell_of(row, n);

        if (cell.n == 0 || cell.n > CELL_MAX || has_digit(cell))
            return false;
    }
    return true;
}

/* "12", "No. 3", "15 (tie)": a place in a list names nothing. */
static bool
is_number(struct cd_str cell)
{
    size_t bracket = cd_str_find(cell, CD_STR("("), 0), letters = 0;

    if (bracket != SIZE_MAX && bracket > 0)
        cell.n = bracket;
    for (size_t i = 0; i < cell.n; i++)
        letters += cd_ascii_is_alpha(cell.p[i]) || (cell.p[i] & 0x80) != 0;
    return letters == 0 && has_digit(cell);
}

/* Whose row it is: the first cell, or the second behind a number. */
static struct cd_str
name_of(const struct row *row)
{
    struct cd_str first = cell_of(row, 0), second = cell_of(row, 1);

    if (!is_number(first))
        return first;
    return has_digit(second) ? cd_str_sub(first, 0, 0) : second;
}

/* RAM of "RAM: 16GB", or absent; nothing where a cell has several labels. */
static struct cd_str
label_of(struct cd_str cell)
{
    struct cd_str mark = CD_STR(": ");
    size_t colon = cd_str_find(cell, mark, 0);

    return colon != SIZE_MAX && colon > 0 &&
                   cd_str_find(cell, mark, colon + 1) == SIZE_MAX
               ? cd_str_sub(cell, 0, colon)
               : (struct cd_str){ NULL, 0 };
}

/* Is the first row of two cells a head: are two words enough for its second
 * cell, and have all rows below it down to last a figure there?  Else the rows
 * are a list of labels. */
static bool
is_column(struct cd_str text, const struct row *first, struct row last)
{
    struct cd_str head = cell_of(first, 1);
    size_t space = cd_str_find(head, CD_STR(" "), 0);
    struct row before;

    if (space != SIZE_MAX &&
        cd_str_find(head, CD_STR(" "), space + 1) != SIZE_MAX)
        return false;
    for (; last.start > first->start; last = before)
        if (!has_digit(cell_of(&last, 1)) || !row_before(text, &last, &before))
            return false;
    return true;
}

/* The cell; absent where it is empty. */
static struct cd_str
words_of(struct cd_str cell)
{
    return cell.n > 0 ? cell : (struct cd_str){ NULL, 0 };
}

void
cd_row_fill(struct cd_claim *claim, struct cd_str text)
{
    struct row row = row_at(text, claim->start), first;
    struct cd_str none = { NULL, 0 }, cell, name;
    size_t n;

    if (row.count < 2 || row.count > CELLS_MAX || claim->start < row.start)
        return;
    n = cell_at(&row, claim->start - row.start);
    cell = cell_of(&row, n);
    name = name_of(&row);
    if (cell.n > CELL_MAX || name.n > CELL_MAX || name.n == 0)
        return;
    first = first_row(text, row);
    if (label_of(cell).p != NULL) {
        claim->subject = label_of(name).p == NULL ? name : none;
        claim->property = label_of(cell);
    } else if (first.start < row.start && is_head(&first) &&
               (row.count > 2 || is_column(text, &first, row))) {
        claim->subject = n > 0 ? name : none;
        claim->property = words_of(cell_of(&first, n));
    } else {
        claim->subject = n > 0 && row.count > 2 ? name : none;
        claim->property = n > 0 && row.count == 2 ? name : none;
    }
}
