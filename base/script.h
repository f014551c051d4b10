/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which language a text is in, by its letters, where these tell.
 *
 *     cd_script_language(CD_STR("\u0444\u044b\u044d..."))       "ru"
 *
 * The rows are data/scripts.tsv.  Pure; the table is const.
 */
#ifndef CD_BASE_SCRIPT_H
#define CD_BASE_SCRIPT_H

#include "base/str.h"

/* The tag of the first language whose letters have their share of those that
 * are not Latin, and whose foreign letters are not there; or absent. */
struct cd_str cd_script_language(struct cd_str text);

#endif
