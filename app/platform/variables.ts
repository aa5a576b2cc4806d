import { type Hours, readHours } from '../protocol/sending'
import { z } from './zod'

/** One variable of the environment: what it is for, and how it is read. The table in docs/operation.md is made of these. */
type Variable = {
  readonly means: string
  /** What counts when it is not set; for people. */
  readonly unset: string
  readonly example: string
  /** Not to be shown: a secret, or an address that may hold a password. It may stand in a file. */
  readonly secret?: true
  readonly shape: z.ZodType
}

/** How mail leaves: the address without the part that is ours, and when and how fast. */
export type Smtp = { readonly url: string; readonly hours: Hours; readonly perMinute: number }

const optional = z.string().trim().min(1).optional()
const url = (...schemes: string[]) =>
  optional.refine((text) => !text || (URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1))), {
    error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  })

export const OFFICE_HOURS: Hours = { from: 7 * 60, until: 19 * 60 }
export const PER_MINUTE = 60
const MOST_A_MINUTE = 10_000
const ONE_ADDRESS = /^[^\s<>@,;:"()]+@[^\s<>@,;:"()]+$/

/** Takes what is ours out of the address of a mail server: `hours` and `per_minute`. */
function smtpOf(text: string, wrong: (why: string) => void): Smtp {
  const server = new URL(text)
  const said = (name: string) => {
    const value = server.searchParams.get(name)
    server.searchParams.delete(name)
    return value
  }
  const [times, pace] = [said('hours'), said('per_minute')]
  const hours = times === null ? OFFICE_HOURS : readHours(times)
  if (!hours) wrong('has hours that are not two times of one day, the earlier one first: ?hours=07:00-19:00')
  const perMinute = pace === null ? PER_MINUTE : Number(pace)
  if (!Number.isInteger(perMinute) || perMinute < 1 || perMinute > MOST_A_MINUTE)
    wrong(
      `has a per_minute that is not a whole number from 1 to ${MOST_A_MINUTE}: messages to one mail domain a minute`,
    )
  return { url: server.href, hours: hours ?? OFFICE_HOURS, perMinute }
}

/**
 * Everything that an installation is told by its environment: fifteen at most, and no other is read.
 * A secret may be written `file:/path`: then it is what that file holds.
 */
export const VARIABLES = {
  KOPPEL_SECRET: {
    means: 'the secret from which keys and passwords follow. At least 32 characters, not an example',
    unset: 'production does not start; elsewhere one is made in the home',
    example: 'file:/run/secrets/koppel_secret',
    secret: true,
    shape: optional,
  },
  KOPPEL_KEYRING: {
    means: 'the keys that seal names, where processes do not share a home ([keys](database.md#keys))',
    unset: "the home's file `keyring`",
    example: 'file:/run/secrets/koppel_keyring',
    secret: true,
    shape: optional,
  },
  KOPPEL_BASE_URL: {
    means: 'where links in messages begin',
    unset: 'production does not start; elsewhere `http://localhost:PORT`',
    example: 'https://koppel.example.org',
    shape: url('http', 'https'),
  },
  PORT: {
    means: 'where the pages are served; behind a proxy with TLS',
    unset: '3000',
    example: '8080',
    shape: z.coerce
      .number({ error: 'must be a number' })
      .int()
      .min(0)
      .max(65_535, { error: 'must be a port, 0 to 65535' })
      .default(3000),
  },
  KOPPEL_HOME: {
    means: 'the folder of the embedded database, and of the files below',
    unset: '`.koppel`',
    example: '/var/lib/koppel',
    shape: z.string().trim().min(1).default('.koppel'),
  },
  DATABASE_URL: {
    means:
      'a PostgreSQL of your own, 15 or newer: as its owner, who migrates it; or without a user, by a process that may not ([database](database.md))',
    unset: 'the embedded database of the home',
    example: 'postgresql://eigenaar:…@db.example.org:5432/koppel',
    secret: true,
    shape: url('postgresql', 'postgres'),
  },
  REDIS_URL: {
    means: 'where the queue lives. Emptying it loses nothing',
    unset: 'the queue lives in the database',
    example: 'redis://redis:6379',
    secret: true,
    shape: url('redis', 'rediss'),
  },
  SMTP_URL: {
    means:
      'the mail server. Behind a `?`: `hours`, between which times of a working day mail leaves, and `per_minute`, messages to one mail domain within a minute',
    unset: 'production does not start; elsewhere no mail leaves. `hours=07:00-19:00`, `per_minute=60`',
    example: 'smtp://koppel:…@mail.example.org:587?hours=08:00-18:00&per_minute=30',
    secret: true,
    shape: url('smtp', 'smtps').transform((text, { addIssue }) =>
      text === undefined || !URL.canParse(text) ? undefined : smtpOf(text, (why) => addIssue(why)),
    ),
  },
  KOPPEL_MAIL_FROM: {
    means: 'who sends the mail; what comes back comes back there',
    unset: '`Koppel <koppel@localhost>`',
    example: 'Onderzoek <onderzoek@example.org>',
    shape: z.string().trim().min(3).default('Koppel <koppel@localhost>'),
  },
  KOPPEL_ALARM_TO: {
    means: 'mail addresses of whoever is told of an alarm, with commas between them',
    unset: 'alarms stand on the page and in the log only',
    example: 'beheer@example.org, data@example.org',
    shape: optional.transform((text, { addIssue }) => {
      const to = text?.split(',').map((address) => address.trim()) ?? []
      if (!to.every((address) => ONE_ADDRESS.test(address)))
        addIssue('must be mail addresses, with commas between them')
      return to
    }),
  },
  KOPPEL_BACKUP_DIR: {
    means: 'the folder into which a worker writes a back-up each night ([back-ups](backup.md#each-night))',
    unset: 'none is made by itself',
    example: '/backups',
    shape: optional,
  },
  KOPPEL_BACKUP_RECIPIENT: {
    means: 'for whom back-ups are encrypted ([back-ups](backup.md))',
    unset: 'a back-up names its recipient, or is for the key of the home',
    example: 'age1…',
    shape: optional,
  },
} as const satisfies Readonly<Record<string, Variable>>

export type VariableName = keyof typeof VARIABLES

/** What no installation sets: for the demo, for tests and for who tries the system out. */
export const APART = {
  KOPPEL_MODE:
    '`demo`, `test` or `development`: nothing is demanded, and in the first two the clock may be moved. Else what serves or works is in `production`',
  NODE_ENV: "Node's own: `development` and `test` mean `development` where KOPPEL_MODE says nothing",
  LOG_LEVEL: 'how much is logged; production always logs from `info` on',
  KOPPEL_NOW: 'the clock of the demo and of tests',
  KOPPEL_CHAOS_SEED: 'the draw of `npm run chaos`',
  KOPPEL_TALLY: 'where `npm test` counts',
} as const

type Shapes = { [Name in VariableName]: (typeof VARIABLES)[Name]['shape'] }

/** Reads all of them at once. */
export const VARIABLES_SHAPE = z.object(
  Object.fromEntries(Object.entries(VARIABLES).map(([name, { shape }]) => [name, shape])) as Shapes,
)
