/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A page of HTML.
 */
#include "base/ascii.h"
#include "corpus/input/magic.h"
#include "corpus/input/reader.h"

/* Tags that only HTML has, in lower case. */
static const char *const signs[] = {
    "<html", "<!doctype", "<head", "<body", "<div", "<p>", "<article", "<meta"
};

static bool
has_sign(struct cd_str head)
{
    for (size_t i = 0; i < head.n; i++) {
        if (head.p[i] != '<')
            continue;
        for (size_t j = 0; j < CD_COUNT(signs); j++) {
            size_t n = strlen(signs[j]);

            if (head.n - i >= n && cd_str_eq_nocase(cd_str_sub(head, i, i + n),
                                                    cd_str_of(signs[j])))
                return true;
        }
    }
    return false;
}

/* "<" and what may follow it in HTML; in UTF-16 a NUL is between. */
static bool
starts_with_tag(struct cd_str head)
{
    size_t next = 1;

    if (cd_str_starts(head, CD_STR("\xFF\xFE")) ||
        cd_str_starts(head, CD_STR("\xFE\xFF")))
        head = cd_str_sub(head, 2, head.n);
    head = cd_reader_head(head);
    if (head.n > 0 && head.p[0] == '\0')
        head = cd_str_sub(head, 1, head.n);
    if (head.n < 3 || head.p[0] != '<')
        return false;
    next += head.p[next] == '\0';
    return cd_ascii_is_alpha(head.p[next]) || head.p[next] == '!' ||
           head.p[next] == '/' || head.p[next] == '?';
}

static int
bid(struct cd_str head)
{
    if (starts_with_tag(head) && (cd_magic_is_text(head) || has_sign(head)))
        return 60;
    return has_sign(head) && cd_magic_is_text(head) ? 20 : 0;
}

static enum cd_status
next(struct cd_reading *reading, struct cd_doc *doc, struct cd_error *err)
{
    doc->format = CD_FORMAT_HTML;
    return cd_reader_whole(reading, doc, err);
}

const struct cd_reader cd_reader_html = { .name = "html",
                                          .bid = bid,
                                          .next = next };
