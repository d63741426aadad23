"""What a power cut leaves of a run, worked out from its system calls; and whether all was on the disk in time.

    power_cut.py TRACE BEFORE OUT --root ROOT [--every N] [--seed N] [--names FILE | --list]

TRACE is what `strace -f -y -xx -s 100000000 -e trace=$(power_cut.py --calls)` wrote of a run in ROOT, and BEFORE a copy
of ROOT from before it; paths below ROOT are followed, all others left alone. After each call that changes or syncs something, up to
four folders are made, as strict as POSIX allows a disk to be:

    lost     nothing but what was synced is there
    names    all names are there, but no byte that was not synced
    bytes    all bytes are there, but no name that was not synced
    mixed    of what was not synced, some is there (drawn from the seed): names in their order, bytes in any

OUT/NUMBER-MODE holds what is left: of all that differ every Nth, and what is left after the last call in each way; with
--names those that FILE names, one a line. --list makes none and names all.
Prints a line for each set or file that was given its name before it was synced; the last line counts what was found.
"""

import argparse
import hashlib
import os
import random
import re
import sys

CALL = re.compile(r"^(\d+)\s+(\w+)\((.*)\)\s+=\s+(-?\d+)(.*)$", re.S)
CUT_OFF = re.compile(r"^(\d+)\s+(\w+)\((.*) <unfinished \.\.\.>$", re.S)
RESUMED = re.compile(r"^(\d+)\s+<\.\.\. (\w+) resumed>(.*)$", re.S)
DESCRIPTOR = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
# A set or a file gets the name under which it is read.
SHOWN = re.compile(r"(/du-thao|/lan-\d+|/xuat|/ledger\.head|/ledger\.sqlite|\.lz4)$")


def unescape(hexadecimal):
    return bytes.fromhex(hexadecimal.replace("\\x", ""))


class File:
    def __init__(self, data=b"", durable=True):
        self.data = bytearray(data)
        self.durable = bytes(data) if durable else b""
        self.pending = []  # (offset, bytes), or (size,) where it was cut

    def write(self, offset, data):
        if offset > len(self.data):
            self.data.extend(bytes(offset - len(self.data)))
        self.data[offset:offset + len(data)] = data
        self.pending.append((offset, bytes(data)))

    def truncate(self, size):
        if size < len(self.data):
            del self.data[size:]
        else:
            self.data.extend(bytes(size - len(self.data)))
        self.pending.append((size,))

    def sync(self):
        self.durable = bytes(self.data)
        self.pending = []

    def left(self, mode, draw):
        if mode in ("lost", "names"):
            return self.durable
        if mode == "bytes":
            return bytes(self.data)
        some = File(self.durable)
        for change in self.pending:
            if draw.random() < 0.5:
                some.truncate(*change) if len(change) == 1 else some.write(*change)
        return bytes(some.data)


class Folder:
    def __init__(self):
        self.entries = {}
        self.history = [{}]  # what the disk may hold: as last synced, then after each change

    def changed(self):
        self.history.append(dict(self.entries))

    def sync(self):
        self.history = [dict(self.entries)]

    def left(self, mode, draw):
        if mode in ("lost", "bytes"):
            return self.history[0]
        if mode == "names":
            return self.entries
        return draw.choice(self.history)


