/** A file that lies inside this one: a picture is shown, anything else is there to save. */
export type Enclosed = {
  readonly label: string
  /** What it is saved as, without its ending. */
  readonly stem: string
  readonly media: keyof typeof MEDIA
  readonly bytes: Uint8Array
}
/** A part of the file: a heading, and what stands under it; an empty part says `none`. */
export type AccessPart = {
  readonly heading: string
  readonly about?: string
  readonly none: string
  readonly columns?: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly files?: readonly Enclosed[]
}
export type AccessFile = {
  readonly language: 'nl' | 'en'
  readonly title: string
  readonly about: readonly string[]
  readonly parts: readonly AccessPart[]
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const text = (plain: string) => plain.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)

/** One page of HTML that needs nothing beside it: no script, no address, nothing to fetch; files lie inside it. It is read and printed anywhere. */
export function accessHtml({ language, title, about, parts }: AccessFile): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#14232b}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #c3ced4}
h2{margin-top:2rem}img{max-width:100%;border:1px solid #c3ced4}figure{margin:1rem 0}</style>`
  const body = [`<h1>${text(title)}</h1>`, ...about.map((line) => `<p>${text(line)}</p>`), ...parts.map(partHtml)].join(
    '\n',
  )
  return `<!doctype html>\n<html lang="${language}">\n<head>${head}</head>\n<body>\n<main>\n${body}\n</main>\n</body>\n</html>\n`
}

function partHtml({ files = [], ...part }: AccessPart): string {
  return [tableHtml(part), ...files.map(fileHtml)].join('\n')
}

const MEDIA = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const

function fileHtml({ label, stem, media, bytes }: Enclosed): string {
  const inside = `data:${MEDIA[media]};base64,${Buffer.from(bytes).toString('base64')}`
  if (media === 'pdf') return `<p><a download="${text(stem)}.pdf" href="${inside}">${text(label)}</a></p>`
  return `<figure><figcaption>${text(label)}</figcaption><img alt="${text(label)}" src="${inside}"></figure>`
}

function tableHtml({ heading, about, none, columns, rows }: Omit<AccessPart, 'files'>): string {
  const said = `<h2>${text(heading)}</h2>${about ? `\n<p>${text(about)}</p>` : ''}`
  if (rows.length === 0) return `${said}\n<p>${text(none)}</p>`
  const top = columns
    ? `<thead><tr>${columns.map((one) => `<th scope="col">${text(one)}</th>`).join('')}</tr></thead>`
    : ''
  const lines = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${text(first)}</th>${rest.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`,
  )
  return `${said}\n<table>${top}<tbody>\n${lines.join('\n')}\n</tbody></table>`
}
