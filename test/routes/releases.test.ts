import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../app/identity/accounts'
import { newId } from '../../app/platform/id'
import { toColumn } from '../../app/protocol/day'
import { wholeRelease } from '../../app/protocol/release-spec'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { filesOf, keepFile } from '../../app/records/releases/files'
import type { Manifest } from '../../app/records/releases/manifest'
import { releaseNumbered } from '../../app/records/releases/release'
import { withdraw } from '../../app/records/withdrawal'
import { makeRelease } from '../../jobs/release/job'
import { type House, openHouse } from '../e2e/house'
import { MET } from '../people'
import { must, namedWorld, type World } from '../world'

let house: House
let world: World
let clientId: string
const cookies = new Map<string, string>()

beforeAll(async () => {
  house = await openHouse()
  world = await namedWorld(house.database)
  for (const name of ['Evers', 'Fokkens'] as const) {
    clientId = (await world.interviewed(name)).clientId
    must(await world.answered(name, 'client'))
  }
  for (const who of ['coordinator', 'beheer', 'privacy', 'interviewer', 'analist', 'sleutel']) {
    const signedIn = await fetch(`${house.base}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: house.base },
      body: new URLSearchParams({ email: `${who}@koppel.example`, password: DEMO_PASSWORD }),
    })
    cookies.set(who, signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '')
  }
}, 120_000)

const see = (who: string, path: string, method = 'GET') =>
  fetch(house.base + path, { method, redirect: 'manual', headers: { Cookie: cookies.get(who) ?? '' } })
const pageOf = async (who: string, path: string) => {
  const response = await see(who, path)
  expect(response.status, `${who} ${path}`).toBe(200)
  return response.text()
}
const send = (who: string, path: string, fields: readonly (readonly [string, string])[]) =>
  fetch(house.base + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookies.get(who) ?? '', Origin: house.base },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
  })

/** A form as a browser sends it that changes nothing but what is told; one value stands for all of its field. */
function form(changes: Readonly<Record<string, readonly string[]>> = {}): [string, string][] {
  const { tables, waves, definitions, outcomes, leftOut } = wholeRelease(werkalliantie, '')
  const fields = {
    ...{ purpose: ['Analysis of lapses'], tables, waves, which: ['all'], definitions, outcomes, leftOut },
    ...{ region: [''], location: [''], interviewedAt: [''], startedFrom: [''], startedTo: [''] },
    ...{ dates: ['days'], formats: ['csv'], language: ['en'] },
    ...changes,
  }
  return Object.entries(fields).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))
}

/** Asks for a release and has it made; gives its address. */
async function made(who: string, changes: Readonly<Record<string, readonly string[]>> = {}): Promise<string> {
  const asked = await send(who, '/releases', form(changes))
  expect(asked.status).toBe(303)
  const at = asked.headers.get('Location') ?? ''
  expect(at).toMatch(/^\/releases\/\d+$/)
  const found = await releaseNumbered(world.db, world.study.id, Number(at.split('/').at(-1)))
  await makeRelease(world.desk, found?.id ?? '')
  return at
}
const numberIn = (at: string) => Number(at.split('/').at(-1))
const REASON = 'Only two people of the team look at it, on one machine.'
const approve = (who: string, at: string, override = REASON) =>
  send(who, at, [
    ['decision', 'approve'],
    ['override', override],
  ])

test('who may not gets the 404 of what is not there, and so does a number that no release has', async () => {
  const at = await made('analist')
  for (const who of ['coordinator', 'interviewer', 'sleutel'])
    for (const path of ['/releases', at, `${at}/file?name=wide.csv`, `${at}/zip`])
      expect([who, path, (await see(who, path)).status]).toEqual([who, path, 404])
  for (const number of ['0', '01', '999', '-1', '1e2', '9999999999', '%00', "1'"])
    expect([number, (await see('analist', `/releases/${number}`)).status]).toEqual([number, 404])
  expect((await send('privacy', '/releases', form())).status).toBe(404)
  expect((await approve('analist', at)).status).toBe(404)
})

test.each([
  ['purpose', { purpose: [' '] }, 'Dit is nodig.'],
  ['purpose', { purpose: ['x'.repeat(501)] }, 'Er passen 500 tekens in.'],
  ['tables', { tables: [] }, 'Dit is nodig.'],
  ['tables', { tables: ['secret'] }, 'Kies uit wat hier staat.'],
  ['instruments', { which: ['some'] }, 'Dit is nodig.'],
  ['region', { region: ['Atlantis'] }, 'Kies uit wat hier staat.'],
  ['startedFrom', { startedFrom: ['2012-02-31'] }, 'Dit is geen bestaande dag.'],
  ['startedTo', { startedFrom: ['2012-03-02'], startedTo: ['2012-03-01'] }, 'De laatste dag ligt vóór de eerste.'],
  ['coarsening.gender', { 'coarsening.gender': ['99'] }, 'Kies uit wat hier staat.'],
  ['dates', { dates: ['years'] }, 'Kies uit wat hier staat.'],
] as const)(
  'what is wrong with %s stands at it (%j), and what was chosen is still there',
  async (field, changes, sentence) => {
    const refused = await send('analist', '/releases', form({ language: ['en'], formats: ['dta'], ...changes }))
    expect(refused.status).toBe(400)
    const page = await refused.text()
    const shown = page.split('<script')[0] ?? ''
    expect(shown).toContain(`id="${field}-mistake">`)
    expect(shown.split(`id="${field}-mistake">`)[1]?.slice(0, 120)).toContain(sentence)
    expect(shown).toMatch(
      /name="formats"[^>]*checked=""[^>]*value="dta"|name="formats" checked="" value="dta"|value="dta" checked=""/,
    )
    expect(shown).not.toMatch(/name="formats" checked="" value="csv"|value="csv" checked=""/)
  },
)

test('until it was let go nobody takes a file; then who asks for releases and who approved it, and it is written down', async () => {
  const at = await made('analist')
  expect(await pageOf('analist', at)).not.toContain('>Goedkeuren<')
  for (const path of [`${at}/file?name=wide.csv`, `${at}/zip`]) expect((await see('analist', path)).status).toBe(404)
  expect((await approve('beheer', at, 'too short')).status).toBe(400)
  expect((await approve('beheer', at)).status).toBe(303)
  expect((await approve('privacy', at)).status).toBe(400)

  const { files } = await filesOf(world.db, (await releaseNumbered(world.db, world.study.id, numberIn(at)))?.id ?? '')
  const file = files.find(({ name }) => name === 'wide.csv')
  const taken = await see('analist', `${at}/file?name=wide.csv`)
  const bytes = Buffer.from(await taken.arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256)
  expect(parse(bytes, { columns: true, bom: true })).toHaveLength(2)
  expect(Object.fromEntries(taken.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-length': `${file?.size}`,
    'content-disposition': 'attachment; filename="wide.csv"',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("sandbox; default-src 'none'"),
  })
  const manifest = (await (await see('beheer', `${at}/file?name=manifest.json`)).json()) as Manifest
  expect(manifest).toMatchObject({ release: { number: numberIn(at) }, files, approved: { in_one_go: false } })
  for (const name of ['', '../wide.csv', 'WIDE.CSV', 'wide.sav'])
    expect([name, (await see('analist', `${at}/file?name=${encodeURIComponent(name)}`)).status]).toEqual([name, 404])
  // who neither asks for releases nor approved this one
  expect((await see('privacy', `${at}/file?name=wide.csv`)).status).toBe(404)
  const noted = await world.db.auditEntry.findMany({ where: { verb: 'download_release' }, orderBy: { id: 'asc' } })
  expect(noted.map(({ details }) => details)).toEqual([{ name: 'wide.csv' }, { name: 'manifest.json' }])
})

const timesNoted = (verb: string) => world.db.auditEntry.count({ where: { verb } })

test('who only asks what a file would be like takes nothing, and nothing is written down', async () => {
  const at = await made('analist')
  expect((await approve('beheer', at)).status).toBe(303)
  const before = await timesNoted('download_release')
  for (const path of [`${at}/file?name=wide.csv`, `${at}/file?name=manifest.json`, `${at}/zip`]) {
    const [head, got] = [await see('analist', path, 'HEAD'), await see('analist', path)]
    for (const name of ['content-type', 'content-length', 'content-disposition'])
      expect([path, name, head.headers.get(name)]).toEqual([path, name, got.headers.get(name)])
    expect([head.status, await head.text(), (await got.arrayBuffer()).byteLength > 0]).toEqual([200, '', true])
  }
  expect(await timesNoted('download_release')).toBe(before + 3)
})

test('that somebody saw the smallest groups is a look', async () => {
  const at = await made('analist')
  const before = await timesNoted('see_release_cells')
  await pageOf('analist', at)
  expect((await see('privacy', at, 'HEAD')).status).toBe(200)
  expect(await timesNoted('see_release_cells')).toBe(before)
  await pageOf('privacy', at)
  expect(await timesNoted('see_release_cells')).toBe(before + 1)
  expect(await pageOf('privacy', '/privacy/looked-up?verb=see_release_cells')).toContain(
    'bekeek de kleinste groepen van een vrijgave',
  )
})

test('by what people could be recognised only who decides sees; who asked does not decide', async () => {
  const cells = 'De kleinste groepen'
  const asked = await made('analist')
  expect(await pageOf('analist', asked)).not.toContain(cells)
  expect(await pageOf('analist', asked)).toContain('Dit bestand kan zo niet worden uitgegeven')
  for (const who of ['beheer', 'privacy']) expect(await pageOf(who, asked)).toContain(cells)
  const own = await made('beheer')
  const page = await pageOf('beheer', own)
  expect(page).toContain('U hebt deze vrijgave zelf gevraagd')
  expect(page).not.toContain(cells)
  const refused = await approve('beheer', own)
  expect([refused.status, (await refused.text()).includes('Iemand anders moet erover beslissen')]).toEqual([400, true])
  expect((await approve('privacy', own)).status).toBe(303)
  // who approved it may look at what they let go
  expect((await see('privacy', `${own}/file?name=wide.csv`)).status).toBe(200)
})

test('with the first of its people who is erased the files are gone, and the page says so', async () => {
  const at = await made('analist')
  expect((await approve('beheer', at)).status).toBe(303)
  must(await withdraw(world.db, world.on(MET), { clientId, collected: 'erase' }))
  const page = await pageOf('analist', at)
  expect(page).toContain('De bestanden zijn weg')
  expect(page).not.toContain('/file?name=')
  for (const path of [`${at}/file?name=wide.csv`, `${at}/file?name=manifest.json`, `${at}/zip`])
    expect((await see('analist', path)).status).toBe(404)
})

test('a large file of many pieces arrives whole', async () => {
  const at = await made('analist')
  const found = await releaseNumbered(world.db, world.study.id, numberIn(at))
  const releaseId = found?.id ?? ''
  const pieces = 40
  const piece = Buffer.alloc(512 * 1024, 1)
  const sha256 = '00'.repeat(32)
  const large = { name: 'large.bin', media: 'application/octet-stream', size: pieces * piece.length, sha256 }
  await keepFile(
    world.db,
    releaseId,
    large,
    (async function* () {
      for (let n = 0; n < pieces; n += 1) yield piece
    })(),
  )
  expect((await approve('beheer', at)).status).toBe(303)
  const path = `${at}/file?name=large.bin`
  const whole = await see('analist', path)
  expect((await whole.arrayBuffer()).byteLength).toBe(large.size)
}, 120_000)

test('of ten thousand releases the list shows a page, the last first, and goes on', async () => {
  const spec = JSON.parse(JSON.stringify(wholeRelease(werkalliantie, 'many'))) as object
  const rows = Array.from({ length: 10_000 }, (_, n) => ({
    ...{ id: newId(), studyId: world.study.id, number: 1_000 + n, spec, state: 'asked' },
    ...{ askedBy: 'system', askedOn: toColumn(MET) },
  }))
  for (let from = 0; from < rows.length; from += 2_000)
    await world.db.release.createMany({ data: rows.slice(from, from + 2_000) })
  const numbers = (page: string) => [...page.matchAll(/href="\/releases\/(\d+)"/g)].map(([, number]) => Number(number))
  const first = numbers(await pageOf('privacy', '/releases'))
  expect(first).toEqual(Array.from({ length: 40 }, (_, at) => 10_999 - at))
  const second = numbers(await pageOf('privacy', `/releases?after=${first.at(-1)}`))
  expect(second[0]).toBe((first.at(-1) ?? 0) - 1)
  for (const after of ['x', '-1', '0', '99999999999'])
    expect(numbers(await pageOf('privacy', `/releases?after=${after}`))[0]).toBe(10_999)
}, 120_000)
