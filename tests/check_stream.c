/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whole files: of every size that meets an edge of a buffer or of --max-doc,
 * and such as change while they are read.
 */
#include "corpus/input/stream.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "tests/check.h"
#include "tests/read_lines.h"

static const int sizes[] = { 1,      2,      15,     16,     17,     4095,
                             4096,   4097,   16383,  16384,  16385,  262143,
                             262144, 262145, 278527, 278528, 278529, 1000000 };

/* n bytes of text, none of which is where it could be by mistake. */
static void
make_text(struct cd_buf *out, int n)
{
    cd_buf_reset(out);
    for (int i = 0; i < n; i++)
        cd_buf_putc(out, (char)('a' + i * 7 % 25 + (i % 4096 == 0)));
}

static void
check_whole(int size, int most)
{
    struct cd_settings *settings = cd_settings_new();
    struct cd_buf text = { 0 }, got = { 0 }, limit = { 0 };
    struct cd_error err;
    size_t before;

    make_text(&text, size);
    cd_buf_printf(&limit, "%d", most);
    cd_settings_set(settings, "max-doc", limit.p, &err);
    read_lines(&got, cd_buf_str(&text), settings);
    if (size <= most) {
        before = cd_str_find(cd_buf_str(&got), CD_STR("|text|"), 0) + 6;
        ck_assert_uint_eq(got.n, before + text.n + 1);
        ck_assert_mem_eq(got.p + before, text.p, text.n);
    } else {
        cd_buf_reset(&text);
        cd_buf_printf(&text, "!more than %d bytes (--max-doc)\n", most);
        ck_assert_view_eq(cd_buf_str(&got), text.p);
    }
    cd_buf_release(&text);
    cd_buf_release(&got);
    cd_buf_release(&limit);
    cd_settings_free(settings);
}

START_TEST(whole)
{
    check_whole(sizes[_i], 1 << 24);
    check_whole(sizes[_i], sizes[_i]);
    check_whole(sizes[_i], sizes[_i] + 1);
    if (sizes[_i] > 1)
        check_whole(sizes[_i], sizes[_i] - 1);
}
END_TEST

/* The file has other bytes than when it was opened: what is there of those is
 * read, and no more. */
static void
check_changed(off_t size, size_t want)
{
    char path[] = "/tmp/copydesk-stream-XXXXXX";
    struct cd_buf text = { 0 };
    struct cd_error err;
    struct cd_stream *stream;
    char *p = malloc(50000);
    int fd = mkstemp(path);
    size_t held;

    make_text(&text, 50000);
    ck_assert_int_eq(write(fd, text.p, text.n), (ssize_t)text.n);
    stream = cd_stream_open(path, &err);
    ck_assert_ptr_nonnull(stream);
    held = cd_stream_view(stream).n;
    ck_assert_uint_eq(cd_stream_rest(stream), text.n - held);
    ck_assert_int_eq(ftruncate(fd, size), 0);
    ck_assert_uint_eq(cd_stream_fill(stream, p, text.n), want);
    ck_assert_mem_eq(p, text.p, want);
    ck_assert_uint_eq(cd_stream_offset(stream), want);
    ck_assert_uint_eq(cd_stream_read(stream), want);
    ck_assert_int_eq(cd_stream_stop(stream),
                     want < text.n ? CD_STOP_END : CD_STOP_NONE);
    cd_stream_free(stream);
    cd_buf_release(&text);
    free(p);
    close(fd);
    unlink(path);
}

START_TEST(changed)
{
    check_changed(30000, 30000);
    check_changed(60000, 50000);
}
END_TEST

Suite *
check_stream(void)
{
    Suite *suite = suite_create("stream");
    TCase *tcase = tcase_create("whole files");

    tcase_add_loop_test(tcase, whole, 0, CD_COUNT(sizes));
    tcase_add_test(tcase, changed);
    suite_add_tcase(suite, tcase);
    return suite;
}
