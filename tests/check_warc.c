/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Web archives, made here: whole, cut, lying and damaged.
 */
#include <stdio.h>
#include <zlib.h>
#include <zstd.h>

#include "tests/check.h"
#include "tests/read_lines.h"

#define HTTP "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

/* A record; length SIZE_MAX: the right one. */
struct record {
    const char *type, *id, *media;
    struct cd_str block;
    size_t length;
};

static void
add_record(struct cd_buf *out, const struct record *record, const char *end)
{
    size_t n = record->length != SIZE_MAX ? record->length : record->block.n;

    cd_buf_printf(out, "WARC/1.0%sWARC-Type: %s%s", end, record->type, end);
    cd_buf_printf(out, "warc-record-id: <%s>%s", record->id, end);
    cd_buf_printf(out, "WARC-Target-URI: https://example.org/%s%s", record->id,
                  end);
    cd_buf_printf(out, "Content-Type: %s%sContent-Length: %zu%s%s",
                  record->media, end, n, end, end);
    cd_buf_add(out, record->block);
    cd_buf_printf(out, "%s%s", end, end);
}

static struct record
page(const char *id, struct cd_str block)
{
    return (struct record){ "response", id,
                            "application/http; msgtype=response", block,
                            SIZE_MAX };
}

static void
add_gzip(struct cd_buf *out, struct cd_str plain)
{
    z_stream z = { 0 };
    size_t room = plain.n + plain.n / 100 + 100;

    ck_assert_int_eq(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, 0), Z_OK);
    z.next_in = (Bytef *)(uintptr_t)plain.p;
    z.avail_in = (uInt)plain.n;
    z.next_out = (Bytef *)cd_buf_reserve(out, room);
    z.avail_out = (uInt)room;
    ck_assert_int_eq(deflate(&z, Z_FINISH), Z_STREAM_END);
    out->n += z.total_out;
    deflateEnd(&z);
}

static void
add_member(struct cd_buf *out, const struct record *record)
{
    struct cd_buf plain = { 0 };

    add_record(&plain, record, "\r\n");
    add_gzip(out, cd_buf_str(&plain));
    cd_buf_release(&plain);
}

static void
expect(struct cd_buf *in, const char *want)
{
    struct cd_buf out = { 0 };

    read_lines(&out, cd_buf_str(in), NULL);
    ck_assert_view_eq(cd_buf_str(&out), want);
    cd_buf_release(&out);
    cd_buf_release(in);
}

