/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/input/magic.h"

#define MAGIC(bytes, kind)                                                     \
    {                                                                          \
        { bytes, sizeof(bytes) - 1 }, kind                                     \
    }

static const struct {
    struct cd_str bytes;
    const char *kind;
} magics[] = {
    MAGIC("%PDF-", "a PDF document"),
    MAGIC("\x89PNG\r\n", "a PNG image"),
    MAGIC("\xFF\xD8\xFF", "a JPEG image"),
    MAGIC("GIF8", "a GIF image"),
    MAGIC("RIFF", "a RIFF file (sound, video or WebP)"),
    MAGIC("Rar!\x1a", "a RAR archive"),
    MAGIC("7z\xBC\xAF\x27\x1C", "a 7z archive"),
    MAGIC("\x7F"
          "ELF",
          "a program"),
    MAGIC("SQLite format 3", "an SQLite database"),
    MAGIC("PAR1", "a Parquet file"),
    MAGIC("\xD0\xCF\x11\xE0", "an old Office document"),
    MAGIC("OggS", "an Ogg file"),
    MAGIC("ID3", "an MP3 file"),
    MAGIC("BZh", "bzip2 data"),
    MAGIC("\xFD"
          "7zXZ",
          "xz data"),
    MAGIC("\x28\xB5\x2F\xFD", "zstd data"),
};

/* Zip archives that are something else, by the name of their first file. */
enum { ZIP_NAME_AT = 30 };

static const struct {
    struct cd_str name;
    const char *kind;
} zips[] = {
    MAGIC("mimetype", "an e-book or OpenDocument file"),
    MAGIC("[Content_Types].xml", "an Office document"),
    MAGIC("_rels/", "an Office document"),
    MAGIC("META-INF/", "a Java archive"),
};

static const char *
zip_kind(struct cd_str head)
{
    for (size_t i = 0; i < CD_COUNT(zips) && head.n > ZIP_NAME_AT; i++) {
        if (cd_str_starts(cd_str_sub(head, ZIP_NAME_AT, head.n), zips[i].name))
            return zips[i].kind;
    }
    return NULL;
}

/* Its first line is a bracket that closes on another: line by line it would be
 * nothing but lines that are no record. */
static bool
is_long_json(struct cd_str head)
{
    size_t end = cd_str_find(head, CD_STR("\n"), 0);
    struct cd_str first;

    if (end == SIZE_MAX)
        return false;
    first = cd_str_trim(cd_str_sub(head, 0, end));
    return cd_str_is(first, "{") || cd_str_is(first, "[") ||
           cd_str_is(first, "[{");
}

const char *
cd_magic_kind(struct cd_str head)
{
    for (size_t i = 0; i < CD_COUNT(magics); i++) {
        if (cd_str_starts(head, magics[i].bytes))
            return magics[i].kind;
    }
    if (is_long_json(head))
        return "a JSON document over several lines (JSONL has a record a line)";
    return cd_str_starts(head, CD_STR("PK\3\4")) ? zip_kind(head) : NULL;
}

/* Controls that no text has: not tab, line ends, form feed, escape. */
static bool
is_control(unsigned char c)
{
    return c < 0x20 && (c < '\t' || c > '\r') && c != 0x1B;
}

/* The byte order mark, or a text in ASCII with a NUL beside each letter. */
static bool
is_utf16(struct cd_str head)
{
    size_t nul[2] = { 0, 0 };

    if (cd_str_starts(head, CD_STR("\xFF\xFE")) ||
        cd_str_starts(head, CD_STR("\xFE\xFF")))
        return true;
    if (head.n == 0 || memchr(head.p, '\0', head.n) == NULL)
        return false;
    for (size_t i = 0; i < head.n; i++)
        nul[i & 1] += head.p[i] == '\0';
    return (nul[0] > head.n / 4) != (nul[1] > head.n / 4);
}

bool
cd_magic_is_text(struct cd_str head)
{
    size_t controls = 0;

    if (is_utf16(head))
        return true;
    for (size_t i = 0; i < head.n; i++)
        controls += is_control((unsigned char)head.p[i]);
    return controls <= head.n / 32;
}
