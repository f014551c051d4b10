/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/plain/unwrap.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "parser/page/space.h"

/* Words behind which a hyphen stands for a part that is left out: "mid- and
 * long-term". */
static const char *const links[] = { "and", "or",  "to",  "und",   "oder",
                                     "bzw", "bis", "et",  "ou",    "y",
                                     "o",   "e",   "en",  "of",    "och",
                                     "og",  "i",   "lub", "and/or" };

static bool
is_in_word(uint32_t code)
{
    return code == '-' || cd_utf8_is_letter(code) || cd_utf8_is_digit(code);
}

/* Letters, digits and hyphens from at on; the hash of them in lower case. */
static size_t
word_end(struct cd_str text, size_t at, uint32_t *hash)
{
    *hash = CD_HASH_START;
    while (at < text.n) {
        size_t next = at;
        uint32_t code = cd_utf8_next(text, &next);

        if (!is_in_word(code))
            break;
        *hash = cd_hash_add(*hash, cd_utf8_lower(code));
        at = next;
    }
    *hash += *hash == 0;
    return at;
}

static uint32_t *
slot_of(const struct cd_plain_words *words, uint32_t hash)
{
    size_t at = hash & words->mask;

    while (words->slots[at] != 0 && words->slots[at] != hash)
        at = (at + 1) & words->mask;
    return &words->slots[at];
}

static size_t
count_words(struct cd_str text)
{
    size_t n = 0;
    uint32_t hash;

    for (size_t at = 0, end; at < text.n; at = end + (end == at)) {
        end = word_end(text, at, &hash);
        n += end > at;
    }
    return n;
}

static void
gather_words(struct cd_arena *arena, struct cd_str page,
             struct cd_plain_words *words)
{
    size_t room = 2 * count_words(page) + 1;
    bool second = false; /* half of a word that was broken */
    uint32_t hash;

    for (words->mask = 1; words->mask < room; words->mask *= 2)
        ;
    words->slots = cd_arena_new_array(arena, uint32_t, words->mask);
    words->mask--;
    for (size_t at = 0, end; at < page.n; at = end + (end == at)) {
        end = word_end(page, at, &hash);
        if (end == at)
            continue;
        if (!second)
            *slot_of(words, hash) = hash;
        second = page.p[end - 1] == '-' && end < page.n &&
                 cd_ascii_is_space(page.p[end]);
    }
}

static bool
has_word(const struct cd_plain_words *words, struct cd_str word)
{
    uint32_t hash;

    word_end(word, 0, &hash);
    return *slot_of(words, hash) == hash;
}

static struct cd_str
view_of(struct cd_str page, const struct cd_plain_line *line)
{
    return cd_str_sub(page, line->start + line->quote, line->start + line->n);
}

static bool
is_link(struct cd_str text)
{
    for (size_t i = 0; i < CD_COUNT(links); i++) {
        size_t n = strlen(links[i]);

        if (cd_str_starts(text, cd_str_of(links[i])) &&
            (text.n == n || cd_ascii_is_space(text.p[n])))
            return true;
    }
    return false;
}

/* The word that ends a line, with its hyphen. */
static struct cd_str
last_word(struct cd_str line)
{
    size_t at = line.n, start;

    while (at > 0) {
        uint32_t code = cd_utf8_before(line, at, &start);

        if (!is_in_word(code))
            break;
        at = start;
    }
    return cd_str_sub(line, at, line.n);
}

/* Was the hyphen that ends line a put there to break a word? */
static bool
is_broken_word(struct cd_arena *arena, struct cd_str page, struct cd_str a,
               struct cd_str b, struct cd_plain_words *words)
{
    struct cd_str head = last_word(a), whole, with;
    uint32_t hash;

    if (head.n < 2 || head.p[head.n - 1] != '-')
        return false;
    if (words->slots == NULL)
        gather_words(arena, page, words);
    b = cd_str_sub(b, 0, word_end(b, 0, &hash));
    whole = cd_arena_printf(arena, "%.*s%.*s", (int)(head.n - 1), head.p,
                            (int)b.n, b.p);
    with =
        cd_arena_printf(arena, "%.*s%.*s", (int)head.n, head.p, (int)b.n, b.p);
    if (has_word(words, with))
        return false;
    return has_word(words, whole) ||
           (words->broken &&
            !(has_word(words, cd_str_sub(head, 0, head.n - 1)) &&
              has_word(words, b)));
}

/* What two lines have between them. */
struct seam {
    size_t cut; /* bytes that the first one loses at its end */
    bool space;
};

static struct seam
seam_between(struct cd_arena *arena, struct cd_str page,
             const struct cd_plain_line *a, const struct cd_plain_line *b,
             struct cd_plain_words *words)
{
    struct cd_str head = view_of(page, a), tail = view_of(page, b);
    size_t at = 0, start;
    uint32_t last = cd_utf8_before(head, head.n, &start);
    uint32_t next = cd_utf8_next(tail, &at);

    if (last == 0xAD) /* a soft hyphen, which only shows where a line ends */
        return (struct seam){ head.n - start, false };
    if (cd_plain_is_unspaced(last) && cd_plain_is_unspaced(next))
        return (struct seam){ 0, false };
    if (cd_str_ends(head, CD_STR("--")))
        return (struct seam){ 0, head.n == 2 || head.p[head.n - 3] == ' ' };
    if (!cd_plain_has(a, CD_PLAIN_HYPHEN) || is_link(tail) ||
        !cd_utf8_is_word(tail, 0))
        return (struct seam){ 0, true };
    if (cd_plain_has(b, CD_PLAIN_LOWER) &&
        is_broken_word(arena, page, head, tail, words))
        return (struct seam){ head.n - start, false };
    return (struct seam){ 0, false };
}

struct cd_str
cd_plain_unwrap(struct cd_arena *arena, struct cd_str page,
                const struct cd_plain_lines *lines, size_t from, size_t to,
                struct cd_plain_words *words)
{
    const struct cd_plain_line *p = lines->p;
    struct cd_str text =
        cd_str_sub(page, p[from].start, p[to - 1].start + p[to - 1].n);
    char *out;
    size_t n = 0;

    if (to == from + 1)
        return cd_space_collapse(arena, text);
    out = cd_arena_bytes(arena, text.n + 1);
    for (size_t i = from; i < to; i++) {
        size_t skip = i > from ? p[i].quote : 0;
        struct seam seam = { 0, false };

        if (i + 1 < to)
            seam = seam_between(arena, page, &p[i], &p[i + 1], words);
        memcpy(out + n, page.p + p[i].start + skip, p[i].n - skip - seam.cut);
        n += p[i].n - skip - seam.cut;
        if (seam.space)
            out[n++] = ' ';
    }
    return cd_space_collapse(arena, (struct cd_str){ out, n });
}
