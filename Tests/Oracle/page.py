#!/usr/bin/env python3
"""page.py PAGE.html SO-LIEU.csv [--pictures=DIR] [--numbers] [--control]: the leader's page in a browser, and its numbers in the set's table.

In headless Chromium, at 360, 768 and 1280 pixels and on paper: nothing is asked for and nothing fails; the page is no wider than the
window; axe-core finds no fault (contrast, names of pictures and fields, headings, tables); it reads without its script; the script
shades the map as the page came, and shows another figure, another time and a commune as the page has them; the table is sorted; one sheet
of A4 at most. Every number of the main figures, of the places and of the year to date is the one in SO-LIEU.csv, and the months of what
adds up come to the year to date. --pictures keeps what was seen; --numbers compares these alone, without a browser.

With --control each check gets a page that must fail it. Exit 1 where anything fails (with --control: where something passes), 2 where a
tool is missing.
"""

import csv
import io
import json
import re
import subprocess
import sys
import tempfile
from base64 import b64decode
from html.parser import HTMLParser
from pathlib import Path

WIDTHS = (360, 768, 1280)


class Page(HTMLParser):
    """The page as it came, without a browser: its texts, its tables, its cards."""

    def __init__(self, text):
        super().__init__()
        self.texts, self.rows, self.cards, self.shades = [], [], [], {}
        self.inside, self.row, self.cell = [], None, None
        self.feed(text)
        found = re.search(r'id="so-lieu">(.*?)</script>', text, re.S)
        self.data = json.loads(found.group(1)) if found else {}

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in ("meta", "link", "input", "br", "img"):
            return
        self.inside.append((tag, attributes.get("class") or "", attributes.get("id") or ""))
        if tag == "article":
            self.cards.append({})
        if tag == "tr":
            self.row = []
        if tag in ("td", "th") and self.row is not None:
            self.cell = []
        if tag == "path" and "data-p" in attributes:
            self.shades[attributes["data-p"]] = attributes["class"]

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop()[0] != tag:
            pass
        if tag in ("td", "th") and self.cell is not None:
            self.row.append("".join(self.cell).strip())
            self.cell = None
        if tag == "tr" and self.row is not None:
            kind = next((i for t, _, i in reversed(self.inside) if t in ("tbody", "thead")), "")
            table = next((i for t, _, i in reversed(self.inside) if t == "table"), "")
            self.rows.append((table, kind, self.row))
            self.row = None

    def handle_data(self, data):
        tags = [tag for tag, _, _ in self.inside]
        if "script" in tags or "style" in tags:
            return
        self.texts.append(data)
        if self.cell is not None and not any("bien-gioi" in style for _, style, _ in self.inside):
            self.cell.append(data)
        if "article" in tags:
            for key, wanted in (("name", "h3"), ("number", "b")):
                if tags[-1] == wanted:
                    self.cards[-1][key] = data.strip()
            if self.inside[-1][1].startswith("nhan"):
                self.cards[-1]["reports"] = data.strip().split(": ")[-1].split(" ")[0]
            if self.inside[-1][1] == "luy-ke":
                self.cards[-1]["year"] = data.strip()


