import { beforeAll, describe, expect, test } from 'vitest'
import { trailOf } from '../../app/identity/trail'
import type { StudyRef } from '../../app/platform/occasion'
import { day } from '../../app/protocol/day'
import { worklist } from '../../app/records/worklist'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse, playedStudy } from './house'

// windows of the first interviews are open
const UNTIL = '2012-06-20'

describe.runIf(canLook)('whom an interviewer is to meet', () => {
  let house: House
  let study: StudyRef
  let due: { dyad: string; pseudonym: string; location: string; registrationId: string }

  beforeAll(async () => {
    house = await openHouse()
    ;({ study } = await playedStudy(house, UNTIL))
    const on = { study, today: day(UNTIL), actor: 'system' }
    const part = { on: on.today, role: 'interviewer', limit: null } as const
    const list = await worklist(house.database.study, on, part)
    const item = list.items.find(({ dyad }) => dyad)
    if (!item?.dyad) throw new Error('an interview has to be due')
    due = {
      dyad: item.dyad,
      pseudonym: item.pseudonym ?? '',
      location: item.location,
      registrationId: item.registrationId ?? '',
    }
  })

  test('from the work list to the name, the place and the time; each look is written down', async () => {
    const page = await look(house.base, { viewport: { width: 390, height: 800 } })
    await signInAs(page, 'interviewer')
    await page.locator('tr', { hasText: due.pseudonym }).getByRole('link', { name: 'Met wie en waar' }).first().click()
    await page.getByText(due.location, { exact: true }).waitFor()
    const name = await page.locator('.fact', { hasText: 'Cliënt' }).locator('dd').first().textContent()
    expect(name).toMatch(/^\S+ \S+/)
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    const { vault, keys } = house.database
    const looks = (await trailOf({ db: vault, keys }, due.registrationId)).filter(({ verb }) => verb === 'show_client')
    expect(looks).toHaveLength(1)
    expect(looks[0]?.actor).toMatch(/^account:/)
    const response = await page.goto(`/visit/${due.dyad}`)
    expect(response?.headers()).toMatchObject({ refresh: '60; url=/today', 'cache-control': 'no-store' })
    await page.goto(`/dyads/${due.dyad}`)
    expect(await page.content()).not.toContain(name)
    await page.getByRole('link', { name: 'Met wie en waar' }).waitFor()
  })

  test('the telephone number shows only to whom the client allows it, and goes with the rest after a minute', async () => {
    const { vault, keys, study: db } = house.database
    const { clientId } = await db.registration.findUniqueOrThrow({ where: { id: due.registrationId } })
    const [key] = await vault.$queryRaw<{ id: string }[]>`
      SELECT id FROM identity.key WHERE study_hash = ${keys.hash('study_id', clientId)}`
    const phone = keys.seal('06-55500199', `person.phone:${key?.id}`)
    await vault.person.updateMany({ where: { id: key?.id ?? '' }, data: { phone } })
    const page = await look(house.base)
    await page.clock.install()
    await signInAs(page, 'interviewer')
    const allow = (granted: boolean) =>
      vault.$executeRaw`SELECT study.set_permissions(${clientId}::uuid, ARRAY['phone'], ARRAY[${granted}::boolean])`
    await allow(false)
    await page.goto(`/visit/${due.dyad}`)
    await page.getByText('De cliënt wil niet gebeld worden').waitFor()
    expect(await page.content()).not.toContain('06-55500199')
    await allow(true)
    await page.goto(`/visit/${due.dyad}`)
    await page.getByText('06-55500199').waitFor()
    await page.clock.runFor(61_000)
    await page.waitForURL('**/today')
    expect(await page.content()).not.toContain('06-55500199')
  })

  test('no page of an interviewer holds a supervisor: no pseudonym, no id, no name, no address, nothing owed', async () => {
    const { study: db, vault, keys } = house.database
    const supervisors = await db.supervisor.findMany({ where: { studyId: study.id } })
    const known = await vault.supervisorIdentity.findMany()
    // invented people share names: what stands in a client's name too says nothing
    const clients = (await vault.person.findMany()).map(({ id, initials, surname }) =>
      initials && surname
        ? `${keys.open(initials, `person.initials:${id}`)} ${keys.open(surname, `person.surname:${id}`)}`
        : '',
    )
    const planted = [
      ...supervisors.flatMap(({ id, pseudonym }) => [id, pseudonym]),
      ...known.flatMap(({ id, name, email, number }) => [
        name && keys.open(name, `supervisor.name:${id}`),
        email && keys.open(email, `supervisor.email:${id}`),
        number && keys.open(number, `supervisor.number:${id}`),
      ]),
    ].filter((text): text is string => Boolean(text) && !clients.some((name) => name.includes(text ?? '')))
    expect(planted.length).toBeGreaterThan(20)
    const page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'interviewer')
    const seen = new Set<string>()
    const queue = ['/today', `/dyads/${due.dyad}`, `/visit/${due.dyad}`]
    const kinds = new Map<string, number>()
    while (queue.length > 0) {
      const path = queue.shift() ?? ''
      const kind = `/${path.split(/[/?]/)[1]}`
      // a few of each kind: all pairs are one page with other rows
      if (seen.has(path) || (kinds.get(kind) ?? 0) >= 4) continue
      seen.add(path)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      const html = await (await page.request.get(path)).text()
      expect(
        planted.filter((text) => html.includes(text)),
        path,
      ).toEqual([])
      expect(html, path).not.toMatch(/Vragenlijst (gevraagd|verstuurd)|herinnering/i)
      for (const [, href] of html.matchAll(/href="(\/[^"]*)"/g))
        if (href && !/\.(css|js|svg)$/.test(href)) queue.push(href.replaceAll('&amp;', '&'))
    }
    expect([...kinds.keys()]).toEqual(expect.arrayContaining(['/today', '/dyads', '/visit', '/flow', '/labels']))
  })

  test('a pair without a talk to be held has no such page, nor has one of another role', async () => {
    const held = await house.database.study.dyad.findFirst({
      where: { studyId: study.id, registration: { departures: { some: { step: 'approach', returnedOn: null } } } },
    })
    const page = await look(house.base)
    await signInAs(page, 'interviewer')
    for (const nobody of ['7KM-2QX-9RA', held?.pseudonym ?? 'x'])
      expect((await page.goto(`/visit/${nobody}`))?.status()).toBe(404)
    for (const who of ['analist', 'beheer', 'privacy', 'sleutel']) {
      const other = await look(house.base)
      await signInAs(other, who)
      expect((await other.goto(`/visit/${due.dyad}`))?.status(), who).toBe(404)
    }
  })
})
