#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What reading costs, and whether it stays flat.

usage: bench/corpus.py [--copydesk build/copydesk] [--records 1000000]

1. A stream of JSONL records, one in a hundred broken: what comes out, and the
   resident memory in the first and the last tenth of the run.
2. Share of splitting JSONL and WARC in the CPU time of a whole run; the pages
   are those of ../shared/data/extraction/wcxb/dev (or $COPYDESK_SHARED).
3. Throughput of clean on WARC with one and two threads.
CPU seconds are user + system of the process.
"""
import argparse, glob, gzip, json, os, random, re, resource, subprocess, sys, tempfile, time

def run(command, **more):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    wall = time.time()
    done = subprocess.run(command, capture_output=True, **more)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done, cpu, time.time() - wall

def stages(text):
    rows = re.findall(r"(\w+) +(\d+\.\d+) s$", text, re.M)
    return {name: float(seconds) for name, seconds in rows}

def flat(copydesk, records, folder):
    rng = random.Random(1)
    words = ["".join(rng.choice("abcdefghij") for _ in range(rng.randint(2, 9))) for _ in range(3000)]
    path, bad = folder + "/stream.jsonl", 0
    with open(path, "w") as f:
        for i in range(records):
            line = json.dumps({"id": i, "text": " ".join(rng.choices(words, k=30)) + "."})
            if rng.random() < .01:
                bad += 1
                line = line[:rng.randint(1, len(line) - 1)]
            f.write(line + "\n")
    with open(folder + "/out", "wb") as out, open(folder + "/err", "wb") as err:
        child = subprocess.Popen([copydesk, "clean", "--format=jsonl", path], stdout=out, stderr=err)
        samples = []
        while child.poll() is None:
            try:
                status = open("/proc/%d/status" % child.pid).read()
                samples.append(int(re.search(r"VmRSS:\s+(\d+)", status).group(1)))
            except (OSError, AttributeError):
                pass
            time.sleep(.02)
    tenth = max(1, len(samples) // 10)
    first, last = samples[tenth // 2:tenth + 1], samples[-tenth - 1:-1]
    written = sum(1 for _ in open(folder + "/out", "rb"))
    said = sum(1 for _ in open(folder + "/err", "rb"))
    print("%d records, %d broken, %.0f MB: %d written, %d rejected, exit code %d" %
          (records, bad, os.path.getsize(path) / 1e6, written, said, child.returncode))
    print("memory, MB: first tenth %.1f, last tenth %.1f" %
          (max(first) / 1024, max(last) / 1024))
    return path

def make_warc(folder):
    shared = os.environ.get("COPYDESK_SHARED", "../shared")
    pages = sorted(glob.glob(shared + "/data/extraction/wcxb/dev/**/*.html*", recursive=True))
    path = folder + "/pages.warc.gz"
    with open(path, "wb") as out:
        for i, name in enumerate(pages):
            page = (gzip.open if name.endswith(".gz") else open)(name, "rb").read()
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
            head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:%d>\r\n"
                    "WARC-Target-URI: https://example.org/%d\r\nContent-Type: application/http\r\n"
                    "Content-Length: %d\r\n\r\n" % (i, i, len(body)))
            out.write(gzip.compress(head.encode() + body + b"\r\n\r\n"))
    return path, len(pages)

def share(copydesk, path, folder, what):
    done, cpu, _ = run([copydesk, "run", "-q", "--stats", path, "-o", folder + "/run"])
    times = stages(done.stderr.decode())
    print("%s: run takes %.2f s, of which splitting %.3f s (%.1f %%), decoding %.3f s (%.1f %%)" %
          (what, cpu, times["split"], 100 * times["split"] / cpu, times["read"], 100 * times["read"] / cpu))

def throughput(copydesk, path, pages):
    for threads in 1, 2:
        done, cpu, wall = run([copydesk, "clean", "--format=jsonl", "--stats", "-j", str(threads), path])
        times = stages(done.stderr.decode())
        print("clean -j%d: %d pages, %.2f CPU s (sum of stages %.2f), %.2f s elapsed, %.0f pages a CPU second" %
              (threads, pages, cpu, sum(times.values()), wall, pages / cpu))

def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--copydesk", default="build/copydesk")
    options.add_argument("--records", type=int, default=1000000)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stream = flat(options.copydesk, options.records, folder)
        with open(folder + "/part.jsonl", "wb") as part:
            for line, _ in zip(open(stream, "rb"), range(20000)):
                part.write(line)
        share(options.copydesk, folder + "/part.jsonl", folder, "JSONL")
        path, pages = make_warc(folder)
        if pages == 0:
            sys.exit("no pages: set COPYDESK_SHARED")
        share(options.copydesk, path, folder, ".warc.gz")
        throughput(options.copydesk, path, pages)

main()
