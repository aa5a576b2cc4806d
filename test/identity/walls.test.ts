import { expect, test } from 'vitest'
import { withdrawNamed } from '../../app/identity/withdrawal'
import { addDays } from '../../app/protocol/day'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordEvent } from '../../app/records/follow-up/event'
import { withdraw } from '../../app/records/withdrawal'
import { dailySweep } from '../../jobs/daily-sweep'
import { minute } from '../../jobs/minute'
import { closeNonResponses } from '../../jobs/non-response'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { demoTransport } from '../../jobs/transports'
import { freshDatabase } from '../database'
import { ASKED, MET, OPENS, planted } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld } from '../world'

const database = await freshDatabase()
const world = await namedWorld(database)

const REFUSED = /42501|permission denied/
const raw = (db: { $queryRawUnsafe: unknown }, statement: string) =>
  (db.$queryRawUnsafe as (text: string) => Promise<unknown>)(statement)

test.each([
  'SELECT * FROM identity.person',
  'SELECT c.pseudonym, p.surname FROM study.client c JOIN identity.person p ON p.id = c.id',
  'SELECT * FROM identity.errand',
  'SELECT * FROM identity.consent_form',
  'SET ROLE koppel_vault',
  `UPDATE study.permission SET granted = true`,
])('the study’s own connection cannot: %s', async (statement) => {
  await expect(raw(world.db, statement)).rejects.toThrow(REFUSED)
})

test.each([
  'SELECT * FROM study.answer',
  'SELECT p.id, c.pseudonym FROM identity.person p JOIN study.client c ON c.id = p.id',
  `SELECT study.revoke_permissions('00000000-0000-7000-8000-000000000000')`,
  'SET ROLE koppel_study',
])('the vault’s own connection cannot: %s', async (statement) => {
  await expect(raw(world.vault.db as never, statement)).rejects.toThrow(REFUSED)
})

/** Every row of every table outside identity, and of identity's too when asked, as text. */
async function everything(rooms: string): Promise<{ table: string; row: string }[]> {
  return connected(database.urls.owner, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname ~ $1`,
      [rooms],
    )
    const found: { table: string; row: string }[] = []
    for (const { name } of tables) {
      const { rows } = await owner.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`)
      found.push(...rows.map(({ row }) => ({ table: name, row })))
    }
    return found
  })
}
const inHex = (text: string) => Buffer.from(text).toString('hex')

test('after a small full course no name, number, address or birthday stands outside identity, and none readable in it', async () => {
  const desk = { ...world.desk, transport: demoTransport(world.db) }
  await world.registered('Aalders', { status: 'waiting_list' })
  await world.inquired('Berends')
  must(await world.reply('Berends', { reason: 'abroad' }))
  const { registrationId, clientId } = await world.interviewed('Evers')
  await world.interviewed('Fokkens')
  await world.inquired('Hendriks')
  for (const on of [ASKED, MET, ...[7, 14, 22].map((days) => addDays(MET, days)), OPENS]) {
    await dailySweep(desk, world.on(on))
    await closeNonResponses(desk, world.on(on))
    await minute(desk, world.on(on))
    await sendWaitingMail(desk, world.on(on))
  }
  const interview = { registrationId, wave: 'T2', on: OPENS, contacts: null, minutes: null, interviewer: 'I1' }
  must(await holdInterview(world.db, world.on(OPENS), interview))
  must(await world.answered('Evers', 'client', { wave: 'T2', on: OPENS }))
  must(
    await recordEvent(world.db, world.on(OPENS), {
      registrationId,
      event: 'ended',
      on: OPENS,
      kind: 'completed',
      reason: null,
    }),
  )
  const leave = { clientId, collected: 'keep' } as const
  must(
    await withdrawNamed(world.vault, world.on(OPENS), {
      ...leave,
      withdraw: (what) => withdraw(world.db, world.on(OPENS), what),
    }),
  )
  const outside = await everything('^(study|audit|public|bullmq)$')
  const tables = new Set(outside.map(({ table }) => table))
  // a scan of nothing would find nothing
  for (const table of [
    'study.mail_line',
    'study.demo_message',
    'study.answer',
    'study.register_event',
    'audit.entry',
    'audit.vault_entry',
  ])
    expect(tables).toContain(table)
  const inside = (await everything('^identity$')).filter(({ table }) => table !== 'identity.account')
  expect(inside.length).toBeGreaterThan(10)
  for (const secret of planted) {
    const leaks = [...outside, ...inside].filter(({ row }) => row.includes(secret) || row.includes(inHex(secret)))
    expect(leaks, secret).toEqual([])
  }
})
