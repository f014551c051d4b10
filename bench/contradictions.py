#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Planted contradictions: precision and recall of `claims_that_contradict`.

    bench/contradictions.py build/copydesk [--wcxb FOLDER] [--show N]

Four sets, each made anew with fixed seeds:

- stories: short pieces of fictional news that tell one fact in different words.
  A second telling has the same value, the same value rounded or as a bound, or
  another one (planted); beside them stand pieces on a similar subject, another
  property, another period or another day, which contradict nothing.
- other stories: the same with longer sentences and other facts.
- tellings: facts of contradictions.tsv, each as three papers tell it, and
  sentences that tell another thing (other part, year, place, bearer).  Rules
  were made with a look at the first set.
- copies: articles of WCXB-dev (../shared/data/extraction/wcxb/dev, or
  COPYDESK_SHARED), each with a lightly edited copy on another site; in half of
  the copies one number is changed (planted).  Every other contradiction that
  is reported counts as false.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile

ONSETS = "Al Bor Cal Dun Est Far Gal Har Il Jor Kes Lor Mer Nor Ost Pel Qui Rav Sel Tar Ul Var Wes Yar Zel".split()
MIDDLES = "da ri mo len va tes ko bra ".split(" ")
ENDS = "wick vik mere mark dine ran vale trel lam lon sby wyn rant ton nell try row lick by den".split()
LAST = "Foods Motors Energy Bank Media Pharma Airlines Steel Mining Telecom Systems Retail Logistics Chemicals".split()
CITIES = "Brackenford Collingham Delmouth Estermere Fallowby Grantley Hollins Invergale Kilmoray Lindreth".split()

