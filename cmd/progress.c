/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/progress.h"

#include <string.h>
#include <time.h>

enum { CELLS = 24 };

static const double redraw_seconds = 0.1, settle_seconds = 0.5;

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct cd_bar
cd_bar(const struct cd_terminal *to, const char *when)
{
    bool on = strcmp(when, "auto") == 0 ? to->is_terminal
                                        : strcmp(when, "always") == 0;

    return (struct cd_bar){ .to = to, .on = on, .began = now() };
}

static void
erase(struct cd_bar *bar)
{
    if (bar->drawn)
        fputs("\r\033[K", bar->to->file);
    bar->drawn = false;
}

static void
print_cells(FILE *file, double share)
{
    int full = (int)(share * CELLS + 0.5);

    fputc('[', file);
    for (int i = 0; i < CELLS; i++)
        fputc(i < full ? '#' : '.', file);
    fprintf(file, "] %3.0f %%  ", share * 100);
}

static void
print_left(FILE *file, double seconds)
{
    unsigned long left = (unsigned long)(seconds + 0.5);

    if (left >= 3600)
        fprintf(file, "  %lu h %02lu min left", left / 3600, left / 60 % 60);
    else if (left >= 60)
        fprintf(file, "  %lu min %02lu s left", left / 60, left % 60);
    else
        fprintf(file, "  %lu s left", left);
}

static void
draw(struct cd_bar *bar, const struct cd_progress *progress, double passed)
{
    FILE *file = bar->to->file;
    double share = 0;

    if (progress->total > 0)
        share = (double)progress->bytes / (double)progress->total;
    share = share > 1 ? 1 : share;
    erase(bar);
    if (progress->total > 0)
        print_cells(file, share);
    fprintf(file, "%llu pages", (unsigned long long)progress->documents);
    if (passed > 0)
        fprintf(file, "  %.0f/s", (double)progress->documents / passed);
    if (passed > 0)
        fprintf(file, "  %.1f MB/s", (double)progress->bytes / 1e6 / passed);
    if (progress->rejected > 0)
        fprintf(file, "  %llu rejected",
                (unsigned long long)progress->rejected);
    if (share > 0 && passed > settle_seconds)
        print_left(file, passed / share * (1 - share));
    fflush(file);
    bar->drawn = true;
}

void
cd_bar_progress(struct cd_bar *bar, const struct cd_progress *progress)
{
    double time = now();

    if (!bar->on || time - bar->last < redraw_seconds)
        return;
    bar->last = time;
    draw(bar, progress, time - bar->began);
}

void
cd_bar_message(struct cd_bar *bar, const char *text)
{
    erase(bar);
    fputs("copydesk: ", bar->to->file);
    cd_terminal_text(bar->to, text, strlen(text), (size_t)-1);
    fputc('\n', bar->to->file);
}

void
cd_bar_end(struct cd_bar *bar)
{
    erase(bar);
    fflush(bar->to->file);
}
