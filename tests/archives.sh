#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Pages in tar and zip archives are those of the folder that was packed; what is
# damaged, locked or no page is a reject, and the rest is read.
. "${srcdir:-.}/tests/lib.sh"
command -v tar >/dev/null || skip "no tar"
cd "$work" || exit 99

mkdir -p in/b in/.git
for i in 1 2 3 4 5 6; do
    echo "<html><body><h1>Page $i</h1><p>The town of Tarnholt bought $i buses on Monday, said the mayor.</p>"
done | awk '{ print >("in/b/p" NR ".html") }'
gzip in/b/p2.html
echo "The plain page says that the town bought nine ferries." >"in/b/é plain.txt"
echo "<p>no page" >in/.git/hidden.html

# The articles without what tells folder and archive apart.
articles() {
    copydesk clean --format=jsonl "$1" 2>err |
        sed 's/"id":"[^"]*"//; s/"source":"[^"]*","offset":[0-9]*//' | sort
}
articles in >want
check "not seven pages" test "$(wc -l <want)" -eq 7

# seven ARCHIVE: all pages, and nothing to say
seven() {
    articles "$1" >got
    check "$1: other articles" cmp want got
    check "$1: $(cat err)" test ! -s err
    articles - <"$1" >got
    check "$1 on standard input: other articles" cmp want got
    cat "$1" | articles - >got
    check "$1 through a pipe: other articles" cmp want got
}

tar cf a.tar in
tar czf a.tar.gz in
tar cjf a.bin in
(cd in && tar cf ../dot.tar .)
for archive in a.tar a.tar.gz a.bin dot.tar; do seven $archive; done
check "no id with the path: $(copydesk clean --format=jsonl a.tar | head -c 90)" \
    test "$(copydesk clean --format=jsonl a.tar | grep -c '"id":"a.tar#in/b/é plain.txt"')" -eq 1
copydesk clean --dry-run a.tar >list
check "dry run: $(cat list)" grep -q '"format":"archive"' list

