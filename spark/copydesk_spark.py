#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Copydesk on Apache Spark: the folder that `copydesk run` writes, byte for byte.

    spark-submit copydesk_spark.py INPUT... OUT --work FOLDER [-- OPTION...]

INPUT and OUT are as for `copydesk run`; a path with a scheme (hdfs:, s3a:, ...)
is copied by Hadoop's own file systems, inputs to FOLDER first and OUT to its
place last.  FOLDER must be the same folder on the driver and on all executors.
Options of `copydesk run` follow after "--".

Spark does no more than send names of shards (docs/scale.md) to executors, where
the program reads and writes files, so records never pass through the JVM or
Python, and a shard that is done is not done again.  Exit codes are those of
`copydesk run`.
"""
import argparse
import filecmp
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import time

ROUNDS = 3  # of looking for shards whose files are gone
SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+:/")
FAILED = 4


def say(text):
    print("copydesk-spark: " + text, file=sys.stderr, flush=True)


# --- on an executor ---


def do_shard(program, options, folder, cwd, shard, attempt):
    """Does one shard in a folder of its own, then moves the pack and the seal.

    Another attempt at the same shard may run at the same time: each has its own
    folder, the files of both are the same, and the seal comes last.  A pack that
    is there already is looked at by the program first: it is done again only
    if its checksum is wrong.  Returns the CPU seconds of the program.
    """
    folder, name = pathlib.Path(folder), pathlib.Path(shard).stem
    own = folder / f".{name}.{attempt}"
    own.mkdir(exist_ok=True)
    files = [name + ".pack", name + ".ok"]
    sealed = (folder / files[1]).exists()
    if sealed:
        for file in files:
            if (folder / file).exists():
                os.link(folder / file, own / file)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([program, "stage", "pages", "--shard", shard, "-o", str(own), *options],
                          cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 3):
        message = done.stderr.decode(errors="replace").strip()[-2000:]
        raise RuntimeError(f"shard {name}: exit code {done.returncode}: {message}")
    for file in files:
        os.replace(own / file, folder / file)
    shutil.rmtree(own)
    return name, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def shard_doer(program, options, folder, cwd):
    """The function that Spark ships; it knows nothing of this module."""
    do = do_shard

    def do_partition(index, shards):
        from pyspark import TaskContext
        context = TaskContext.get()
        for shard in shards:
            yield do(program, options, folder, cwd, shard, f"{index}-{context.taskAttemptId()}")

    return do_partition


# --- on the driver ---


def copydesk(program, *arguments):
    return subprocess.run([program, *map(str, arguments)], stdin=subprocess.DEVNULL).returncode


def remove(path):
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def hadoop_path(spark, uri):
    """A path, and its Hadoop file system."""
    path = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(str(uri))
    return path, path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())


def fetch(spark, uri, folder):
    """A local copy of what a Hadoop file system holds, made again where that has changed."""
    path, system = hadoop_path(spark, uri)
    state = f"{system.getContentSummary(path).getLength()} {system.getFileStatus(path).getModificationTime()}"
    local = folder / re.sub(r"[^A-Za-z0-9._-]", "_", uri)
    noted = local.with_name(local.name + ".state")
    if not local.exists() or not noted.exists() or noted.read_text() != state:
        part = local.with_name(local.name + ".part")
        remove(part)
        system.copyToLocalFile(False, path, hadoop_path(spark, part)[0], True)
        noted.unlink(missing_ok=True)
        remove(local)
        part.rename(local)
        noted.write_text(state)
    return str(local)


def store(spark, folder, uri):
    path, system = hadoop_path(spark, uri)
    system.copyFromLocalFile(False, True, hadoop_path(spark, folder)[0], path)


def make_plan(program, inputs, options, plan):
    """Writes the plan, or finds that the same one is there.  Its exit code."""
    fresh = plan.with_name("plan.new")
    shutil.rmtree(fresh, ignore_errors=True)
    code = copydesk(program, "stage", "plan", *inputs, "-o", fresh, *options)
    if code != 0:
        return code
    if not plan.exists():
        fresh.rename(plan)
        return 0
    names = sorted(p.name for p in fresh.iterdir())
    old = sorted(p.name for p in plan.iterdir() if p.suffix == ".shard" or p.name == "plan")
    same = names == old and not filecmp.cmpfiles(plan, fresh, names, shallow=False)[1]
    shutil.rmtree(fresh)
    if same:
        return 0
    say(f"{plan} is of other inputs or options: delete it, or give another folder with --work")
    return 2


def do_pages(spark, program, options, plan):
    """All shards, each as a task of its own."""
    spark.sparkContext.addPyFile(os.path.abspath(__file__))
    shards = [str(p) for p in sorted(plan.glob("*.shard"))]
    began = time.monotonic()
    done = (spark.sparkContext.parallelize(shards, max(1, len(shards)))
            .mapPartitionsWithIndex(shard_doer(program, options, str(plan), os.getcwd())).collect())
    say(f"{len(done)} shards, {sum(cpu for _, cpu in done):.1f} CPU s of the program in {time.monotonic() - began:.1f} s")
    return len(done) == len(shards)


def work_through(spark, program, settings, plan, out):
    """Pages and merge, again where files went missing between them."""
    code = FAILED
    for _ in range(ROUNDS):
        if not do_pages(spark, program, settings.pages, plan):
            continue
        code = copydesk(program, "stage", "merge", plan, "-o", out, "-j", settings.threads)
        if code in (0, 1, 3) or all((plan / (p.stem + end)).exists()
                                    for p in plan.glob("*.shard") for end in (".ok", ".pack")):
            break
        say("packs are missing: their shards are done again")
    return code


def parse(arguments):
    options = []
    if "--" in arguments:
        at = arguments.index("--")
        arguments, options = arguments[:at], arguments[at + 1:]
    parser = argparse.ArgumentParser(prog="copydesk_spark.py", description=__doc__.split("\n")[0],
                                     epilog="Options of `copydesk run` follow after --.")
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    parser.add_argument("out", metavar="OUT")
    parser.add_argument("--work", required=True, metavar="FOLDER",
                        help="for shards and packs: one folder that the driver and all executors see")
    parser.add_argument("--program", default=os.environ.get("COPYDESK", "copydesk"),
                        help="copydesk on every machine [$COPYDESK, copydesk]")
    parser.add_argument("--threads", type=int, default=1, help="of the merge, which runs on the driver [1]")
    parser.add_argument("--pages", action="append", default=[], metavar="OPTION",
                        help="an option of `copydesk stage pages`, such as --pages=-j4")
    parser.add_argument("--master", help="for a start without spark-submit: local[2], spark://HOST:PORT ...")
    return parser.parse_args(arguments), options


def main(arguments):
    settings, options = parse(arguments)
    from pyspark.sql import SparkSession
    builder = SparkSession.builder.appName("copydesk").config("spark.speculation", "false")
    if settings.master:
        builder = builder.master(settings.master)
    spark = builder.getOrCreate()
    work = pathlib.Path(settings.work).absolute()
    work.mkdir(parents=True, exist_ok=True)
    inputs = [fetch(spark, i, work) if SCHEME.match(i) else i for i in settings.inputs]
    remote = SCHEME.match(settings.out)
    out = work / "out" if remote else settings.out
    program = shutil.which(settings.program) or settings.program
    program = os.path.abspath(program) if os.sep in program else program
    code = make_plan(program, inputs, options, work / "plan")
    if code == 0:
        code = work_through(spark, program, settings, work / "plan", out)
    if remote and code in (0, 1, 3):
        store(spark, out, settings.out)
    spark.stop()
    return code


def start():
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    start()
