/// The frame of the leader's page, in Mustache. Values come escaped, so every one stands in three braces.
enum PageTemplate {
    static let text = """
        <!DOCTYPE html>
        <html lang="{{{lang}}}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '{{{digest}}}'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{{title}}} – {{{agency}}}</title>
        <style>{{{style}}}</style>
        </head>
        <body>
        <header>
        {{#notice}}<p class="luu-hanh">{{{text}}}</p>
        {{/notice}}
        <p class="co-quan">{{{agency}}}</p>
        <h1>{{{title}}}</h1>
        <p class="chu-de">{{{subject}}}</p>
        {{#lines}}<p class="dong">{{{.}}}</p>
        {{/lines}}
        </header>
        <main>
        <section aria-labelledby="d-chinh" class="chinh">
        <h2 id="d-chinh">{{{w.main}}}</h2>
        <ul>{{#sentences}}<li>{{{.}}}</li>{{/sentences}}</ul>
        {{#cautions}}<p class="so-bo">{{{.}}}</p>{{/cautions}}
        </section>
        {{#hasItems}}
        <section aria-labelledby="d-chi-tieu">
        <h2 id="d-chi-tieu">{{{w.items}}}</h2>
        <div class="the">
        {{#items}}
        <article>
        <h3>{{{name}}}</h3>
        <p class="so"><b>{{{number}}}</b>{{{unit}}}</p>
        {{{line}}}
        <p class="nhan{{#isPartial}} thieu{{/isPartial}}">{{{reports}}}</p>
        {{#cumulative}}<p class="luy-ke">{{{text}}}</p>{{/cumulative}}
        {{#change}}<p class="so-sanh">{{{text}}}</p>{{/change}}
        </article>
        {{/items}}
        </div>
        <p class="cach-doc">{{{w.lines}}}</p>
        </section>
        {{/hasItems}}
        <div class="duoi">
        <section aria-labelledby="d-ban-do" class="ban-do" id="phan-ban-do">
        <h2 id="d-ban-do">{{{w.map}}}</h2>
        {{#mapNote}}<p>{{{text}}}</p>{{/mapNote}}
        <div class="chon" id="chon" hidden>
        <label>{{{w.chooseItem}}} <select id="chon-chi-tieu"></select></label>
        <label>{{{w.chooseSpan}}} <select id="chon-ky"></select></label>
        <label>{{{w.chooseCommune}}} <select id="chon-xa"></select></label>
        </div>
        {{#map}}
        <figure>
        <figcaption id="ban-do-ten">{{{title}}}</figcaption>
        {{{svg}}}
        <ul class="chu-giai" id="chu-giai">{{{legend}}}</ul>
        </figure>
        {{/map}}
        <div id="mot-xa" aria-live="polite" hidden></div>
        </section>
        <div class="viec">
        {{#decisions}}
        <section aria-labelledby="d-quyet">
        <h2 id="d-quyet">{{{w.decisions}}}</h2>
        <ul>{{#lines}}<li>{{{.}}}</li>{{/lines}}</ul>
        </section>
        {{/decisions}}
        {{#missing}}
        <section aria-labelledby="d-thieu">
        <h2 id="d-thieu">{{{w.missing}}}</h2>
        <ul>{{#lines}}<li>{{{.}}}</li>{{/lines}}</ul>
        </section>
        {{/missing}}
        </div>
        </div>
        {{#hasItems}}
        <section class="bang" aria-labelledby="d-dia-ban">
        <h2 id="d-dia-ban">{{{w.places}}}</h2>
        <details id="mo-dia-ban">
        <summary>{{{w.more}}}: {{{w.places}}}</summary>
        <p id="bang-ky" hidden></p>
        <div class="cuon" tabindex="0" role="region" aria-label="{{{w.places}}}: {{{w.scroll}}}"><table id="bang">{{{places}}}</table></div>
        </details>
        </section>
        <section class="bang" aria-labelledby="d-thang">
        <h2 id="d-thang">{{{w.months}}}</h2>
        <details>
        <summary>{{{w.more}}}: {{{w.months}}}</summary>
        <div class="cuon" tabindex="0" role="region" aria-label="{{{w.months}}}: {{{w.scroll}}}"><table>{{{months}}}</table></div>
        </details>
        </section>
        {{/hasItems}}
        </main>
        <footer>
        <p>{{{w.marks}}}: {{#marks}}<span class="ky-hieu">{{{.}}}</span> {{/marks}}</p>
        {{#notes}}<p>{{{.}}}</p>
        {{/notes}}
        </footer>
        <script type="application/json" id="so-lieu">{{{data}}}</script>
        <script>{{{script}}}</script>
        </body>
        </html>

        """
}
