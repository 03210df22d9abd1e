# SPDX-License-Identifier: Apache-2.0
"""The walk of screen-reader-walk.sh: signs in, reads rooms and messages, posts, searches, changes a preference.

Everything is found by role and accessible name over AT-SPI; the only other thing used is the keyboard (xdotool).
Prints what a screen reader would say, and ends with 1 at the first thing that is not there.
"""
import json
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 15
ORGANISATION = {
    "domain": "orchard.example", "name": "Orchard",
    "users": [{"address": name, "name": full, "password": "pw-" + name}
              for name, full in (("ada", "Ada Quince"), ("bo", "Bo Medlar"))],
    "categories": [{"name": "Sea", "allowed": ["everyone"], "history": True, "invitations": True}],
    "rooms": [{"name": "Tide tables", "description": "When the boats can leave", "category": "Sea", "privacy": "open"},
              {"name": "Fish prices", "category": "Sea", "privacy": "open"}]}


def pump(seconds=0.0):
    end = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while True:
        while context.iteration(False):
            pass
        if time.monotonic() >= end:
            return
        time.sleep(0.01)


def wait_for(words, find, patience=PATIENCE):
    """What `find` gives as soon as it is something."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = find()
        except GLib.Error:  # something went away while it was looked at
            found = None
        if found:
            return found
        pump(0.05)
    fail("not there: " + words)


def fail(words):
    print("FAILED " + words)
    for line in tree_lines(READER.application()):
        print("   | " + line)
    READER.close()
    sys.exit(1)


def state_words(thing):
    states = thing.get_state_set()
    words = []
    for state, word in ((Atspi.StateType.CHECKED, "checked"), (Atspi.StateType.SELECTED, "selected")):
        if states.contains(state):
            words.append(word)
    return words


def spoken(thing):
    words = [thing.get_name() or "(no name)", thing.get_localized_role_name()] + state_words(thing)
    return ", ".join(words)


def walk(thing, depth=0):
    """Everything that shows, deepest last."""
    if thing is None or depth > 25:
        return
    yield thing
    try:
        count = min(thing.get_child_count(), 400)
    except GLib.Error:
        return
    for i in range(count):
        try:
            child = thing.get_child_at_index(i)
        except GLib.Error:
            continue
        if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
            yield from walk(child, depth + 1)


def tree_lines(root):
    lines = []
    for thing in walk(root):
        try:
            lines.append(f"{thing.get_role_name()}: {thing.get_name()}")
        except GLib.Error:
            pass
    return lines


class Reader:
    """Ears and fingers: hears focus and announcements, presses keys."""

    def __init__(self):
        self.focused = None
        self.announced = []
        self.processes = []
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        # What a screen reader does when it starts; programs build their tree from then on.
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                          GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True))), None,
                          Gio.DBusCallFlags.NONE, -1)
        Atspi.init()
        self.listener = Atspi.EventListener.new(self.heard)
        for event in ("object:state-changed:focused", "object:state-changed:showing", "object:announcement"):
            self.listener.register(event)

    def heard(self, event):
        try:
            role = event.source.get_role()
            if event.type.startswith("object:state-changed:focused") and event.detail1:
                self.focused = event.source
                print("  says: " + spoken(event.source))
            elif event.type.startswith("object:state-changed:showing") and event.detail1:
                if role in (Atspi.Role.NOTIFICATION, Atspi.Role.ALERT):
                    self.announced.append(event.source.get_name())
                    print("  announces: " + event.source.get_name())
            elif event.type.startswith("object:announcement"):
                self.announced.append(str(event.any_data))
                print("  announces: " + str(event.any_data))
        except GLib.Error:
            pass  # gone again

    def start(self, arguments, **options):
        process = subprocess.Popen(arguments, **options)
        self.processes.append(process)
        return process

    def close(self):
        for process in self.processes:
            if process.poll() is None:
                process.terminate()
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_name() in ("Parlour", "parlour"):
                return child
        return None

    def all(self, role, name, inside=None):
        found = []
        for thing in walk(inside or self.application()):
            try:
                showing = thing.get_state_set().contains(Atspi.StateType.SHOWING)
                if showing and thing.get_role() == role and (thing.get_name() or "").startswith(name):
                    found.append(thing)
            except GLib.Error:
                pass
        return found

    def find(self, role, name, inside=None):
        return wait_for(f"{role.value_nick} \"{name}\"", lambda: next(iter(self.all(role, name, inside)), None))

    def press(self, *keys):
        print("key: " + " ".join(keys))
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            pump(0.08)

    def write(self, words):
        print("types: " + ("*" * len(words) if words.startswith("pw-") else words))
        subprocess.run(["xdotool", "type", "--delay", "8", words], check=True)
        pump(0.15)

    def look_for_focus(self):
        """For what had the focus before the tree was built; changes are heard."""
        for thing in walk(self.application()):
            try:
                if thing.get_state_set().contains(Atspi.StateType.FOCUSED):
                    self.focused = thing
                    print("  says: " + spoken(thing))
                    return
            except GLib.Error:
                pass

    def focus_is(self, name):
        def looks():
            pump()
            if self.focused is None:
                self.look_for_focus()
            thing = self.focused
            return thing is not None and (thing.get_name() or "").startswith(name) and thing
        return wait_for(f"focus on \"{name}\", it is on "
                        f"\"{self.focused.get_name() if self.focused else None}\"", looks)

    def tab_to(self, name, most=60):
        for _ in range(most):
            pump(0.03)
            if self.focused is not None and (self.focused.get_name() or "").startswith(name):
                return self.focused
            self.press("Tab")
        fail(f"Tab does not reach \"{name}\"")

    def hears(self, words):
        wait_for(f"announcement \"{words}\"", lambda: any(words in said for said in self.announced))


READER = Reader()


def rows(list_name):
    view = READER.find(Atspi.Role.LIST, list_name)
    names = []
    for i in range(view.get_child_count()):
        child = view.get_child_at_index(i)
        names.append(child.get_name())
    return names


def row(list_name, words):
    return wait_for(f"row \"{words}\" in {list_name}", lambda: [name for name in rows(list_name) if words in name])[0]


def start_server(directory, program):
    organisation = os.path.join(directory, "orchard.json")
    with open(organisation, "w", encoding="utf-8") as file:
        json.dump(ORGANISATION, file)
    server = READER.start([program, "--data", os.path.join(directory, "server"), "--org", organisation, "--listen",
                           "tcp:127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    for line in server.stdout:
        if line.startswith("ready "):
            return line.split()[1].rsplit(":", 1)[1]
    fail("the server did not start")


def sign_in(port):
    print("== Sign in")
    READER.find(Atspi.Role.FRAME, "Sign in to Parlour")
    READER.focus_is("Sign-in address")
    READER.write("ada@orchard.example")
    READER.press("Tab")
    READER.focus_is("Password")
    READER.write("pw-ada")
    READER.tab_to("Find automatically")
    READER.press("Right")
    READER.focus_is("Enter address")
    READER.tab_to("Server address")
    READER.write("127.0.0.1")
    READER.tab_to("Port")
    READER.press("ctrl+a")
    READER.write(port)
    READER.tab_to("Transport")
    READER.press("Down")
    READER.tab_to("Remember me")
    READER.press("space")
    READER.tab_to("Sign in")
    READER.press("Return")
    READER.find(Atspi.Role.FRAME, "Parlour")
    READER.find(Atspi.Role.PUSH_BUTTON, "Ada Quince, Available, Connected")


def follow_a_room():
    print("== Find and follow a room")
    READER.press("ctrl+j")
    READER.focus_is("Name of a room")
    READER.write("tide")
    READER.press("Return")
    row("Rooms found", "Tide tables, When the boats can leave")
    READER.press("Down")
    READER.focus_is("Tide tables")
    READER.press("ctrl+Return")
    row("Rooms found", "Tide tables, followed")
    READER.press("Return")
    READER.focus_is("Message to Tide tables")
    row("Rooms", "Tide tables, open room")


def read_messages(console, port):
    print("== Read")
    environment = dict(os.environ, PARLOUR_PASSWORD="pw-bo")
    READER.start([console, "--user", "bo@orchard.example", "--server", "127.0.0.1:" + port, "--tcp", "--profile",
                  os.path.join(os.environ["HOME"], "bo"), "-e", "sign-in", "-e", "open \"Tide tables\"",
                  "-e", "say \"Tide tables\" \"High water at six\"", "-e", "wait-for \"Thank you\" 60"],
                 env=environment, stdout=subprocess.DEVNULL)
    READER.hears("Bo Medlar: High water at six")
    print("  reads: " + row("Messages", ": High water at six"))
    READER.press("shift+Tab")
    READER.focus_is("Bo Medlar, ")
    READER.press("Escape")
    READER.focus_is("Message to Tide tables")


def post():
    print("== Post")
    READER.write("Thank you Bo")
    READER.press("Return")
    print("  reads: " + wait_for("the own message", lambda: [
        name for name in rows("Messages") if name.startswith("You, ") and name.endswith(": Thank you Bo")])[0])
    for person in rows("Participants"):
        print("  reads: " + person)
    row("Participants", "Ada Quince, available")


def search():
    print("== Search")
    READER.press("ctrl+shift+f")
    READER.focus_is("Words to find")
    READER.write("water")
    READER.press("Return")
    print("  reads: " + row("Messages found", "Bo Medlar in Tide tables: High water at six"))
    READER.press("Down")
    READER.focus_is("Bo Medlar in Tide tables")
    READER.press("Return")
    READER.focus_is("Bo Medlar, ")
    READER.press("Escape")
    READER.focus_is("Message to Tide tables")


def change_a_preference():
    print("== Change a preference")
    READER.press("ctrl+comma")
    READER.focus_is("General")
    box = READER.tab_to("Open the rooms I had open last time")
    before = box.get_state_set().contains(Atspi.StateType.CHECKED)
    READER.press("space")
    wait_for("the box to change", lambda: box.get_state_set().contains(Atspi.StateType.CHECKED) != before)
    print("  says: " + spoken(box))
    READER.press("Escape")
    READER.focus_is("Message to Tide tables")


def main():
    directory, program, server, console = sys.argv[1:5]
    port = start_server(directory, server)
    client = READER.start([program, "--profile", "walk"])
    wait_for("the program in the accessible tree", READER.application, 40)
    sign_in(port)
    follow_a_room()
    read_messages(console, port)
    post()
    search()
    change_a_preference()
    print("== Quit")
    READER.press("ctrl+q")
    code = wait_for("the end of the program", lambda: client.poll() is not None and [client.returncode])[0]
    READER.close()
    print("The walk is complete." if code == 0 else f"FAILED the program ended with {code}")
    return 0 if code == 0 else 1


sys.exit(main())
