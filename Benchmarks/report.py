#!/usr/bin/env python3
"""Prints goal, measured, met or missed.

    BenchmarkRunner FOLDER | report.py SCALE     what the runner measured
    BenchmarkRunner --completion | report.py values
    report.py --cold HORA                        the first query on the built-in network, from a cold start
"""
import statistics
import subprocess
import sys
import time

GOALS = {"M": {"load": 1500, "memory": 300, "B01": 10}, "values": {"completion": 10, "completion-worst": 10}}
UNITS = {"memory": "MB"}
FIRST = 'members where country = "Serbia" and competence ~ "AI"'


def line(what, goal, measured, unit, rows=""):
    verdict = "" if goal is None else ("met" if measured < goal else "MISSED")
    shown = "" if goal is None else f"< {goal} {unit}"
    print(f"{what:<28} {shown:>12} {measured:>12.2f} {unit:<3} {verdict:<7} {rows}")


def main():
    if sys.argv[1] == "--cold":
        times = []
        for _ in range(21):
            start = time.perf_counter()
            subprocess.run([sys.argv[2], "-c", FIRST], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, check=True)
            times.append((time.perf_counter() - start) * 1000)
        line("built-in, cold start", 150, statistics.median(times[1:]), "ms")
        return
    scale = sys.argv[1]
    print(f"{'scale ' + scale:<28} {'goal':>12} {'measured':>12}")
    for row in sys.stdin:
        what, value, rows = row.split()
        line(what, GOALS.get(scale, {}).get(what), float(value), UNITS.get(what, "ms"),
             f"{rows} rows" if what[0] == "B" else "")


main()
