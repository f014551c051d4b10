/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plain text: whatever is text and nothing else.
 */
#include "corpus/input/magic.h"
#include "corpus/input/reader.h"

static int
bid(struct cd_str head)
{
    return cd_magic_is_text(head) ? 10 : 0;
}

static enum cd_status
next(struct cd_reading *reading, struct cd_doc *doc, struct cd_error *err)
{
    doc->format = reading->settings->clean ? CD_FORMAT_TEXT : CD_FORMAT_CLEAN;
    return cd_reader_whole(reading, doc, err);
}

const struct cd_reader cd_reader_text = { .name = "text",
                                          .bid = bid,
                                          .next = next };
