import { resolve } from 'node:path'
import { type Hours, readHours } from '../protocol/sending'
import { z } from './zod'

/** Environment variables: process.env, or what a test says instead. */
export type Variables = Readonly<Record<string, string | undefined>>
/** How the process runs: `production` is strict about secrets, only `demo` and `test` let the clock be moved. */
export type Mode = 'production' | 'demo' | 'test' | 'development'

/** What the surroundings say about this process, read once and checked. */
export type Environment = {
  readonly mode: Mode
  /** Folder of the embedded database, its secret and the demo's files. */
  readonly home: string
  readonly port: number
  readonly baseUrl: string
  /** The owner's connection to a PostgreSQL of one's own; without it the embedded one is used. */
  readonly databaseUrl?: string
  readonly redisUrl?: string
  readonly secret?: string
  readonly smtpUrl?: string
  readonly mailFrom: string
  /** Between which times of a working day the study's mail leaves, on an Amsterdam wall. */
  readonly mailHours: Hours
  /** Messages to one mail domain within a minute. */
  readonly mailPerMinute: number
  /** The mailbox to which messages come back: an mbox file or a Maildir folder. */
  readonly bounces?: string
  /** Who is told when something stands still. */
  readonly alarmTo: readonly string[]
  /** Opens /metrics. */
  readonly metricsToken?: string
}

/** The environment cannot be used as it is; the message says what to set. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

const MAKE_ONE = 'Make one with: node -p "crypto.randomBytes(32).toString(\'base64url\')"'
const MESSAGES_A_MINUTE = 'must be a whole number from 1 to 10000: messages to one mail domain a minute'
const ONE_ADDRESS = /^[^\s<>@,;:"()]+@[^\s<>@,;:"()]+$/
const optional = z.string().trim().min(1).optional()
const url = (...schemes: string[]) =>
  optional.refine((text) => !text || (URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1))), {
    error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  })

const shape = z.object({
  KOPPEL_MODE: z.enum(['production', 'demo', 'test', 'development'], {
    error: 'must be production, demo, test or development',
  }),
  KOPPEL_HOME: z.string().trim().min(1).default('.koppel'),
  PORT: z.coerce
    .number({ error: 'must be a number' })
    .int()
    .min(0)
    .max(65_535, { error: 'must be a port, 0 to 65535' })
    .default(3000),
  KOPPEL_BASE_URL: url('http', 'https'),
  DATABASE_URL: url('postgresql', 'postgres'),
  REDIS_URL: url('redis', 'rediss'),
  KOPPEL_SECRET: optional,
  SMTP_URL: url('smtp', 'smtps'),
  KOPPEL_MAIL_FROM: z.string().trim().min(3).default('Koppel <koppel@localhost>'),
  KOPPEL_MAIL_HOURS: z
    .string()
    .default('07:00-19:00')
    .transform((text, { addIssue }) => {
      const hours = readHours(text)
      if (!hours) addIssue('must be two times of one day, the earlier one first: 07:00-19:00')
      return hours ?? z.NEVER
    }),
  KOPPEL_MAIL_PER_MINUTE: z.coerce
    .number({ error: MESSAGES_A_MINUTE })
    .int({ error: MESSAGES_A_MINUTE })
    .min(1, { error: MESSAGES_A_MINUTE })
    .max(10_000, { error: MESSAGES_A_MINUTE })
    .default(60),
  KOPPEL_BOUNCES: optional,
  KOPPEL_ALARM_TO: optional.transform((text, { addIssue }) => {
    const to = text?.split(',').map((address) => address.trim()) ?? []
    if (!to.every((address) => ONE_ADDRESS.test(address))) addIssue('must be mail addresses, with commas between them')
    return to
  }),
  KOPPEL_METRICS_TOKEN: optional.superRefine((text, { addIssue }) => {
    const weakness = text === undefined ? null : weaknessOf(text)
    if (weakness) addIssue(`${weakness}: it opens /metrics. ${MAKE_ONE}`)
  }),
})

/** Words of examples and of people in a hurry: a secret that holds one of them is none. */
const KNOWN = /change-?me|example|secret|password|wachtwoord|geheim|koppel|1234|qwerty|default|replace/i

/** Why this text is no secret to protect a study with, or null when it may do. */
export function weaknessOf(secret: string): string | null {
  if (secret.length < 32) return 'is shorter than 32 characters'
  if (KNOWN.test(secret)) return 'holds a word of an example'
  return new Set(secret).size < 12 ? 'uses too few different characters' : null
}

/** Blank variables count as not set: compose files pass them on that way. */
const given = (env: Variables) => Object.fromEntries(Object.entries(env).filter(([, text]) => text?.trim()))

function modeOf(env: Variables): string {
  return env.KOPPEL_MODE?.trim() || (env.NODE_ENV === 'production' ? 'production' : 'development')
}

/** What is missing or wrong in production, one sentence each. */
function* demandsOfProduction(set: z.infer<typeof shape>): Generator<string> {
  const { KOPPEL_SECRET: secret, KOPPEL_BASE_URL: base, SMTP_URL: smtp } = set
  const weakness = secret === undefined ? 'is not set' : weaknessOf(secret)
  if (weakness) yield `KOPPEL_SECRET ${weakness}: names are sealed with it. ${MAKE_ONE}`
  if (!base) yield 'KOPPEL_BASE_URL is not set: links in messages begin with it, e.g. https://koppel.example.org'
  else if (!base.startsWith('https://')) yield 'KOPPEL_BASE_URL must begin with https://'
  if (!smtp) yield 'SMTP_URL is not set: messages leave through it, e.g. smtp://mail.example.org:587'
}

/**
 * Reads the environment (process.env when not given). Outside production everything has a default.
 * Throws an EnvironmentError that names each variable to set or to correct.
 */
export function environment(env: Variables = process.env): Environment {
  const read = shape.safeParse({ ...given(env), KOPPEL_MODE: modeOf(env) })
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new EnvironmentError(wrong.join('\n'))
  }
  const set = read.data
  const demands = set.KOPPEL_MODE === 'production' ? [...demandsOfProduction(set)] : []
  if (demands.length > 0) throw new EnvironmentError(demands.join('\n'))
  return {
    mode: set.KOPPEL_MODE,
    home: resolve(set.KOPPEL_HOME),
    port: set.PORT,
    baseUrl: (set.KOPPEL_BASE_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ''),
    mailFrom: set.KOPPEL_MAIL_FROM,
    mailHours: set.KOPPEL_MAIL_HOURS,
    mailPerMinute: set.KOPPEL_MAIL_PER_MINUTE,
    alarmTo: set.KOPPEL_ALARM_TO,
    ...(set.KOPPEL_BOUNCES && { bounces: resolve(set.KOPPEL_BOUNCES) }),
    ...(set.KOPPEL_METRICS_TOKEN && { metricsToken: set.KOPPEL_METRICS_TOKEN }),
    ...(set.DATABASE_URL && { databaseUrl: set.DATABASE_URL }),
    ...(set.REDIS_URL && { redisUrl: set.REDIS_URL }),
    ...(set.KOPPEL_SECRET && { secret: set.KOPPEL_SECRET }),
    ...(set.SMTP_URL && { smtpUrl: set.SMTP_URL }),
  }
}
