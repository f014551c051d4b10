/* SPDX-License-Identifier: Apache-2.0 */
/*
 * store_compare STORE PARAGRAPHS FOLDER: what it costs to keep the postings of
 * an index in STORE: runs (the segments of corpus/index/segment.h), lmdb,
 * rocksdb or sqlite.  Ten days add a tenth each: eight postings a paragraph, 8
 * bytes each (hash of a key, number of the unit), sorted, synced at the end of
 * the day.  Then 1,000,000 keys, of which every second one is there, are looked
 * up in order, and all postings of each are read.  bench/store_compare.sh runs
 * it.
 */
#include <endian.h>
#include <lmdb.h>
#include <rocksdb/c.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/memory.h"
#include "base/radix.h"
#include "corpus/index/index.h"
#include "corpus/index/segment.h"

enum { DAYS = 10, KEYS = 8, LOOK_UPS = 1000000, RUNS = 64, PART = 4096 };

static const char *folder;

static void
need(int good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "store_compare: %s\n", what);
    exit(4);
}

static uint64_t
mix(uint64_t x)
{
    x = (x ^ x >> 31) * UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ x >> 29) * UINT64_C(0xbf58476d1ce4e5b9);
    return x ^ x >> 32;
}

/* Three in ten keys are those of an earlier paragraph. */
static uint64_t
key_of(uint64_t unit, uint64_t n)
{
    uint64_t of = mix(unit) % 10 < 3 ? mix(unit + 7) % (unit + 1) : unit;

    return mix(of * KEYS + n) >> 32;
}

/* ---- our runs ---------------------------------------------------------- */

static struct cd_segment runs[RUNS];
static size_t run_count;
static unsigned run_number;

static void
run_path(char *path, size_t n, unsigned number)
{
    snprintf(path, n, "%s/%06u.seg", folder, number);
}

struct cursor {
    const struct cd_segment *run;
    uint64_t at, end;
    const uint64_t *part;
    size_t in, n;
};

static int
fill(struct cursor *c)
{
    struct cd_error err;

    if (c->in < c->n)
        return 1;
    c->n = c->end - c->at < PART ? (size_t)(c->end - c->at) : PART;
    c->in = 0;
    if (c->n == 0)
        return 0;
    c->part = cd_segment_at(c->run, CD_SECTION_POSTINGS, c->at, c->n, &err);
    need(c->part != NULL, "a run cannot be read");
    c->at += c->n;
    return 1;
}

/* The last from to last run, and keys, become one. */
static void
write_run(size_t first, const uint64_t *keys, size_t n)
{
    struct cursor cursors[RUNS] = { { 0 } };
    struct cd_segment_writer writer;
    struct cd_error err;
    uint64_t part[PART];
    size_t filled = 0, at = 0;
    char path[512];

    for (size_t i = first; i < run_count; i++)
        cursors[i] = (struct cursor){ .run = &runs[i],
                                      .end = cd_segment_count(
                                          &runs[i], CD_SECTION_POSTINGS) };
    run_path(path, sizeof(path), ++run_number);
    need(cd_segment_begin(&writer, path, 0, &err) == CD_OK &&
             cd_segment_section(&writer, CD_SECTION_POSTINGS, &err) == CD_OK,
         "a run cannot be written");
    for (;;) {
        struct cursor *least = NULL;
        uint64_t key = at < n ? keys[at] : UINT64_MAX;

        for (size_t i = first; i < run_count; i++) {
            if (fill(&cursors[i]) && cursors[i].part[cursors[i].in] < key) {
                least = &cursors[i];
                key = least->part[least->in];
            }
        }
        if (least == NULL && at == n)
            break;
        if (least != NULL)
            least->in++;
        else
            at++;
        part[filled++] = key;
        if (filled == PART) {
            cd_segment_write(&writer, part, sizeof(part), &err);
            filled = 0;
        }
    }
    cd_segment_write(&writer, part, filled * sizeof(*part), &err);
    need(cd_segment_finish(&writer, &err) == CD_OK, "a run cannot be ended");
    cd_segment_writer_release(&writer);
    for (size_t i = first; i < run_count; i++) {
        char old[512];

        snprintf(old, sizeof(old), "%s", runs[i].name);
        cd_segment_close(&runs[i]);
        remove(old);
    }
    run_count = first;
    need(cd_segment_open(&runs[run_count++], path, &err) == CD_OK,
         "a run cannot be opened");
}

static void
runs_add(const uint64_t *keys, size_t n)
{
    size_t first = run_count, behind = n;

    while (first > 0) {
        size_t size = cd_segment_count(&runs[first - 1], CD_SECTION_POSTINGS);

        if (size >= 4 * behind)
            break;
        behind += size;
        first--;
    }
    write_run(first, keys, n);
}