static const struct {
    struct record record;
    const char *want;
} record_cases[] = {
    { { "response", "a", "application/http; msgtype=response",
        BYTES(HTTP "\r\n<p>x"), SIZE_MAX },
      "\"a\"|html|<p>x\n" },
    { { "resource", "a", "text/html; charset=utf-8", BYTES("<p>x"), SIZE_MAX },
      "\"a\"|html|<p>x\n" },
    { { "conversion", "a", "text/plain", BYTES("plain words"), SIZE_MAX },
      "\"a\"|text|plain words\n" },
    { { "resource", "a", "image/png", BYTES("\x89PNG"), SIZE_MAX }, "" },
    { { "request", "a", "application/http; msgtype=request",
        BYTES("GET / HTTP/1.1\r\n\r\n"), SIZE_MAX },
      "" },
    { { "metadata", "a", "text/plain", BYTES("x"), SIZE_MAX }, "" },
    { { "revisit", "a", "application/http; msgtype=response",
        BYTES(HTTP "\r\n"), SIZE_MAX },
      "" },
    { { "response", "a", "application/http",
        BYTES("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>x"),
        SIZE_MAX },
      "" },
    { { "response", "a", "application/http",
        BYTES("HTTP/1.1 200 OK\nContent-Type: Text/HTML\n\n<p>x"), SIZE_MAX },
      "\"a\"|html|<p>x\n" },
    { { "response", "a", "application/http",
        BYTES(HTTP "Transfer-Encoding: chunked\r\n\r\n"
                   "3\r\n<p>\r\n0002;x=y\r\nab\r\n0\r\n\r\n"),
        SIZE_MAX },
      "\"a\"|html|<p>ab\n" },
    /* says that it is chunked and is not, or is no more */
    { { "response", "a", "application/http",
        BYTES(HTTP "Transfer-Encoding: chunked\r\n\r\n<p>ab"), SIZE_MAX },
      "\"a\"|html|<p>ab\n" },
    { { "response", "a", "application/http",
        BYTES(HTTP "Transfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\nZZ\r\nab"),
        SIZE_MAX },
      "\"a\"|html|<p>ZZ\r\nab\n" },
    { { "response", "a", "application/http",
        BYTES(HTTP "Content-Encoding: gzip\r\n\r\n<p>not gzip"), SIZE_MAX },
      "\"a\"|html|<p>not gzip\n" },
    /* a zlib stream or bare, both of which are about; brotli; zstd */
    { { "response", "a", "application/http",
        BYTES(HTTP "Content-Encoding: deflate\r\n\r\n"
                   "\x78\xda\xb3\x29\xb0\x4b\x54\x48\x4b\x2d\x2a\xaa\x54"
                   "\x40\xa3\x01\x76\xce\x09\x26"),
        SIZE_MAX },
      "\"a\"|html|<p>a ferry a ferry a ferry\n" },
    { { "response", "a", "application/http",
        BYTES(HTTP "Content-Encoding: deflate\r\n\r\n"
                   "\xb3\x29\xb0\x4b\x54\x48\x4b\x2d\x2a\xaa\x54\x40\xa3"
                   "\x01"),
        SIZE_MAX },
      "\"a\"|html|<p>a ferry a ferry a ferry\n" },
    { { "response", "a", "application/http",
        BYTES(HTTP "Content-Encoding: br\r\n\r\n"
                   "\x1b\x19\x00\xf8\x1d\x09\x36\x4e\x72\xbb\xd6\xc2\x51"
                   "\x0d\xc2\x23\x97\x27\xc3\xcc\xe0\xca\xa7\x2c\x84\x0a"
                   "\x07\xca\xa1\x35"),
        SIZE_MAX },
      "\"a\"|html|<p>a ferry a ferry a ferry\n" },
    { { "response", "a", "application/http",
        BYTES(HTTP "Content-Encoding: zstd\r\n\r\n"
                   "\x28\xb5\x2f\xfd\x04\x58\x8d\x00\x00\x58\x3c\x70\x3e"
                   "\x61\x20\x66\x65\x72\x72\x79\x20\x01\x00\xeb\x8a\x17"
                   "\xe6\x57\x37\x9c"),
        SIZE_MAX },
      "\"a\"|html|<p>a ferry a ferry a ferry\n" },
    { { "resource", "a", "text/markdown", BYTES("# x"), SIZE_MAX },
      "\"a\"|markdown|# x\n" },
    { { "response", "a", "application/http",
        BYTES(HTTP "Content-Encoding: br\r\n\r\n\x0b\x02\x80"), SIZE_MAX },
      "!brotli data: cut off\n" },
    { { "response", "a", "application/http",
        BYTES(HTTP "Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\0\0\0\0\0\0\3z"),
        SIZE_MAX },
      "!gzip data: cut off\n" },
    { { "response", "a", "application/http", BYTES(HTTP "\r\n"), SIZE_MAX },
      "!empty page\n" },
};

START_TEST(kinds)
{
    struct cd_buf in = { 0 };

    add_record(&in, &record_cases[_i].record, "\r\n");
    expect(&in, record_cases[_i].want);
}
END_TEST

