import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { emptyStudy, type House, openHouse, openWorkroom } from './house'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await emptyStudy(house)
  openWorkroom(house)
})

const HEAD =
  'Clientnummer;Familie;Voorletters;Geslacht;Geboortedatum;Toezichtnummer;Registratiedatum;Startdatum toezicht;Modaliteit;' +
  'Toezichtniveau;RISc;Elektronisch toezicht;Penitentiair programma;Organisatie;Regio;Locatie;Personeelsnummer;' +
  'Toezichthouder;E-mail toezichthouder;Status'
const row = (n: number, { born = '09-11-1991', status = 'Lopend', surname = `Jansen${n}` } = {}) =>
  [`40${n}`, surname, 'J.', 'M', born, `T${n}`, '16-11-2011', '12-11-2011', 'Voorwaardelijke veroordeling', '2', 'hoog']
    .concat(['N', 'N', 'RN', 'Utrecht', 'Utrecht', `P${n}`, `H. Meijer${n}`, `t${n}@reclassering.example`, status])
    .join(';')

/** Four rows that can be taken, one with a day that does not exist, one without a name; a word that nobody knows. */
const REGISTER = [
  HEAD,
  row(1),
  row(2, { status: 'Open' }),
  row(3, { born: '31-02-1990' }),
  row(4, { surname: '' }),
  row(5),
  row(6),
].join('\r\n')

