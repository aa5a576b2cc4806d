import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Hours } from '../protocol/sending'
import { nearest } from './nearest'
import { APART, OFFICE_HOURS, PER_MINUTE, VARIABLES, VARIABLES_SHAPE } from './variables'
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
  /** The folder into which a back-up is written each night, and for whom (age recipients, with commas). */
  readonly backupDir?: string
  readonly backupRecipient?: string
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
/** Words of examples and of people in a hurry: a secret that holds one of them is none. */
const KNOWN = /change-?me|example|secret|password|wachtwoord|geheim|koppel|1234|qwerty|default|replace/i

/** Why this text is no secret to protect a study with, or null when it may do. */
export function weaknessOf(secret: string): string | null {
  if (secret.length < 32) return 'is shorter than 32 characters'
  if (KNOWN.test(secret)) return 'holds a word of an example'
  return new Set(secret).size < 12 ? 'uses too few different characters' : null
}

/** What is not to be shown; a password within an address counts. */
const SECRETS = Object.entries(VARIABLES).flatMap(([name, one]) => ('secret' in one ? [name] : []))
/** A secret that stands in a file: how containers and systemd hand a secret over, which `ps` and a crash report show otherwise. */
const IN_FILE = 'file:'
const OURS = [...Object.keys(VARIABLES), ...Object.keys(APART)]
/** So many letters apart is a typing mistake; further away it is somebody else's (a cluster sets names by its services). */
const MISTYPED = 2

/** Variables that begin as ours and are none, each with the one that is nearest. */
export function strangers(env: Variables): readonly { readonly name: string; readonly meant: string | null }[] {
  const unknown = Object.keys(env).filter((name) => name.startsWith('KOPPEL_') && !OURS.includes(name))
  return unknown.map((name) => ({ name, meant: nearest(name, OURS, MISTYPED) }))
}

/**
 * What is set: blank counts as not set (compose files pass variables on that way), and of a secret's `file:/path` it is what
 * the file holds. Throws an EnvironmentError for a file that cannot be read, and for a name of ours that is mistyped.
 */
export function said(env: Variables = process.env): Variables {
  const mistyped = strangers(env).filter(({ meant }) => meant !== null)
  if (mistyped.length > 0)
    throw new EnvironmentError(mistyped.map(({ name, meant }) => `${name} is not known: ${meant} is meant?`).join('\n'))
  const set = Object.entries(env).flatMap(([name, value]) => {
    const text = value?.trim()
    if (!text) return []
    return [
      [name, SECRETS.includes(name) && text.startsWith(IN_FILE) ? fromFile(name, text.slice(IN_FILE.length)) : text],
    ]
  })
  return Object.fromEntries(set)
}

function fromFile(name: string, path: string): string {
  try {
    const text = readFileSync(path, 'utf8').trim()
    if (text) return text
  } catch {
    throw new EnvironmentError(`${name} names a file that cannot be read: ${path}`)
  }
  throw new EnvironmentError(`${name} names a file with nothing in it: ${path}`)
}

const shape = VARIABLES_SHAPE.extend({
  KOPPEL_MODE: z.enum(['production', 'demo', 'test', 'development'], {
    error: 'must be production, demo, test or development',
  }),
})

const modeOf = ({ KOPPEL_MODE, NODE_ENV }: Variables): string =>
  KOPPEL_MODE || (NODE_ENV === 'production' ? 'production' : 'development')

/** The surroundings of what serves or works: production, whoever forgot to say so. */
export const inEarnest = (env: Variables): Variables => ({ ...env, NODE_ENV: env.NODE_ENV || 'production' })

/** What is missing or wrong in production, one sentence each. */
function* demandsOfProduction(set: z.infer<typeof shape>): Generator<string> {
  const { KOPPEL_SECRET: secret, KOPPEL_BASE_URL: base, SMTP_URL: smtp } = set
  const weakness = secret === undefined ? 'is not set' : weaknessOf(secret)
  if (weakness) yield `KOPPEL_SECRET ${weakness}: names are sealed with it. ${MAKE_ONE}`
  if (!base) yield 'KOPPEL_BASE_URL is not set: links in messages begin with it, e.g. https://koppel.example.org'
  else if (!base.startsWith('https://')) yield 'KOPPEL_BASE_URL must begin with https://'
  if (!smtp) yield 'SMTP_URL is not set: messages leave through it, e.g. smtp://mail.example.org:587'
}

/** What opens /metrics: the home's file `metrics-token`. Throws an EnvironmentError when it is weak. */
function metricsTokenOf(home: string): string | undefined {
  const file = join(home, 'metrics-token')
  if (!statSync(file, { throwIfNoEntry: false })) return undefined
  const token = readFileSync(file, 'utf8').trim()
  const weakness = weaknessOf(token)
  if (weakness) throw new EnvironmentError(`${file} ${weakness}: it opens /metrics. ${MAKE_ONE}`)
  return token
}

/**
 * Reads the environment (process.env when not given). Outside production everything has a default.
 * Throws an EnvironmentError that names each variable to set or to correct, one a line.
 */
export function environment(env: Variables = process.env): Environment {
  const given = said(env)
  const read = shape.safeParse({ ...given, KOPPEL_MODE: modeOf(given) })
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new EnvironmentError(wrong.join('\n'))
  }
  const set = read.data
  const demands = set.KOPPEL_MODE === 'production' ? [...demandsOfProduction(set)] : []
  if (demands.length > 0) throw new EnvironmentError(demands.join('\n'))
  const home = resolve(set.KOPPEL_HOME)
  const bounces = join(home, 'bounces')
  const metricsToken = metricsTokenOf(home)
  return {
    mode: set.KOPPEL_MODE,
    home,
    port: set.PORT,
    baseUrl: (set.KOPPEL_BASE_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ''),
    mailFrom: set.KOPPEL_MAIL_FROM,
    mailHours: set.SMTP_URL?.hours ?? OFFICE_HOURS,
    mailPerMinute: set.SMTP_URL?.perMinute ?? PER_MINUTE,
    alarmTo: set.KOPPEL_ALARM_TO,
    ...(existsSync(bounces) && { bounces }),
    ...(metricsToken && { metricsToken }),
    ...(set.KOPPEL_BACKUP_DIR && { backupDir: resolve(set.KOPPEL_BACKUP_DIR) }),
    ...(set.KOPPEL_BACKUP_RECIPIENT && { backupRecipient: set.KOPPEL_BACKUP_RECIPIENT }),
    ...(set.DATABASE_URL && { databaseUrl: set.DATABASE_URL }),
    ...(set.REDIS_URL && { redisUrl: set.REDIS_URL }),
    ...(set.KOPPEL_SECRET && { secret: set.KOPPEL_SECRET }),
    ...(set.SMTP_URL && { smtpUrl: set.SMTP_URL.url }),
  }
}
