"""Runs a command once and prints its wall time, processor time, largest memory in KiB and exit code.

A process of its own, with little in memory: what the kernel reports as a child's largest memory is never less than its parent's.
"""

import os
import sys
import time

null = os.open(os.devnull, os.O_RDWR)
files = [(os.POSIX_SPAWN_DUP2, null, number) for number in (0, 1, 2)]
start = time.perf_counter()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=files)
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - start
print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