# Each fact: a unit's way of printing, a range of values, a step, and tellings.
FACTS = {
    "revenue": ("usd", 11, 99, [
        "{who}'s {when} revenue rose to {value}.",
        "{when_cap} revenue at {who} climbed to {value}, the company said.",
        "{who} reported {when} revenue of {value}.",
        "The company said {when} revenue of {who} increased to {value}."]),
    "profit": ("usd", 11, 99, [
        "{who}'s {when} net profit fell to {value}.",
        "{who} reported a {when} net profit of {value}.",
        "{when_cap} net profit at {who} dropped to {value}."]),
    "shares": ("percent", 3, 40, [
        "Shares of {who} fell {value} on {day}.",
        "{who} shares dropped {value} on {day}.",
        "{who}'s stock tumbled {value} on {day}."]),
    "jobs": ("jobs", 200, 9000, [
        "{who} will cut {value} jobs, it said on {day}.",
        "{who} plans to cut {value} jobs.",
        "{who} is to cut {value} jobs, according to a statement."]),
    "price": ("usd", 11, 99, [
        "{who} agreed to buy a rival for {value}.",
        "{who} will pay {value} for a rival.",
        "{who} is buying a rival for {value}."]),
    "unemployment": ("percent", 3, 15, [
        "The unemployment rate in {where} rose to {value} in {month}.",
        "{where}'s unemployment rate climbed to {value} in {month}.",
        "In {month} the unemployment rate in {where} increased to {value}."]),
    "population": ("people", 21000, 900000, [
        "{where} has a population of {value}.",
        "The population of {where} is {value}.",
        "{where} has {value} inhabitants."]),
    "fine": ("usd", 11, 99, [
        "The regulator fined {who} {value}.",
        "{who} was fined {value} by the regulator.",
        "{who} must pay a fine of {value}."]),
}
# Other facts: how far it carries.  Only later rules were made with a look.
OTHER_FACTS = {
    "quake": ("dead", 12, 400, [
        "At least one village was levelled and {value} people died when the quake hit {where} on {day}, officials said.",
        "The death toll from the earthquake in {where} stands at {value}.",
        "The earthquake that struck {where} on {day} killed {value} people, according to the mayor."]),
    "injured": ("dead", 12, 400, [
        "{value} people were injured when a train derailed near {where} on {day}.",
        "The derailment near {where} left {value} people injured, police said.",
        "Police in {where} said {value} passengers were hurt when the train left the tracks."]),
    "funding": ("usd", 11, 99, [
        "{who} has raised {value} in a funding round led by a pension fund.",
        "Start-up {who} secured {value} of fresh funding, it said on {day}.",
        "A pension fund led the {value} financing round of {who}, which makes batteries."]),
    "tower": ("metres", 90, 600, [
        "The {where} Tower is {value} metres tall.",
        "At {value} metres, the {where} Tower will be the tallest building of the region.",
        "The {where} Tower, which opened on {day}, has a height of {value} metres."]),
    "dividend": ("usd", 11, 99, [
        "{who} will return {value} to shareholders through a share buyback.",
        "{who} announced a share buyback of {value} on {day}.",
        "The board of {who} approved a {value} share buyback."]),
    "stake": ("percent", 3, 40, [
        "{who} bought a {value} stake in a grid operator.",
        "{who} has acquired {value} of a grid operator, a filing showed on {day}.",
        "The stake in the grid operator that {who} purchased amounts to {value}."]),
    "turnout": ("percent", 30, 90, [
        "Turnout in the {where} election was {value}.",
        "{value} of voters took part in the election in {where}, the commission said.",
        "Voter turnout reached {value} in the election in {where} on {day}."]),
    "fire": ("count", 200, 9000, [
        "The wildfire near {where} has burned {value} hectares of forest.",
        "{value} hectares have burned near {where} since {day}, firefighters said.",
        "Firefighters said the blaze near {where} destroyed {value} hectares of forest."]),
    "inflation": ("percent", 2, 15, [
        "Inflation in {where} slowed to {value} in {month}.",
        "Consumer prices in {where} rose {value} in {month} from a year earlier.",
        "{where}'s annual inflation rate eased to {value} in {month}, the statistics office said."]),
    "recall": ("count", 2000, 90000, [
        "{who} is recalling {value} cars because of faulty brakes.",
        "{who} will recall {value} vehicles over a brake fault, the company said on {day}.",
        "Faulty brakes have led {who} to recall {value} cars."]),
    "ridership": ("count", 20000, 900000, [
        "The {where} metro carries {value} passengers a day.",
        "Every day {value} passengers use the {where} metro.",
        "The metro of {where} has a daily ridership of {value}."]),
    "sentence": ("dead", 12, 40, [
        "The former chief of {who} was sentenced to {value} months in prison.",
        "A court in {where} sent the former head of {who} to prison for {value} months.",
        "{who}'s former chief must serve {value} months in jail, a court ruled on {day}."]),
}
FILLER = [
    "Analysts had expected little change, and several of them had said so in notes to clients.",
    "A spokesperson declined to comment further when reached by telephone.",
    "The news came after weeks of speculation in the local press.",
    "Officials in the region welcomed the announcement and promised support.",
    "Trading was quiet for the rest of the session, with few other announcements.",
    "People familiar with the matter described the mood as calm.",
]


def printed(kind, number, form):
    """number: millions of dollars, tenths of a percent, or a count"""
    if kind == "usd":
        return f"${number / 1000:.1f} billion" if form == "billion" else f"${number:,} million"
    if kind == "percent":
        return f"{number / 10:.1f}%" if form == "digits" else f"{number / 10:.1f} percent"
    return f"{number:,}"


def draw(kind, low, high, rng):
    if kind == "usd":
        return rng.randrange(low, high) * 100
    if kind == "percent":
        return rng.randrange(low * 10, high * 10)
    if kind in ("dead", "metres"):
        return rng.randrange(low, high)
    return rng.randrange(low, high) // 7 * 7 + 3


def other_value(kind, number, rng):
    if kind == "usd":
        return number + rng.choice([-3, -2, 2, 4, 9]) * 100
    if kind == "percent":
        return number + rng.choice([-11, -6, 7, 15])
    if kind in ("dead", "metres"):
        return number + rng.choice([-4, -2, 3, 5, 8])
    return int(number * rng.choice([.8, .9, 1.15, 1.4])) // 7 * 7 + 4


