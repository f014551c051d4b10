/* SPDX-License-Identifier: Apache-2.0 */
/*
 * HTML out: text of strangers stays text.
 *
 *     cd_html_text(&out, title);                 escaped
 *     cd_html_clip(&out, title, 200);            at most 200 bytes of it
 *     cd_html_printf(&out, "<td id=\"c%d\">", n) markup of our own
 *
 * Markup comes from string literals alone; whatever a page or a user wrote goes
 * through cd_html_text(), which is safe in elements and in quoted attributes.
 */
#ifndef CD_CORPUS_OUTPUT_HTML_H
#define CD_CORPUS_OUTPUT_HTML_H

#include "base/buf.h"

/* Escapes & < > " ' and carriage returns; other control characters, which HTML
 * cannot hold, become U+FFFD.  Text must be valid UTF-8. */
void cd_html_text(struct cd_buf *out, struct cd_str text);

/* The first max bytes at most, cut at a character, and then how many are left
 * out. */
void cd_html_clip(struct cd_buf *out, struct cd_str text, size_t max);

/* The same, cut between words, and an ellipsis alone tells of the rest: for
 * labels. */
void cd_html_label(struct cd_buf *out, struct cd_str text, size_t max);

/* The text isolated from the direction of what is around it. */
void cd_html_bdi(struct cd_buf *out, struct cd_str text, size_t max);

/* The same, cut as a label. */
void cd_html_short(struct cd_buf *out, struct cd_str text, size_t max);

/* A link if url is http or https, else the label alone. */
void cd_html_link(struct cd_buf *out, struct cd_str url, struct cd_str label);

/* 1234567 as 1,234,567. */
void cd_html_count(struct cd_buf *out, uint64_t n);

/* 0.0714 as 7.1 %. */
void cd_html_percent(struct cd_buf *out, double share);

#define cd_html_printf cd_buf_printf

#endif
