#!/usr/bin/env python3
"""check.py FOLDER: audits what the tests wrote there (`histories for the auditor`), and the auditor itself.

`protected` must be safe, from those who know the figures and from those who know the rules as well; `control`, in which only
the small counts themselves are suppressed, must leak. `across` must be safe from those who know how indicators lie to one
another, too; and `rounded`, in which what is shown is rounded, from those who know how; `across-control`, in which each indicator is protected by itself, must leak. And the cases with known answers must come out, where
TONGHOP_CORPORA names their folder. Exit 1 where any of this fails.
"""

import os
import sys
from pathlib import Path

import audit
import known


def main(folder):
    failed = 0
    for words in ([], ["--rules"]):
        failed |= audit.main([str(folder / "protected"), *words])
    print("control, with secondary suppression off:")
    if audit.main([str(folder / "control")]) == 0:
        print("the control does not leak: the auditor finds nothing")
        failed = 1
    print("with what is shown rounded to fives:")
    failed |= audit.main([str(folder / "rounded")])
    failed |= audit.main([str(folder / "rounded"), "--rules"])
    print("control, with the small counts alone suppressed and all else rounded:")
    if audit.main([str(folder / "rounded-control")]) == 0:
        print("the control does not leak: the auditor finds nothing in rounded figures")
        failed = 1
    print("across indicators:")
    for words in ([], ["--rules"], ["--across"], ["--across", "--rules"]):
        failed |= audit.main([str(folder / "across"), *words])
    print("control, with each indicator protected by itself:")
    if audit.main([str(folder / "across-control"), "--across"]) == 0:
        print("the control does not leak: the auditor finds nothing across indicators")
        failed = 1
    corpora = os.environ.get("TONGHOP_CORPORA")
    if corpora:
        failed |= known.main(Path(corpora) / "disclosure_cases.json")
    else:
        print("TONGHOP_CORPORA is not set: the cases of the Handbook on Statistical Disclosure Control and of sdcTable were not run")
    return failed


if __name__ == "__main__":
    try:
        sys.exit(main(Path(sys.argv[1])))
    except (OSError, ValueError, KeyError, IndexError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(2)
