import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { extractImages, extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { namedWorld, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { signByFinger, TABLET } from './hand'
import { type House, openHouse } from './house'

const WORDS = {
  nl: {
    yes: 'Ja',
    no: 'Nee',
    keep: 'Bewaren',
    left: 'Nog niet bewaard',
    number: 'Dit is geen telefoonnummer.',
    unsigned: 'De interviewer heeft nog niet getekend.',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    keep: 'Keep',
    left: 'Not kept yet',
    number: 'This is not a telephone number.',
    unsigned: 'The interviewer has not signed yet.',
  },
}
type Language = keyof typeof WORDS

describe.runIf(canLook)('signing on a tablet', () => {
  let house: House
  let world: World
  const pseudonyms: Record<string, string> = {}
  beforeAll(async () => {
    house = await openHouse()
    world = await namedWorld(house.database)
    for (const name of ['Evers', 'Fokkens', 'Hendriks'] as const) {
      const { registrationId } = await world.approached(name)
      pseudonyms[name] = (await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })).pseudonym
    }
  })

  async function opened(name: string, path: string, options = {}): Promise<Page> {
    const page = await look(house.base, { ...TABLET, ...options })
    await signInAs(page, 'interviewer')
    await page.goto(`/consent/${pseudonyms[name]}${path}`)
    return page
  }

  /** Answers a group of choices with a finger: also the first tap after a signature counts. */
  async function choose(page: Page, group: string | RegExp, answer: string): Promise<void> {
    const choices = page.getByRole('group', { name: group })
    await choices.getByText(answer, { exact: true }).tap()
    expect(await choices.getByRole('radio', { name: answer, exact: true }).isChecked(), `${group}`).toBe(true)
  }

  async function answerAll(page: Page, language: Language, no: readonly number[]): Promise<void> {
    const { yes, no: refused } = WORDS[language]
    for (const legend of await page.locator('fieldset:has(input[name^=capacity_]) legend').allTextContents())
      await choose(page, legend, yes)
    for (let box = 1; box <= 5; box++) await choose(page, new RegExp(`^${box}\\. `), no.includes(box) ? refused : yes)
  }

  async function copyOf(page: Page) {
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: /Kopie voor de cliënt|Copy for the client/ }).click()
    const download = await coming
    const document = await getDocumentProxy(new Uint8Array(await readFile(await download.path())))
    const { text } = await extractText(document, { mergePages: false })
    const pictures = []
    for (let at = 1; at <= text.length; at++) pictures.push(...(await extractImages(document, at)))
    return { name: download.suggestedFilename(), text: text.join(' ').replace(/\s+/g, ' '), pictures: pictures.length }
  }

  test.each([
    ['nl', 'Evers'],
    ['en', 'Fokkens'],
  ] as const)(
    'in %s: what is missing is said with all that was typed and drawn, then it is signed and copied',
    async (language, name) => {
      const w = WORDS[language]
      const page = await opened(name, `/sign?language=${language}`)
      expect(await page.locator('input:checked').count()).toBe(0)
      await page.locator('#signature_client canvas').waitFor()
      expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
      await signByFinger(page, 'signature_client')
      const drawnBefore = await page.locator('input[name=signature_client]').inputValue()
      await answerAll(page, language, [3])
      await page.locator('#telephone').fill('bel maar')
      await page.getByRole('button', { name: w.keep }).tap()
      await page.getByText(w.left).waitFor()
      expect(await page.locator('.mistake').allTextContents()).toEqual([w.number, w.unsigned])
      expect(await page.locator('input[name=signature_client]').inputValue()).toBe(drawnBefore)
      expect(await page.locator('input[type=radio]:checked').count()).toBe(8)
      expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
      await page.locator('#telephone').fill('06 1234 5678')
      await signByFinger(page, 'signature_interviewer')
      await page.getByRole('button', { name: w.keep }).tap()
      await page.getByText('Het formulier is bewaard').waitFor()
      expect(await page.content()).not.toContain(name)
      const copy = await copyOf(page)
      expect(copy.name).not.toMatch(new RegExp(`${pseudonyms[name]}|${name}`))
      expect([copy.text.includes(`Q.Z. ${name}`), copy.text.includes('Ilias Haddad')]).toEqual([true, true])
      expect(copy.text).toContain('06 1234 5678')
      expect(copy.text.match(new RegExp(`\\? ${w.yes}\\b`, 'g'))).toHaveLength(4)
      expect(copy.text.match(new RegExp(`\\? ${w.no}\\b`, 'g'))).toHaveLength(1)
      expect(copy.pictures).toBe(2)
    },
  )

  test('the same form sent twice is signed once; a second one needs a word', async () => {
    const page = await opened('Hendriks', '/sign')
    await answerAll(page, 'nl', [4])
    await signByFinger(page, 'signature_client')
    await signByFinger(page, 'signature_interviewer')
    await page.evaluate(async () => {
      const form = document.querySelector<HTMLFormElement>('main form[enctype]')
      if (form) await fetch(form.action, { method: 'POST', body: new FormData(form) })
    })
    await page.getByRole('button', { name: 'Bewaren' }).tap()
    await page.getByText('Het formulier is bewaard').waitFor()
    const { clientId } = await world.approached('Hendriks')
    expect(await world.vault.db.consentForm.count({ where: { personId: await world.inVault(clientId) } })).toBe(1)
    await page.goto(`/consent/${pseudonyms.Hendriks}/sign`)
    await page.getByText('Er is al een formulier van kracht').waitFor()
    expect(await page.content()).not.toContain('Hendriks')
    await page.getByRole('link', { name: 'Opnieuw tekenen' }).click()
    await page.getByText('Q.Z. Hendriks').waitFor()
  })

  test('without JavaScript everything works but the drawing, for which paper is offered', async () => {
    const page = await opened('Hendriks', '/sign?again=yes', { javaScriptEnabled: false })
    await answerAll(page, 'nl', [4])
    await page.getByRole('button', { name: 'Bewaren' }).tap()
    await page.getByText('De cliënt heeft nog niet getekend.').waitFor()
    expect(await page.locator('input[type=radio]:checked').count()).toBe(8)
    await page.getByRole('link', { name: 'het papieren formulier' }).first().click()
    await page.getByRole('heading', { name: 'Papieren formulier' }).waitFor()
  })

  test('the letter is read in two languages, printed, and handed out once; no page is too wide for a telephone', async () => {
    const page = await opened('Evers', '/letter?language=en', { viewport: { width: 390, height: 800 } })
    await page.getByRole('heading', { name: 'Information about the study' }).waitFor()
    await page.getByRole('button', { name: 'De cliënt heeft de brief' }).click()
    await page.getByText('Vastgelegd dat de brief gegeven is').waitFor()
    await page.getByText(/letter-1 \(Engels\)/).waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.goto(`/consent/${pseudonyms.Evers}/letter?language=en`)
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.getByRole('button', { name: 'De cliënt heeft de brief' }).click()
    await page.getByText('Deze brief is in deze taal al gegeven.').waitFor()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Brief afdrukken' }).click()
    const { text } = await extractText(
      await getDocumentProxy(new Uint8Array(await readFile(await (await coming).path()))),
    )
    expect(text.join(' ')).toContain('Information about the study')
    await page.goto(`/consent/${pseudonyms.Evers}/sign?again=yes`)
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
  })
})
