# SPDX-License-Identifier: Apache-2.0
# Copydesk on a local Spark, where Java and pyspark can be had, and its database
# in the tools of others.
. tools/ci/lib.sh
[ -x build/copydesk ] || ./setup build
if ! command -v java >/dev/null && command -v apt-get >/dev/null; then
    apt-get install -y --no-install-recommends openjdk-17-jre-headless || true
fi
if [ ! -x build-ci/pyspark/bin/python ]; then
    python3 -m venv build-ci/pyspark || apt-get install -y python3-venv || true
    python3 -m venv build-ci/pyspark &&
        build-ci/pyspark/bin/pip install -q --no-compile 'pyspark>=3.5' pyarrow duckdb datasette || true
fi
PYTHON=$PWD/build-ci/pyspark/bin/python
export PYTHON
tested build TESTS="tests/spark.sh tests/tools.sh"