static uint64_t
runs_find(uint64_t hash)
{
    static uint64_t at[RUNS];
    struct cd_error err;
    uint64_t sum = 0;

    for (size_t i = 0; i < run_count; i++) {
        size_t to;

        at[i] = cd_segment_find(&runs[i], CD_SECTION_POSTINGS, at[i],
                                hash << 32, &err);
        to = cd_segment_find(&runs[i], CD_SECTION_POSTINGS, at[i],
                             (hash + 1) << 32, &err);
        for (; at[i] < to; at[i]++)
            sum += *(const uint64_t *)cd_segment_at(
                       &runs[i], CD_SECTION_POSTINGS, at[i], 1, &err) &
                   UINT32_MAX;
    }
    return sum;
}

/* ---- LMDB --------------------------------------------------------------- */

static MDB_env *env;
static MDB_dbi dbi;

static void
lmdb_open(void)
{
    MDB_txn *txn;

    need(mdb_env_create(&env) == 0, "lmdb");
    mdb_env_set_mapsize(env, (size_t)32 << 30);
    need(mdb_env_open(env, folder, 0, 0644) == 0, "lmdb open");
    need(mdb_txn_begin(env, NULL, 0, &txn) == 0, "lmdb begin");
    need(mdb_dbi_open(txn, NULL, MDB_INTEGERKEY, &dbi) == 0, "lmdb table");
    mdb_txn_commit(txn);
}

static void
lmdb_add(const uint64_t *keys, size_t n)
{
    MDB_txn *txn;
    MDB_cursor *cursor;
    MDB_val nothing = { 0, "" };

    mdb_txn_begin(env, NULL, 0, &txn);
    mdb_cursor_open(txn, dbi, &cursor);
    for (size_t i = 0; i < n; i++) {
        MDB_val key = { sizeof(keys[i]), (void *)&keys[i] };

        need(mdb_cursor_put(cursor, &key, &nothing, 0) == 0, "lmdb put");
    }
    mdb_cursor_close(cursor);
    need(mdb_txn_commit(txn) == 0, "lmdb commit");
}

static uint64_t
lmdb_find(uint64_t hash)
{
    static MDB_txn *txn;
    static MDB_cursor *cursor;
    uint64_t from = hash << 32, sum = 0;
    MDB_val key = { sizeof(from), &from }, value;
    int status;

    if (txn == NULL) {
        mdb_txn_begin(env, NULL, MDB_RDONLY, &txn);
        mdb_cursor_open(txn, dbi, &cursor);
    }
    status = mdb_cursor_get(cursor, &key, &value, MDB_SET_RANGE);
    for (; status == 0;
         status = mdb_cursor_get(cursor, &key, &value, MDB_NEXT)) {
        memcpy(&from, key.mv_data, sizeof(from));
        if (from >> 32 != hash)
            break;
        sum += from & UINT32_MAX;
    }
    return sum;
}

/* ---- RocksDB ------------------------------------------------------------ */

static rocksdb_t *rocks;

static void
rocksdb_start(void)
{
    rocksdb_options_t *options = rocksdb_options_create();
    char *why = NULL;

    rocksdb_options_set_create_if_missing(options, 1);
    rocks = rocksdb_open(options, folder, &why);
    need(why == NULL, "rocksdb open");
}

static void
rocksdb_add(const uint64_t *keys, size_t n)
{
    rocksdb_writeoptions_t *options = rocksdb_writeoptions_create();
    rocksdb_flushoptions_t *flush = rocksdb_flushoptions_create();
    rocksdb_writebatch_t *batch = rocksdb_writebatch_create();
    char *why = NULL;

    rocksdb_writeoptions_disable_WAL(options, 1); /* the flush is the sync */
    for (size_t i = 0; i < n; i++) {
        uint64_t key = htobe64(keys[i]);

        rocksdb_writebatch_put(batch, (const char *)&key, sizeof(key), "", 0);
        if (i % 10000 == 9999 || i + 1 == n) {
            rocksdb_write(rocks, options, batch, &why);
            rocksdb_writebatch_clear(batch);
        }
    }
    rocksdb_flush(rocks, flush, &why);
    need(why == NULL, "rocksdb write");
}

static uint64_t
rocksdb_find(uint64_t hash)
{
    static rocksdb_iterator_t *iterator;
    uint64_t from = htobe64(hash << 32), sum = 0;

    if (iterator == NULL)
        iterator = rocksdb_create_iterator(rocks, rocksdb_readoptions_create());
    rocksdb_iter_seek(iterator, (const char *)&from, sizeof(from));
    for (; rocksdb_iter_valid(iterator); rocksdb_iter_next(iterator)) {
        size_t size;

        memcpy(&from, rocksdb_iter_key(iterator, &size), sizeof(from));
        from = be64toh(from);
        if (from >> 32 != hash)
            break;
        sum += from & UINT32_MAX;
    }
    return sum;
}

/* ---- SQLite ------------------------------------------------------------- */

static sqlite3 *database;

/* The sign bit turned, so that numbers keep their order. */
static sqlite3_int64
signed_of(uint64_t key)
{
    return (sqlite3_int64)(key ^ UINT64_C(1) << 63);
}

static void
run_sql(const char *text)
{
    need(sqlite3_exec(database, text, NULL, NULL, NULL) == SQLITE_OK, text);
}

