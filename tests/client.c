/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A client of the installed library: tests/installed.sh builds and runs it.
 */
#include <copydesk.h>
#include <stdio.h>
#include <string.h>

static const char page_html[] =
    "<html><head><title>Mill closes</title></head><body><article>"
    "<h1>Mill closes</h1><p>The paper mill in Tarnholt will close in May, and "
    "its 212 workers will get new jobs at the power station, the owner said "
    "on Monday after talks with the town.</p><p>The mill has made paper since "
    "1907, and it lost 4.5 million euros last year alone, according to its "
    "yearly report.</p></article></body></html>";

int
main(void)
{
    struct cd_settings *settings = cd_settings_new();
    struct cd_page *page = cd_page_new(settings);
    struct cd_error err = { CD_OK, "" };
    enum cd_status status;
    int bad;

    status = cd_page_read(page, page_html, sizeof(page_html) - 1, NULL, &err);
    if (status != CD_OK)
        printf("cannot read the page: %s\n", err.message);
    bad = status != CD_OK || strstr(cd_page_text(page), "212 workers") == NULL;
    bad |= cd_settings_set(settings, "threads", "many", &err) != CD_USAGE;
    printf("%s %s\n", cd_version(), cd_page_text(page));
    cd_page_free(page);
    cd_settings_free(settings);
    return bad;
}
