/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/space.h"

static bool
is_control(char c)
{
    return (unsigned char)c < ' ' || c == 0x7F;
}

struct cd_str
cd_space_collapse(struct cd_arena *arena, struct cd_str text)
{
    char *p = cd_arena_bytes(arena, text.n + 1);
    size_t n = 0;

    for (size_t at = 0; at < text.n;) {
        bool gone = false;
        size_t space = cd_space_at(text, at, &gone);

        if (space == 0 && is_control(text.p[at]))
            space = 1;
        if (space == 0)
            p[n++] = text.p[at++];
        else if (!gone && n > 0 && p[n - 1] != ' ')
            p[n++] = ' ';
        at += space;
    }
    if (n > 0 && p[n - 1] == ' ')
        n--;
    p[n] = '\0';
    return (struct cd_str){ p, n };
}