def tell(kind, names, number, form, telling, rng, bound=""):
    value = bound + printed(kind, number, form)
    text = telling.format(value=value, **names)
    lines = rng.sample(FILLER, 3)
    lines.insert(rng.randrange(3), text[0].upper() + text[1:])
    return "\n\n".join(lines)


def make_names(rng, used):
    while True:
        head = rng.choice(ONSETS) + rng.choice(MIDDLES) + rng.choice(ENDS)
        if head not in used:
            used.add(head)
            who = head + " " + rng.choice(LAST)
            break
    when = rng.choice(["quarterly", "annual", "first-quarter", "third-quarter"])
    return {"who": who, "where": rng.choice(CITIES) + rng.choice(["", " Bay", " Heath", " Falls"]),
            "when": when, "when_cap": when.capitalize(), "day": rng.choice(["Monday", "Tuesday", "Wednesday"]),
            "month": rng.choice(["January", "March", "May"])}


def make_stories(count, seed=1, facts=FACTS):
    rng, used, docs, planted, kinds = random.Random(seed), set(), [], {}, {}
    for n in range(count):
        fact = rng.choice(list(facts))
        kind, low, high, tellings = facts[fact]
        names = make_names(rng, used)
        if fact in ("unemployment", "population") or facts is OTHER_FACTS:
            while names["where"] in used:
                names["where"] = rng.choice(ONSETS) + rng.choice(MIDDLES) + rng.choice(["ford", "ham", "mouth", "bury"])
            used.add(names["where"])
        number = draw(kind, low, high, rng)
        forms = {"usd": ["billion", "million"], "percent": ["digits", "words"]}.get(kind, [""])
        first, second = rng.sample(tellings, 2)
        day = f"2026-03-{rng.randrange(2, 25):02d}"
        case = rng.choices(["contradict", "agree", "bound", "other who", "other when", "other fact", "other day"],
                           [6, 3, 1, 2, 1, 1, 1])[0]
        docs.append((f"s{n}a", day, tell(kind, names, number, rng.choice(forms), first, rng)))
        again, day2, bound, fact2 = dict(names), day, "", fact
        number2 = other_value(kind, number, rng)
        if case == "contradict":
            planted[frozenset((f"s{n}a", f"s{n}b"))] = case
        elif case == "agree":
            number2 = number
        elif case == "bound":
            bound, number2 = "more than ", int(number * .9) // 100 * 100 if kind == "usd" else int(number * .9)
        elif case == "other who":
            head = names["who"].split()[0]
            again["who"] = head + " " + rng.choice([w for w in LAST if w not in names["who"]])
            again["where"] = "North " + names["where"]
        elif case == "other when":
            if fact in ("revenue", "profit"):
                again["when"] = "second-quarter"
                again["when_cap"] = "Second-quarter"
            elif fact in ("unemployment", "inflation"):
                again["month"] = "July"
            else:
                number2 = number
        elif case == "other fact":
            fact2 = rng.choice([f for f in facts if f != fact]) if facts is OTHER_FACTS else \
                "profit" if fact != "profit" else "revenue"
            number2 = draw(*facts[fact2][:3], rng)
            second = rng.choice(facts[fact2][3])
        elif case == "other day":
            day2 = f"2026-0{rng.randrange(5, 9)}-11"
            again["day"] = {"Monday": "Tuesday", "Tuesday": "Wednesday", "Wednesday": "Monday"}[names["day"]]
            if fact in ("unemployment", "inflation"):
                again["month"] = "June"
        kinds[frozenset((f"s{n}a", f"s{n}b"))] = case
        kind2 = facts[fact2][0]
        form2 = rng.choice({"usd": ["billion", "million"], "percent": ["digits", "words"]}.get(kind2, [""]))
        docs.append((f"s{n}b", day2, tell(kind2, again, number2, form2, second, rng, bound)))
    rng.shuffle(docs)
    return docs, planted, kinds


