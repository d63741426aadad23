"""What must hold after a fault, whatever it was: readers see the old or the new state, the exit code says done only where all
is done, `verify` passes, and the same command once more ends with the bytes of an undisturbed one."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import tempfile
import threading

from office import ASIDE, COMMANDS, copy, run

# What the officer's page says of what broke on its day: the fault itself, which an undisturbed run has nothing to say of.
TROUBLES = re.compile("HỎNG, CẦN SỬA NGAY.*?\n\n".encode(), re.DOTALL)


# What a run says of a file, a folder or the list of decisions that it could not read, and went on without: the next run takes it
# in, later than another would have.
UNREAD = (b"[cannot-be-read]", b"[unreadable-decisions]")
# Or of an old draft that it kept apart, because it could not read it.
APART = (b"reports/2026-10/de-rieng/",)


def said_of(folder):
    """Where what the disturbed command said lies, of a folder that it ran in."""
    return f"{folder}.said"


def note_unread(folder):
    """Notes beside what was said that the command went on without a file, and ended before it could say so."""
    with open(said_of(folder), "ab") as file:
        file.write(b"\n(ended by another fault) " + UNREAD[0] + b"\n")


def has_said(folder, words):
    if not os.path.exists(said_of(folder)):
        return False
    with open(said_of(folder), "rb") as file:
        said = file.read()
    return any(word in said for word in words)


def without_troubles(name, content):
    """The page of a day, and what it is made of, without what broke; any other file as it is."""
    if name == ".viec-can-lam.json":
        # The digests of pages, too: the pages themselves are compared, and `verify` holds them against their digests.
        return json.dumps({**json.loads(content), "troubles": [], "pages": {}}).encode() if content else content
    is_page = name == "viec-can-lam.txt" or re.fullmatch(r"\d{4}-\d\d-\d\d\.txt", name)
    return TROUBLES.sub(b"", content) if is_page else content


# What a run has found untouched: numbers and times of files, which are others in each copy of an office.
LOOKS = ".lan-chay-truoc.json"
# Where the program works unseen, by a name of chance; what a killed one leaves there nobody reads, and the next takes away.
UNSEEN = re.compile(r"(?<=\.dang-lam-)[0-9a-z]+|(?<=tmp/)[^/]+")


def layout(path):
    """The bytes of all files below a folder but the ledger's own; of what was being made unseen, what lies there by name."""
    lines = []
    for folder, _, names in os.walk(path):
        for name in names:
            if name not in ("ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", LOOKS):
                below = os.path.join(folder, name)
                shown = os.path.relpath(below, path)
                named = UNSEEN.sub("*", shown)
                content = ""
                if named == shown:
                    with open(below, "rb") as file:
                        content = hashlib.sha256(without_troubles(name, file.read())).hexdigest()
                lines.append(f"{named} {content}\n")
    return hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()


def digest(path, skips=lambda name: False):
    """The bytes of all files below a folder, as one word."""
    if not os.path.isdir(path):
        return "absent"
    whole = hashlib.sha256()
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            if not skips(name) and name != LOOKS:
                below = os.path.join(folder, name)
                with open(below, "rb") as file:
                    content = without_troubles(name, file.read())
                whole.update(f"{os.path.relpath(below, path)} {hashlib.sha256(content).hexdigest()}\n".encode())
    return whole.hexdigest()[:12]


def end(path):
    """All that lies in a folder of reports, whether it should or not: sets, archive, head. SQLite's own files are not the
    same after another number of commits; their content is the head's. The note of the last backup names a folder."""
    return digest(path, lambda name: name.startswith("ledger.sqlite") or name in (".tonghop.lock", ".tonghop.backup"))


def state(folder, stage):
    """What readers see: the ledger with its edition; the draft, the edition, the packages; what was made beside them."""
    seen = os.path.join(folder, "seen")
    shutil.rmtree(seen, ignore_errors=True)
    code, _ = run(folder, ["report", "2026-10", "--edition", "1", "--output", "seen"])
    issued = digest(seen) if code == 0 else "absent"
    shutil.rmtree(seen, ignore_errors=True)
    _, said = run(folder, ["status", "2026-10", "--format", "json"])
    received = hashlib.sha256(said.encode()).hexdigest()[:12]
    shown = [digest(os.path.join(folder, "reports/2026-10", name)) for name in ("du-thao", "lan-1", "xuat")]
    made = end(os.path.join(folder, "made")) if stage in ASIDE else ""
    return [f"{received}/{issued}", *shown, made]


def content(ledger):
    """What a ledger holds once SQLite has opened it, as one word; None where it cannot be read."""
    if not os.path.exists(ledger):
        return "absent"
    with tempfile.TemporaryDirectory() as aside:
        for ending in ("", "-wal"):
            if os.path.exists(ledger + ending):
                shutil.copy(ledger + ending, os.path.join(aside, "ledger.sqlite" + ending))
        database = sqlite3.connect(os.path.join(aside, "ledger.sqlite"))
        try:
            whole = hashlib.sha256()
            for statement in ["PRAGMA integrity_check", "PRAGMA user_version", "SELECT type, name, sql FROM sqlite_schema ORDER BY 2"]:
                whole.update(repr(database.execute(statement).fetchall()).encode())
            for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").fetchall():
                # In the order of its key, which not every table has as a rowid.
                for row in database.execute(f'SELECT * FROM "{table}"'):
                    whole.update(repr(row).encode())
            return whole.hexdigest()
        except sqlite3.Error:
            return None
        finally:
            database.close()


