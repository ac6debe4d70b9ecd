#!/usr/bin/env python3
"""Prints goal, measured, met or missed.

    BenchmarkRunner FOLDER | report.py SCALE     what the runner measured
    BenchmarkRunner --completion | report.py values
    report.py --cold HORA                        the first query on the built-in network, from a cold start
    report.py --built-in HORA                    what takes long on the built-in network, with its start
"""
import glob
import os
import statistics
import subprocess
import sys
import time

GOALS = {"M": {"load": 1500, "memory": 300, "B01": 10}, "values": {"completion": 10, "completion-worst": 10}}
UNITS = {"memory": "MB"}
BUILT_IN = {"cover": 2000}
FIRST = 'members where country = "Serbia" and competence ~ "AI"'


def line(what, goal, measured, unit, rows=""):
    verdict = "" if goal is None else ("met" if measured < goal else "MISSED")
    shown = "" if goal is None else f"< {goal} {unit}"
    print(f"{what:<28} {shown:>12} {measured:>12.2f} {unit:<3} {verdict:<7} {rows}")


def median(command, runs):
    """Milliseconds of a process; the first run warms up."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def main():
    if sys.argv[1] == "--cold":
        line("built-in, cold start", 150, median([sys.argv[2], "-c", FIRST], 20), "ms")
        return
    if sys.argv[1] == "--built-in":
        here = os.path.dirname(os.path.abspath(__file__))
        for path in sorted(glob.glob(os.path.join(here, "BuiltIn", "*.hora"))):
            name = os.path.basename(path).removesuffix(".hora")
            line(f"built-in, {name}", BUILT_IN.get(name), median([sys.argv[2], path], 3), "ms")
        return
    scale = sys.argv[1]
    print(f"{'scale ' + scale:<28} {'goal':>12} {'measured':>12}")
    for row in sys.stdin:
        what, value, rows = row.split()
        line(what, GOALS.get(scale, {}).get(what), float(value), UNITS.get(what, "ms"),
             f"{rows} rows" if what[0] == "B" else "")


main()
