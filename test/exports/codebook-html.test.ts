import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codebookHtml } from '../../app/exports/codebook/codebook-html'
import { cautions } from '../../app/protocol/scale-figures'
import { scaleDefinitionNamed } from '../../app/protocol/scoring'
import { studyProtocols } from '../../app/protocol/studies/registry'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { anyFilled, filledWith, IMPRINT } from './made-tables'
import { toldOf, WIDE } from './told'

async function written(...from: Parameters<typeof toldOf>) {
  let file = ''
  for await (const piece of codebookHtml(await toldOf(...from))) file += piece
  return file
}
const ENGLISH = { imprint: { ...IMPRINT, language: 'en' as const } }
/** What a reader sees, without the marks between it. */
const seen = (file: string) =>
  file
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

describe('a codebook', () => {
  test('says for what it is, of when, of how many, and who is not in it', async () => {
    const said = seen(await written([WIDE]))
    for (const words of [
      'Codeboek: De werkalliantie in het toezicht',
      'Doel Wat doet é, ë & <b>?',
      'deze uitgifte kent 2015-06-30',
      'Cliënten in deze uitgifte 4',
      'Geen ja op het formulier 12',
      '-8 niet gevraagd -9 geen antwoord leeg Geen waarde, zonder reden',
    ])
      expect(said).toContain(words)
  })

  test('says of a variable how it was asked, how it is coded, what must be known, and what it holds', async () => {
    const said = seen(await written([WIDE], ENGLISH))
    const friction = said.slice(said.lastIndexOf(' t1_client_i04 '))
    for (const words of [
      'Note: For clients this scale is not reliable.',
      'Question Does it cost “effort”?',
      'n = 3; M = 3; SD = 1.73; median = 4; min = 1; max = 4',
      '1 step 1 1 4 step 4 2 7 step 7 0 -8 not asked 0 -9 no answer 1',
    ])
      expect(friction).toContain(words)
  })

  test('gives the keys of scales, α with its interval, and every caution of the protocol, in both languages', async () => {
    const told = await toldOf([WIDE])
    for (const language of ['nl', 'en'] as const) {
      const said = seen(await written([WIDE], { imprint: { ...IMPRINT, language } }))
      expect(said).toContain('6r 7 19 20 21')
      for (const side of ['client', 'supervisor'] as const)
        for (const words of Object.values(cautions(scaleDefinitionNamed(werkalliantie, 'published'), side)))
          expect(said).toContain(words[language])
      const { alpha, interval } = told.scales[0]?.consistency.trust ?? {}
      expect(said).toContain(`T1 4 ${alpha?.toFixed(2)} ${interval?.lower.toFixed(2)}`.replaceAll('-', '−'))
      expect(said).toContain(language === 'nl' ? 'Er zijn geen normen' : 'There are no norms')
    }
  })

  test('marks client friction, and not that of supervisors, where its α stands', async () => {
    const file = await written([WIDE], ENGLISH)
    const row = (side: string) => file.match(new RegExp(`friction \\(${side}, alpha v1\\).*`))?.[0]
    expect(row('client')).toContain('not reliable')
    expect(row('supervisor')).not.toContain('not reliable')
  })

  test('names every outcome rule with its version', async () => {
    const said = seen(await written([WIDE], ENGLISH))
    for (const { variant, version, label } of werkalliantie.outcomes)
      expect(said).toContain(`${variant} v${version} ${label.en}`)
  })

  test('lists no text that is no code', async () => {
    const file = await written([WIDE])
    expect(['2AB', '3CD', '4EF', '5GH'].filter((number) => file.includes(number))).toEqual([])
  })

  test('can be had of every study, also with nothing in it', async () => {
    for (const study of studyProtocols)
      expect(await written([], { study, scales: [], outcomes: [], leftOut: [] })).toContain('</html>')
  })
})

test('whatever a table holds, the page runs nothing, fetches nothing, and is the same twice', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilled, fc.string({ unit: 'grapheme' }), async ({ table, rows }, purpose) => {
      const filled = [filledWith(table, rows)]
      const imprint = { ...IMPRINT, purpose: `</style><script>${purpose}<img src=x>` }
      const file = await written(filled, { imprint })
      expect(file.match(/<(?!\/)([a-z0-9]+)/g)?.filter((tag) => !KNOWN.has(tag.slice(1)))).toEqual([])
      expect(file).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
      expect(await written(filled, { imprint })).toBe(file)
    }),
    { numRuns: 20 },
  )
})

const KNOWN = new Set(
  'html head meta title style body main h1 h2 h3 p dl dt dd table thead tbody tr th td a section svg rect'.split(' '),
)

test('a variable of which nothing was counted makes no page', async () => {
  const told = await toldOf([WIDE])
  const tables = told.tables.map((one) => ({ ...one, distributions: [] }))
  await expect(written([], { tables })).rejects.toThrow('nothing was counted')
})
