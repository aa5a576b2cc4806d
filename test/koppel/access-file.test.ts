import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { createAccount } from '../../app/identity/accounts'
import { signConsent } from '../../app/identity/consent'
import { addDoNotAsk } from '../../app/identity/do-not-ask'
import { handOutLetter } from '../../app/identity/forms/letter'
import { heldInBoth } from '../../app/identity/held-of-client'
import { endScopes } from '../../app/identity/taking-back'
import { trailOf } from '../../app/identity/trail'
import { whomAsked } from '../../app/identity/whom'
import { withdrawNamed } from '../../app/identity/withdrawal'
import { addDays } from '../../app/protocol/day'
import { batteryNow, itemsOf, pinOf } from '../../app/protocol/instruments/battery'
import { done, refuse } from '../../app/protocol/refusal'
import { wholeRelease } from '../../app/protocol/release-spec'
import { change } from '../../app/records/change'
import { declineFor } from '../../app/records/declining'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordEvent } from '../../app/records/follow-up/event'
import { heldOfClient } from '../../app/records/held-of-client'
import { keepCovariates } from '../../app/records/intake/covariates'
import { withdraw } from '../../app/records/withdrawal'
import { releaseIntoFolder } from '../../jobs/release/into-folder'
import { drawing } from '../exports/drawing'
import { onTablet } from '../identity/forms'
import { ASKED, CLIENTS, type ClientName, MET, named, OPENS, staff } from '../people'
import { device, handIn, measurementOf } from '../records/entries/course'
import { codeOf, must, namedWorld, type World } from '../world'
import { answerOf, koppelHere, ownFolder } from './cli'
import { freshHome } from './database'

const PHONE = '0698765432'
const NOTED = 'Dacht lang na bij deze vraag.'
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
  // also what was noted on a device whose answers wait to be decided
  const { id } = await measurementOf(world, evers.registrationId, 'client')
  must(await handIn(world, id, 'client', device().next({ i01: 3 }, { notes: { i01: NOTED } })))
  const ended = { registrationId: evers.registrationId, event: 'ended', on: OPENS, kind: 'completed', reason: null }
  must(await recordEvent(world.db, world.on(OPENS), ended))
  const told = { ...evers, name: 'risc_3', value: '7', asOf: ASKED, source: 'register' }
  must(
    await change(world.db, world.on(OPENS), { verb: 'register', subject: 'registration' }, async (tx) =>
      done(await keepCovariates(tx, [told])),
    ),
  )
  must(
    await addDoNotAsk(world.vault, world.on(OPENS), {
      number: named('Evers').client.number,
      leave: async () => done(null),
    }),
  )
  const release = { spec: wholeRelease(world.study.protocol, 'alliance paper'), key: Buffer.alloc(32), cutOff: OPENS }
  must(await releaseIntoFolder(world.desk, world.on(OPENS), { ...release, folder: join(ownFolder(), 'release') }))
  expect(await whomAsked(world.vault, world.on(OPENS), evers.registrationId)).toContain('Evers')
  ;({ pseudonym } = await world.db.client.findUniqueOrThrow({ where: { id: evers.clientId } }))
})

/** Runs the command; the file that it is to make is in a folder of its own. */
async function run(file: string, ...more: string[]) {
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
  const why = more.includes('--for') ? [] : ['--for', 'asked on paper']
  return koppelHere(['access-file', pseudonym, file, ...why, ...more, '--home', home.folder])
}

/** Takes the file out; gives it, and what the command answered. */
async function take(...more: string[]) {
  const file = join(ownFolder(), 'access.html')
  const ran = await run(file, '--json', ...more)
  expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  return { html: readFileSync(file, 'utf8'), answer: answerOf(ran), file, mode: statSync(file).mode & 0o777 }
}

const takings = async () => ({
  vault: (await trailOf(world.vault, evers.clientId)).filter(({ verb }) => verb === 'export_access').length,
  study: await world.db.auditEntry.count({ where: { verb: 'export_access', subjectId: evers.clientId } }),
})

