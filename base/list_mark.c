/* SPDX-License-Identifier: Apache-2.0 */
#include "base/list_mark.h"

#include "base/ascii.h"

size_t
cd_list_mark(struct cd_str line)
{
    static const char *const marks[] = { "- ", "* ", "+ ", "\xe2\x80\xa2 ",
                                         "\xe2\x80\x93 " };
    size_t at = 0;

    for (size_t i = 0; i < CD_COUNT(marks); i++) {
        if (cd_str_starts(line, cd_str_of(marks[i])))
            return strlen(marks[i]);
    }
    while (at < line.n && at < 3 && cd_ascii_is_digit(line.p[at]))
        at++;
    if (at == 0 || at + 1 >= line.n || line.p[at + 1] != ' ' ||
        (line.p[at] != '.' && line.p[at] != ')'))
        return 0;
    return at + 2;
}