static void
sqlite_open(void)
{
    char path[512];

    snprintf(path, sizeof(path), "%s/postings.sqlite", folder);
    need(sqlite3_open(path, &database) == SQLITE_OK, "sqlite open");
    run_sql("PRAGMA journal_mode = WAL");
    run_sql("PRAGMA cache_size = -262144"); /* 256 MiB */
    run_sql("CREATE TABLE IF NOT EXISTS postings(key INTEGER PRIMARY KEY)");
}

static void
sqlite_add(const uint64_t *keys, size_t n)
{
    sqlite3_stmt *insert;

    sqlite3_prepare_v2(database, "INSERT INTO postings VALUES(?)", -1, &insert,
                       NULL);
    run_sql("BEGIN");
    for (size_t i = 0; i < n; i++) {
        sqlite3_bind_int64(insert, 1, signed_of(keys[i]));
        need(sqlite3_step(insert) == SQLITE_DONE, "sqlite insert");
        sqlite3_reset(insert);
    }
    run_sql("COMMIT");
    sqlite3_finalize(insert);
    run_sql("PRAGMA wal_checkpoint(TRUNCATE)");
}

static uint64_t
sqlite_find(uint64_t hash)
{
    static sqlite3_stmt *query;
    uint64_t sum = 0;

    if (query == NULL)
        sqlite3_prepare_v2(database,
                           "SELECT key FROM postings WHERE key BETWEEN ? "
                           "AND ? ORDER BY key",
                           -1, &query, NULL);
    sqlite3_bind_int64(query, 1, signed_of(hash << 32));
    sqlite3_bind_int64(query, 2, signed_of(hash << 32 | UINT32_MAX));
    while (sqlite3_step(query) == SQLITE_ROW)
        sum += (uint64_t)sqlite3_column_int64(query, 0) & UINT32_MAX;
    sqlite3_reset(query);
    return sum;
}

/* ---- all of them -------------------------------------------------------- */

static void
nothing(void)
{
}

static const struct store {
    const char *name;
    void (*open)(void);
    void (*add)(const uint64_t *keys, size_t n);
    uint64_t (*find)(uint64_t hash);
} stores[] = {
    { "runs", nothing, runs_add, runs_find },
    { "lmdb", lmdb_open, lmdb_add, lmdb_find },
    { "rocksdb", rocksdb_start, rocksdb_add, rocksdb_find },
    { "sqlite", sqlite_open, sqlite_add, sqlite_find },
};

static double
cpu_seconds(void)
{
    struct rusage used;

    getrusage(RUSAGE_SELF, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static void
sort(uint64_t *keys, size_t n)
{
    uint64_t *temp = cd_realloc(NULL, n, sizeof(*temp));

    cd_radix_sort(keys, temp, n);
    free(temp);
}

static double
add_days(const struct store *store, uint64_t paragraphs)
{
    uint64_t day = paragraphs / DAYS;
    uint64_t *keys = cd_realloc(NULL, day * KEYS, sizeof(*keys));
    double seconds = 0, start;

    for (uint64_t d = 0; d < DAYS; d++) {
        for (uint64_t i = 0; i < day * KEYS; i++) {
            uint64_t unit = d * day + i / KEYS;

            keys[i] = key_of(unit, i % KEYS) << 32 | unit;
        }
        sort(keys, day * KEYS);
        start = cpu_seconds();
        store->add(keys, (size_t)cd_radix_unique(keys, day * KEYS));
        seconds += cpu_seconds() - start;
    }
    free(keys);
    return seconds;
}

int
main(int argc, char **argv)
{
    static uint64_t wanted[LOOK_UPS];
    const struct store *store = NULL;
    struct rusage used;
    uint64_t paragraphs, sum = 0;
    double added, start;

    for (size_t i = 0; argc == 4 && i < CD_COUNT(stores); i++) {
        if (strcmp(stores[i].name, argv[1]) == 0)
            store = &stores[i];
    }
    need(store != NULL, "usage: store_compare STORE PARAGRAPHS FOLDER");
    paragraphs = strtoull(argv[2], NULL, 10);
    folder = argv[3];
    store->open();
    added = add_days(store, paragraphs);
    for (uint64_t i = 0; i < LOOK_UPS; i++)
        wanted[i] =
            i % 2 ? mix(i + 99) >> 32 : key_of(mix(i) % paragraphs, i % KEYS);
    sort(wanted, LOOK_UPS);
    start = cpu_seconds();
    for (uint64_t i = 0; i < LOOK_UPS; i++) {
        if (i == 0 || wanted[i] != wanted[i - 1])
            sum += store->find(wanted[i]);
    }
    start = cpu_seconds() - start;
    getrusage(RUSAGE_SELF, &used);
    printf("%s\t%llu\t%.2f\t%.2f\t%.2f\t%.2f\t%ld\t%llx\n", store->name,
           (unsigned long long)paragraphs, added,
           (double)paragraphs * KEYS / added / 1e6, start,
           LOOK_UPS / start / 1e6, used.ru_maxrss / 1024,
           (unsigned long long)sum);
    return 0;
}
