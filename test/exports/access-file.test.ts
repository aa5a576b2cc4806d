import { expect, test } from 'vitest'
import { accessHtml } from '../../app/exports/access-file'

const bytes = new TextEncoder().encode('%PDF-1.7 scan')

test('a file that is no picture is there to save, under a name that says what it is', () => {
  const files = [{ label: 'Scan of "the form"', stem: '2012-03-13-scan', media: 'pdf', bytes }] as const
  const parts = [{ heading: 'Consent', none: 'Nothing', rows: [], files }]
  const html = accessHtml({ language: 'en', title: 'Held', about: [], parts })
  const inside = `data:application/pdf;base64,${Buffer.from(bytes).toString('base64')}`
  expect(html).toContain(`<a download="2012-03-13-scan.pdf" href="${inside}">Scan of &quot;the form&quot;</a>`)
  expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
})
