# SPDX-License-Identifier: Apache-2.0
# JSONL of N news pages, some of whose paragraphs are copies of earlier ones:
#     awk -v n=500 -f tests/pages.awk >pages.jsonl
# Every 50th line is broken.
function word(  w, i) {
    w = ""
    for (i = 2 + int(rand() * 3); i > 0; i--)
        w = w substr("bdfgklmnprstvz", 1 + int(rand() * 14), 1) \
            substr("aeiou", 1 + int(rand() * 5), 1)
    return w
}
function sentence(  s, i, k) {
    s = "The " word()
    k = int(rand() * 12)
    for (i = 0; i < 12; i++)
        s = s " " (i == k ? int(rand() * 900) " million dollars in" : word())
    return s "."
}
function paragraph(  p, i) {
    if (kept > 0 && rand() < .15) {
        p = keep[int(rand() * kept)]
        if (rand() < .5)
            sub(/ [a-z]+\./, " today.", p)
        return p
    }
    p = sentence()
    for (i = 1 + int(rand() * 3); i > 0; i--)
        p = p " " sentence()
    if (kept < 2000)
        keep[kept++] = p
    return p
}
BEGIN {
    srand(7)
    for (page = 1; page <= n; page++) {
        html = "<title>Story " page "</title><nav><a href=/>Home</a></nav>" \
            "<article><h1>Story " page " of the day</h1>"
        for (j = 2 + int(rand() * 5); j > 0; j--)
            html = html "<p>" paragraph() "</p>"
        html = html "</article><footer>Example News</footer>"
        if (page % 50 == 0)
            print "{\"id\":" page ",\"html\":\"" html
        else
            print "{\"id\":\"p" page "\",\"html\":\"" html \
                "\",\"url\":\"https://example.org/" page "\"}"
    }
}
