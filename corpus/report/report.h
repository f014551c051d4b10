/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The report: one HTML file that shows an editor what a run found.
 *
 *     cd_report_write("out/copydesk.sqlite", outfile, &err);
 *
 * It is made from the database of the finished run and from nothing else, so
 * it can be made again at any time and says the same.  The file stands alone:
 * style and script are inside it, a Content-Security-Policy with their hashes
 * forbids everything else, and without the script all of it can still be read.
 */
#ifndef CD_CORPUS_REPORT_REPORT_H
#define CD_CORPUS_REPORT_REPORT_H

#include "corpus/core/outfile.h"

/* Writes it to out, which the caller commits. */
enum cd_status cd_report_write(const char *database, struct cd_outfile *out,
                               struct cd_error *err);

#endif
