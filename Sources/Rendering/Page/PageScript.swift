/// What the page can do beyond being read: another figure or time on the map and in the table, a commune by itself, the
/// table in another order. It makes no figure: it shows texts that are there, and sets them by `textContent` alone.
enum PageScript {
    static let text = """

        (function () {
          "use strict";
          var D = JSON.parse(document.getElementById("so-lieu").textContent), W = D.words;
          if (!D.items || !D.items.length) { return; }
          var byID = function (id) { return document.getElementById(id); };
          var map = byID("ban-do"), items = byID("chon-chi-tieu"), spans = byID("chon-ky"), communes = byID("chon-xa");
          var one = byID("mot-xa"), table = byID("bang"), chosen = -1;
          function element(name, text, style) {
            var made = document.createElement(name);
            if (text !== undefined) { made.textContent = text; }
            if (style) { made.className = style; }
            return made;
          }
          // The number of a text such as "1.234 (sb)"; null for a mark.
          function number(text) {
            if (/^-( |$)/.test(text)) { return 0; }
            var found = /^-?[0-9.,]+/.exec(text);
            return found && /[0-9]/.test(found[0]) ? Number(found[0].split(D.group).join("").replace(D.point, ".")) : null;
          }
          function style(item, span, text) {
            var value = number(text);
            if (value === null) { return text.indexOf("(bm)") === 0 || text.indexOf("(c)") === 0 ? "kb" : "km"; }
            var amount = Math.round(value * Math.pow(10, item.decimals));
            if (amount <= 0) { return "k0"; }
            for (var k = 0; k < span.bounds.length; k++) { if (amount <= span.bounds[k]) { return "k" + (k + 1); } }
            return "k" + span.bounds.length;
          }
          function counted(item, text) {
            var unit = item.isRatio ? "%" : " " + (number(text) === 1 ? item.one : item.unit);
            return number(text) === null ? text : text.replace(/( \\(|$)/, function (end) { return unit + end; });
          }
          function option(select, text, value) {
            var made = element("option", text);
            made.value = value;
            select.appendChild(made);
          }
          function legend(span) {
            var list = byID("chu-giai");
            while (list.firstChild) { list.removeChild(list.firstChild); }
            function entry(kind, text) {
              var line = element("li");
              line.appendChild(element("span", "", "o " + kind));
              line.appendChild(document.createTextNode(text));
              list.appendChild(line);
            }
            entry("k0", "- " + W.zero);
            span.labels.forEach(function (label, k) { entry("k" + (k + 1), label); });
            entry("kb", W.suppressed);
            entry("km", W.absent);
            var border = element("li");
            border.appendChild(element("span", "▲", "o-tam-giac"));
            border.appendChild(document.createTextNode(W.borderMark));
            list.appendChild(border);
          }
          function drawMap(item, span) {
            if (!map) { return; }
            byID("ban-do-ten").textContent = item.name + " – " + D.spans[spans.value];
            Array.prototype.forEach.call(map.querySelectorAll("path[data-p]"), function (path) {
              var p = Number(path.getAttribute("data-p")), place = D.places[p], text = span.texts[p];
              path.setAttribute("class", style(item, span, text) + (place.isBorder ? " bg" : "")
                + (p === chosen ? " duoc-chon" : ""));
              path.querySelector("title").textContent =
                place.name + (place.isBorder ? " (" + W.border + ")" : "") + ": " + counted(item, text);
            });
            legend(span);
          }
          function drawTable() {
            Array.prototype.forEach.call(table.querySelectorAll("tr[data-p]"), function (row) {
              var p = Number(row.getAttribute("data-p"));
              D.items.forEach(function (item, f) { row.cells[f + 2].textContent = item.spans[spans.value].texts[p]; });
            });
            var time = byID("bang-ky");
            time.hidden = false;
            time.textContent = D.spans[spans.value];
          }
          function drawOne() {
            while (one.firstChild) { one.removeChild(one.firstChild); }
            one.hidden = chosen < 0;
            if (chosen < 0) { return; }
            var place = D.places[chosen], list = element("dl");
            one.appendChild(element("b", place.name + (place.isBorder ? " (" + W.border + ")" : "")));
            one.appendChild(element("p", (place.district ? W.district + ": " + place.district + ". " : "") + D.spans[spans.value]));
            D.items.forEach(function (item) {
              list.appendChild(element("dt", item.name));
              list.appendChild(element("dd", counted(item, item.spans[spans.value].texts[chosen])));
            });
            one.appendChild(list);
          }
          function draw() {
            var item = D.items[items.value];
            drawMap(item, item.spans[spans.value]);
            drawTable();
            drawOne();
          }
          function choose(p) { chosen = p; communes.value = String(p); draw(); }
          // By the column, the largest first, then the other way; what has no number comes last.
          function sort(column, heading) {
            var falls = heading.getAttribute("aria-sort") !== "descending";
            Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) { cell.removeAttribute("aria-sort"); });
            heading.setAttribute("aria-sort", falls ? "descending" : "ascending");
            ["t-dia-ban", "t-xa"].forEach(function (id) {
              var body = byID(id);
              if (!body) { return; }
              var rows = Array.prototype.map.call(body.rows, function (row, at) {
                var text = row.cells[column].textContent;
                return { row: row, at: at, text: text, value: number(text) };
              });
              rows.sort(function (a, b) {
                if (column < 2) { return (falls ? 1 : -1) * a.text.localeCompare(b.text, document.documentElement.lang) || a.at - b.at; }
                if (a.value === null || b.value === null) { return (a.value === null) - (b.value === null) || a.at - b.at; }
                return (falls ? b.value - a.value : a.value - b.value) || a.at - b.at;
              });
              rows.forEach(function (entry) { body.appendChild(entry.row); });
            });
          }
          D.items.forEach(function (item, f) { option(items, item.name, f); });
          D.spans.forEach(function (name, s) { option(spans, name, s); });
          option(communes, W.none, -1);
          D.places.forEach(function (place, p) { if (place.isCommune) { option(communes, place.name, p); } });
          Array.prototype.forEach.call(table.tHead.rows[0].cells, function (heading, column) {
            var press = element("button", heading.textContent);
            press.type = "button";
            press.title = W.sort + ": " + heading.textContent;
            press.addEventListener("click", function () { sort(column, heading); });
            heading.textContent = "";
            heading.appendChild(press);
          });
          [items, spans].forEach(function (select) { select.addEventListener("change", draw); });
          communes.addEventListener("change", function () { choose(Number(communes.value)); });
          if (map) {
            map.classList.add("bam");
            map.addEventListener("click", function (event) {
              var path = event.target.closest ? event.target.closest("path[data-p]") : null;
              if (path) { choose(Number(path.getAttribute("data-p"))); }
            });
          }
          byID("chon").hidden = false;
          draw();
        })();

        """
}
