/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The claims of a finished run as one JSON-LD document of schema.org's terms,
 * for fact-check databases: https://schema.org/Claim
 *
 *     cd_export_jsonld("out/copydesk.sqlite", out, &err);
 *
 * text is the sentence; about says whose quantity (Thing) and what of it
 * (PropertyValue, with bounds as minValue and maxValue); appearance is the
 * article; author who says so.  Values are JSON numbers of any precision.
 */
#ifndef CD_CORPUS_EXPORT_EXPORT_JSONLD_H
#define CD_CORPUS_EXPORT_EXPORT_JSONLD_H

#include "corpus/core/outfile.h"

enum cd_status cd_export_jsonld(const char *database, struct cd_outfile *out,
                                struct cd_error *err);

#endif
