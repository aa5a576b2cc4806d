import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EnvironmentError, environment, inEarnest, strangers, type Variables } from '../../app/platform/environment'

const emptyHome = () => {
  const home = mkdtempSync(join(tmpdir(), 'koppel-environment-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

const PRODUCTION: Variables = {
  KOPPEL_MODE: 'production',
  KOPPEL_SECRET: 'vT7-Qm2_xZ9rLw4KpB8sYd3NfHjUc6Ga',
  KOPPEL_BASE_URL: 'https://cohort.example.org/',
  SMTP_URL: 'smtp://mail.example.org:587',
}

const refusal = (changes: Variables) => {
  try {
    environment({ ...PRODUCTION, ...changes })
    return null
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError)
    return (error as Error).message
  }
}

test('at home everything has a default', () => {
  expect(environment({})).toEqual({
    mode: 'development',
    home: `${process.cwd()}/.koppel`,
    port: 3000,
    baseUrl: 'http://localhost:3000',
    mailFrom: 'Koppel <koppel@localhost>',
    mailHours: { from: 7 * 60, until: 19 * 60 },
    mailPerMinute: 60,
    alarmTo: [],
  })
})

test('production works with what it needs', () => {
  expect(environment(PRODUCTION)).toMatchObject({ mode: 'production', baseUrl: 'https://cohort.example.org' })
  expect(environment({ ...PRODUCTION, KOPPEL_MODE: '', NODE_ENV: 'production' }).mode).toBe('production')
})

test.each([
  ['', 'is not set'],
  ['tooShort', 'shorter than 32'],
  ['change-me-change-me-change-me-change-me', 'an example'],
  ['KoppelKoppelKoppelKoppelKoppel00', 'an example'],
  ['abababababababababababababababababab', 'different characters'],
])('production refuses the secret "%s" and says how to make one', (secret, why) => {
  const message = refusal({ KOPPEL_SECRET: secret })
  expect(message).toMatch(/^KOPPEL_SECRET /)
  expect(message).toContain(why)
  expect(message).toContain('crypto.randomBytes')
  if (secret) expect(message).not.toContain(secret)
})

test('production names everything that is missing at once', () => {
  const message = refusal({ KOPPEL_SECRET: '', KOPPEL_BASE_URL: '', SMTP_URL: '' })
  expect(message?.match(/^\w+/gm)).toEqual(['KOPPEL_SECRET', 'KOPPEL_BASE_URL', 'SMTP_URL'])
  expect(refusal({ KOPPEL_BASE_URL: 'http://cohort.example.org' })).toContain('https://')
})

test.each([
  [{ PORT: 'eighty' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ KOPPEL_MODE: 'prod' }, 'KOPPEL_MODE'],
  [{ DATABASE_URL: 'mysql://localhost/koppel' }, 'DATABASE_URL'],
  [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL'],
  [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail.example.org?hours=19:00-07:00' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail.example.org?hours=office' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail.example.org?per_minute=0' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail.example.org?per_minute=many' }, 'SMTP_URL'],
  [{ KOPPEL_SECERT: 'x' }, 'KOPPEL_SECERT'],
  [{ KOPPEL_SECRET: 'file:/nowhere/at/all' }, 'KOPPEL_SECRET'],
  [{ SMTP_URL: 'file:/dev/null' }, 'SMTP_URL'],
])('%o is refused by name', (changes, name) => {
  expect(refusal(changes)).toMatch(new RegExp(`^${name} `))
})

test('when and how fast mail leaves stands behind the address of its server, which does not see it', () => {
  const SMTP_URL = 'smtps://user:pass@mail.example.org:465?hours=08:30-12:00&pool=true&per_minute=5'
  expect(environment({ SMTP_URL })).toMatchObject({
    smtpUrl: 'smtps://user:pass@mail.example.org:465?pool=true',
    mailHours: { from: 8 * 60 + 30, until: 12 * 60 },
    mailPerMinute: 5,
  })
})

test('what watches over an installation lies in its home', () => {
  const home = emptyHome()
  const token = 'f3Tz-8hVqLw2_Xn6RmYc9PbJ4sKd7GuA'
  const set = { ...PRODUCTION, KOPPEL_HOME: home, KOPPEL_ALARM_TO: 'a@b.example, c@d.example' }
  expect(environment(set)).not.toHaveProperty('bounces')
  writeFileSync(join(home, 'bounces'), '')
  writeFileSync(join(home, 'metrics-token'), `${token}\n`)
  const alarmTo = ['a@b.example', 'c@d.example']
  expect(environment(set)).toMatchObject({ bounces: join(home, 'bounces'), alarmTo, metricsToken: token })
  writeFileSync(join(home, 'metrics-token'), 'tooShort')
  const weak = refusal({ KOPPEL_HOME: home })
  expect(weak).toContain('metrics-token is shorter than 32 characters')
  expect(weak).not.toContain('tooShort')
  expect(refusal({ KOPPEL_ALARM_TO: 'whoever' })).toBe(
    'KOPPEL_ALARM_TO must be mail addresses, with commas between them',
  )
})

test('a secret may stand in a file; an address to show may not', () => {
  const file = join(emptyHome(), 'database_url')
  writeFileSync(file, 'postgresql://db.example.org/koppel\n')
  expect(environment({ DATABASE_URL: `file:${file}` }).databaseUrl).toBe('postgresql://db.example.org/koppel')
  expect(environment({ KOPPEL_MAIL_FROM: `file:${file}` }).mailFrom).toBe(`file:${file}`)
})

test('a mistyped variable is refused with the name that is meant, and one of somebody else is let be', () => {
  expect(refusal({ KOPPEL_BASEURL: 'https://koppel.example.org' })).toBe(
    'KOPPEL_BASEURL is not known: KOPPEL_BASE_URL is meant?',
  )
  expect(refusal({ KOPPEL_SERVICE_HOST: '10.0.0.1', KOPPEL_PORT: 'tcp://10.0.0.1' })).toBeNull()
  expect(strangers({ KOPPEL_SERVICE_HOST: '10.0.0.1', KOPPEL_HOME: '.' })).toEqual([
    { name: 'KOPPEL_SERVICE_HOST', meant: null },
  ])
})

test('what serves or works does so in earnest, whoever forgot to say so', () => {
  expect(() => environment(inEarnest({}))).toThrow('KOPPEL_SECRET is not set')
  expect(environment(inEarnest({ NODE_ENV: 'development' })).mode).toBe('development')
  expect(environment(inEarnest({ KOPPEL_MODE: 'demo' })).mode).toBe('demo')
})
