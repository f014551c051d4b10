/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The articles of a finished run as text or Markdown, out of its database: the
 * bytes that clean would have written with the same settings.
 *
 *     status = cd_export_articles("out/copydesk.sqlite", CD_OUTPUT_MARKDOWN,
 *                                 out, NULL, &err);
 */
#ifndef CD_CORPUS_EXPORT_EXPORT_ARTICLES_H
#define CD_CORPUS_EXPORT_EXPORT_ARTICLES_H

#include "corpus/output/files.h"

/* One behind the other into out, or, if files is not NULL, each into a file of
 * its own; files is open. */
enum cd_status cd_export_articles(const char *database,
                                  enum cd_output_format format,
                                  struct cd_outfile *out,
                                  struct cd_files *files, struct cd_error *err);

#endif
