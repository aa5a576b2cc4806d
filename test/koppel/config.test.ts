import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerOf, koppel, ownFolder } from './cli'

const SET = {
  NODE_ENV: 'production',
  KOPPEL_SECRET: 'vT7-Qm2_xZ9rLw4KpB8sYd3NfHjUc6Ga',
  KOPPEL_BASE_URL: 'https://cohort.example.org',
  SMTP_URL: 'smtp://sender:Zeeltje@mail.example.org:587',
  DATABASE_URL: 'postgresql://owner:Snoekbaars@127.0.0.1:1/nowhere',
}
const shownOf = ({ variables }: { variables: { name: string; value: string | null }[] }, name: string) =>
  variables.find((one) => one.name === name)?.value

test('what is set is shown, without secrets, without a database', async () => {
  const said = await koppel(['config', '--json'], { ...SET, KOPPEL_SERVICE_PORT: '80' })
  expect(said).toMatchObject({ code: 0, stderr: '' })
  const told = answerOf(said)
  expect(told).toMatchObject({ mode: 'production', unknown: ['KOPPEL_SERVICE_PORT'] })
  expect(shownOf(told, 'KOPPEL_BASE_URL')).toBe(SET.KOPPEL_BASE_URL)
  expect(shownOf(told, 'PORT')).toBeNull()
  expect(shownOf(told, 'SMTP_URL')).toBe('(secret)')
  for (const secret of ['Zeeltje', 'Snoekbaars', SET.KOPPEL_SECRET]) expect(said.stdout).not.toContain(secret)
})

test('what would not start is refused with every reason, and still without secrets', async () => {
  const missing = { ...SET, KOPPEL_BASE_URL: '', KOPPEL_SECRET: 'tooShort', KOPPEL_ALARM_TO: 'beheer@example.org' }
  const said = await koppel(['config', '--json', '--home', join(ownFolder(), 'home')], missing)
  expect(said.code).toBe(1)
  const { error } = answerOf(said)
  expect(error.code).toBe('environment')
  expect(error.message.match(/^\w+/gm)).toEqual(['KOPPEL_SECRET', 'KOPPEL_BASE_URL'])
  expect(shownOf(error, 'KOPPEL_ALARM_TO')).toBe('beheer@example.org')
  for (const secret of ['tooShort', 'Zeeltje']) expect(said.stdout + said.stderr).not.toContain(secret)
})

test('a mistyped name stops every command', async () => {
  const said = await koppel(['flow', '--json'], { ...SET, KOPPEL_KEYRNIG: 'x' })
  expect(answerOf(said).error).toMatchObject({
    code: 'environment',
    message: 'KOPPEL_KEYRNIG is not known: KOPPEL_KEYRING is meant?',
  })
})
