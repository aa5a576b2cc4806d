import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { signConsent } from '../../app/identity/consent'
import { handOutLetter } from '../../app/identity/forms/letter'
import { trailOf } from '../../app/identity/trail'
import { whomAsked } from '../../app/identity/whom'
import { withdrawNamed } from '../../app/identity/withdrawal'
import { addDays } from '../../app/protocol/day'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordEvent } from '../../app/records/follow-up/event'
import { noteRelease } from '../../app/records/released'
import { withdraw } from '../../app/records/withdrawal'
import { onTablet } from '../identity/forms'
import { CLIENTS, type ClientName, MET, named, OPENS, staff } from '../people'
import { must, namedWorld, type World } from '../world'
import { answerOf, koppelHere, ownFolder } from './cli'
import { freshHome } from './database'

const PHONE = '0698765432'
let home: Awaited<ReturnType<typeof freshHome>>
let world: World
let evers: { registrationId: string; clientId: string }
let pseudonym: string

async function taken(name: ClientName, telephone: string) {
  const { registrationId, clientId } = await world.approached(name)
  must(await handOutLetter(world.vault, world.on(MET), { clientId, language: 'nl' }))
  must(
    await signConsent(world.vault, world.on(MET), onTablet(registrationId, { telephone, guardian: `Voogd ${name}` })),
  )
  const interview = { registrationId, wave: 'T1', on: MET, contacts: 3, interviewer: 'I1', minutes: 25 }
  must(await holdInterview(world.db, world.on(MET), interview))
  return { registrationId, clientId }
}

beforeAll(async () => {
  home = await freshHome()
  world = await namedWorld(home.database)
  await taken('Fokkens', '0687654321')
  evers = await taken('Evers', PHONE)
  must(await world.answered('Evers', 'client'))
  must(await world.answered('Evers', 'supervisor'))
  const ended = { registrationId: evers.registrationId, event: 'ended', on: OPENS, kind: 'completed', reason: null }
  must(await recordEvent(world.db, world.on(OPENS), ended))
  must(await noteRelease(world.db, world.on(OPENS), { purpose: 'alliance paper', rows: 2 }))
  expect(await whomAsked(world.vault, world.on(OPENS), evers.registrationId)).toContain('Evers')
  ;({ pseudonym } = await world.db.client.findUniqueOrThrow({ where: { id: evers.clientId } }))
})

/** Takes the file out; gives it, and what the command answered. */
async function take(...more: string[]) {
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
  const file = join(ownFolder(), 'access.html')
  const words = ['access-file', pseudonym, file, '--for', 'asked on paper', ...more, '--json', '--home', home.folder]
  const ran = await koppelHere(words)
  expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  return { html: readFileSync(file, 'utf8'), answer: answerOf(ran), mode: statSync(file).mode & 0o777 }
}

test('holds every value of that client and none of anybody else', async () => {
  const { html, answer, mode } = await take()
  expect(mode).toBe(0o600)
  const { client, supervisionNumber } = named('Evers')
  const said = [
    PHONE,
    'Voogd Evers',
    'alliance paper',
    'tablet-1',
    'letter-1',
    pseudonym,
    'Ik doe mee aan het onderzoek.',
  ]
  const theirs = [client.surname, client.initials, client.number, client.bornOn, supervisionNumber, ...said]
  for (const value of theirs) expect(html, value).toContain(value)
  const everything = html + JSON.stringify(answer)
  const others = (Object.keys(CLIENTS) as ClientName[]).filter((name) => name !== 'Evers')
  for (const name of others) {
    const { client: other, supervisionNumber: number } = named(name)
    for (const value of [other.surname, other.number, number]) expect(everything, value).not.toContain(value)
  }
  for (const name of ['Prins', 'Quist', 'Romein'] as const)
    for (const value of Object.values(staff(name))) expect(everything, value).not.toContain(value)
  expect(everything).not.toContain('0687654321')
})

test('has the client’s own answers with their questions, and nothing of what the supervisor answered', async () => {
  const { html, answer } = await take()
  const wave = world.study.protocol.waves[0]
  const of = (perspective: 'client' | 'supervisor') =>
    world.study.protocol.instruments.find(({ name }) => name === wave?.instruments[perspective])?.items ?? []
  const asHtml = (plain: string) => plain.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;')
  for (const { text } of of('client')) expect(html).toContain(asHtml(text.nl))
  const own = new Set(of('client').map(({ text }) => text.nl))
  for (const { text } of of('supervisor')) if (!own.has(text.nl)) expect(html).not.toContain(asHtml(text.nl))
  expect(answer.held.cases[0].answers.map(({ instrument }: { instrument: string }) => instrument)).toEqual([
    wave?.instruments.client,
  ])
  const replied = answer.held.cases[0].course.find(({ kind }: { kind: string }) => kind === 'replied')
  expect(replied.details).toEqual({})
})

test('in English too, needs nothing beside it, says who saw the name, and is itself written down in both rooms', async () => {
  const { html } = await take('--language', 'en')
  for (const text of ['<html lang="en">', 'What we keep about you', 'I take part in the study.', 'Who saw your name'])
    expect(html).toContain(text)
  expect(html).not.toMatch(/<script|https?:|src=|href=/)
  expect(html).toContain('saw the name behind a link')
  const entries = await trailOf(world.vault, evers.clientId)
  expect(entries.at(-1)).toMatchObject({ verb: 'export_access', details: { purpose: 'asked on paper' } })
  expect(
    await world.db.auditEntry.count({ where: { verb: 'export_access', subjectId: evers.clientId } }),
  ).toBeGreaterThan(0)
})

test('after erasing it says so, and still what is kept', async () => {
  const on = addDays(OPENS, 1)
  const { clientId } = evers
  must(
    await withdrawNamed(world.vault, world.on(on), {
      clientId,
      collected: 'erase',
      withdraw: (what) => withdraw(world.db, world.on(on), what),
    }),
  )
  const { html } = await take()
  const { client, supervisionNumber } = named('Evers')
  for (const value of [client.surname, client.number, supervisionNumber, PHONE, 'Voogd Evers'])
    expect(html, value).not.toContain(value)
  for (const text of ['niet (meer) bewaard', 'teruggenomen', 'tablet-1']) expect(html).toContain(text)
})
