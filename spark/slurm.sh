#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Shards on Slurm, in a folder that all nodes see:
#
#     copydesk stage plan INPUT... -o plan [options of run]
#     sbatch --wait --array=0-99 spark/slurm.sh plan
#     copydesk stage merge plan -o out -j 8
#
# Each task of the array does every hundredth shard.  What is sealed is not done
# again, so after a failure the same line does the rest.
#SBATCH --job-name=copydesk --cpus-per-task=1 --mem=1G
set -eu
plan=$1
tasks=${SLURM_ARRAY_TASK_COUNT:-1}
n=0
for shard in "$plan"/*.shard; do
    if [ $((n % tasks)) -eq "${SLURM_ARRAY_TASK_ID:-0}" ]; then
        copydesk stage pages --shard "$shard"
    fi
    n=$((n + 1))
done
