/** How the codebook looks, on a screen and on paper: it lies in the file, for nothing is fetched. */
export const LOOK = `body{font:1rem/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#14232b;background:#fff}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.2rem .75rem .2rem 0;border-bottom:1px solid #c3ced4;font-weight:400}
thead th,dt{font-weight:600}
h2{margin-top:2.5rem}h3{margin:2rem 0 .25rem;font-family:ui-monospace,monospace}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.25rem 0}dd{margin:0}
.caution{border-left:.25rem solid #8a4b00;padding-left:.75rem}
svg{display:block}rect{fill:#1d6a8a}
a{color:#0b5577}
@media print{body{max-width:none;margin:0;font-size:9pt}a{color:inherit;text-decoration:none}section.variable,tr{break-inside:avoid}h2,h3{break-after:avoid}h2.table{break-before:page}}`