START_TEST(line_feeds_only)
{
    struct record a = page("a", CD_STR(HTTP "\r\n<p>1"));
    struct record b = page("b", CD_STR(HTTP "\r\n<p>2"));
    struct cd_buf in = { 0 };

    add_record(&in, &a, "\n");
    add_record(&in, &b, "\n");
    expect(&in, "\"a\"|html|<p>1\n\"b\"|html|<p>2\n");
}
END_TEST

/* Length is wrong: too small loses nothing, too large costs the record. */
START_TEST(wrong_length)
{
    struct record a = page("a", CD_STR(HTTP "\r\n<p>one"));
    struct record b = page("b", CD_STR(HTTP "\r\n<p>2"));
    struct cd_buf in = { 0 };

    a.length = a.block.n - 3;
    add_record(&in, &a, "\r\n");
    add_record(&in, &b, "\r\n");
    expect(&in, "\"a\"|html|<p>one\r\n\r\n\n\"b\"|html|<p>2\n");
    a.length = a.block.n + 20;
    add_record(&in, &a, "\r\n");
    add_record(&in, &b, "\r\n");
    expect(&in, "!Content-Length 70 is wrong: the next record begins after 54 "
                "bytes\n\"b\"|html|<p>2\n");
    a.length = 99999999999;
    add_record(&in, &a, "\r\n");
    add_record(&in, &b, "\r\n");
    expect(&in, "!Content-Length 99999999999 is wrong: the next record begins "
                "after 54 bytes\n\"b\"|html|<p>2\n");
}
END_TEST

START_TEST(truncated)
{
    struct record a = page("a", CD_STR(HTTP "\r\n<p>1"));
    struct record b = page("b", CD_STR(HTTP "\r\n<p>2"));
    struct cd_buf in = { 0 };

    add_record(&in, &a, "\r\n");
    add_record(&in, &b, "\r\n");
    in.n -= 6;
    expect(&in, "\"a\"|html|<p>1\n!truncated: it ends before the 48 bytes of "
                "its Content-Length\n");
    add_record(&in, &a, "\r\n");
    add_record(&in, &b, "\r\n");
    in.n -= 80;
    expect(&in, "\"a\"|html|<p>1\n!truncated in the WARC header\n");
}
END_TEST

START_TEST(garbage_between_records)
{
    struct record a = page("a", CD_STR(HTTP "\r\n<p>1"));
    struct record b = page("b", CD_STR(HTTP "\r\n<p>2"));
    struct cd_buf in = { 0 };

    add_record(&in, &a, "\r\n");
    cd_buf_puts(&in, "what is this?\nWARC/ no\n");
    add_record(&in, &b, "\r\n");
    /* the first record's end is not to be seen, so it reaches to the second */
    expect(&in, "\"a\"|html|<p>1\r\n\r\nwhat is this?\nWARC/ no\n\n"
                "\"b\"|html|<p>2\n");
}
END_TEST

START_TEST(members)
{
    struct record a = page("a", CD_STR(HTTP "\r\n<p>1"));
    struct record b = page("b", CD_STR(HTTP "\r\n<p>2"));
    struct cd_buf in = { 0 }, plain = { 0 };

    add_member(&in, &a);
    add_gzip(&in, CD_STR(""));
    add_member(&in, &b);
    expect(&in, "\"a\"|html|<p>1\n\"b\"|html|<p>2\n");
    /* one member for all */
    add_record(&plain, &a, "\r\n");
    add_record(&plain, &b, "\r\n");
    add_gzip(&in, cd_buf_str(&plain));
    cd_buf_release(&plain);
    expect(&in, "\"a\"|html|<p>1\n\"b\"|html|<p>2\n");
    /* padding and garbage */
    add_member(&in, &a);
    cd_buf_add(&in, CD_STR("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"));
    add_member(&in, &b);
    expect(&in, "\"a\"|html|<p>1\n\"b\"|html|<p>2\n");
}
END_TEST

