/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Markdown -> HTML, which the rest of the parser reads: CommonMark with tables
 * and strikethrough, by md4c.
 *
 *     cd_front_matter(doc);       metadata in front of the text -> doc->given
 *     cd_markdown_to_html(doc);   doc->page: Markdown -> HTML
 *
 * HTML in the Markdown is passed on as it is; tags in a line that would swallow
 * the text behind them (title, textarea ...) are text, as GitHub has it.
 * Safe on many threads: all state is in the document.
 */
#ifndef CD_PARSER_PLAIN_MARKDOWN_H
#define CD_PARSER_PLAIN_MARKDOWN_H

#include "base/doc.h"

/*
 * Takes what stands in front of the text off doc->page, which is valid UTF-8:
 * YAML between lines of "---", TOML between lines of "+++", or the lines
 * "Title: ..." that end with "Markdown Content:".  Only lines of a key and a
 * value are read, and lists of strings for authors and tags.  Title, author,
 * date and the like become doc->given where the record did not give them, an
 * address doc->url; keys that nothing asks for are added to doc->extra.
 */
void cd_front_matter(struct cd_doc *doc);

/*
 * Replaces doc->page by HTML.  Time and memory are bounded for any text: it is
 * read in parts of some 64 KiB, parted at blank lines, and a part whose HTML
 * would be much longer than itself stays as plain text.  Notes "markdown-parts"
 * and "markdown-plain" say how often.
 */
void cd_markdown_to_html(struct cd_doc *doc);

#endif