test('holds every value of that client and none of anybody else', async () => {
  const { html, answer, file, mode } = await take()
  expect(mode).toBe(0o600)
  const bytes = Buffer.byteLength(html)
  const sections = html.split('<h2>').length - 1
  expect(answer).toEqual({ study: world.study.code, by: null, file, bytes, sections })
  const { client, supervisionNumber } = named('Evers')
  const said = [
    PHONE,
    'Voogd Evers',
    'alliance paper',
    'tablet-1',
    'letter-1',
    pseudonym,
    'Ik doe mee aan het onderzoek.',
    'RISc 3: Wonen',
    NOTED,
    '<td>Niet gevraagd</td>',
  ]
  const theirs = [client.surname, client.initials, client.number, client.bornOn, supervisionNumber, ...said]
  for (const value of theirs) expect(html, value).toContain(value)
  const everything = html
  const others = (Object.keys(CLIENTS) as ClientName[]).filter((name) => name !== 'Evers')
  for (const name of others) {
    const { client: other, supervisionNumber: number } = named(name)
    for (const value of [other.surname, other.number, number]) expect(everything, value).not.toContain(value)
  }
  for (const name of ['Prins', 'Quist', 'Romein'] as const)
    for (const value of Object.values(staff(name))) expect(everything, value).not.toContain(value)
  expect(everything).not.toContain('0687654321')
  const onList = /nooit gevraagd wil worden<\/th><td>ja/
  expect(html).toMatch(onList)
})

test('has the client’s own answers with their questions, and nothing of what the supervisor answered', async () => {
  const { html } = await take()
  const of = (perspective: 'client' | 'supervisor') => itemsOf(batteryNow(world.study.protocol, 'T1', perspective))
  const asHtml = (plain: string) => plain.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;')
  for (const { text } of of('client')) expect(html).toContain(asHtml(text.nl))
  const own = new Set(of('client').map(({ text }) => text.nl))
  for (const { text } of of('supervisor')) if (!own.has(text.nl)) expect(html).not.toContain(asHtml(text.nl))
  const held = must(await heldOfClient(world.db, world.on(OPENS), evers.clientId))
  expect(held.cases[0]?.answers.map(({ battery }) => battery)).toEqual([
    batteryNow(world.study.protocol, 'T1', 'client').map(pinOf),
  ])
  expect(held.cases[0]?.course.find(({ kind }) => kind === 'replied')?.details).toEqual({})
  expect(held.cases[0]?.course.map(({ kind }) => kind)).toContain('judged')
  for (const one of ['Kan benaderd worden', '"approachable"']) expect(html + JSON.stringify(held)).not.toContain(one)
})

test('nor what the supervisor decided, also when that was during the approach', async () => {
  const { clientId, registrationId, supervisorId } = await world.approached('Gerrits')
  must(await declineFor(world.db, world.on(MET), { registrationId, supervisorId: supervisorId ?? '' }))
  const held = must(await heldOfClient(world.db, world.on(MET), clientId))
  const left = held.cases[0]?.course.filter(({ kind }) => kind === 'left')
  expect(left).toMatchObject([{ details: {} }])
  expect(left?.[0]?.details).toEqual({})
  expect(JSON.stringify(held)).not.toContain('declines')
  // of a first step only that the client stopped is the client's own
  const { clientId: other, registrationId: stopped } = await world.inquired('Hendriks')
  must(await withdraw(world.db, world.on(ASKED), { clientId: other, collected: 'keep' }))
  expect(await world.db.departure.findMany({ where: { registrationId: stopped } })).toMatchObject([
    { reason: 'withdrew' },
  ])
  const own = must(await heldOfClient(world.db, world.on(ASKED), other))
  expect(own.cases[0]?.course.find(({ kind }) => kind === 'left')?.details).toMatchObject({ reason: 'withdrew' })
})

