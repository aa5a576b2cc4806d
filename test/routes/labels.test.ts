import { beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../app/identity/accounts'
import { makePseudonym } from '../../app/protocol/pseudonym'
import { type House, openHouse } from '../e2e/house'
import { planted } from '../people'
import { namedWorld } from '../world'

let house: House
let cookie: string
let dyad: string
let client: string
let supervisor: string
let elsewhere: string
const unused = makePseudonym((count) => new Uint8Array(count).fill(7))

beforeAll(async () => {
  house = await openHouse()
  const pseudonymsOf = async () => {
    const world = await namedWorld(house.database)
    const { registrationId } = await world.approached('Evers')
    const row = await world.db.registration.findUniqueOrThrow({
      where: { id: registrationId },
      include: { client: true, supervisor: true, dyad: true },
    })
    return { dyad: row.dyad?.pseudonym, client: row.client.pseudonym, supervisor: row.supervisor?.pseudonym }
  }
  // the pages show the study that was made last
  elsewhere = (await pseudonymsOf()).dyad ?? ''
  const shown = await pseudonymsOf()
  ;[dyad, client, supervisor] = [shown.dyad ?? '', shown.client, shown.supervisor ?? '']
  const signedIn = await fetch(`${house.base}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: house.base },
    body: new URLSearchParams({ email: 'interviewer@koppel.example', password: DEMO_PASSWORD }),
  })
  cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''
})

async function ask(list: string, more: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${house.base}/labels`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: house.base },
    body: new URLSearchParams({ step: 'make', ...more, list }),
  })
  const page = await response.text()
  return {
    status: response.status,
    kept: response.headers.get('Cache-Control'),
    page,
    labels: page.match(/class="label"/g)?.length ?? 0,
    mistakes: [...page.matchAll(/<li class="mistake">([^<]*)/g)].map((found) => found[1]?.replaceAll(/<!-- -->/g, '')),
  }
}

test('labels are for dyads and clients of this study, and no cache keeps them', async () => {
  const made = await ask(`${dyad}\r\n${client.toLowerCase()}\n${dyad}`)
  expect(made).toMatchObject({ status: 200, labels: 3, mistakes: [], kept: 'no-store' })
  for (const secret of planted) expect(made.page.includes(secret), secret).toBe(false)
})

test('a pseudonym of a supervisor, of another study or of nobody is named with its line, and nothing is made', async () => {
  const refused = await ask([dyad, supervisor, '', elsewhere, unused].join('\n'))
  expect([refused.status, refused.labels]).toEqual([400, 0])
  expect(refused.mistakes).toEqual(
    [
      [2, supervisor],
      [4, elsewhere],
      [5, unused],
    ].map(([line, pseudonym]) => `Regel ${line}: ${pseudonym} is van geen koppel of cliënt in dit onderzoek.`),
  )
})

test.each([
  ['nothing', () => '', 'Er staat nog geen nummer in de lijst.'],
  ['blank lines', () => ' \n\r\n\t', 'Er staat nog geen nummer in de lijst.'],
  ['more than 200', () => `${dyad}\n`.repeat(201), 'Dit is te veel voor één keer. Maak er hooguit 200 tegelijk.'],
  ['a line without end', () => 'A'.repeat(200_000), 'Dit is te veel voor één keer. Maak er hooguit 200 tegelijk.'],
  ['no character of ours', () => '\0😀', 'Regel 1: Het 1e teken, “😀”, komt in geen nummer voor.'],
])('%s makes no labels', async (_, list, said) => {
  const refused = await ask(list())
  expect(refused).toMatchObject({ status: 400, labels: 0, mistakes: [said] })
})

test('200 are made', async () => {
  expect(await ask(`${dyad}\n`.repeat(200))).toMatchObject({ status: 200, labels: 200 })
})

test('what was typed comes back as text, whatever it was', async () => {
  const { status, page } = await ask('</textarea><script>alert(1)</script>')
  expect(status).toBe(400)
  expect(page).not.toContain('<script>alert')
  expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)')
})

test('a search adds what it finds to what was typed, as far as there is room', async () => {
  const found = await ask('half', { step: 'find', search: dyad.slice(0, 4).toLowerCase(), of: 'both' })
  expect(found.status).toBe(200)
  expect(found.page).toContain(`half\n${dyad}\n${client}</textarea>`)
  const full = await ask(`${dyad}\n`.repeat(200), { step: 'find', search: '', of: 'nonsense' })
  expect(full.page).toContain('0 nummers toegevoegd')
  expect(full.page).toContain('Er zijn er meer dan er in de lijst passen.')
})
