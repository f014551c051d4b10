#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What Spark costs beside the program that it starts.

usage: PYTHON-WITH-PYSPARK bench/spark_overhead.py [--copydesk build/copydesk] [--tasks 300]

CPU seconds (user + system) of all processes.  A session with 300 shards of one
page, less one with a single shard, less the same stages without Spark, is what
Spark adds for 300 tasks; it is set against the CPU seconds of a shard of the
usual size.
"""
import argparse, ctypes, os, resource, subprocess, sys, tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PR_SET_CHILD_SUBREAPER = 36


def cpu_of(commands):
    """Runs them; orphans of theirs become our children, and count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode not in (0, 3):
            sys.exit("%s: %s" % (command, done.stderr.decode(errors="replace")[-1000:]))
    try:
        while os.waitpid(-1, 0):
            pass
    except ChildProcessError:
        pass
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def spark(copydesk, source, folder):
    return [[sys.executable, TOP + "/spark/copydesk_spark.py", source, folder, "--work", folder + ".work",
             "--master", "local[1]", "--program", copydesk, "--", "--shard-size=1"]]


def stages(copydesk, source, folder, size):
    """CPU seconds of the stages, of them those of pages, and the shards."""
    plan = folder + ".plan"
    cpu = cpu_of([[copydesk, "stage", "plan", source, "-o", plan, "--shard-size=" + size]])
    shards = sorted(f for f in os.listdir(plan) if f.endswith(".shard"))
    pages = cpu_of([[copydesk, "stage", "pages", "--shard", plan + "/" + f] for f in shards])
    return cpu + pages + cpu_of([[copydesk, "stage", "merge", plan, "-o", folder]]), pages, len(shards)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--copydesk", default="build/copydesk")
    options.add_argument("--tasks", type=int, default=300)
    options = options.parse_args()
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    copydesk, n = os.path.abspath(options.copydesk), options.tasks
    with tempfile.TemporaryDirectory() as work:
        for name, count in ("one", 1), ("many", n), ("usual", 8000):
            with open(work + "/" + name, "wb") as out:
                subprocess.run(["awk", "-v", "n=%d" % count, "-f", TOP + "/tests/pages.awk"], stdout=out, check=True)
        bare = stages(copydesk, work + "/many", work + "/bare", "1")[0]
        _, pages, shards = stages(copydesk, work + "/usual", work + "/shards", "32M")
        start = [cpu_of(spark(copydesk, work + "/one", "%s/start%d" % (work, i))) for i in range(3)]
        under = [cpu_of(spark(copydesk, work + "/many", "%s/spark%d" % (work, i))) for i in range(3)]
        same = subprocess.run(["diff", "-rq", work + "/bare", work + "/spark0"]).returncode == 0
    task = (sorted(under)[1] - sorted(start)[1] - bare) / n
    print("sessions with 1 task: %s CPU s; with %d tasks: %s; the same without Spark: %.1f; %s" %
          (" ".join("%.1f" % s for s in start), n, " ".join("%.1f" % s for s in under), bare,
           "the same bytes" if same else "OTHER BYTES"))
    print("Spark adds %.3f s a shard; a shard of 32 MiB takes %.2f s: %.1f %% more" %
          (task, pages / shards, 100 * task / (pages / shards)))


main()