# Shards that begin in the middle of an archive.
copydesk run -q a.tar -o whole 2>/dev/null
copydesk stage plan a.tar -o plan --shard-size=10k
for shard in plan/*.shard; do copydesk stage pages --shard $shard; done
copydesk stage merge plan -o merged >/dev/null 2>&1
check "not several shards" test "$(ls plan/*.pack | wc -l)" -gt 2
check "in shards: other bytes" diff -rq whole merged

# lost ARCHIVE PAGES PATTERN...: so many pages are left, and each loss is told
lost() {
    copydesk run -q "$1" -o out 2>err
    check "$1: exit code $? and not 3" test $? -eq 3
    check "$1: not $2 articles" test "$(wc -l <out/articles.jsonl)" -eq "$2"
    name=$1
    shift 2
    check "$name: not $# rejects" test "$(wc -l <out/rejects.jsonl)" -eq $#
    for pattern in "$@"; do
        check "$name: no '$pattern': $(cat err)" grep -q "$pattern" out/rejects.jsonl
    done
    rm -rf out
}
tar cf sorted.tar in/b/p1.html in/b/p3.html in/b/p4.html
head -c 1300 sorted.tar >cut.tar
lost cut.tar 1 'lost byte 1024 of the archive and all behind it'
cp sorted.tar hole.tar
printf 'xxxxxxxx' | dd of=hole.tar bs=1 seek=1030 conv=notrunc 2>/dev/null
lost hole.tar 2 'lost bytes 1024 to 2048 of the archive'
ln -s p1.html in/b/link.html
: >in/b/empty.html
printf '\211PNG\r\n\032\n' >in/b/image.html
(cd in/b && tar cf ../../mixed.tar link.html empty.html image.html p1.html)
lost mixed.tar 1 'not a file but a link' '"reason":"empty"' 'a PNG image'

# JSONL, a WARC and an archive in an archive: each record is a document, with
# the member in its source and its place in the member.
mkdir deep
for i in 1 2 3; do
    echo "{\"id\":$i,\"text\":\"The town of Tarnholt bought $i buses on Monday, said the mayor.\"}"
done >deep/lines.jsonl
echo '{"broken' >>deep/lines.jsonl
echo '{"text":"The town of Tarnholt sold nine ferries on Friday, said the mayor."}' >>deep/lines.jsonl
gzip -k deep/lines.jsonl
block='<html><body><p>The town of Tarnholt bought a bridge on Tuesday, said the mayor.</p>'
for id in a b; do
    printf 'WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <%s>\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n' $id ${#block} "$block"
done >deep/two.warc
printf 'WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 1\r\n\r\nx\r\n\r\n' >>deep/two.warc
cp in/b/p1.html deep/z.html
(cd in/b && tar cf ../../deep/inner.tar p1.html)
(cd deep && tar czf ../deep.tar.gz inner.tar lines.jsonl lines.jsonl.gz two.warc z.html)
copydesk clean --format=jsonl deep.tar.gz 2>err | sed 's/,"title":.*//; s/\("source":"deep.tar.gz"\).*/\1/' >got
cat >want-deep <<'END'
{"id":"deep.tar.gz#inner.tar#p1.html","url":null,"source":"deep.tar.gz#inner.tar","offset":0
{"id":1,"url":null,"source":"deep.tar.gz#lines.jsonl","offset":0
{"id":2,"url":null,"source":"deep.tar.gz#lines.jsonl","offset":81
{"id":3,"url":null,"source":"deep.tar.gz#lines.jsonl","offset":162
{"id":"deep.tar.gz#lines.jsonl#5","url":null,"source":"deep.tar.gz#lines.jsonl","offset":252
{"id":1,"url":null,"source":"deep.tar.gz#lines.jsonl.gz","offset":0
{"id":2,"url":null,"source":"deep.tar.gz#lines.jsonl.gz","offset":81
{"id":3,"url":null,"source":"deep.tar.gz#lines.jsonl.gz","offset":162
{"id":"deep.tar.gz#lines.jsonl.gz#5","url":null,"source":"deep.tar.gz#lines.jsonl.gz","offset":252
{"id":"a","url":null,"source":"deep.tar.gz#two.warc","offset":0
{"id":"b","url":null,"source":"deep.tar.gz#two.warc","offset":186
{"id":"deep.tar.gz#z.html","url":null,"source":"deep.tar.gz"
END
check "archive of records: $(diff want-deep got)" cmp -s want-deep got
check "no reject for the broken line: $(cat err)" test "$(grep -c 'deep.tar.gz#lines.jsonl.*not JSON' err)" -eq 2
copydesk run -q deep.tar.gz -o deep-whole 2>/dev/null
copydesk stage plan deep.tar.gz -o deep-plan --shard-size=10k
for shard in deep-plan/*.shard; do copydesk stage pages --shard $shard 2>/dev/null; done
copydesk stage merge deep-plan -o deep-merged >/dev/null 2>&1
check "archive of records, in shards: other bytes" diff -rq deep-whole deep-merged
# Four archives, one in the other, are one too many.
cp deep/inner.tar x.tar
for i in 1 2 3; do tar cf y.tar x.tar && mv y.tar x.tar; done
lost x.tar 0 'an archive in an archive in an archive'
# A tar file that ends inside of its JSONL: the lines before that are read.
head -n 3 deep/lines.jsonl | awk '{ for (i = 0; i < 40; i++) print }' >more.jsonl
tar cf more.tar more.jsonl
head -c 5512 more.tar >cut.tar
lost cut.tar 50 'lost byte 0 of the archive and all behind it'

command -v python3 >/dev/null || finish
python3 - <<'PY'
import gzip, io, os, zipfile
def write(name, files, how=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(name, "w", how) as z:
        for path, data in files: z.writestr(path, data)
pages = []
for folder, folders, names in os.walk("in"):
    folders.sort()
    for name in sorted(names):
        path = os.path.join(folder, name)
        if name[:1] not in "lei":
            pages.append((path, open(path, "rb").read()))
write("a.zip", pages)
write("stored.zip", pages, zipfile.ZIP_STORED)
page = "<p>The town of Tarnholt bought %d buses on Monday, said the mayor.</p>"
three = [("%d.html" % i, page % i + " " * 500) for i in range(3)]
write("three.zip", three)
data = bytearray(open("three.zip", "rb").read())
open("cut.zip", "wb").write(data[:len(data) // 5])
data[60] ^= 0xff
open("crc.zip", "wb").write(data)
data = bytearray(open("three.zip", "rb").read())
second = data.index(b"PK\3\4", 4)
data[second:second + 4] = b"xxxx"
open("header.zip", "wb").write(data)
data = bytearray(open("three.zip", "rb").read())
data[second + 30 + len(three[1][0])] = 0xff # no such kind of block
open("deflate.zip", "wb").write(data)
line = b'{"text":"The town of Tarnholt bought 9 buses on Monday, said the mayor."}\n'
write("bomb-lines.zip", [("bomb.jsonl.gz", gzip.compress(line + (b" " * 2000 + b"\n") * 140000, 1))] + three[:1])
write("bomb.zip", [("bomb.html", b"<p>" + b"a" * 70000000)] + three[:1])
write("report.docx", [("[Content_Types].xml", "<Types/>")])
write("names.zip", [("../../x.html", page % 7), ("/abs.html", page % 8)])
PY
rm -f in/b/link.html in/b/empty.html in/b/image.html
seven a.zip
seven stored.zip
lost cut.zip 0 'lost byte 0 of the archive and all behind it'
lost crc.zip 2 'ZIP '
lost header.zip 2 'lost bytes [0-9]* to [0-9]* of the archive'
lost deflate.zip 2 'lost bytes [0-9]* to [0-9]* of the archive'
lost bomb-lines.zip 1 'expands to more than 500 times' 'expands to more than 500 times'
lost bomb.zip 1 'more than 67108864 bytes (--max-doc)'
lost report.docx 0 'an Office document'
copydesk clean --format=jsonl names.zip >got
check "a path that leads out: $(cat got)" test "$(grep -c '"id":"names.zip#../../x.html"' got)" -eq 1
finish