test('has the files of the forms inside it, what was asked to know that it was understood, and the day of a part taken back', async () => {
  const on = addDays(OPENS, 1)
  const ended = { clientId: evers.clientId, scopes: ['phone'], stillTakenBack: async () => new Set(['phone']) }
  must(await endScopes(world.vault, world.on(on), ended))
  const { html } = await take()
  const png = Buffer.from(drawing()).toString('base64')
  expect(html.split(`src="data:image/png;base64,${png}"`)).toHaveLength(3)
  for (const text of ['Uw handtekening', 'wat de interviewer u vroeg', on]) expect(html).toContain(text)
  const { questions } = world.study.protocol.consent.forms.find(({ version }) => version === 'tablet-1')?.capacity ?? {}
  expect(questions?.length).toBeGreaterThan(0)
  for (const { text } of questions ?? []) expect(html).toContain(text.nl.replaceAll("'", '&#39;'))
})

test('a file that is there stays as it was, and a link is not followed; nothing is opened for it', async () => {
  const before = await takings()
  const folder = ownFolder()
  const [open, linked] = [join(folder, 'client.html'), join(folder, 'link.html')]
  writeFileSync(open, 'mine', { mode: 0o644 })
  symlinkSync(join(folder, 'elsewhere.html'), linked)
  for (const file of [open, linked]) {
    const ran = await run(file, '--json')
    expect(ran.code).toBe(1)
    expect(answerOf(ran).error).toMatchObject({ code: 'file_exists', message: expect.stringContaining(file) })
  }
  const nowhere = await run(join(folder, 'no', 'client.html'), '--json')
  expect(answerOf(nowhere).error.code).toBe('no_folder')
  expect(readFileSync(open, 'utf8')).toBe('mine')
  expect(existsSync(join(folder, 'elsewhere.html'))).toBe(false)
  expect(await takings()).toEqual(before)
})

test('a purpose that names the client, or is none, takes nothing out: no file and no entry in either chain', async () => {
  const before = await takings()
  const file = join(ownFolder(), 'access.html')
  for (const [purpose, code] of [
    ['Evers belde over inzage', 'purpose_names'],
    ['x', 'purpose_too_short'],
  ] as const) {
    expect(answerOf(await run(file, '--json', '--for', purpose)).error.code).toBe(code)
    expect(existsSync(file)).toBe(false)
  }
  expect(await takings()).toEqual(before)
})

test('nor when the study’s half cannot be had: the vault’s chain says nothing of a file then', async () => {
  const before = await takings()
  const asked = { clientId: evers.clientId, cases: [], purpose: 'asked on paper' }
  const refused = await heldInBoth(world.vault, world.on(OPENS), asked, async () => refuse('unknown_client'))
  expect(codeOf(refused)).toBe('unknown_client')
  expect(await takings()).toEqual(before)
})

test('the account that asked stands in the trail, by way of the command line; an unknown one takes nothing', async () => {
  const email = 'fg@koppel.example'
  const account = { email, name: 'F. Gee', role: 'privacy_officer', language: 'nl', password: 'geheim-genoeg' } as const
  const id = must(await createAccount(world.vault.db, account, 'system'))
  const { answer } = await take('--by', email)
  expect(answer.by).toBe(email)
  const details = { purpose: 'asked on paper', way: 'command line' }
  expect((await trailOf(world.vault, evers.clientId)).at(-1)).toMatchObject({ actor: `account:${id}`, details })
  const file = join(ownFolder(), 'access.html')
  expect(answerOf(await run(file, '--json', '--by', 'nobody@koppel.example')).error.code).toBe('unknown_account')
  expect(existsSync(file)).toBe(false)
})

test('in English too, needs nothing beside it, says who saw the name, and is itself written down in both rooms', async () => {
  const { html } = await take('--language', 'en')
  for (const text of ['<html lang="en">', 'What we keep about you', 'I take part in the study.', 'Who saw your name'])
    expect(html).toContain(text)
  expect(html).not.toMatch(/<script|https?:|src="(?!data:)|href=/)
  expect(html).toContain('saw the name behind a link')
  const entries = await trailOf(world.vault, evers.clientId)
  expect(entries.at(-1)).toMatchObject({
    verb: 'export_access',
    actor: 'system',
    details: { purpose: 'asked on paper' },
  })
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
