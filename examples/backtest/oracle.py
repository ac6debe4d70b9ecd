#!/usr/bin/env python3
"""The backtest again, from the files and without Hora: AUC and precision at 50 of each score.

    examples/backtest/oracle.py [SPLIT END]

Learns from projects that start before SPLIT (2018) and asks for those that start from SPLIT up to and without END (2021).
Written from the definitions; it shares no code with Hora. The last rows are compositions that were tried.
"""
import csv
import math
import os
import sys
from collections import defaultdict
from itertools import combinations

FIRST, LAST = sys.argv[1:3] if len(sys.argv) > 2 else ("2018", "2021")
SPLIT, END, TOP = FIRST + "-01-01", LAST + "-01-01", 50


def table(name):
    home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    with open(os.path.join(home, "networks/h2020-region", name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


start = {row["rcn"]: row["start_date"] for row in table("projects.csv")}
teams = defaultdict(set)
for row in table("participations.csv"):
    teams[row["rcn"]].add(row["pic"])
parts = defaultdict(set)
for row in table("project_parts.csv"):
    parts[row["rcn"]].add(row["part"])

nodes, profile = set(), defaultdict(set)
near, new, taken_part = defaultdict(set), set(), defaultdict(int)
for project, team in teams.items():
    if start[project] and start[project] < SPLIT:
        nodes |= team
        for member in team:
            profile[member] |= parts[project]
            near[member] |= team - {member}
            taken_part[member] += 1
for project, team in teams.items():
    if SPLIT <= start[project] < END:
        new |= {tuple(sorted(pair)) for pair in combinations(team & nodes, 2)}

# Related complementarity: proximity of parts, density around a profile.
holders = defaultdict(set)
for member in nodes:
    for part in profile[member]:
        holders[part].add(member)
kinds = sorted(holders)
phi = {(p, q): len(holders[p] & holders[q]) / max(len(holders[p]), len(holders[q]))
       for p in kinds for q in kinds if p != q}
density_of = {}
for own in {frozenset(profile[member]) for member in nodes}:
    for part in kinds:
        total = sum(phi[part, q] for q in kinds if q != part)
        density_of[own, part] = sum(phi[part, q] for q in own if q != part) / total if total else 0
profile = {member: frozenset(profile[member]) for member in nodes}
brings, fits = {}, {}


def contribution(giver, taker):
    if (giver, taker) not in brings:
        added = giver - taker
        brings[giver, taker] = sum(density_of[taker, p] for p in added) / len(added) if added else 0
    return brings[giver, taker]


def nearness(giver, taker):
    """The mean over what one has of how near it lies to the other: 1 where both have it."""
    if (giver, taker) not in fits:
        near_ones = [1 if p in taker else density_of[taker, p] for p in giver]
        fits[giver, taker] = sum(near_ones) / len(near_ones) if near_ones else 0
    return fits[giver, taker]


order = sorted(nodes)
names = ["common neighbours", "Adamic-Adar", "resource allocation", "preferential attachment", "complementarity",
         "activity", "fit"]
scores = {name: [] for name in names}
jaccard, hits = [], []
for place, a in enumerate(order):
    for b in order[place + 1:]:
        if b in near[a]:
            continue
        common = near[a] & near[b]
        scores["common neighbours"].append(len(common))
        scores["Adamic-Adar"].append(sum(1 / math.log(len(near[c])) for c in common))
        scores["resource allocation"].append(sum(1 / len(near[c]) for c in common))
        scores["preferential attachment"].append(len(near[a]) * len(near[b]))
        one, other = profile[a], profile[b]
        scores["complementarity"].append((contribution(one, other) + contribution(other, one)) / 2)
        scores["activity"].append(taken_part[a] * taken_part[b])
        scores["fit"].append((nearness(one, other) + nearness(other, one)) / 2)
        jaccard.append(len(one & other) / len(one | other) if one | other else 0)
        hits.append((a, b) in new)


def groups(values):
    """The places of equal values, largest first; sums in another order differ in the last digits."""
    found = defaultdict(list)
    for place, value in enumerate(values):
        found[round(value, 12)].append(place)
    return [found[value] for value in sorted(found, reverse=True)]


def measures(values):
    positives = sum(hits)
    negatives = len(hits) - positives
    above, wins, room, top = 0, 0.0, TOP, 0.0
    for places in groups(values):
        good = sum(hits[place] for place in places)
        bad = len(places) - good
        # A pair of a new tie and another is won where the new tie's score is larger, half where equal.
        wins += good * (negatives - above - bad) + 0.5 * good * bad
        above += bad
        if room > 0:
            taken = min(room, len(places))
            top += good * taken / len(places)
            room -= taken
    return wins / (positives * negatives), top / TOP


def midrank(values):
    below, ranks = 0, [0.0] * len(values)
    for places in reversed(groups(values)):
        for place in places:
            ranks[place] = (below + 0.5 * len(places)) / len(values)
        below += len(places)
    return ranks


c, ra, pa = scores["complementarity"], scores["resource allocation"], scores["preferential attachment"]
x, y = midrank(ra), midrank(pa)
scores["proximity (mid-rank)"] = x
# Constant factors leave the order as it is, and novelty is 1 for all these pairs.
known = [1 + i for i in scores["common neighbours"]]
scores["potential"] = [(f * v * k) ** (1 / 4) for f, v, k in zip(scores["fit"], scores["activity"], known)]
scores["potential, complementary"] = [(i * j) ** (1 / 3) for i, j in zip(c, x)]
scores["profiles alike (Jaccard)"] = jaccard
# Nearness where most pairs have no common partner: the rank by resource allocation, then attachment.
z = midrank([i + j * 1e-9 for i, j in zip(ra, pa)])
m = max(scores["Adamic-Adar"])
mixed = [i / m + 0.001 * k for i, k in zip(scores["Adamic-Adar"], y)]
scores["tried: (C * X')^(1/3), X' by RA, then PA"] = [(i * j) ** (1 / 3) for i, j in zip(c, z)]
scores["tried: (1 + C) * X'"] = [(1 + i) * j for i, j in zip(c, z)]
scores["tried: (1 + C) * RA"] = [(1 + i) * j for i, j in zip(c, ra)]
scores["tried: C * RA"] = [i * j for i, j in zip(c, ra)]
scores["tried: (1 + C) * (AA / max + PA rank / 1000)"] = [(1 + i) * j for i, j in zip(c, mixed)]
v = scores["activity"]
scores["tried: acquaintance * activity"] = [i * k for i, k in zip(v, known)]
scores["tried: fit * activity"] = [i * f for i, f in zip(v, scores["fit"])]
scores["tried: fit * preferential attachment"] = [i * f for i, f in zip(pa, scores["fit"])]
scores["tried: (1 + C) * activity"] = [(1 + i) * j for i, j in zip(c, v)]
scores["tried: proximity * fit * activity"] = [i * f * j for i, f, j in zip(x, scores["fit"], v)]
scores["tried: acquaintance * (1 + J) * activity"] = [k * (1 + j) * i for k, j, i in zip(known, jaccard, v)]
scores["tried: (1 + J) * (AA / max + PA rank / 1000)"] = [(1 + i) * j for i, j in zip(jaccard, mixed)]

print(f"{len(nodes)} organisations, {len(hits)} pairs not tied before {FIRST}, {sum(hits)} of them tied before {LAST}")
print(f"common neighbours in {sum(v > 0 for v in ra)} pairs, {sum(1 for v, h in zip(ra, hits) if h and v > 0)} of the new ties")
print(f"no complementarity in {sum(v == 0 for v in c)} pairs, {sum(1 for v, h in zip(c, hits) if h and v == 0)} of the new ties")
print(f"{'score':45} {'AUC':>6} {'p@50':>6}")
for name, values in scores.items():
    auc, top = measures(values)
    print(f"{name:45} {auc:6.3f} {top:6.3f}")
print(f"{'chance':45} {0.5:6.3f} {sum(hits) / len(hits):6.3f}")
