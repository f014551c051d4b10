/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* vsnprintf may have cut a UTF-8 sequence: drop what is left of it. */
static void
end_at_character(char *s)
{
    size_t n = strlen(s), back = 0;

    while (back < n && back < 3 &&
           ((unsigned char)s[n - 1 - back] & 0xC0) == 0x80)
        back++;
    if (back < n && (unsigned char)s[n - 1 - back] >= 0xC0)
        s[n - 1 - back] = '\0';
}

enum cd_status
cd_fail(struct cd_error *err, enum cd_status status, const char *format, ...)
{
    va_list args;
    int n;

    err->status = status;
    va_start(args, format);
    n = vsnprintf(err->message, sizeof(err->message), format, args);
    va_end(args);
    if (n >= (int)sizeof(err->message))
        end_at_character(err->message);
    return status;
}
