/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

#include "base/memory.h"

enum {
    JIT_STACK_FIRST = 32 * 1024,
    JIT_STACK_MAX = 1024 * 1024, /* more than any linear pattern needs */
    MATCH_LIMIT = 100 * 1000,    /* steps from one starting point */
    DEPTH_LIMIT = 1000,
    HEAP_LIMIT = 1024, /* KiB */
};

struct cd_regex {
    pcre2_code *code;
};

struct cd_regex_scratch {
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
};

struct cd_regex *
cd_regex_new(struct cd_str pattern, struct cd_error *err)
{
    struct cd_regex *regex;
    int code;
    PCRE2_SIZE at;
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n,
                      PCRE2_ANCHORED | PCRE2_DOLLAR_ENDONLY, &code, &at, NULL);

    if (compiled == NULL) {
        PCRE2_UCHAR why[200];

        pcre2_get_error_message(code, why, sizeof(why));
        cd_fail(err, CD_FATAL, "pattern '%.*s': %s at byte %zu", (int)pattern.n,
                pattern.p, (const char *)why, (size_t)at);
        return NULL;
    }
    /* without a JIT the interpreter matches the same, only slower */
    (void)pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
    regex = cd_alloc(sizeof(*regex));
    regex->code = compiled;
    return regex;
}

void
cd_regex_free(struct cd_regex *regex)
{
    if (regex != NULL)
        pcre2_code_free(regex->code);
    free(regex);
}

struct cd_regex_scratch *
cd_regex_scratch_new(void)
{
    struct cd_regex_scratch *scratch = cd_alloc(sizeof(*scratch));

    scratch->data = pcre2_match_data_create(1, NULL);
    scratch->context = pcre2_match_context_create(NULL);
    scratch->stack =
        pcre2_jit_stack_create(JIT_STACK_FIRST, JIT_STACK_MAX, NULL);
    if (scratch->data == NULL || scratch->context == NULL)
        cd_out_of_memory();
    pcre2_set_match_limit(scratch->context, MATCH_LIMIT);
    pcre2_set_depth_limit(scratch->context, DEPTH_LIMIT);
    pcre2_set_heap_limit(scratch->context, HEAP_LIMIT);
    if (scratch->stack != NULL)
        pcre2_jit_stack_assign(scratch->context, NULL, scratch->stack);
    return scratch;
}

void
cd_regex_scratch_free(struct cd_regex_scratch *scratch)
{
    if (scratch == NULL)
        return;
    pcre2_match_data_free(scratch->data);
    pcre2_match_context_free(scratch->context);
    pcre2_jit_stack_free(scratch->stack);
    free(scratch);
}

static int
match(const struct cd_regex *regex, struct cd_regex_scratch *scratch,
      struct cd_str text, size_t at, uint32_t options)
{
    return pcre2_match(regex->code, (PCRE2_SPTR)text.p, text.n, at,
                       options | PCRE2_NO_UTF_CHECK, scratch->data,
                       scratch->context);
}

static enum cd_status
broken(int code, size_t at, struct cd_error *err)
{
    PCRE2_UCHAR why[200];

    pcre2_get_error_message(code, why, sizeof(why));
    return cd_fail(err, CD_SKIP, "pattern gave up at byte %zu: %s", at,
                   (const char *)why);
}

enum cd_status
cd_regex_at(const struct cd_regex *regex, struct cd_regex_scratch *scratch,
            struct cd_str text, size_t at, struct cd_regex_hit *hit,
            struct cd_error *err)
{
    int code = match(regex, scratch, text, at, 0);
    PCRE2_SIZE *spans;

    /* the JIT's stack ran out: the interpreter has its own limits */
    if (code == PCRE2_ERROR_JIT_STACKLIMIT)
        code = match(regex, scratch, text, at, PCRE2_NO_JIT);
    *hit = (struct cd_regex_hit){ 0 };
    if (code == PCRE2_ERROR_NOMATCH)
        return CD_OK;
    if (code < 0)
        return broken(code, at, err);
    spans = pcre2_get_ovector_pointer(scratch->data);
    hit->found = true;
    hit->span = (struct cd_span){ spans[0], spans[1] };
    hit->mark = (const char *)pcre2_get_mark(scratch->data);
    return CD_OK;
}
