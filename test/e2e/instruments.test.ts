import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { pinOf } from '../../app/protocol/instruments/battery'
import { batteryOn } from '../../app/records/instruments/battery'
import type { World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import type { House } from './house'
import { twiceSeen } from './twice-seen'

const FOREIGN = join(import.meta.dirname, '../instruments/foreign')

describe.runIf(canLook)('questionnaires from a file', () => {
  let house: House
  let world: World
  /** The same person in two browsers: one without JavaScript, one in which axe can look. */
  let page: Page
  let seeing: Page

  beforeAll(async () => {
    ;({ house, world, page, seeing } = await twiceSeen())
  })

  const handIn = async (at: Page, file: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0], name = '') => {
    const form = at.locator('form', { hasText: 'Een bestand inlezen' })
    await form.getByText('De cliënt', { exact: true }).click()
    await form.getByLabel('Naam', { exact: true }).fill(name)
    await form.getByLabel('Bestand', { exact: true }).setInputFiles(file)
    await form.getByRole('button', { name: 'Bekijken' }).click()
  }
  const csv = (text: string) => ({ name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

  test('what there is: the questionnaires of the protocol, and where each is asked', async () => {
    await page.goto('/instruments')
    await page
      .getByRole('row', { name: /wa-gk-client@1/ })
      .getByText('T1, T2')
      .waitFor()
    await page.getByRole('link', { name: 'wa-gk-client@1' }).click()
    await page.getByRole('row', { name: /i01/ }).getByText('1 tot en met 7').waitFor()
    await seeing.goto(page.url())
    await seeing.getByRole('row', { name: /i01/ }).waitFor()
    expect(await faultsOf(seeing)).toEqual([])
    expect(await overflow(seeing)).toBe(0)
  })

  test('a dictionary that we did not write: seen line by line, published, put to use, all without JavaScript', async () => {
    await page.goto('/instruments')
    await handIn(page, join(FOREIGN, 'redcap-to-omop.csv'))
    await page.getByText('Er is nog niets gepubliceerd.').waitFor()
    const left = page.getByRole('table', { name: 'Weggelaten' })
    await left
      .getByRole('row', { name: /first_name/ })
      .getByText('Dit zegt wie iemand is.')
      .waitFor()
    expect(await left.getByRole('row').count()).toBe(11)
    await page.getByRole('button', { name: 'Publiceren' }).click()
    await page.getByRole('alert').getByText('Gepubliceerd').waitFor()
    await page.getByRole('link', { name: 'visit-data@1' }).click()
    await page.getByRole('row', { name: /mood/ }).getByText('0 tot en met 100').waitFor()

    await page.goto('/instruments')
    const form = page.locator('form', { hasText: 'Vanaf de dag die u kiest' })
    await form.getByLabel('Meting en wie invult').selectOption('T1 client')
    await form.getByLabel('Vragenlijsten, in volgorde').fill('wa-gk-client, visit-data')
    await form.getByLabel('Vanaf', { exact: true }).fill('2012-06-01')
    await form.getByRole('button', { name: 'In gebruik nemen' }).click()
    await page.getByRole('alert').getByText('Vastgelegd').waitFor()
    await page.getByText('vanaf 1 jun 2012: wa-gk-client@1, visit-data@1').waitFor()
    const asked = await batteryOn(world.db, world.study, 'T1', 'client', day('2012-06-01'))
    expect(asked.map(pinOf)).toEqual(['wa-gk-client@1', 'visit-data@1'])
  })

  test('one of ours goes out as a file and comes back in other words, as the next version', async () => {
    await seeing.goto('/instruments/wa-gk-client%401')
    const [file] = await Promise.all([
      seeing.waitForEvent('download'),
      seeing.getByRole('link', { name: 'Als bestand (CSV)' }).click(),
    ])
    const text = readFileSync(await file.path(), 'utf8').replaceAll('wa-gk-client,1,', 'wa-gk-client,2,')
    await seeing.goto('/instruments')
    await handIn(seeing, csv(text.replace('een prettig mens', 'een fijn mens 😀')))
    await seeing.getByText('Er is nog niets gepubliceerd.').waitFor()
    expect(await faultsOf(seeing)).toEqual([])
    expect(await overflow(seeing)).toBe(0)
    await seeing.getByRole('button', { name: 'Publiceren' }).click()
    await seeing.getByRole('link', { name: 'wa-gk-client@2' }).click()
    await seeing.getByText('een fijn mens 😀').waitFor()
  })

  test.each([
    [
      'nothing that we can ask',
      csv('instrument;version;perspective;code;kind;text_nl\nm;1;client;m1;gedicht;V'),
      'Er is geen vraag overgebleven.',
    ],
    ['another kind of file', csv('naam;leeftijd\na;1'), 'De kop is van geen van de drie soorten'],
    [
      'a picture',
      { name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') },
      'Dit is een afbeelding.',
    ],
  ])('a file that cannot be is told so: %s', async (_, file, sentence) => {
    await page.goto('/instruments')
    await handIn(page, file, 'eigen-naam')
    await page.getByRole('alert').getByText(sentence).first().waitFor()
    await seeing.goto('/instruments')
    await handIn(seeing, file, 'eigen-naam')
    await seeing.getByRole('alert').getByText(sentence).first().waitFor()
    expect(await faultsOf(seeing)).toEqual([])
  })

  test('an interviewer finds no such page', async () => {
    const other = await look(house.base)
    await signInAs(other, 'interviewer')
    expect((await other.goto('/instruments'))?.status()).toBe(404)
  })
})
