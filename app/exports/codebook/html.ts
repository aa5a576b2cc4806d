/** HTML that is already written; everything else that `html` is given is plain text, and is escaped. */
export type Html = { readonly html: string }
type Part = string | number | Html | readonly Html[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (plain: string): string => plain.replace(/[&<>"']/g, (character) => ESCAPES[character] as string)

const written = (part: Part): string => {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map((one) => one.html).join('')
}

/** A template of HTML: what stands in it is as it is written here, what is put into it is escaped unless it is HTML itself. */
export const html = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: pieces.reduce((all, piece, at) => all + written(parts[at - 1] as Part) + piece),
})

export const nothing: Html = { html: '' }

/** A table with a heading for each column; the first cell of a row is the row's own heading. */
export const table = (
  headings: readonly string[],
  rows: readonly (readonly (string | number | Html)[])[],
): Html => html`
<table><thead><tr>${headings.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${rows.map(
  ([first = '', ...cells]) => html`
<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
)}
</tbody></table>`