class Disk:
    def __init__(self, root, before):
        self.root = root
        self.top = self.load(before)
        self.open = {}  # descriptor: [file or folder, offset, appends]
        self.too_early = []

    def load(self, path):
        folder = Folder()
        for name in os.listdir(path):
            below = os.path.join(path, name)
            if os.path.isdir(below):
                folder.entries[name] = self.load(below)
            else:
                with open(below, "rb") as file:
                    folder.entries[name] = File(file.read())
        folder.sync()
        return folder

    def place(self, path):
        """The folder that a path lies in and its name there; None outside."""
        path = os.path.normpath(os.path.join(self.root, path))
        if path == self.root:
            return self.top, "."
        if not path.startswith(self.root + "/"):
            return None
        folder = self.top
        *above, name = path[len(self.root) + 1:].split("/")
        for part in above:
            folder = folder.entries.get(part)
            if not isinstance(folder, Folder):
                return None
        return folder, name

    def get(self, path):
        place = self.place(path)
        if place is None:
            return None
        folder, name = place
        return folder if name == "." else folder.entries.get(name)

    def unsynced(self, node, path):
        if isinstance(node, File):
            return [path] if node.pending or bytes(node.data) != node.durable else []
        found = [path + "/"] if node.history[-1] != node.history[0] or len(node.history) > 1 else []
        for name, below in node.entries.items():
            found += self.unsynced(below, f"{path}/{name}")
        return found

    def rename(self, old, new, exchange):
        source, target = self.place(old), self.place(new)
        if source is None or target is None:
            return
        node = source[0].entries.get(source[1])
        if node is None:
            return
        if SHOWN.search(new):
            self.too_early += [f"{new}: {path}" for path in self.unsynced(node, source[1])]
        other = target[0].entries.get(target[1])
        target[0].entries[target[1]] = node
        if exchange and other is not None:
            source[0].entries[source[1]] = other
        else:
            del source[0].entries[source[1]]
        target[0].changed()
        if source[0] is not target[0]:
            source[0].changed()

    def left(self, mode, draw, folder=None, path=""):
        """What a cut leaves: the bytes of each file by its path; of a folder, None."""
        found = {}
        for name, node in sorted((folder or self.top).left(mode, draw).items()):
            below = f"{path}{name}"
            if isinstance(node, Folder):
                found[below] = None
                found.update(self.left(mode, draw, node, f"{below}/"))
            else:
                found[below] = node.left(mode, draw)
        return found


def texts(arguments):
    return [unescape(text).decode() for text in TEXT.findall(arguments)]


def apply(disk, call, arguments, result):
    """True where the call changed or synced something that is followed."""
    if call in ("openat", "open"):
        path = texts(arguments)[0]
        node = disk.get(path)
        place = disk.place(path)
        changed = False
        if place is not None and "O_CREAT" in arguments and node is None:
            node = File(durable=False)
            place[0].entries[place[1]] = node
            place[0].changed()
            changed = True
        elif isinstance(node, File) and "O_TRUNC" in arguments and node.data:
            node.truncate(0)
            changed = True
        disk.open[result] = [node, 0, "O_APPEND" in arguments]
        return changed
    if call in ("rename", "renameat", "renameat2"):
        old, new = texts(arguments)[:2]
        disk.rename(old, new, "RENAME_EXCHANGE" in arguments)
        return True
    if call in ("unlink", "unlinkat", "rmdir"):
        place = disk.place(texts(arguments)[0])
        if place is None or place[1] not in place[0].entries:
            return False
        del place[0].entries[place[1]]
        place[0].changed()
        return True
    if call in ("link", "linkat"):
        old, new = texts(arguments)[:2]
        node, place = disk.get(old), disk.place(new)
        if node is None or place is None:
            return False
        place[0].entries[place[1]] = node
        place[0].changed()
        return True
    if call in ("mkdir", "mkdirat"):
        place = disk.place(texts(arguments)[0])
        if place is None:
            return False
        place[0].entries[place[1]] = Folder()
        place[0].changed()
        return True
    descriptor = DESCRIPTOR.match(arguments)
    if not descriptor:
        return False
    number = int(descriptor.group(1))
    if number not in disk.open:
        path = unescape(descriptor.group(2)).decode()
        if call in WRITES and path.startswith("/") and disk.place(path) is not None:
            raise SystemExit(f"power_cut.py: {call} to a file that was not seen opened: {arguments[:80]}")
        return False
    state = disk.open[number]
    node = state[0]
    if call == "close":
        del disk.open[number]
        return False
    if call in ("dup", "dup2", "dup3"):
        disk.open[result] = state
        return False
    if node is None:
        return False
    if call in ("fsync", "fdatasync"):
        node.sync()
        return True
    if call == "sync_file_range":
        # Begins to write, and promises nothing.
        return False
    if call == "lseek":
        state[1] = result
        return False
    if not isinstance(node, File):
        return False
    if call == "write":
        data = unescape(TEXT.search(arguments).group(1))[:result]
        offset = len(node.data) if state[2] else state[1]
        node.write(offset, data)
        state[1] = offset + len(data)
        return True
    if call == "pwrite64":
        data = unescape(TEXT.search(arguments).group(1))[:result]
        node.write(int(arguments.rsplit(", ", 1)[1]), data)
        return True
    if call == "ftruncate":
        node.truncate(int(arguments.rsplit(", ", 1)[1]))
        return True
    raise SystemExit(f"power_cut.py: cannot follow {call}({arguments[:80]})")