/* A damaged member costs itself, whichever byte of it is wrong. */
START_TEST(damaged_member)
{
    struct record a = page("a", CD_STR(HTTP "\r\n<p>1"));
    struct record b = page("b", CD_STR(HTTP "\r\n<p>22222222"));
    struct record c = page("c", CD_STR(HTTP "\r\n<p>3"));
    struct cd_buf in = { 0 }, out = { 0 };
    size_t start, end;

    add_member(&in, &a);
    start = in.n;
    add_member(&in, &b);
    end = in.n;
    add_member(&in, &c);
    for (size_t i = start; i < end; i++) {
        struct cd_str got;

        in.p[i] ^= 0x55;
        cd_buf_reset(&out);
        read_lines(&out, cd_buf_str(&in), NULL);
        in.p[i] ^= 0x55;
        got = cd_buf_str(&out);
        ck_assert(cd_str_starts(got, CD_STR("\"a\"|html|<p>1\n")));
        ck_assert_msg(cd_str_ends(got, CD_STR("\"c\"|html|<p>3\n")),
                      "byte %zu: %.*s", i, (int)got.n, got.p);
        /* the time stamp and the system's name are under no checksum */
        if (i - start < 3 || i - start > 9)
            ck_assert_msg(cd_str_find(got, CD_STR("!"), 0) != SIZE_MAX,
                          "byte %zu: %.*s", i - start, (int)got.n, got.p);
    }
    cd_buf_release(&in);
    cd_buf_release(&out);
}
END_TEST

START_TEST(cut_member)
{
    struct record a = page("a", CD_STR(HTTP "\r\n<p>1"));
    struct record b = page("b", CD_STR(HTTP "\r\n<p>2"));
    struct cd_buf in = { 0 }, out = { 0 };
    size_t start;

    add_member(&in, &a);
    start = in.n;
    add_member(&in, &b);
    for (size_t n = in.n - 1; n > start; n--) {
        cd_buf_reset(&out);
        read_lines(&out, (struct cd_str){ in.p, n }, NULL);
        ck_assert_msg(
            cd_str_starts(cd_buf_str(&out), CD_STR("\"a\"|html|<p>1\n!lost")),
            "%zu bytes: %.*s", n, (int)out.n, out.p);
    }
    cd_buf_release(&in);
    cd_buf_release(&out);
}
END_TEST

static void
add_frame(struct cd_buf *out, const struct record *record, struct cd_str words)
{
    ZSTD_CCtx *z = ZSTD_createCCtx();
    struct cd_buf plain = { 0 };
    size_t room, n;

    add_record(&plain, record, "\r\n");
    room = ZSTD_compressBound(plain.n);
    n = ZSTD_compress_usingDict(z, cd_buf_reserve(out, room), room, plain.p,
                                plain.n, words.p, words.n, 3);
    ck_assert(!ZSTD_isError(n));
    out->n += n;
    cd_buf_release(&plain);
    ZSTD_freeCCtx(z);
}

/* .warc.zst: the first frame holds the dictionary of the others. */
START_TEST(zstd_with_dictionary)
{
    struct cd_str words = CD_STR("WARC/1.0\r\nWARC-Type: response\r\n" HTTP);
    struct record a = page("a", CD_STR(HTTP "\r\n<p>1"));
    struct record b = page("b", CD_STR(HTTP "\r\n<p>2"));
    struct cd_buf in = { 0 };

    cd_buf_add(&in, CD_STR("\x5D\x2A\x4D\x18"));
    cd_buf_putc(&in, (char)words.n);
    cd_buf_add(&in, CD_STR("\0\0\0"));
    cd_buf_add(&in, words);
    add_frame(&in, &a, words);
    add_frame(&in, &b, words);
    expect(&in, "\"a\"|html|<p>1\n\"b\"|html|<p>2\n");
}
END_TEST

