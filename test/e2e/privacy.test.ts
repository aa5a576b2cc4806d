import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { trailIn } from '../../app/identity/trail'
import { whomAsked } from '../../app/identity/whom'
import { standing } from '../../app/platform/audit/heads'
import { now } from '../../app/platform/clock'
import { monthOf } from '../../app/protocol/day'
import { makePseudonym } from '../../app/protocol/pseudonym'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { todayOf } from '../../app/records/clock'
import { privacyRecord } from '../../app/routes/privacy/record'
import { sealAudit } from '../../jobs/seal-audit'
import { privacyDocument } from '../../scripts/koppel/privacy/document'
import { planted } from '../people'
import { connected } from '../platform/connect'
import { namedWorld, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse } from './house'

const NOBODY = makePseudonym((count) => new Uint8Array(count).fill(7))

describe.runIf(canLook)('what the privacy officer sees', () => {
  let house: House
  let world: World
  let client: string

  beforeAll(async () => {
    house = await openHouse()
    world = await namedWorld(house.database)
    const { registrationId, clientId } = await world.interviewed('Evers')
    const row = await world.db.client.findUniqueOrThrow({ where: { id: clientId } })
    client = row.pseudonym
    // a supervisor's page was opened, and named whom it is about
    await whomAsked(world.vault, { ...world.on('2012-03-20'), actor: 'supervisor:somebody' }, registrationId)
  })

  async function officer(options: Parameters<typeof look>[1] = {}): Promise<Page> {
    const page = await look(house.base, options)
    await signInAs(page, 'privacy')
    return page
  }

  test('begins at what is held: every table, its rows, who reads it, what concerns offences; on paper too', async () => {
    const page = await officer()
    expect(new URL(page.url()).pathname).toBe('/privacy')
    await page.getByRole('heading', { name: 'Privacy', level: 1 }).waitFor()
    const person = page.locator('tr', { has: page.locator('code', { hasText: /^identity\.person$/ }) })
    expect(await person.locator('td').allTextContents()).toEqual([
      '1',
      'cliënten',
      expect.stringContaining(`Bewaard als: ${werkalliantie.retention.names_of_participants.label.nl.toLowerCase()}`),
      expect.stringContaining('ja'),
      'numbersurnameinitialsborn_onphone',
      'koppel_vault',
    ])
    const answers = page.locator('tr', { has: page.locator('code', { hasText: /^study\.answer$/ }) })
    expect(await answers.locator('td').last().textContent()).toBe('koppel_analystkoppel_study')
    expect(await faultsOf(page)).toEqual([])
    const text = await page.content()
    for (const secret of [...planted, client]) expect(text.includes(secret), secret).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.masthead nav').isVisible()).toBe(false)
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
  })

  test('finds who saw a person, without JavaScript, and that look stands there too', async () => {
    const page = await officer({ javaScriptEnabled: false })
    await page.goto('/privacy/person')
    await page.getByText('Typ een onderzoeksnummer').waitFor()
    await page.getByLabel('Onderzoeksnummer').fill(client.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Zoeken' }).click()
    const rows = page.locator('tbody tr')
    await rows.first().waitFor()
    const said = (await rows.allTextContents()).map((line) => line.replace(/\s+/g, ' '))
    expect(said[0]).toMatch(/Fleur Jansen, privacyfunctionaris ?bekeek wie deze persoon zag/)
    expect(said[1]).toMatch(/toezichthouder, met een persoonlijke link ?zag de naam achter een link/)
    expect(said.some((line) => /hield het gesprek/.test(line))).toBe(true)
    expect(said.length).toBeGreaterThan(5)
    for (const secret of planted) expect(said.join().includes(secret), secret).toBe(false)
    await page.goto(`/privacy/person?pseudonym=${NOBODY}`)
    await page.getByText('Niemand heeft dit nummer').waitFor()
    await page.goto('/privacy/person?pseudonym=7KM')
    await page.getByText('Te kort: 3 van de 9 tekens').waitFor()
  })

  test('reads the trail by what, who and days, with the heads of its chains, and takes it out as CSV', async () => {
    await sealAudit(world.desk)
    const page = await officer()
    await page.goto('/privacy/audit?from=2012-01-01&to=2012-12-31')
    await page.getByText('Hoe de keten staat').waitFor()
    const [study, vault] = await standing(world.db, world.vault)
    await page.getByText(study?.head ?? '-', { exact: true }).waitFor()
    await page.getByText(vault?.head ?? '-', { exact: true }).waitFor()
    // this look itself is not sealed yet
    await page
      .getByText(/^1, sinds/)
      .first()
      .waitFor()
    await page.locator('td', { hasText: 'hield het gesprek' }).first().waitFor()
    await page.getByLabel('Wat', { exact: true }).selectOption('hold_interview')
    await page.getByLabel('Over wie (onderzoeksnummer)').fill(client)
    await page.getByRole('button', { name: 'Tonen' }).click()
    await page.waitForURL(/verb=hold_interview/)
    await page.getByText(/^Van .*1 januari 2012/).waitFor()
    expect(await page.locator('tbody td .code').allTextContents()).toEqual([client])
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Deel').selectOption('vault')
    await page.getByLabel('Wat', { exact: true }).selectOption('')
    await page.getByRole('button', { name: 'Tonen' }).click()
    await page.locator('td', { hasText: 'zag de naam achter een link' }).first().waitFor()
    await page.goto('/privacy/audit?verb=screen&from=1999-01-01&to=1999-02-01')
    await page.getByText('Er is niets gevonden').waitFor()
    await page.goto('/privacy/audit?from=2012-01-02&to=2012-01-01')
    await page.getByText('Kies twee dagen').waitFor()
    const csv = await page.request.get('/privacy/audit/csv?from=2012-01-01&to=2012-12-31&verb=hold_interview')
    const [columns, line, end] = (await csv.text()).split('\n')
    expect(columns).toBe('id,at,study_day,verb,who,role,origin,about,details')
    expect(line).toMatch(new RegExp(`^\\d+,[^,]+,2012-\\d\\d-\\d\\d,hold_interview,.*,${client},`))
    expect(end).toBe('')
    for (const secret of planted) expect((await page.content()).includes(secret), secret).toBe(false)
  })

  test('sees what was looked up in a month, by kind, and takes it out as a file that no spreadsheet runs', async () => {
    const evil = '=HYPERLINK("https://evil.example")'
    await connected(house.database.urls.owner, (owner) =>
      owner.query(
        `INSERT INTO audit.entry (day, study_id, actor, verb, subject, details)
         VALUES ('2012-02-10', $1, 'system', 'release', 'study', jsonb_build_object('purpose', $2::text, 'rows', 7))`,
        [world.study.id, evil],
      ),
    )
    const page = await officer()
    await page.goto('/privacy/looked-up?month=2012-03')
    await page.locator('td', { hasText: 'zag de naam achter een link' }).first().waitFor()
    const month = monthOf(await todayOf(world.db, world.study.id))
    const seen = await trailIn(world.vault, world.study.id, { month, verbs: ['see_looks'] })
    expect(seen.map(({ details }) => details)).toEqual([{ month: '2012-03', kind: null }])
    await page.getByLabel('Wat', { exact: true }).selectOption('release')
    await page.getByRole('button', { name: 'Tonen' }).click()
    await page.getByText('Niemand heeft iets opgezocht').waitFor()
    await page.goto('/privacy/looked-up?month=2012-02')
    await page.getByText(evil).waitFor()
    expect(await faultsOf(page)).toEqual([])
    const csv = await page.request.get('/privacy/looked-up/csv?month=2012-02')
    expect(csv.headers()['content-disposition']).toContain('attachment')
    expect(await csv.text()).toContain(`release,,system,,"'=HYPERLINK(""https://evil.example"")",7`)
    await page.goto('/privacy/looked-up?month=2012-13')
    await page.getByText('Dit is geen maand').waitFor()
  })

  test('registers a breach: the clock stands everywhere until it is reported, and nothing is overwritten', async () => {
    const page = await officer()
    await page.goto('/privacy/breaches')
    await page.getByText('Er is geen datalek vastgelegd').waitFor()
    await page.getByRole('link', { name: 'Datalek vastleggen' }).click()
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await page.getByRole('alert').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Wat er gebeurde').fill('Een lijst lag in de trein')
    await page.getByLabel('namen en geboortedagen').check()
    await page.getByLabel('Over hoeveel mensen').fill('12')
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await page.waitForURL(/breaches\/[\da-f-]{36}$/)
    const breach = page.url()
    await page.getByText(/nog 7[12] uur en \d+ minu/).waitFor()
    expect(await faultsOf(page)).toEqual([])

    await page.goto('/flow')
    await page.getByRole('link', { name: /Privacy \(1 datalek: nog 7[12] uur\)/ }).click()
    await page.getByText('1 datalek is nog niet gemeld').waitFor()

    await page.goto(breach)
    await page.getByLabel('ja', { exact: true }).first().check()
    await page.getByLabel('Gemeld op').fill(await page.getByLabel('Ontdekt op').inputValue())
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await page.getByText('op tijd gemeld').waitFor()
    await page.getByText('Versie 1').click()
    await page.locator('details[open]', { hasText: 'Een lijst lag in de trein' }).waitFor()
    expect(await page.locator('details').count()).toBe(2)
    expect(await page.getByRole('link', { name: 'Privacy', exact: true }).count()).toBe(1)
    expect(await faultsOf(page)).toEqual([])
  })

  test('the time left passes on the page', async () => {
    const page = await officer()
    await page.clock.install()
    await page.goto('/privacy/breaches/new')
    await page.getByLabel('Wat er gebeurde').fill('Een mail ging naar de verkeerde')
    await page.getByLabel('telefoonnummers').check()
    await page.getByLabel('Over hoeveel mensen').fill('1')
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await page
      .getByText(/nog 7[12] uur/)
      .first()
      .waitFor()
    // from the moment on that the page is alive
    const passed = async () => {
      await page.clock.fastForward('10:00:00')
      return (await page.locator('.facts time').textContent()) ?? ''
    }
    await expect.poll(passed).toMatch(/^nog [1-5]\d uur/)
    await expect.poll(passed).toMatch(/^\d+ uur en \d+ minu\w+ te laat$/)
  })

  test('the document opens by itself, in a browser without faults, and prints', async () => {
    const { database, env } = house
    const occasion = world.on('2012-03-20')
    const asked = { databases: database, vault: world.vault, occasion, at: now(), month: '2012-03', trail: null }
    const file = join(env.KOPPEL_HOME ?? '', 'privacy.html')
    writeFileSync(file, privacyDocument(await privacyRecord(asked), 'nl'))
    const page = await look(house.base)
    await page.goto(pathToFileURL(file).href)
    await page.getByRole('heading', { name: /^Verslag voor de privacyfunctionaris/ }).waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
  })

  test.each(['coordinator', 'interviewer', 'analist', 'beheer'])('%s finds nothing here', async (who) => {
    const page = await look(house.base)
    await signInAs(page, who)
    for (const path of ['', '/person', '/looked-up', '/looked-up/csv', '/breaches', '/breaches/new'])
      expect((await page.request.get(`/privacy${path}`)).status(), path).toBe(404)
    expect((await page.request.get(`/privacy/breaches/${randomUUID()}`)).status()).toBe(404)
    expect(await page.getByRole('link', { name: /Privacy/ }).count()).toBe(0)
  })

  test.each([390, 1280])('is without faults at %i pixels, in English and dark', async (width) => {
    const page = await officer({ viewport: { width, height: 800 }, colorScheme: 'dark' })
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('What is held', { exact: false }).first().waitFor()
    for (const path of ['', '/person', `/person?pseudonym=${client}`, '/looked-up', '/breaches', '/breaches/new']) {
      await page.goto(`/privacy${path}`)
      expect([path, await overflow(page), await faultsOf(page)]).toEqual([path, 0, []])
    }
  })
})