const sent = (text: string, name = 'register van Jansen.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

async function handIn(page: Page, file: ReturnType<typeof sent>): Promise<void> {
  await page.goto('/imports')
  await page.getByLabel('Bestand', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Bestand versturen' }).click()
  await page.waitForURL(/\/imports\/[\da-f-]{36}$/)
}

/** The tiles of the page: what and how many. */
const counts = (page: Page) =>
  page
    .locator('.tiles .tile')
    .evaluateAll((tiles) =>
      Object.fromEntries(
        tiles.map((tile) => [tile.querySelector('dt')?.textContent, tile.querySelector('dd')?.textContent]),
      ),
    )
const until = (page: Page, title: string) =>
  page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor({ timeout: 30_000 })

describe.runIf(canLook)('a register file through the browser', () => {
  test('from a file with mistakes to the register, and the mended rows after it', async () => {
    const page = await look(house.base)
    await signInAs(page, 'coordinator')
    await handIn(page, sent(REGISTER))

    // what was guessed: a heading that nobody knows has to be pointed out, and so has a word
    await until(page, 'Wat staat er in dit bestand?')
    expect(await page.getByRole('table').getByRole('row').count()).toBe(7)
    await page.getByRole('button', { name: 'Nakijken' }).click()
    await page.getByText('Er is nog iets te kiezen').waitFor()
    await page.getByLabel('Achternaam').selectOption('Familie')
    await page.getByLabel('Open', { exact: true }).selectOption({ label: 'Lopend' })
    await page.getByLabel('Deze uitleg bewaren als').fill('Utrecht 2012')
    expect(await page.getByLabel(/^Van vroeger/).isChecked()).toBe(true)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Nakijken' }).click()

    await until(page, 'Wat dit bestand zou doen')
    expect(await counts(page)).toMatchObject({ Nieuw: '4', Geweigerd: '2', Dubbel: '0' })
    expect(await house.database.study.registration.count()).toBe(0)
    const refused = page.getByRole('table', { name: 'Geweigerde regels' })
    expect(await refused.getByRole('row').all()).toHaveLength(3)
    expect(await refused.textContent()).toContain('Geboortedatum')
    expect(await refused.textContent()).not.toContain('31-02')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Inlezen' }).click()

    await until(page, 'Ingelezen')
    expect(await counts(page)).toMatchObject({ Nieuw: '4', Geweigerd: '2' })
    expect(await house.database.study.registration.count()).toBe(4)

    // the refused rows come back with why, are mended, and go in by the explanation that was kept
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Geweigerde regels als CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('koppel-refused-register.csv')
    const lines = readFileSync(await file.path(), 'utf8')
      .replace('\ufeff', '')
      .trim()
      .split('\n')
    expect(lines[0]).toBe(`${HEAD};Waarom geweigerd`)
    expect(lines[1]).toContain(`${row(3, { born: '31-02-1990' })};`)
    expect(lines[1]).toContain('Geboortedatum: Dit is geen bestaande dag.')
    const mended = lines.join('\n').replace('31-02-1990', '28-02-1990').replace('404;;', '404;Jansen4;')
    await handIn(page, sent(`\ufeff${mended}`))
    await page.getByLabel('Bewaarde uitleg').selectOption('Utrecht 2012')
    await page.getByRole('button', { name: 'Zo lezen' }).click()
    await page.getByRole('button', { name: 'Nakijken' }).click()
    await until(page, 'Wat dit bestand zou doen')
    expect(await counts(page)).toMatchObject({ Nieuw: '2', Geweigerd: '0' })
    await page.getByRole('button', { name: 'Inlezen' }).click()
    await until(page, 'Ingelezen')
    expect(await house.database.study.registration.count()).toBe(6)

    // a button that was pressed in another tab, or by going back, does nothing again
    const address = page.url()
    await page.evaluate(async (at) => {
      const form = document.createElement('form')
      form.method = 'post'
      form.action = at
      const step = document.createElement('input')
      step.name = 'step'
      step.value = 'apply'
      form.append(step)
      document.body.append(form)
      form.submit()
    }, address)
    await page.getByRole('alert').getByText('Dit bestand is al een stap verder').waitFor()
    expect(await house.database.study.registration.count()).toBe(6)

    // who looked is written down; no name stands in the log
    const looks = await house.database.vault.$queryRaw<{ verb: string; n: number }[]>`
      SELECT verb, count(*)::int AS n FROM audit.vault_entry
      WHERE verb IN ('see_import_rows', 'export_refused_rows', 'hand_in_file') GROUP BY verb ORDER BY verb`
    expect(looks.map(({ verb }) => verb)).toEqual(['export_refused_rows', 'hand_in_file', 'see_import_rows'])
    expect(looks.find(({ verb }) => verb === 'see_import_rows')?.n).toBeGreaterThan(2)
    expect(house.logged()).not.toMatch(/Jansen/)
  }, 120_000)

  test('without JavaScript, on a telephone', async () => {
    const page = await look(house.base, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    await signInAs(page, 'beheer')
    await page.goto('/imports')
    await page.getByLabel('Bestand', { exact: true }).setInputFiles(sent('%PDF-1.7 x', 'brief.pdf'))
    await page.getByRole('button', { name: 'Bestand versturen' }).click()
    await page.getByText('Dit is een PDF.').waitFor()
    await handIn(page, sent(REGISTER.replace('Familie', 'Achternaam')))
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Nakijken' }).click()
    await until(page, 'Wat dit bestand zou doen')
    // the word that nobody knows refuses its row now
    expect(await counts(page)).toMatchObject({ Geweigerd: '3' })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Bestand weggooien' }).click()
    await until(page, 'Dit bestand is weggegooid')
    await page.goto('/imports')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await page.getByText('gestopt').count()).toBe(1)
  }, 120_000)

  test('a file that is no table says so at once, and one with 300 columns can be explained', async () => {
    const page = await look(house.base)
    await signInAs(page, 'coordinator')
    await page.goto('/imports')
    await page.getByLabel('Bestand', { exact: true }).setInputFiles(sent('GIF89a', 'foto.csv'))
    await page.getByRole('button', { name: 'Bestand versturen' }).click()
    await page.getByText('Dit is een afbeelding.').waitFor()
    expect(await faultsOf(page)).toEqual([])

    const wide = Array.from({ length: 280 }, (_, n) => `Overig ${n}`)
    const many = Array.from(
      { length: 60 },
      (_, n) => `${row(n + 1, { status: `Soort ${n}` })};${wide.map(() => 'x').join(';')}`,
    )
    await handIn(page, sent([`${HEAD};${wide.join(';')}`, ...many].join('\n')))
    await until(page, 'Wat staat er in dit bestand?')
    await page.getByText('Dit bestand heeft 300 kolommen.').waitFor()
    await page.getByText('Dit zijn er 50 van 60.').waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  }, 120_000)
})