def looks(folder):
    """All that a command finds in a folder, as words: its files, and the content of its ledgers; None where that cannot be
    told. What nobody reads is not in it."""
    ledgers = [path for path in ("reports", "made", "backup") if os.path.isdir(os.path.join(folder, path))]
    contents = [content(os.path.join(folder, path, "ledger.sqlite")) for path in ledgers]
    return None if None in contents else (layout(folder), *contents)


class Known:
    """What came of folders that look like one another: of what is known so, one in so many is asked again all the same, and
    must come to the same."""

    again = 25
    nothing = object()

    def __init__(self):
        self.results = {}
        self.asked = 0
        self.lock = threading.Lock()

    def of(self, key, ask):
        """What came of this key before, or comes of it now; and whether it is not as it was before."""
        with self.lock:
            before = self.nothing if key is None else self.results.get(key, self.nothing)
            self.asked += before is not self.nothing
            is_asked_again = self.asked % self.again == 0
        if before is not self.nothing and not is_asked_again:
            return before, False
        found = ask()
        if key is not None:
            with self.lock:
                self.results[key] = found
        return found, before is not self.nothing and found != before


class Judge:
    """Judges what faults have left of one stage's command, by what an undisturbed one makes of it."""

    # Whatever the stage.
    verified = Known()

    def __init__(self, work, stage):
        self.stage = stage
        self.known = Known()
        self.states = Known()
        self.before = os.path.join(work, stage)
        self.file = os.path.join(work, f"{stage}.expected.json")
        if os.path.exists(self.file):
            with open(self.file, encoding="utf-8") as file:
                self.old, self.new, self.end = json.load(file)

    def learn(self, calm):
        """Remembers how it is before, and after a calm run in the folder `calm`, which is taken away."""
        copy(self.before, calm)
        self.old = state(calm, self.stage)
        code, said = run(calm, COMMANDS[self.stage])
        if code not in (0, 1):
            raise SystemExit(f"faults: {self.stage} undisturbed: exit {code}: {said}")
        self.new = state(calm, self.stage)
        self.end = end(os.path.join(calm, "reports"))
        shutil.rmtree(calm)
        with open(self.file, "w", encoding="utf-8") as file:
            json.dump([self.old, self.new, self.end], file)

    def key(self, folder, code, seen):
        """What the judgement depends on; None where that cannot be told."""
        return None if seen is None else (0 <= code <= 1, has_said(folder, UNREAD), has_said(folder, APART), seen)

    def faults(self, folder, code):
        """Everything that does not hold after a command that ended with `code`."""
        seen = looks(folder)
        found, differs = self.known.of(self.key(folder, code, seen), lambda: self.judged(folder, code, seen))
        return found + (["a folder like one that was judged is judged otherwise"] if differs else [])

    def state(self, folder, seen):
        """What readers see, where a folder like it shows."""
        shown, differs = self.states.of(seen, lambda: state(folder, self.stage))
        return ["readers see otherwise in a folder like it", *shown] if differs else shown

    def judged(self, folder, code, seen):
        found = []
        now = self.state(folder, seen)
        # It went on without a file, and said so: then all that is shown must come with the next run, by another way.
        lacks = has_said(folder, UNREAD)
        if lacks and code == 0:
            found.append("exit 0, but a file was not read")
        if self.stage not in ASIDE and not lacks:
            # Committed, and yet to be shown.
            middle = self.new[:1] + self.old[1:]
            if now not in (self.old, self.new, middle):
                found.append(f"a third state: {now} (old {self.old}, new {self.new})")
        if 0 <= code <= 1 and now != self.new and not lacks:
            found.append(f"exit {code}, but not done: {now}")
        found += self.unverified(folder, "verify", seen)
        again, said = run(folder, COMMANDS[self.stage])
        if again not in (0, 1) and not self.is_made_already(folder, again):
            found.append(f"the next run ended with {again}: {said[:300]}")
        if code not in (0, 1) or has_said(folder, APART):
            self.give_up_copies(folder)
        seen = looks(folder)
        if lacks:
            if self.state(folder, seen) != self.new:
                found.append("what readers see is not as after an undisturbed run")
        elif end(os.path.join(folder, "reports")) != self.end:
            found.append("the folder of reports is not as after an undisturbed run")
        if self.stage in ASIDE and self.state(folder, seen) != self.new:
            found.append("what was made beside the reports is not as after an undisturbed run")
        return found + self.unverified(folder, "verify after the next run", seen)

    def give_up_copies(self, folder):
        """An old draft that could not be read when the new one had taken its place is kept apart, for nobody knew what was in
        it: that is right, as long as it is the old draft and nothing else."""
        apart = os.path.join(folder, "reports/2026-10/de-rieng")
        for name in os.listdir(apart) if os.path.isdir(apart) else ():
            if digest(os.path.join(apart, name)) == self.old[1]:
                shutil.rmtree(os.path.join(apart, name))
        if os.path.isdir(apart) and not os.listdir(apart):
            os.rmdir(apart)

    def is_made_already(self, folder, code):
        """Whether it was made whole before, and is refused now for that."""
        return self.stage in ASIDE and code == 2 and end(os.path.join(folder, "made")) == self.new[-1]

    def unverified(self, folder, name, seen):
        (code, said), differs = self.verified.of(seen, lambda: run(folder, ["verify"]))
        found = [] if code == 0 else [f"{name}: exit {code}: {said[:300]}"]
        return found + ([f"{name}: says otherwise of a folder like it"] if differs else [])