def number(text, data):
    """The number that a text shows, as a table would hold it: `1.234,5 (sb)` is 1234.5, `-` is 0; a mark stays a mark."""
    text = re.sub(r"%?( \((sb|đc|p|r)\))?$", "", text.strip())
    if text == "-":
        return 0.0
    plain = text.replace(data["group"], "").replace(data["point"], ".")
    return float(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else text


def held(text):
    try:
        return float(text)
    except ValueError:
        return text


def same(shown, kept, decimals):
    """A table in CSV holds what is not rounded."""
    if isinstance(shown, str) or isinstance(kept, str):
        return shown == kept
    return abs(shown - kept) <= 0.5 * 10 ** -decimals + 1e-9


def numbers(text, table):
    """What differs between the page and the set's table; and how many numbers were compared."""
    page, faults, count = Page(text), [], 0
    rows = list(csv.reader(io.StringIO(table)))
    head = {name: place for place, name in enumerate(rows[0])}
    now, year = (head["Kỳ này"], head["Lũy kế từ đầu năm"]) if "Kỳ này" in head else (head["This period"], head["Year to date"])
    kept = {}
    for row in rows[1:]:
        kept.setdefault(row[2], []).append(row)

    def compare(name, shown, row, column, decimals):
        nonlocal count
        count += 1
        if not same(number(shown, page.data), held(row[column]), decimals):
            faults.append(f"{name}: {shown}, the table has {row[column]}")

    items = page.data["items"]
    shown_rows = [row for table_id, kind, row in page.rows if table_id == "bang" and kind.startswith("t-")]
    for place, item in enumerate(items):
        own = kept.get(item["name"], [])
        by_name = {}
        for row in own:
            by_name.setdefault(row[5], []).append(row)
        card = next((c for c in page.cards if c["name"] == item["name"]), None)
        if card is None or not own:
            faults.append(f"{item['name']}: not on the page, or not in the table")
            continue
        compare(item["name"], card["number"], own[0], now, item["decimals"])
        if card["reports"] != f"{own[0][9]}/{own[0][10]}":
            faults.append(f"{item['name']}: reports {card['reports']}, the table has {own[0][9]}/{own[0][10]}")
        # Of a year, the year to date is the period itself, and the months follow.
        has_year = page.data["spans"][1:2] and re.match("Lũy kế|Year to date", page.data["spans"][1])
        for span, column in ((0, now), (1, year)) if has_year else ((0, now),):
            # A package may hold fewer rows than the page has places: what it does not give is shown by its mark.
            for at, shown in enumerate(item["spans"][span]["texts"] if span < len(item["spans"]) else []):
                named = by_name.get(page.data["places"][at]["name"], [])
                if len(named) == 1:
                    compare(f"{item['name']}, {named[0][5]}", shown, named[0], column, item["decimals"])
                elif not named and isinstance(number(shown, page.data), float):
                    faults.append(f"{item['name']}: {shown} of a place that the table does not give")
        for row in shown_rows:
            texts = [i for i, p in enumerate(page.data["places"]) if p["name"] == row[0]]
            if len(texts) == 1 and row[2 + place] != item["spans"][0]["texts"][texts[0]]:
                faults.append(f"{row[0]}: the table shows {row[2 + place]}, the script knows another")
        # The months of what adds up come to the year to date, where every one of them is known.
        months = [row[1 + place] for table_id, _, row in page.rows if table_id == "" and len(row) == len(items) + 1][1:]
        months = [number(text, page.data) for text in months[: len(months) // 2 or None]]
        whole = held(own[0][year])
        if item["isFlow"] and months and all(isinstance(m, float) for m in months) and isinstance(whole, float):
            count += 1
            if abs(sum(months) - whole) > 0.05 * len(months):
                faults.append(f"{item['name']}: the months come to {sum(months)}, the year to date is {whole}")
    if count < 5 * len(items) or not items:
        faults.append(f"only {count} numbers were compared")
    return faults, count


class Browser:
    def __init__(self):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=vi", "--disable-dev-shm-usage"):
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.axe = axe_source()

    def open(self, path, width, scripts=True):
        command = self.driver.execute_cdp_cmd
        command("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600})
        command("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        for log in ("browser", "performance"):
            self.driver.get_log(log)
        self.driver.get(Path(path).resolve().as_uri())

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def asked(self, path):
        """Addresses that were asked for beside the page itself."""
        own = Path(path).resolve().as_uri()
        asked = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                address = message["params"]["request"]["url"]
                if address != own and not address.startswith("data:"):
                    asked.append(address)
        return asked

    def complaints(self):
        return [e["message"] for e in self.driver.get_log("browser") if e["level"] in ("SEVERE", "WARNING")]

    def picture(self, path):
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True})
        Path(path).write_bytes(b64decode(shot["data"]))

    def print(self, path):
        made = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False})
        Path(path).write_bytes(b64decode(made["data"]))
        told = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
        return int(re.search(r"Pages:\s+(\d+)", told).group(1))

    def faults(self):
        """What axe-core finds, in a few words each."""
        self.run(self.axe)
        self.run("Array.prototype.forEach.call(document.querySelectorAll('details'), function (d) { d.open = true; })")
        found = self.driver.execute_async_script(
            "var done = arguments[0]; axe.run(document).then(function (r) { done(r.violations.map(function (v) {"
            " return v.id + ' ' + v.nodes.slice(0, 3).map(function (n) { return n.target + ' ' + n.failureSummary; }).join(' | '); })); });")
        return found


def axe_source():
    import importlib.util

    root = Path(importlib.util.find_spec("axe_core_python").origin).parent
    return (root / "axe.min.js").read_text(encoding="utf-8")


def choosing(browser, page):
    """What is wrong with what the script shows, against what the page holds."""
    from selenium.common.exceptions import JavascriptException

    try:
        return chosen(browser, page)
    except JavascriptException as error:
        return [f"the script does not answer: {error.msg}"]


def chosen(browser, page):
    faults = []
    script = """
        function pick(id, value) { var s = document.getElementById(id); s.value = value; s.dispatchEvent(new Event('change')); }
        function shades() { return Object.fromEntries(Array.from(document.querySelectorAll('#ban-do path[data-p]')).map(
            function (p) { return [p.getAttribute('data-p'), p.getAttribute('class')]; })); }
        """
    if page.shades and browser.run(script + "return shades();") != page.shades:
        faults.append("the script shades the map otherwise than the page came")
    item, span = len(page.data["items"]) - 1, len(page.data["spans"]) - 1
    commune = next((i for i, p in enumerate(page.data["places"]) if p["isCommune"]), None)
    if commune is None:
        return faults
    shown = browser.run(script + """
        pick('chon-chi-tieu', arguments[0]); pick('chon-ky', arguments[1]); pick('chon-xa', arguments[2]);
        return {title: (document.getElementById('ban-do-ten') || {}).textContent || '', one: document.getElementById('mot-xa').textContent,
            cell: document.querySelector('#bang tr[data-p="' + arguments[2] + '"]').cells[arguments[0] + 2].textContent};
        """, item, span, commune)
    text = page.data["items"][item]["spans"][span]["texts"][commune]
    if page.shades and not (page.data["items"][item]["name"] in shown["title"] and page.data["spans"][span] in shown["title"]):
        faults.append(f"the map is called {shown['title']}")
    if shown["cell"] != text or page.data["places"][commune]["name"] not in shown["one"]:
        faults.append(f"the commune's cell is {shown['cell']}, it should be {text}")
    order = browser.run("""
        document.querySelector('#bang thead').rows[0].cells[2].querySelector('button').click();
        return Array.from(document.querySelectorAll('#t-xa tr')).map(function (r) { return r.cells[2].textContent; });
        """)
    values = [number(text, page.data) for text in order]
    known = [v for v in values if isinstance(v, float)]
    if known != sorted(known, reverse=True) or values[: len(known)] != known:
        faults.append("the communes are not sorted by the column")
    return faults


def looked_at(browser, path, pictures=None, only=""):
    """Everything that is wrong with a page, by the check that says so; `only`: by the part that has this check."""
    text = Path(path).read_text(encoding="utf-8")
    page, faults = Page(text), {}

    def told(check, words):
        if words:
            faults.setdefault(check, []).extend(words if isinstance(words, list) else [words])

    told("size", f"{len(text.encode())} bytes" if len(text.encode()) > 500_000 else None)
    for width in WIDTHS if only in ("", "requests", "errors", "width", "axe") else ():
        browser.open(path, width)
        told("requests", browser.asked(path))
        told("errors", browser.complaints())
        if pictures:
            browser.picture(f"{pictures}/{Path(path).stem}-{width}.png")
        wide = browser.run("return Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")
        told("width", f"{wide} pixels at {width}" if wide > width else None)
        told("axe", [f"{width}: {fault}" for fault in browser.faults()])
    if only in ("", "script"):
        browser.open(path, 768)
        told("script", choosing(browser, page))
    browser.open(path, 360, scripts=False)
    seen = browser.driver.find_element("tag name", "body").text
    for card in page.cards:
        if card.get("number", "?") not in seen:
            told("without script", f"{card} is not seen")
    if only not in ("", "paper"):
        return faults
    browser.open(path, 1280)
    with tempfile.TemporaryDirectory() as folder:
        pages = browser.print(f"{folder}/page.pdf")
        told("paper", f"{pages} sheets" if pages != 1 else None)
        if pictures:
            subprocess.run(["pdftoppm", "-r", "110", "-png", f"{folder}/page.pdf", f"{pictures}/{Path(path).stem}-giay"], check=True)
    return faults


# What must be found, by the check that must find it.
CONTROLS = {
    "size": lambda t: t.replace("</main>", "<!--" + "x" * 500_000 + "--></main>"),
    "requests": lambda t: re.sub(r"<meta http-equiv[^>]*>", "", t).replace("</main>", '<img alt="x" src="anh.png"></main>'),
    "errors": lambda t: t.replace('"use strict";', '"use strict"; undefined_name();'),
    "width": lambda t: t.replace("</main>", '<p style="width:700px">x</p></main>'),
    "axe": lambda t: t.replace('role="img" aria-label="', 'role="img" data-x="'),
    "axe ": lambda t: t.replace(".dong{", ".dong{color:#bbb;", 1) if ".dong{" in t else t.replace("footer{color:#3d3d3d", "footer{color:#bbb"),
    "script": lambda t: re.sub(r"<meta http-equiv[^>]*>", "", t).replace("amount <= span.bounds[k]", "amount < span.bounds[k]"),
    "without script": lambda t: re.sub(r"<b>[^<]*</b>", "<b></b>", t),
    "paper": lambda t: t.replace("</main>", "<p>x</p>" * 200 + "</main>"),
}


def control(browser, path, table):
    text, passed = Path(path).read_text(encoding="utf-8"), []
    with tempfile.TemporaryDirectory() as folder:
        for check, change in CONTROLS.items():
            changed = change(text)
            place = Path(folder) / "page.html"
            place.write_text(changed, encoding="utf-8")
            found = looked_at(browser, place, only=check.strip()) if changed != text else {}
            told = found.get(check.strip())
            print(f"control {check.strip()}: {'found' if told else 'NOT FOUND'} {str(told)[:110]}")
            if not told:
                passed.append(check)
    return passed + wrong_numbers(text, table)


def wrong_numbers(text, table):
    """Numbers that are others on the page than in the table, and are not found."""
    passed = []
    digit = re.search(r"<b>(\d)", text)
    for name, changed in (
        ("a card's number", text.replace(digit.group(0), f"<b>{(int(digit.group(1)) + 1) % 10 or 1}", 1) if digit else text),
        ("a place's number", re.sub(r'(<tr data-p="(?:5|6|7|8|9|10|11)">.*?<td>)(\d|-)', r"\g<1>9\g<2>", text, count=1)),
        ("what the script knows", re.sub(r'("texts":\[")(\d)', r"\g<1>9\g<2>", text, count=1)),
    ):
        faults, _ = numbers(changed, table) if changed != text else ([], 0)
        print(f"control {name}: {'found' if faults else 'NOT FOUND'} {str(faults[:1])[:110]}")
        if not faults:
            passed.append(name)
    return passed


def main(arguments):
    path, table = [word for word in arguments if not word.startswith("--")][:2]
    pictures = next((word.split("=", 1)[1] for word in arguments if word.startswith("--pictures=")), None)
    kept = Path(table).read_text(encoding="utf-8-sig")
    text = Path(path).read_text(encoding="utf-8")
    faults, count = numbers(text, kept)
    if "--numbers" in arguments:
        passed = wrong_numbers(text, kept) if "--control" in arguments else []
        print("\n".join([f"number: {fault}" for fault in faults[:20]] + [f"{Path(path).name}: {count} numbers, {len(faults)} differ"]))
        return 1 if faults or passed else 0
    browser = Browser()
    try:
        if "--control" in arguments:
            return 1 if control(browser, path, kept) else 0
        for fault in faults[:20]:
            print(f"number: {fault}")
        found = looked_at(browser, path, pictures)
        for check, words in found.items():
            for word in words[:8]:
                print(f"{check}: {word[:600]}")
        print(f"{Path(path).name}: {count} numbers compared, {len(faults)} differ; {sum(map(len, found.values()))} faults seen")
        return 1 if faults or found else 0
    finally:
        browser.driver.quit()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (ImportError, FileNotFoundError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(2)
