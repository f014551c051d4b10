/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/sites/site.h"

#include <stdio.h>
#include <xxhash.h>

#include "tests/check.h"

/* A document whose blocks are lines. */
static void
add_page(struct cd_lessons *lessons, const struct cd_sites *known,
         struct cd_str url, const char *const *lines, size_t n)
{
    struct cd_block blocks[8] = { { .keep = true } };
    struct cd_doc doc = { .url = url, .blocks = blocks, .block_count = n };

    for (size_t i = 0; i < n; i++)
        blocks[i] =
            (struct cd_block){ .keep = true, .text = cd_str_of(lines[i]) };
    cd_lessons_learn(lessons, known, &doc);
}

START_TEST(hosts)
{
    const uint64_t host = cd_site_host(CD_STR("https://example.org/a"));

    ck_assert_uint_ne(host, 0);
    ck_assert_uint_eq(host, cd_site_host(CD_STR("http://www.Example.ORG?b")));
    ck_assert_uint_eq(host, cd_site_host(CD_STR("http://me:x@example.org#c")));
    ck_assert_uint_ne(host, cd_site_host(CD_STR("http://example.org:81/")));
    ck_assert_uint_ne(host, cd_site_host(CD_STR("http://www./example.org")));
    ck_assert_uint_eq(cd_site_host(CD_STR("page.html")), 0);
    ck_assert_uint_eq(cd_site_host(CD_STR("file:///tmp/page.html")), 0);
    ck_assert_uint_eq(cd_site_host((struct cd_str){ NULL, 0 }), 0);
}
END_TEST

static struct cd_buf
some_sites(void)
{
    const struct cd_sites none = { 0 };
    struct cd_sites known = { .run = 2 };
    struct cd_lessons lessons = { 0 };
    struct cd_buf out = { 0 };
    char url[64];

    for (int i = 0; i < 60; i++) {
        const char *lines[] = { "A line of every page of this paper.", url,
                                "Another." };

        snprintf(url, sizeof(url), "https://paper%d.example/%d", i % 3, i);
        add_page(&lessons, &none, cd_str_of(url), lines, 3);
    }
    cd_lessons_merge(&lessons, &known);
    cd_sites_write(&out, &lessons.sites);
    cd_lessons_release(&lessons);
    return out;
}

START_TEST(there_and_back)
{
    struct cd_buf bytes = some_sites(), again = { 0 };
    const struct cd_site *site;
    const struct cd_site_note *note;
    struct cd_sites sites;
    struct cd_error err;

    ck_assert_int_eq(cd_sites_read(&sites, cd_buf_str(&bytes), &err), CD_OK);
    ck_assert_uint_eq(sites.run, 3);
    ck_assert_uint_eq(sites.count, 3);
    site = cd_site_find(&sites, cd_site_host(CD_STR("http://paper1.example")));
    ck_assert_ptr_nonnull(site);
    ck_assert_uint_eq(site->pages, 20);
    note = cd_site_note_find(
        site, cd_site_hash(CD_STR("A line of every page of this paper.")));
    ck_assert_ptr_nonnull(note);
    ck_assert_uint_eq(note->pages, 20);
    ck_assert_uint_ne(note->stories[CD_SITE_STORIES - 1], 0);
    ck_assert_ptr_null(cd_site_note_find(site, 1));
    cd_sites_write(&again, &sites);
    ck_assert_uint_eq(again.n, bytes.n);
    ck_assert_mem_eq(again.p, bytes.p, bytes.n);
    cd_sites_release(&sites);
    cd_buf_release(&bytes);
    cd_buf_release(&again);
}
END_TEST

/* Every byte changed in some ways, with a checksum that fits: what is read then
 * is either refused, or can be written. */
START_TEST(hostile_bytes)
{
    struct cd_buf bytes = some_sites();
    size_t refused = 0;

    for (size_t i = 0; i + 8 < bytes.n; i++) {
        static const char flips[] = { 1, (char)0x80, (char)0xFF };
        struct cd_buf out = { 0 };
        struct cd_sites sites;
        struct cd_error err;
        const char old = bytes.p[i];
        XXH64_hash_t check;

        bytes.p[i] = (char)(old ^ flips[i % CD_COUNT(flips)]);
        check = XXH3_64bits(bytes.p, bytes.n - 8);
        memcpy(bytes.p + bytes.n - 8, &check, 8);
        if (cd_sites_read(&sites, cd_buf_str(&bytes), &err) == CD_OK) {
            cd_sites_write(&out, &sites);
            cd_sites_release(&sites);
        } else
            refused++;
        cd_buf_release(&out);
        bytes.p[i] = old;
    }
    ck_assert_uint_gt(refused, bytes.n / 10);
    cd_buf_release(&bytes);
}
END_TEST

/* The most is kept of what a host has, and the line that all pages share. */
START_TEST(bounded)
{
    const struct cd_sites none = { 0 };
    struct cd_sites known = { 0 };
    struct cd_lessons lessons = { 0 };
    const struct cd_site *site;
    char url[64], lines[6][64];

    for (int i = 0; i < 4000; i++) {
        const char *texts[] = { "A line of every page of this paper.",
                                lines[0],
                                lines[1],
                                lines[2],
                                lines[3],
                                lines[4] };

        for (int k = 0; k < 5; k++)
            snprintf(lines[k], sizeof(lines[k]), "Line %d of page %d.", k, i);
        snprintf(url, sizeof(url), "https://paper.example/%d", i);
        add_page(&lessons, &none, cd_str_of(url), texts, 6);
    }
    cd_lessons_merge(&lessons, &known);
    site = &lessons.sites.sites[0];
    ck_assert_uint_eq(site->note_count, CD_SITE_NOTES_MAX);
    ck_assert_uint_le(site->seen_count, CD_SITE_SEEN_MAX);
    ck_assert_ptr_nonnull(cd_site_note_find(
        site, cd_site_hash(CD_STR("A line of every page of this paper."))));
    cd_lessons_release(&lessons);
}
END_TEST

Suite *
check_site(void)
{
    Suite *suite = suite_create("site");
    TCase *tcase = tcase_create("site");

    tcase_add_test(tcase, hosts);
    tcase_add_test(tcase, there_and_back);
    tcase_add_test(tcase, hostile_bytes);
    tcase_add_test(tcase, bounded);
    suite_add_tcase(suite, tcase);
    return suite;
}
