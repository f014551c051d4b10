/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of the pages of tests/check_judge.c.
 */
#ifndef CD_TESTS_JUDGE_PAGES_H
#define CD_TESTS_JUDGE_PAGES_H

#define P1                                                                     \
    "The ferry to the outer islands will sail again on Monday, the company "   \
    "said on Friday, after three weeks of repairs in the yard at Northport."
#define P2                                                                     \
    "Passengers with tickets for the lost weeks get their money back, or may " \
    "sail on any day before the end of June, a spokeswoman told reporters."
#define P3                                                                     \
    "The islands have had no bread from the mainland since the storm, and "    \
    "their only doctor has been flown in by the coast guard twice a week."
#define P4                                                                     \
    "Whether the old boat can be saved is for the yard to say. It was built "  \
    "in 1971, and no other ship of its kind is still at sea, the company "     \
    "said."
#define BODY "<p>" P1 "</p><p>" P2 "</p><p>" P3 "</p><p>" P4 "</p>"
#define CARD(to, title, blurb)                                                 \
    "<div class=item><h3><a href=" to ">" title "</a></h3><p>" blurb           \
    "</p></div>"
#define CARDS(to)                                                              \
    CARD(to "1", "Harbour wall to be rebuilt before winter",                   \
         "Masons will start in May, the council says, and end before winter.") \
    CARD(to "2", "School of music looks for old violins",                      \
         "It asks the people of the town to look into their attics for some.") \
    CARD(to "3", "Baker wins prize for bread from the sea",                    \
         "His loaf with dried seaweed he had baked for his own children.")
#define MENU                                                                   \
    "<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li>"         \
    "<li><a href=/s>Sport</a></li></ul></nav>"
#define HEAD                                                                   \
    "<!doctype html><html><head><title>Ferry returns</title>"                  \
    "<meta property=article:published_time content=2026-05-03T10:00:00Z>"      \
    "</head><body>" MENU "<main><article><h1>Ferry returns</h1>"
#define FOOT                                                                   \
    "</article></main><footer><p>&copy; 2026 The Harbour Post. All rights "    \
    "reserved.</p><a href=/imprint>Imprint</a></footer></body></html>"

#endif
