/// How the page looks: on a telephone, on a screen, and on one sheet of A4.
enum PageStyle {
    static let text = """

        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0 auto;padding:12px;max-width:1180px;color:#1a1a1a;background:#fff;\
        font:16px/1.45 "Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
        h1{font-size:1.5rem;line-height:1.2;margin:.2em 0}
        h2{font-size:1.1rem;margin:1.2em 0 .5em;border-bottom:2px solid #0b4f8a;color:#0b4f8a}
        h3{font-size:.95rem;line-height:1.25;margin:0 0 .2em}
        p{margin:.25em 0}
        ul{margin:.3em 0;padding-left:1.2em}
        li{margin:.3em 0}
        .luu-hanh{font-weight:700;border:2px solid #1a1a1a;padding:2px 8px;display:inline-block}
        .co-quan{font-weight:600}
        .chu-de,.dong,footer{color:#3d3d3d}
        .dong,.nhan,.luy-ke,.so-sanh,.cach-doc,.so-bo,footer{font-size:.875rem}
        .chinh li{font-size:1.05rem}
        .so-bo{border-left:4px solid #8a5300;padding-left:8px}
        .the{display:grid;grid-template-columns:1fr;gap:10px}
        article{border:1px solid #9a9a9a;border-radius:4px;padding:8px 10px}
        .so b{font-size:1.5rem}
        .thieu{font-weight:600}
        .duong{display:block;width:100%;max-width:240px;height:auto}
        .duong text{font-size:9px;fill:#3d3d3d}
        .duong path{fill:none}
        .nay{stroke:#0b4f8a;stroke-width:1.6}
        .truoc{stroke:#6b6b6b;stroke-width:1;stroke-dasharray:3 2}
        .nen{stroke:#9a9a9a;stroke-width:.6}
        .diem{fill:#0b4f8a}
        .rong{fill:#fff;stroke:#0b4f8a;stroke-width:1.2}
        figure{margin:0}
        figcaption{font-weight:600;font-size:.95rem}
        #ban-do{display:block;width:100%;height:auto;max-height:80vh}
        #ban-do path{stroke:#4d4d4d;stroke-width:1.2;fill-rule:evenodd}
        #ban-do path.bg{stroke:#000;stroke-width:3.5}
        #ban-do path.tam-giac{fill:#000;stroke:#fff;stroke-width:1.5;pointer-events:none}
        #ban-do path.duoc-chon{stroke:#b30000;stroke-width:7}
        #ban-do.bam path[data-p]{cursor:pointer}
        .k0{fill:#fff;background:#fff}
        .k1{fill:#dbe9f6;background:#dbe9f6}
        .k2{fill:#9cc4e4;background:#9cc4e4}
        .k3{fill:#4a90c9;background:#4a90c9}
        .k4{fill:#0b4f8a;background:#0b4f8a}
        .km{fill:url(#soc);background:repeating-linear-gradient(135deg,#fff 0 4px,#777 4px 6px)}
        .kb{fill:url(#luoi);background:repeating-linear-gradient(135deg,#fff 0 3px,#777 3px 4px),\
        repeating-linear-gradient(45deg,#fff 0 3px,#777 3px 4px);background-blend-mode:multiply}
        .chu-giai{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:2px 14px;font-size:.875rem}
        .chu-giai li{margin:0}
        .o{display:inline-block;width:1.6em;height:1em;border:1px solid #4d4d4d;margin-right:5px;vertical-align:-.1em;\
        -webkit-print-color-adjust:exact;print-color-adjust:exact}
        .o-tam-giac{margin-right:5px}
        .chon{display:flex;flex-wrap:wrap;gap:8px 14px}
        .chon[hidden]{display:none}
        .chon label{font-size:.875rem;max-width:100%}
        select,button{font:inherit;max-width:100%;min-height:40px;color:#1a1a1a;background:#fff;border:1px solid #6b6b6b;border-radius:4px}
        #mot-xa{border:1px solid #9a9a9a;border-radius:4px;padding:8px 10px;margin-top:8px;font-size:.9rem}
        #mot-xa dl{display:grid;grid-template-columns:1fr auto;gap:2px 10px;margin:.3em 0}
        #mot-xa dd{margin:0;text-align:right;font-variant-numeric:tabular-nums}
        details{margin:.4em 0}
        summary{cursor:pointer;min-height:40px;padding:8px 0;color:#0b4f8a;font-weight:600}
        .cuon{overflow-x:auto;max-width:100%;overflow-wrap:normal}
        table{border-collapse:collapse;font-size:.8125rem;font-variant-numeric:tabular-nums}
        th,td{border:1px solid #9a9a9a;padding:3px 6px;text-align:right}
        th[scope=row],.chu{text-align:left}
        th[scope=row]{min-width:9.5em;font-weight:500}
        thead th{background:#eef3f8;vertical-align:bottom;min-width:5em}
        thead button{font-weight:600;border:0;background:none;padding:0;text-align:inherit;text-decoration:underline;min-height:32px}
        #t-tinh th,#t-tinh td{font-weight:700}
        #t-dia-ban th[scope=row]{font-weight:700}
        .bien-gioi{white-space:nowrap;font-size:.75rem}
        .ky-hieu{display:inline-block;margin-right:10px}
        footer{border-top:1px solid #9a9a9a;margin-top:1.5em;padding-top:.5em}
        @media(min-width:600px){.the{grid-template-columns:1fr 1fr}}
        @media(min-width:1000px){.the{grid-template-columns:repeat(5,1fr)}.duoi{display:grid;grid-template-columns:3fr 2fr;gap:24px}}
        @page{size:A4 portrait;margin:9mm 10mm}
        @media print{
        body{padding:0;max-width:none;font-size:8.5pt;line-height:1.18}
        .chon,.bang,#mot-xa,.cach-doc{display:none!important}
        h1{font-size:14pt;margin:0}
        h2{font-size:10pt;margin:4pt 0 2pt}
        h3{font-size:8pt;line-height:1.15;margin:0;display:-webkit-box;-webkit-line-clamp:4;-webkit-box-orient:vertical;overflow:hidden}
        p,li{margin:1pt 0}
        ul{margin:0}
        .co-quan,.chu-de{font-size:8.5pt}
        .chinh li{font-size:9pt}
        .dong,.nhan,.luy-ke,.so-sanh,.so-bo,footer,figcaption,.chu-giai{font-size:7.5pt}
        .the{grid-template-columns:repeat(5,1fr);gap:3pt;padding-right:1pt}
        article{padding:2pt 3pt;break-inside:avoid}
        .duong{max-width:33mm}
        .so b{font-size:12pt}
        .so-sanh,.viec li,.so-bo{display:-webkit-box;-webkit-line-clamp:7;-webkit-box-orient:vertical;overflow:hidden}
        .viec li{-webkit-line-clamp:4}
        .viec section:last-child li{-webkit-line-clamp:10}
        .viec{max-height:75mm;overflow:hidden}
        .duoi{display:grid;grid-template-columns:3fr 2fr;gap:8pt}
        #ban-do{max-height:58mm}
        #ban-do path,.duong *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        footer{margin-top:3pt;padding-top:2pt;max-height:24mm;overflow:hidden;font-size:7pt}
        h2,figure{break-inside:avoid}
        }

        """
}
