import { expect, test } from 'vitest'
import { EnvironmentError, environment, type Variables } from '../../app/platform/environment'

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
  [{ KOPPEL_MAIL_HOURS: '19:00-07:00' }, 'KOPPEL_MAIL_HOURS'],
  [{ KOPPEL_MAIL_HOURS: 'office hours' }, 'KOPPEL_MAIL_HOURS'],
  [{ KOPPEL_MAIL_PER_MINUTE: '0' }, 'KOPPEL_MAIL_PER_MINUTE'],
  [{ KOPPEL_MAIL_PER_MINUTE: 'many' }, 'KOPPEL_MAIL_PER_MINUTE'],
])('%o is refused by name', (changes, name) => {
  expect(refusal(changes)).toMatch(new RegExp(`^${name} `))
})

test('what watches over an installation is set by name', () => {
  const token = 'f3Tz-8hVqLw2_Xn6RmYc9PbJ4sKd7GuA'
  const set = { KOPPEL_BOUNCES: '/var/mail/koppel', KOPPEL_ALARM_TO: 'a@b.example, c@d.example' }
  expect(environment({ ...PRODUCTION, ...set, KOPPEL_METRICS_TOKEN: token })).toMatchObject({
    bounces: '/var/mail/koppel',
    alarmTo: ['a@b.example', 'c@d.example'],
    metricsToken: token,
  })
  expect(refusal({ KOPPEL_ALARM_TO: 'whoever' })).toBe(
    'KOPPEL_ALARM_TO must be mail addresses, with commas between them',
  )
  const weak = refusal({ KOPPEL_METRICS_TOKEN: 'tooShort' })
  expect(weak).toMatch(/^KOPPEL_METRICS_TOKEN is shorter than 32 characters/)
  expect(weak).not.toContain('tooShort')
})
