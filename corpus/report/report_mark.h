/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text with parts of it marked.
 *
 *     struct cd_marked marked = { .text = text };
 *     cd_mark_span(&marked, 4, 17, CD_MARK_ALIGNED);
 *     cd_mark_words(&marked, CD_STR("17%"), CD_MARK_DIFFERS);
 *     cd_mark_write(&out, &marked);
 *     cd_mark_release(&marked);
 */
#ifndef CD_CORPUS_REPORT_REPORT_MARK_H
#define CD_CORPUS_REPORT_REPORT_MARK_H

#include "base/buf.h"

enum cd_mark {
    CD_MARK_ALIGNED = 1,  /* <mark>: the same in the other text */
    CD_MARK_DIFFERS = 2,  /* <strong class="differ"> */
    CD_MARK_QUANTITY = 4, /* <strong class="quantity"> */
};

struct cd_marked {
    struct cd_str text;
    unsigned char *marks; /* one set a byte, or NULL */
};

/* Bytes [start, end) of the text; what lies outside of it is passed over. */
void cd_mark_span(struct cd_marked *marked, size_t start, size_t end,
                  enum cd_mark mark);
/* Every place where words stand between word boundaries. */
void cd_mark_words(struct cd_marked *marked, struct cd_str words,
                   enum cd_mark mark);
/* Escaped; at most CD_SHOWN_TEXT bytes of it, among them the first that differs
 * or is a quantity. */
void cd_mark_write(struct cd_buf *out, const struct cd_marked *marked);
void cd_mark_release(struct cd_marked *marked);

#endif
