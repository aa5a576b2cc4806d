import { deflateSync } from 'node:zlib'
import { extractImages, extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { type ConsentCopy, consentPdf, letterPdf } from '../../app/exports/consent-pdf'
import { drawnSignature } from '../../app/exports/drawn-signature'
import { printable } from '../../app/exports/sheet'
import { day } from '../../app/protocol/day'
import { studyProtocols } from '../../app/protocol/studies/registry'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { drawing } from './drawing'

const form = werkalliantie.consent.forms.find(({ version }) => version === 'tablet-1')
if (!form) throw new Error('the study has no form tablet-1')
const copy: ConsentCopy = {
  study: werkalliantie.title,
  form,
  language: 'nl',
  on: day('2012-06-01'),
  answers: { 1: 'yes', 2: 'yes', 3: 'no', 4: 'yes', 5: 'blank' },
  telephone: '06-12345678',
  names: { client: 'Şükrü Çağlar-Ødegård', interviewer: 'Zoë Ćirić-Nguyễn' },
}

/** What a reader finds: pages, all text on one line, properties. */
async function read(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { totalPages, text } = await extractText(document, { mergePages: false })
  const { info } = await getMeta(document)
  const flat = text.join(' ').replace(/\s+/g, ' ')
  return { document, totalPages, pages: text, text: flat, info }
}
const images = async (pdf: Uint8Array) => {
  const { document, totalPages } = await read(pdf)
  const found = []
  for (let page = 1; page <= totalPages; page++) found.push(...(await extractImages(document, page)))
  return found.map(({ width, height }) => ({ width, height }))
}

describe.each(studyProtocols.flatMap((study) => study.consent.forms.map((one) => [study, one] as const)))(
  'the copy of a form',
  (study, one) => {
    test.each(['nl', 'en'] as const)(`${study.code} ${one.version} says all of it in %s`, async (language) => {
      const { text, totalPages, pages, info, document } = await read(
        await consentPdf({ ...copy, study: study.title, form: one, language }),
      )
      const sentences = [
        one.title,
        ...one.sections.flatMap(({ heading, sentences: read }) => [heading, ...read]),
        ...one.boxes.map(({ question }) => question),
        one.guardian.text,
        one.declarations.client,
        one.declarations.interviewer,
      ]
      for (const words of sentences) expect(text).toContain(words[language])
      expect(text).toContain(language === 'nl' ? '1 juni 2012' : '1 June 2012')
      for (const name of Object.values(copy.names)) expect(text).toContain(name)
      expect(text).toContain('06-12345678')
      pages.forEach((page, index) => {
        const number = language === 'nl' ? `blad ${index + 1} van ${totalPages}` : `page ${index + 1} of ${totalPages}`
        expect(page).toContain(number)
        expect(page).toContain(one.version)
      })
      expect(info).toMatchObject({ Title: one.title[language], Language: language })
      expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    })
  },
)

test('each box has its own answer behind it', async () => {
  const { text } = await read(await consentPdf(copy))
  const answers = form.boxes.map(({ box, question }) => {
    const after = text.slice(text.indexOf(`${box}. ${question.nl}`) + `${box}. ${question.nl}`.length).trim()
    return after.startsWith('Niet ingevuld') ? 'blank' : after.slice(0, 3).trim()
  })
  expect(answers).toEqual(['Ja', 'Ja', 'Nee', 'Ja', 'blank'])
})

test('without answers it is the form to tick and sign on paper, without a day', async () => {
  const { text } = await read(await consentPdf({ ...copy, answers: {}, names: {} }))
  expect(text.match(/☐ Ja/g)).toHaveLength(form.boxes.length)
  expect(text).not.toContain('1 juni 2012')
  expect(text.match(/\.{40}/g)).toHaveLength(2)
})

test('a guardian is on it where there is one', async () => {
  const guardian = form.declarations.guardian.nl
  expect((await read(await consentPdf(copy))).text).not.toContain(guardian)
  const { text } = await read(await consentPdf({ ...copy, names: { ...copy.names, guardian: 'Ijeoma Œuvrard' } }))
  expect(text).toContain(guardian)
  expect(text).toContain('Ijeoma Œuvrard')
})

test('a letter has the same layout', async () => {
  for (const { title, consent } of studyProtocols)
    for (const letter of consent.letters)
      for (const language of ['nl', 'en'] as const) {
        const { text, totalPages, info } = await read(await letterPdf(title, letter, { language, on: copy.on }))
        for (const paragraph of letter.paragraphs) expect(text).toContain(paragraph[language])
        expect(info).toMatchObject({ Title: letter.title[language], Language: language })
        expect(text).toContain(`${language === 'nl' ? 'blad 1 van' : 'page 1 of'} ${totalPages}`)
      }
})

test('the same input gives the same bytes, and it is small', async () => {
  const signed = { ...copy, signatures: { client: drawing(), interviewer: drawing() } }
  const [one, other] = [await consentPdf(signed), await consentPdf(signed)]
  expect(one.equals(other)).toBe(true)
  expect(one.length).toBeLessThan(150_000)
})

describe('signatures', () => {
  test('are on it as drawn, and nothing else is', async () => {
    expect(await images(await consentPdf(copy))).toEqual([])
    const signed = await consentPdf({ ...copy, signatures: { client: drawing(), interviewer: drawing() } })
    expect(await images(signed)).toEqual([
      { width: 60, height: 20 },
      { width: 60, height: 20 },
    ])
  })

  test('keep their pixels and lose what else stands in the file', () => {
    expect(drawnSignature(drawing({ note: 'Software\0of somebody' })).equals(drawing())).toBe(true)
  })

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a text', Buffer.from('signature')],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])],
    ['cut off', drawing().subarray(0, 60)],
    ['more rows than there are', drawing({ height: 21 })],
    ['fewer rows than there are', drawing({ height: 19 })],
    ['gigabytes', drawing({ width: 100_000, height: 100_000 })],
    ['no width', drawing({ width: 0 })],
    ['a palette', drawing({ colour: 3 })],
    ['sixteen bits', drawing({ bits: 16 })],
    ['interlaced', drawing({ interlaced: 1 })],
    ['a filter that does not exist', drawing({ filter: 5 })],
    ['pixels that do not unpack', drawing({ packed: Buffer.from('no pixels') })],
    ['a bomb', drawing({ packed: deflateSync(Buffer.alloc(50_000_000)) })],
  ])('%s is refused before anything is written', async (_, client) => {
    await expect(consentPdf({ ...copy, signatures: { client } })).rejects.toThrow(
      new RangeError('not a drawn signature'),
    )
  })
})