WRITES = ("write", "pwrite64", "ftruncate")

# Those that are not followed end the work where one of them touches a file that is.
CALLS = ("openat,open,write,pwrite64,ftruncate,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,"
         "rmdir,fsync,fdatasync,close,dup,dup2,dup3,lseek,creat,writev,pwritev,pwritev2,truncate,fallocate,sendfile,"
         "copy_file_range,sync_file_range,symlink")


def calls(path):
    """The calls that succeeded, in the order in which they ended; what is closed is so from the beginning."""
    waiting = {}
    with open(path, encoding="ascii") as file:
        for line in file:
            line = line.rstrip("\n")
            cut_off = CUT_OFF.match(line)
            if cut_off and cut_off.group(2) == "close":
                # The number is free from here on, and another thread may be given it before this call ends.
                yield "close", cut_off.group(3), 0
                waiting[cut_off.group(1)] = "("
            elif cut_off:
                waiting[cut_off.group(1)] = f"{cut_off.group(2)}({cut_off.group(3)}"
            if cut_off:
                continue
            resumed = RESUMED.match(line)
            if resumed:
                line = f"{resumed.group(1)} {waiting.pop(resumed.group(1), resumed.group(2) + '(')}{resumed.group(3)}"
            call = CALL.match(line)
            if call and int(call.group(4)) >= 0 and "INJECTED" not in call.group(5):
                yield call.group(2), call.group(3), int(call.group(4))


def main():
    if sys.argv[1:] == ["--calls"]:
        print(CALLS)
        return
    parser = argparse.ArgumentParser()
    parser.add_argument("trace")
    parser.add_argument("before")
    parser.add_argument("out")
    parser.add_argument("--root", required=True)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--names")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    wanted = None
    if options.names:
        with open(options.names, encoding="ascii") as file:
            wanted = set(file.read().split())
    disk = Disk(os.path.realpath(options.root), options.before)
    draw = random.Random(options.seed)
    count = cuts = made = 0
    seen = set()

    def cut(name, is_last=False):
        nonlocal made
        for mode in ("lost", "names", "bytes", "mixed"):
            left = disk.left(mode, draw)
            word = fingerprint(left)
            if word in seen and not is_last:
                continue
            seen.add(word)
            if options.list:
                print(f"{name}-{mode}")
            elif f"{name}-{mode}" in wanted if wanted is not None else is_last or len(seen) % options.every == 0:
                lay(left, os.path.join(options.out, f"{name}-{mode}"))
                made += 1

    for call, arguments, result in calls(options.trace):
        count += 1
        if apply(disk, call, arguments, result):
            cuts += 1
            cut(f"{cuts:05d}")
    cut("end", is_last=True)
    for line in sorted(set(disk.too_early)):
        print(f"shown before it was synced: {line}")
    print(f"calls {count}, cuts {cuts}, different states {len(seen)}, folders {made}")


def fingerprint(left):
    digest = hashlib.sha256()
    for path, data in sorted(left.items()):
        digest.update(path.encode() + (b"/" if data is None else b"\0" + hashlib.sha256(data).digest()))
    return digest.digest()


def lay(left, path):
    os.makedirs(path)
    for name, data in left.items():
        below = os.path.join(path, name)
        if data is None:
            os.makedirs(below)
        else:
            with open(below, "wb") as file:
                file.write(data)


if __name__ == "__main__":
    main()
