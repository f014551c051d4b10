/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/note.h"

void
cd_note(struct cd_doc *doc, const char *name, size_t count)
{
    struct cd_str old = CD_STR("[");
    const char *comma = "";

    if (count == 0)
        return;
    if (doc->notes.n > 2) {
        old = cd_str_sub(doc->notes, 0, doc->notes.n - 1);
        comma = ",";
    }
    if (count == SIZE_MAX)
        doc->notes = cd_arena_printf(&doc->arena, "%.*s%s\"%s\"]", (int)old.n,
                                     old.p, comma, name);
    else
        doc->notes = cd_arena_printf(&doc->arena, "%.*s%s\"%s:%zu\"]",
                                     (int)old.n, old.p, comma, name, count);
}
