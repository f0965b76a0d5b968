/// The style of a report that stands alone: black on white, figures aligned, nothing cut at the end of a sheet.
let paperStyle: StaticString = """
    html{background:#fff;color:#0b0c0c;font:1rem/1.4 Arial,"Liberation Sans",Helvetica,sans-serif}
    body{margin:0}
    main{max-width:62rem;margin:0 auto;padding:1.5rem 1rem}
    h1{font-size:2rem;line-height:1.15;margin:0 0 .75rem}
    h2{font-size:1.25rem;line-height:1.25;margin:2rem 0 .25rem}
    p{margin:0 0 .6rem}
    .app-marking{font-weight:700}
    .app-imprint{border-left:5px solid #12436d;padding:.1rem 0 .1rem .9rem;margin-bottom:1.5rem}
    .app-imprint p{margin:0}
    .app-chart__subtitle,.app-chart__source,.app-id{color:#484949}
    .app-id{font-size:.85em}
    .app-scrollable-pane{overflow-x:auto}
    .app-scrollable-pane:focus{outline:3px solid #0b0c0c}
    svg{display:block;height:auto}
    table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}
    caption{font-weight:700;font-size:1.2rem;text-align:left;padding:1rem 0 .4rem}
    th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid #b1b4b6}
    thead th{border-bottom:2px solid #0b0c0c}
    tbody th{font-weight:400}
    .govuk-table__header--numeric,.govuk-table__cell--numeric{text-align:right;font-variant-numeric:tabular-nums}
    .app-date{white-space:nowrap}
    th:last-child,td:last-child{padding-right:0}
    .govuk-summary-list{margin:0 0 1.5rem}
    .govuk-summary-list__row{display:flex;gap:1rem;padding:.4rem 0;border-bottom:1px solid #b1b4b6}
    .govuk-summary-list__key{flex:0 0 9rem;font-weight:700}
    .govuk-summary-list__value{margin:0}
    @media screen and (max-width:40em){
    th,td{overflow-wrap:anywhere;padding-right:.4rem}
    .govuk-table__cell--numeric{overflow-wrap:normal}}
    @page{size:A4;margin:18mm 15mm;@bottom-right{content:"Page " counter(page) " of " counter(pages)}}
    @media print{
    html{font-size:10pt}main{max-width:none;padding:0}
    th,td{padding-top:1mm;padding-bottom:1mm}
    thead{display:table-header-group}
    tr,svg,.app-imprint,.app-chart,.app-chart>p{break-inside:avoid}
    h1,h2,caption,.app-chart>p:not(.app-chart__source){break-after:avoid}
    .app-chart__source{break-before:avoid}
    .app-scrollable-pane{overflow:visible}
    svg{max-width:100%}
    }
    """
