#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes northgate.json, the demo organisation, from the hand-written parts beside it.

Deterministic: the same parts give the same bytes. Usage: generate.py [output]
Format of the result: ORGANISATION.md.
"""

import datetime
import html
import json
import os
import random
import re
import sys
import uuid

import northgate_people as people
import northgate_threads as threads
import northgate_today as today

SEED = 20130318
NAMESPACE = uuid.UUID("6f9c1d0e-4b7a-5d52-9a36-1f0f5a7c2e84")  # as in server-sim/org/Organisation.cpp
INTRANET = "https://intranet.northgate.example/"
PRIYA = "priya.raman"
REFERENCE_DAY = datetime.date(2026, 11, 20)  # the absolute dates of the parts count from here
FIRST_NAMES = {address: name.split()[0] for address, name, _, _ in people.PEOPLE}
# These write the family name first.
FIRST_NAMES.update({"yuki.tanaka": "Yuki", "wei.zhang": "Wei", "mei.lin.chen": "Mei Lin", "elena.petrova": "Elena",
                    "george.papadakis": "George", "peter.lang": "Peter"})
# Who writes which language or script; the first pattern found counts.
WRITERS = {"[\u3040-\u30ff]|東京": "yuki.tanaka", "[\u4e00-\u9fff]": "wei.zhang", "[\u0400-\u04ff]": "elena.petrova",
           "[\u0370-\u03ff]": "george.papadakis", "Proszę": "marta.nowak"}


def days_ago(iso):
    """Turns a fixed date into one relative to loading, so that no clock makes it lie in the future."""
    moment = datetime.datetime.strptime(iso, "%Y-%m-%dT%H:%M:%SZ")
    return "-%dd %s" % ((REFERENCE_DAY - moment.date()).days, moment.strftime("%H:%M"))


def anchor(href, label):
    return '<a href="%s">%s</a>' % (html.escape(href), html.escape(label, quote=False))


def room_uri(name):
    key = uuid.uuid5(NAMESPACE, "room:%s/%s" % (people.DOMAIN, name))
    return "ma-chan://%s/%s" % (people.DOMAIN, key)


class Filler:
    """Fills the slots of one thread; a slot keeps its value within the thread."""

    def __init__(self, rng, names):
        self.rng = rng
        self.names = names
        self.values = {}

    def slot(self, match):
        word = match.group(1)
        if word.startswith("u:"):
            path, _, label = word[2:].partition(" ")
            return anchor(INTRANET + path, label or INTRANET + path)
        if word.startswith("r:"):
            return anchor(room_uri(word[2:]), word[2:])
        if word in self.names:
            return self.names[word]
        if word not in self.values:
            self.values[word] = self.draw(word)
        return self.values[word]

    def draw(self, word):
        numbers = re.fullmatch(r"(\d+)-(\d+)(#\d)?", word)
        if numbers:
            return str(self.rng.randint(int(numbers.group(1)), int(numbers.group(2))))
        base = word.rstrip("23")
        taken = {value for key, value in self.values.items() if key.rstrip("23") == base}
        return self.rng.choice([value for value in threads.SLOTS[base] if value not in taken])

    def fill(self, text):
        text = re.sub(r"\[([^\]|]*\|[^\]]*)\]", lambda m: self.rng.choice(m.group(1).split("|")), text)
        filled = re.sub(r"\{([^}]+)\}", self.slot, text.replace("\\n", "\n"))
        return re.sub(r"^[a-z]|(?<=[.?!] )[a-z]", lambda m: m.group(0).upper(), filled)


def content(text, alert):
    if text.startswith("STORY "):
        title, _, body = text[6:].partition(" || ")
        message = {"story": {"title": title, "body": body}}
    else:
        message = {"text": text}
    if alert:
        message["alert"] = True
    return message


def parse_threads(block):
    parsed = []
    for part in block.strip().split("\n--\n"):
        lines = [re.fullmatch(r"([ABC])(!?): (.*)", line) for line in part.split("\n")]
        parsed.append([(m.group(1), bool(m.group(2)), m.group(3)) for m in lines])
    return parsed


def wanted_threads(room):
    found = [thread for theme in room["themes"] for thread in parse_threads(threads.THREADS[theme])]
    if PRIYA not in room["voices"]:
        found = [thread for thread in found if not any("Priya" in text for _, _, text in thread)]
    return found


def cast(rng, room, thread):
    """Gives each role of the thread a person of the room; scripts of one language go to one who writes it."""
    text = " ".join(line for _, _, line in thread)
    voices = [voice for voice in room["voices"] if voice != PRIYA or "Priya" not in text]
    lead = next((who for pattern, who in WRITERS.items() if re.search(pattern, text)), None)
    if lead and lead not in voices:
        return None
    others = [voice for voice in voices if voice != lead]
    rng.shuffle(others)
    chosen = ([lead] if lead else []) + others
    # Small rooms: somebody takes two roles.
    return dict(zip("ABC", chosen * 3))


def thread_messages(rng, room, thread, day):
    roles = cast(rng, room, thread)
    if roles is None:
        return []
    filler = Filler(rng, {role: FIRST_NAMES[who] for role, who in roles.items()})
    morning = re.search(r"[Mm]orning|overnight|Καλημέρα|Levels", thread[0][2])
    at = (7 * 3600 + rng.randint(1200, 5400)) if morning else (8 * 3600 + int(rng.triangular(0, 34000, 12000)))
    messages = []
    for role, alert, text in thread:
        message = {"author": roles[role], "time": "-%dwd %s" % (day, clock(at))}
        message.update(content(filler.fill(text), alert))
        messages.append(message)
        at += min(int(rng.expovariate(1 / 110)) + 12, 1500)
    return messages


def clock(seconds):
    return "%02d:%02d:%02d" % (seconds // 3600, seconds // 60 % 60, seconds % 60)


def has_story(thread):
    return any(text.startswith("STORY ") for _, _, text in thread)


def repeats(thread):
    """How often a thread may come in one room: wording that never varies is noticed at once."""
    text = " ".join(line for _, _, line in thread)
    slots = {slot for slot in re.findall(r"\{([^}]+)\}", text) if len(slot) > 1 and slot[:2] not in ("u:", "r:")}
    if has_story(thread):
        return 3
    return 3 + 2 * len(slots) if slots else 2


def past(rng, room):
    """Threads over some months, denser towards now. Rounds through all threads keep repeats far apart."""
    newest, oldest = room.get("newest", 1), room.get("oldest", 88)
    found = wanted_threads(room)
    chosen, lines, number = [], 0, 0
    while lines < room["count"]:
        pool = [thread for thread in found if number < repeats(thread)]
        if not pool:
            break
        number += 1
        rng.shuffle(pool)
        for thread in pool:
            if lines < room["count"]:
                chosen.append(thread)
                lines += len(thread)
    days = sorted(newest + int((oldest - newest) * rng.random() ** 1.3) for _ in chosen)
    return [message for thread, day in zip(chosen, days) for message in thread_messages(rng, room, thread, day)]


def fixed(entries):
    filler = Filler(None, {})
    messages = []
    for when, author, text in entries:
        message = {"author": author.lstrip("!"), "time": when}
        message.update(content(filler.fill(text), author.startswith("!")))
        messages.append(message)
    return messages


def age(message):
    """Sort key: oldest first, as the loader will order them."""
    match = re.fullmatch(r"-(\d+)wd (.*)", message["time"])
    if match:
        return (-int(match.group(1)), match.group(2), 0)
    amount, unit = int(message["time"][1:-1]), message["time"][-1]
    return (0, "", -amount * {"s": 1, "m": 60, "h": 3600}[unit])


def build_room(room):
    rng = random.Random("%d %s" % (SEED, room["name"]))
    kept = ("name", "description", "topic", "category", "type", "privacy", "invitations", "disabled", "members",
            "managers", "presenters", "createdBy", "updated", "updatedBy", "pendingInvitations")
    built = {key: room[key] for key in kept if key in room}
    built["created"] = days_ago(room["created"])
    history = past(rng, room) if room["count"] else []
    history += fixed(today.PINNED.get(room["name"], [])) + fixed(today.TODAY.get(room["name"], []))
    if history:
        built["history"] = sorted(history, key=age)
    return built


def build_user(address, name, title, presence):
    user = {"address": address, "name": name, "email": "%s@%s" % (address, people.DOMAIN), "title": title,
            "company": "Northgate", "password": "northgate"}
    if presence != "offline":
        user["presence"] = presence
    if address in people.FOLLOWED:
        user["followed"] = people.FOLLOWED[address]
    return user


def build_users():
    users = [build_user(*person) for person in people.PEOPLE]
    former = build_user(*people.FORMER, "offline")
    del former["password"]
    former["enabled"] = False
    without = build_user(*people.WITHOUT_CHAT, "offline")
    without["persistentChat"] = False
    return users + [former, without]


def build_bot(name, room, lines):
    built = []
    for shortest, longest, author, text in lines:
        line = {"author": author.lstrip("!"), "delay": [shortest, longest]}
        line.update(content(Filler(None, {}).fill(text), author.startswith("!")))
        built.append(line)
    return {"name": name, "room": room, "loop": True, "lines": built}


def organisation():
    return {
        "format": 1,
        "domain": people.DOMAIN,
        "name": "Northgate",
        "users": build_users(),
        "groups": [{"name": name, "members": members} for name, members in people.GROUPS.items()],
        "categories": people.CATEGORIES,
        "rooms": [build_room(room) for room in people.ROOMS],
        "bots": [build_bot(*bot) for bot in today.BOTS],
    }


def dump(value, out, indent=""):
    """JSON with one line for each innermost object, so that a change of one message is one line of a diff."""
    inner = indent + " "
    nested = isinstance(value, dict) and any(
        isinstance(v, list) and v and isinstance(v[0], dict) for v in value.values())
    if nested:
        out.append("{\n")
        for i, (key, item) in enumerate(value.items()):
            out.append("%s%s%s: " % ("" if i == 0 else ",\n", inner, json.dumps(key)))
            dump(item, out, inner)
        out.append("\n%s}" % indent)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        out.append("[\n")
        for i, item in enumerate(value):
            out.append(("" if i == 0 else ",\n") + inner)
            dump(item, out, inner)
        out.append("\n%s]" % indent)
    else:
        out.append(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def main():
    default = os.path.join(os.path.dirname(os.path.abspath(__file__)), "northgate.json")
    out = []
    dump(organisation(), out)
    with open(sys.argv[1] if len(sys.argv) > 1 else default, "w", encoding="utf-8", newline="\n") as file:
        file.write("".join(out) + "\n")


if __name__ == "__main__":
    main()
