import { beforeAll, expect, test } from 'vitest'
import { accountWith, createAccount } from '../../app/identity/accounts'
import { endSession, sessionOf, startSession } from '../../app/identity/sessions'
import { freshDatabase, type TestDatabase } from '../database'

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`)
const PASSWORD = 'een lang en eigen wachtwoord'
let database: TestDatabase
let accountId: string

beforeAll(async () => {
  database = await freshDatabase()
  const account = {
    email: ' Noor@Koppel.example',
    name: 'Noor',
    role: 'coordinator',
    language: 'nl',
    password: PASSWORD,
  } as const
  const made = await createAccount(database.vault, account, 'system')
  if (!made.ok) throw new Error(made.refusal.code)
  accountId = made.value
})

test('an address has one account, however it is typed, and only its own password opens it', async () => {
  const again = {
    email: 'noor@koppel.EXAMPLE',
    name: 'Other',
    role: 'analyst',
    language: 'en',
    password: PASSWORD,
  } as const
  expect(await createAccount(database.vault, again, 'system')).toMatchObject({
    ok: false,
    refusal: { code: 'already_recorded' },
  })
  expect(await accountWith(database.vault, 'NOOR@koppel.example ', PASSWORD)).toMatchObject({
    accountId,
    role: 'coordinator',
  })
  expect(await accountWith(database.vault, 'noor@koppel.example', `${PASSWORD}.`)).toBeNull()
  expect(await accountWith(database.vault, 'nobody@koppel.example', PASSWORD)).toBeNull()
})

test('a session lasts an hour without a sign of life and twelve in all', async () => {
  const token = await startSession(database.vault, accountId, at('08:00'))
  const alive = async (time: string) => (await sessionOf(database.vault, token, at(time))) !== null
  expect(await alive('09:00')).toBe(true)
  expect(await alive('10:01')).toBe(false)
  for (const hour of ['09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19']) {
    expect(await alive(`${hour}:55`), hour).toBe(true)
  }
  expect(await alive('20:01')).toBe(false)
})

test('the table of sessions holds nothing that opens one', async () => {
  const token = await startSession(database.vault, accountId, at('08:00'))
  const kept = await database.vault.session.findMany()
  for (const { tokenHash } of kept) expect(Buffer.from(tokenHash).toString('base64url')).not.toBe(token)
  expect(await sessionOf(database.vault, `${token}x`, at('08:01'))).toBeNull()
  await endSession(database.vault, token)
  expect(await sessionOf(database.vault, token, at('08:01'))).toBeNull()
})

test('an account that was ended has no sessions any more', async () => {
  const token = await startSession(database.vault, accountId, at('08:00'))
  await database.vault.account.update({ where: { id: accountId }, data: { endedAt: at('08:30') } })
  expect(await sessionOf(database.vault, token, at('08:31'))).toBeNull()
  expect(await accountWith(database.vault, 'noor@koppel.example', PASSWORD)).toBeNull()
})

test('signing in and out leaves its entry in the audit', async () => {
  const entries = await database.vault.auditEntry.findMany({ where: { subjectId: accountId }, orderBy: { id: 'asc' } })
  expect(new Set(entries.map(({ verb }) => verb))).toEqual(new Set(['create_account', 'sign_in', 'sign_out']))
})
