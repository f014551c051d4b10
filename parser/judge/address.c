/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/address.h"

#include <string.h>

#include "base/ascii.h"
#include "parser/judge/family.h"

enum { FOLDER_NAMES = 3 }; /* of a folder that is no title */

struct cd_str
cd_address_of(const struct cd_doc *doc)
{
    return doc->meta.canonical.value.p != NULL ? doc->meta.canonical.value
                                               : doc->url;
}

/* Where the host begins, or SIZE_MAX. */
static size_t
host_of(struct cd_str url)
{
    size_t at = cd_str_find(url, CD_STR("://"), 0);

    return at == SIZE_MAX ? SIZE_MAX : at + strlen("://");
}

bool
cd_address_is_front(struct cd_str url)
{
    size_t at = host_of(url);

    if (at == SIZE_MAX)
        return false;
    at = cd_str_find(url, CD_STR("/"), at);
    for (; at < url.n; at++) {
        if (cd_ascii_is_digit(url.p[at]) || strchr("-_.?=%", url.p[at]) != NULL)
            return false;
    }
    return true;
}

/* How many names a folder has: "travel-forum" two. */
static size_t
count_names(struct cd_str folder)
{
    size_t names = folder.n > 0;

    for (size_t i = 0; i < folder.n; i++)
        names += strchr("-_+", folder.p[i]) != NULL;
    return names;
}

bool
cd_address_is_forum(struct cd_str url)
{
    size_t at = host_of(url), end;

    if (at == SIZE_MAX)
        return false;
    for (; (end = cd_str_find(url, CD_STR("/"), at)) != SIZE_MAX;
         at = end + 1) {
        struct cd_str folder = cd_str_sub(url, at, end);

        if (count_names(folder) <= FOLDER_NAMES &&
            (cd_family_bits(folder) & 1u << CD_FAMILY_FORUM) != 0)
            return true;
    }
    return false;
}
