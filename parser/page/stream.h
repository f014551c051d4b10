/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pages that are sent in pieces, as React's servers send them:
 *
 *     <main><template id="B:0"></template> ... </main>
 *     <div hidden id="S:0"><p>The ferry sank.</p></div>
 *     <script>$RC("B:0","S:0")</script>
 *
 * What takes long to make comes at the end of the page in a hidden box, and a
 * script puts it where its template stands.  So does this.
 */
#ifndef CD_PARSER_PAGE_STREAM_H
#define CD_PARSER_PAGE_STREAM_H

#include "parser/html/tree.h"

/* Moves the children of each hidden box "S:n" of the body behind the template
 * "B:n" or "P:n", and takes the empty box out.  A box without a template stays,
 * and so does one that holds its own. */
void cd_stream_place(struct cd_tree *tree);

#endif
