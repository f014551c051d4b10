#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Page text against the tree-construction cases of html5lib-tests.

    bench/html5lib.py BUILD CASES [own|libxml2] [--show N]

BUILD is the build folder (make bench/tree_text there first); CASES is a folder
of .dat files.  Compared is the text of each whole-page case without scripts and
styles, NUL bytes left out of the page as decoding does; cases for fragments, and those that need a running script, are left out.
"""
import pathlib
import subprocess
import sys


def cases(path):
    """(name, page, wanted text) of each whole-page case in a .dat file."""
    for n, part in enumerate(path.read_bytes().decode("utf-8", "surrogatepass")
                             .split("#data\n")[1:]):
        data, _, tail = part.partition("\n#errors")
        if "#document-fragment" in tail or "#script-on" in tail:
            continue
        _, _, tree = tail.partition("#document\n")
        yield f"{path.name}:{n}", data, text_of(tree)


def text_of(dump):
    """The text in a tree dump: '| ' + indent + quoted string, maybe over lines."""
    out, hidden, text = [], None, None
    for line in dump.split("\n"):
        if text is not None:
            text += "\n" + line
        elif line.startswith("| "):
            depth = len(line) - len(line[2:].lstrip(" ")) - 2
            body = line[2:].lstrip(" ")
            if hidden is not None and depth <= hidden:
                hidden = None
            if body in ("<script>", "<style>"):
                hidden = depth
            if not body.startswith('"'):
                continue
            text = body[1:]
        if text is not None and text.endswith('"'):
            if hidden is None:
                out.append(text[:-1])
            text = None
    return "".join(out)


def main():
    build, folder = sys.argv[1:3]
    parser = "libxml2" if "libxml2" in sys.argv else "own"
    show = int(sys.argv[sys.argv.index("--show") + 1]) if "--show" in sys.argv else 0
    right = total = 0
    for path in sorted(pathlib.Path(folder).glob("*.dat")):
        for name, page, want in cases(path):
            raw = page.encode("utf-8", "replace").replace(b"\0", b"")
            got = subprocess.run([f"{build}/bench/tree_text", parser], input=raw,
                                 stdout=subprocess.PIPE, check=False).stdout
            total += 1
            if got.decode("utf-8", "replace") == want:
                right += 1
            elif show > 0:
                show -= 1
                print(name, repr(page[:200]), "\n  want", repr(want[:200]),
                      "\n  got ", repr(got.decode("utf-8", "replace")[:200]))
    print(f"{parser}: {right} of {total} cases, {100 * right / total:.1f} %")


main()
