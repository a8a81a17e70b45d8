"""Codes a corpus of JSONL with Spark: every partition is a pipe through `khaldun code`.

    spark-submit examples/spark/code.py reports.jsonl coded [partitions]

The coder keeps no state between reports and keeps their order, so a partition coded alone gives the same bytes as
the same lines within a whole run. KHALDUN names the program, if it is not on the PATH of every worker.
"""

import os
import sys

from pyspark.sql import SparkSession

COMMAND = f"{os.environ.get('KHALDUN', 'khaldun')} code - --input jsonl --format jsonl --quiet"


def main(source, target, partitions):
    spark = SparkSession.builder.appName("khaldun").getOrCreate()
    # One file is split at line ends, in order; saveAsTextFile writes part-00000, part-00001, ... in that order.
    lines = spark.sparkContext.textFile(source, partitions)
    lines.pipe(COMMAND, checkCode=True).saveAsTextFile(target)
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else None)
