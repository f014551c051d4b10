/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Manifests of an index that are newer, damaged or none.
 */
#include "corpus/index/manifest.h"

#include <stdlib.h>
#include <unistd.h>

#include "corpus/core/outfile.h"
#include "tests/check.h"

static const struct {
    const char *text, *why;
} manifests[] = {
    { "", "no manifest" },
    { "copydesk index", "no manifest" },
    { "copydesk index x\n", "no manifest" },
    { "copydesk index 2\nanything\n", "newer copydesk" },
    { "copydesk index 99999999999999999999\n", "no manifest" },
    { "copydesk index 1\n", "was cut" },
    { "copydesk index 1\nsegment 1 2 3\n", "damaged at byte 17" },
    { "copydesk index 1\nsegment 1 2 3 -4\n", "damaged at byte 17" },
    { "copydesk index 1\nother 1\n", "damaged at byte 17" },
    { "copydesk index 1\ncheck 0000000000000000\n", "check is wrong" },
};

START_TEST(bad_manifests)
{
    struct cd_manifest manifest = { 0 };
    struct cd_error err;

    ck_assert_int_eq(
        cd_manifest_parse(&manifest, cd_str_of(manifests[_i].text), &err),
        CD_FATAL);
    ck_assert_msg(strstr(err.message, manifests[_i].why) != NULL, "%s",
                  err.message);
    cd_manifest_release(&manifest);
}
END_TEST

START_TEST(good_manifest)
{
    struct cd_manifest manifest = { 0 }, again = { 0 };
    struct cd_error err = { CD_OK, "" };
    char folder[] = "/tmp/copydesk-manifest-XXXXXX";
    struct cd_buf path;

    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(cd_manifest_read(&manifest, folder, &err), CD_END);
    cd_buf_puts(&manifest.options, "unit=record");
    manifest.keys = UINT64_MAX;
    manifest.last = 17;
    manifest.last_base = 4;
    cd_manifest_add(&manifest, (struct cd_manifest_entry){ 1, 2, 3, 4 });
    ck_assert_int_eq(cd_manifest_write(&manifest, folder, &err), CD_OK);
    ck_assert_msg(cd_manifest_read(&again, folder, &err) == CD_OK, "%s",
                  err.message);
    ck_assert_view_eq(cd_buf_str(&again.options), "unit=record");
    ck_assert(again.keys == UINT64_MAX && again.last == 17);
    ck_assert(again.last_base == 4 && again.count == 1);
    ck_assert(again.entries[0].number == 1 && again.entries[0].bytes == 4);
    cd_manifest_release(&manifest);
    cd_manifest_release(&again);
    path = cd_outfile_in(folder, "manifest");
    unlink(path.p);
    rmdir(folder);
    cd_buf_release(&path);
}
END_TEST

Suite *
check_manifest(void)
{
    Suite *suite = suite_create("manifest");
    TCase *tests = tcase_create("manifest");

    tcase_add_loop_test(tests, bad_manifests, 0, CD_COUNT(manifests));
    tcase_add_test(tests, good_manifest);
    suite_add_tcase(suite, tests);
    return suite;
}