def read_tellings():
    facts = {}
    for line in pathlib.Path(__file__).with_suffix(".tsv").read_text().splitlines():
        if not line.startswith("#"):
            fact, sort, text = line.split("\t")
            facts.setdefault(fact, {"values": [], "telling": [], "near": []})[sort].append(text)
    return facts


def near_value(kind, number, rng):
    """Another value of about the size, in steps that are printed."""
    step = 100 if kind == "usd" else 1
    return max(number // step + 1, round(number / step * rng.choice([1.06, 1.15, 1.4]))) * step


def make_tellings(seed, which):
    """Each two tellings of a fact contradict and agree once, and each telling meets each near miss."""
    rng, used, docs, planted, kinds = random.Random(seed), set(), [], {}, {}

    def tell_one(doc, kind, names, number, text, bound=""):
        forms = {"usd": ["billion", "million"], "percent": ["digits", "words"]}.get(kind, [""])
        value = bound + printed(kind, number, rng.choice(forms))
        degrees = bound + f"{number / 10:.1f}"
        text = text.format(value=value, other=value, degrees=degrees, otherdegrees=degrees, **names)
        lines = rng.sample(FILLER, 3)
        lines.insert(rng.randrange(3), text[0].upper() + text[1:])
        docs.append((doc, "2026-03-02", "\n\n".join(lines)))

    for fact, rows in read_tellings().items():
        kind, low, high, group = rows["values"][0].split()
        if group != which:
            continue
        pairs = [(case, a, b) for i, a in enumerate(rows["telling"]) for b in rows["telling"][i + 1:]
                 for case in ("contradict", "agree", rng.choice(["more", "about"]))]
        pairs += [("near", a, b) for a in rows["telling"] for b in rows["near"]]
        for case, a, b in pairs:
            names = make_names(rng, used)
            names["head"] = names["who"].split()[0]
            while names["where"] in used or " " in names["where"]:
                names["where"] = rng.choice(ONSETS) + rng.choice(MIDDLES) + rng.choice(["ford", "ham", "mouth", "bury"])
            used.add(names["where"])
            number, again = draw(kind, int(low), int(high), rng), ""
            number2, pair = near_value(kind, number, rng), frozenset((f"t{len(docs)}", f"t{len(docs) + 1}"))
            if case == "contradict":
                planted[pair] = case
            elif case != "near":
                number2 = number
            if case == "more":
                again, number2 = "more than ", max(1, number * 9 // 10)
            elif case == "about":
                again = "about "
            if fact == "harvest" and case == "more":
                number2 = max(100, number2)
            kinds[pair] = fact + " " + case
            tell_one(f"t{len(docs)}", kind, names, number, a)
            tell_one(f"t{len(docs)}", kind, names, number2, b, again)
    return docs, planted, kinds


NUMBER = re.compile(r"(?<![\w.,:/–-])(\d{1,3}(?:,\d{3})+|\d{2,3}(?:\.\d+)?)(?=(?:%| percent| million| billion| people| jobs| miles| km))")


def change_number(text, rng):
    spots = [m for m in NUMBER.finditer(text) if len(text) > 120]
    if not spots:
        return None
    m = rng.choice(spots)
    digits = m.group().replace(",", "")
    number = float(digits) * rng.choice([.6, .75, 1.3, 1.7])
    new = f"{int(number):,}" if "," in m.group() else f"{number:.1f}" if "." in digits else str(int(number))
    return None if new == m.group() else text[:m.start()] + new + text[m.end():]


def make_copies(folder, seed=2, limit=150):
    rng, docs, planted, kinds = random.Random(seed), [], {}, {}
    for path in sorted((folder / "ground-truth").glob("*.json")):
        truth = json.loads(path.read_text())
        text = truth.get("ground_truth", truth).get("main_content") or ""
        if (truth.get("_internal", {}).get("page_type") or {}).get("primary", "article") != "article":
            continue
        lines = [line for line in text.split("\n") if len(line) > 60][:12]
        spots = [i for i, line in enumerate(lines) if len(line) > 120 and NUMBER.search(line)]
        if len(lines) < 4 or not spots:
            continue
        copy, name = list(lines), path.stem
        if rng.random() < .5:
            i = rng.choice(spots)
            changed = change_number(copy[i], rng)
            if changed is not None:
                copy[i] = changed
                planted[frozenset((name + "a", name + "b"))] = "contradict"
        i = rng.randrange(len(copy))
        copy[i] = copy[i].replace(" said ", " told reporters ").replace(" also ", " ")
        kinds[frozenset((name + "a", name + "b"))] = "copy"
        docs.append((name + "a", "2026-03-02", "\n\n".join(lines)))
        docs.append((name + "b", "2026-03-02", "\n\n".join(copy)))
        if len(docs) >= 2 * limit:
            break
    return docs, planted, kinds


def measure(name, program, made, show):
    docs, planted, kinds = made
    with tempfile.TemporaryDirectory() as work:
        source, out = pathlib.Path(work) / "in.jsonl", pathlib.Path(work) / "out"
        with source.open("w") as lines:
            for i, (doc, day, text) in enumerate(docs):
                lines.write(json.dumps({"id": doc, "published": day, "site": f"site{i % 7}", "text": text}) + "\n")
        subprocess.run([program, "run", "--clean=no", "--quiet", "-o", out, source], check=True)
        db = sqlite3.connect(out / "copydesk.sqlite")
        rows = db.execute("SELECT a.id, b.id, v.a_text, v.b_text, v.a_subject, v.b_subject, v.a_property, v.b_property,"
                          " v.basis FROM claims_that_contradict v JOIN articles a ON a.number = v.a_article"
                          " JOIN articles b ON b.number = v.b_article").fetchall()
    found, false = set(), []
    for row in rows:
        pair = frozenset(row[:2])
        if pair in planted:
            found.add(pair)
        else:
            false.append(row)
    precision = len(found) / max(1, len(found) + len(false))
    print(f"{name}: {len(docs)} articles, {len(planted)} planted, {len(found)} found, {len(false)} false: "
          f"precision {precision:.3f}, recall {len(found) / max(1, len(planted)):.3f}")
    if show:
        print("  missed by case:", dict(collections.Counter(kinds[p] for p in set(planted) - found)))
        print("  false by case:", dict(collections.Counter(kinds.get(frozenset(r[:2]), "strangers") for r in false)))
        texts = {doc: text for doc, _, text in docs}
        for row in false[:show]:
            print("  false:", row[2:], *(" | ".join(x for x in texts[doc].split("\n\n") if x not in FILLER)[:160]
                                         for doc in row[:2]), sep="\n    ")
        for pair in sorted(set(planted) - found, key=sorted)[:show]:
            print("  missed:", *(" | ".join(x for x in texts[doc].split("\n\n") if x not in FILLER)[:160]
                                 for doc in sorted(pair)), sep="\n    ")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--wcxb", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    shared = pathlib.Path(os.environ.get("COPYDESK_SHARED", "../shared"))
    wcxb = args.wcxb or shared / "data/extraction/wcxb/dev"
    program = os.path.abspath(args.program)
    measure("stories", program, make_stories(600, args.seed), args.show)
    measure("other stories", program, make_stories(600, args.seed, OTHER_FACTS), args.show)
    measure("tellings", program, make_tellings(args.seed, "1"), args.show)
    measure("tellings, second set", program, make_tellings(args.seed, "2"), args.show)
    if wcxb.is_dir():
        measure("copies", program, make_copies(wcxb, args.seed + 1), args.show)
    else:
        print(f"copies: skipped, no {wcxb}", file=sys.stderr)


main()