describe('hostile names', () => {
  const named = async (client: string) => read(await consentPdf({ ...copy, names: { ...copy.names, client } }))

  test('a long one is wrapped within the page', async () => {
    const long = Array.from({ length: 12 }, (_, index) => `Wijnbergen-van-Ødegård-${index}`).join(' ')
    const { text, document, totalPages } = await named(long)
    // a line also ends after a hyphen, which a reader gives as a space
    expect(text.replaceAll(' ', '')).toContain(long.replaceAll(' ', ''))
    for (let number = 1; number <= totalPages; number++) {
      const page = await document.getPage(number)
      const [, , width] = page.view
      for (const item of (await page.getTextContent()).items)
        if ('width' in item) expect(item.transform[4] + item.width).toBeLessThanOrEqual((width ?? 0) - 60)
    }
  })

  test.each([
    ['without a space', 'Ş'.repeat(300), 'Ş'.repeat(300)],
    ['a megabyte', 'a'.repeat(1_000_000), `${'a'.repeat(399)}…`],
  ])('%s', async (_, name, expected) => {
    const { text, totalPages } = await named(name)
    expect(text.replaceAll(' ', '')).toContain(expected)
    expect(totalPages).toBeLessThan(6)
  })

  test.each([
    ['Jan\0\u0007\u001b[31m\u009bPiet', 'Jan [31m Piet'],
    ['Jan\r\n\u2028\tPiet', 'Jan Piet'],
    ['Jan \u202etxeT\u2066 Piet', 'Jan txeT Piet'],
    ['C\u0327ag\u0306lar', 'Çağlar'],
    ['Jan \ud800 Piet', 'Jan ? Piet'],
    ['王小明 🙂 Ωμέγα Жанна', '??? ? Ωμέγα Жанна'],
    ['(Jan) \\) Tj ET <Piet>', '(Jan) \\) Tj ET <Piet>'],
  ])('%j is printed as %j', async (name, expected) => {
    expect(printable(name)).toBe(expected)
    expect((await named(name)).text).toContain(expected)
  })
})
