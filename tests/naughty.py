# SPDX-License-Identifier: Apache-2.0
"""Strings that break programs, made here: python3 tests/naughty.py prints JSONL;
with the name of a file, the lines of that instead.

Each is the title, the id and a field of a record; what goes in must come out
of every writer byte for byte.
"""
import itertools, json, sys

ODD = [0x7f, 0x85, 0xa0, 0xad, 0x34f, 0x61c, 0x180e, 0x200b, 0x200d, 0x200f, 0x2028, 0x2029, 0x202e, 0x2066,
       0x206f, 0x3000, 0xe000, 0xfdd0, 0xfdfd, 0xfe0f, 0xfeff, 0xfff9, 0xfffc, 0xfffd, 0xfffe, 0xffff,
       0x1d173, 0x1f468, 0x1fffe, 0xe0001, 0xe007f, 0xf0000, 0x10ffff]
WORDS = """undefined null NULL nil None true false NaN Infinity -Infinity 0 1 -1 1e3 1E400 0x10 1_000 1,000.00 .5 5. --
../../etc/passwd C:\\CON %00 %s%n%d ${HOME} $(id) `id` {{7*7}} <%=1%> #{1} @import @SUM(A1) =1+1 =cmd|'/C'!A0 +1 -1
+49|x '; ''; \\ \\N \\. \\u0041 \\x00 &amp; &lt;b&gt; &#0; <b> </script><script>alert(1)</script> <!--
--> ]]> <![CDATA[ <?xml?> javascript:alert(1) <img/src=x/onerror=alert(1)> <svg/onload=alert(1)> "><i> ' " '' "" '""'
Robert');DROP--TABLE articles;-- 1;DROP--TABLE OR 1=1-- __proto__ constructor hasOwnProperty file:///etc/passwd CON NUL
LPT1 \N{EM DASH} e\u0301 \u00e9 \u1e9e \u0130 \u0131 \ufb03 \u212b \u03c2 \u01c6 \u0e33 \u0644\u0645 \u05d0\u05d1 \u8868 \u30dd\u20de
\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1f3\U0001f1f1 \U0001f44d\U0001f3ff 1\ufe0f\u20e3 Z\u0351\u036b\u0343\u032a""".split()


def strings():
    yield from ("a%cb" % c for c in range(1, 32))
    yield from ("%cb" % c for c in range(1, 32) if c not in (9, 10, 11, 12, 13))
    yield from (chr(c) + "x" + chr(c) + chr(c) + "y" for c in ODD)
    for n in 1, 2, 3:
        yield from ("q" + "".join(p) + "q" for p in itertools.product("\"'\\,;\n\t\r|", repeat=n))
    yield from ("".join(p) + "=1" for n in (1, 2) for p in itertools.product("=+-@'\"", repeat=n))
    yield from WORDS
    yield "x" * 300
    yield "\U0001f600" * 100
    yield "nul\0in it"


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as f:
        return [line for line in f.read().split("\n") if line and not line.startswith("#")]


def records(strings):
    text = "The town paid 5 million euros for the new bridge over the river on Monday."
    for i, s in enumerate(strings):
        yield {"id": "%s %d" % (s, i), "url": "https://example.org/%d" % i, "title": s,
               "text": "%s It is number %d." % (text, i), "note": s, "n": i}


if __name__ == "__main__":
    for record in records(lines(sys.argv[1]) if len(sys.argv) > 1 else strings()):
        print(json.dumps(record))