/* xorshift: the same records everywhere. */
static uint64_t
next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void
add_random_body(struct cd_buf *out, uint64_t *state)
{
    static const char bytes[] = "ab <>\r\n\"&;:W0";
    size_t n =
        next_random(state) % (next_random(state) % 50 == 0 ? 700000 : 3000);

    cd_buf_puts(out, "<p>");
    while (n-- > 0)
        cd_buf_putc(out, bytes[next_random(state) % (sizeof(bytes) - 1)]);
    cd_buf_putc(out, '.');
}

static void
add_chunked(struct cd_buf *out, struct cd_str body, uint64_t *state)
{
    while (body.n > 0) {
        size_t n = 1 + next_random(state) % 5000;

        n = n < body.n ? n : body.n;
        cd_buf_printf(out, "%zx\r\n", n);
        cd_buf_add(out, cd_str_sub(body, 0, n));
        cd_buf_puts(out, "\r\n");
        body = cd_str_sub(body, n, body.n);
    }
    cd_buf_puts(out, "0\r\n\r\n");
}

static void
add_random_block(struct cd_buf *out, struct cd_str body, uint64_t *state)
{
    struct cd_buf coded = { 0 };
    uint64_t how = next_random(state) % 4;

    cd_buf_puts(out, HTTP);
    if (how & 1) {
        cd_buf_puts(out, "Content-Encoding: gzip\r\n");
        add_gzip(&coded, body);
        body = cd_buf_str(&coded);
    }
    cd_buf_puts(out, how & 2 ? "transfer-encoding: Chunked\r\n\r\n" : "\r\n");
    if (how & 2)
        add_chunked(out, body, state);
    else
        cd_buf_add(out, body);
    cd_buf_release(&coded);
}

/* Random pages -> archive -> the same pages. */
START_TEST(round_trip)
{
    uint64_t state = 88172645463325252u + (uint64_t)_i;
    struct cd_buf in = { 0 }, want = { 0 }, out = { 0 }, body = { 0 },
                  block = { 0 }, plain = { 0 };

    for (int i = 0; i < 40; i++) {
        char id[32];
        struct record record;

        snprintf(id, sizeof(id), "urn:x:%d", i);
        cd_buf_reset(&body);
        cd_buf_reset(&block);
        cd_buf_reset(&plain);
        add_random_body(&body, &state);
        add_random_block(&block, cd_buf_str(&body), &state);
        record = page(id, cd_buf_str(&block));
        add_record(&plain, &record, _i & 1 ? "\n" : "\r\n");
        if (_i & 2)
            add_gzip(&in, cd_buf_str(&plain));
        else
            cd_buf_add(&in, cd_buf_str(&plain));
        cd_buf_printf(&want, "\"%s\"|html|", id);
        cd_buf_add(&want, cd_buf_str(&body));
        cd_buf_putc(&want, '\n');
    }
    read_lines(&out, cd_buf_str(&in), NULL);
    ck_assert(cd_str_eq(cd_buf_str(&out), cd_buf_str(&want)));
    cd_buf_release(&in);
    cd_buf_release(&want);
    cd_buf_release(&out);
    cd_buf_release(&body);
    cd_buf_release(&block);
    cd_buf_release(&plain);
}
END_TEST

Suite *
check_warc(void)
{
    Suite *suite = suite_create("warc");
    TCase *tcase = tcase_create("warc");

    tcase_add_loop_test(tcase, kinds, 0, (int)CD_COUNT(record_cases));
    tcase_add_test(tcase, line_feeds_only);
    tcase_add_test(tcase, wrong_length);
    tcase_add_test(tcase, truncated);
    tcase_add_test(tcase, garbage_between_records);
    tcase_add_test(tcase, members);
    tcase_add_test(tcase, damaged_member);
    tcase_add_test(tcase, cut_member);
    tcase_add_test(tcase, zstd_with_dictionary);
    tcase_add_loop_test(tcase, round_trip, 0, 8);
    suite_add_tcase(suite, tcase);
    return suite;
}
