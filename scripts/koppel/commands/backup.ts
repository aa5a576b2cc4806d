import { mkdirSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { BadBackup } from '../../../app/platform/backup/bad-backup'
import { identitiesOf, makeIdentity } from '../../../app/platform/backup/sealed-file'
import { now } from '../../../app/platform/clock'
import { openDatabases } from '../../../app/platform/database'
import { said } from '../../../app/platform/environment'
import { type Prepared, prepareHome } from '../../../app/platform/prepare'
import { noteTakingAlong } from '../../../app/records/running/backups'
import { makeBackup } from '../../../jobs/backup/make'
import { identityIn, recipientsFor } from '../../../jobs/backup/recipients'
import { restore } from '../../../jobs/backup/restore'
import { askedToEnd } from '../../ending'
import { type Arguments, UsageError } from '../arguments'
import { type Answer, answer, type Command } from '../command'
import { refusalAnswer } from '../words'

export const backupCommand: Command = {
  words: ['backup'],
  parameters: ['FILE'],
  options: { recipient: { value: 'AGE1…' } },
  about: 'write one consistent snapshot of everything into a new encrypted file, while everybody works',
  run: (given) =>
    refusing(async () => {
      const named = given.option('recipient') ?? said().KOPPEL_BACKUP_RECIPIENT
      const recipients = await recipientsFor(named, given.home)
      if (!recipients.ok) return refusalAnswer(recipients.refusal)
      const prepared = await prepareHome({ home: given.home })
      const installation = { ...prepared, ownerUrl: prepared.connections.owner }
      if (prepared.connections.owner) await notedFirst(prepared)
      const begun = performance.now()
      const way = { recipients: recipients.value, env: said(), stop: stopping() }
      const made = await makeBackup(installation, fileOf(given), way)
      if (!made.ok) return refusalAnswer(made.refusal)
      const { bytes, sha256, manifest } = made.value
      const { snapshot_at, code, postgresql, audit_head, secret_inside, left_out, tables } = manifest
      return answer({
        ...{ file: resolve(fileOf(given)), bytes, sha256, recipients: recipients.value, snapshot_at },
        ...{ code, postgresql, audit_head, secret_inside, left_out: left_out.map(({ name }) => name) },
        tables: tables.length,
        rows: tables.reduce((sum, { rows }) => sum + rows, 0),
        seconds: secondsSince(begun),
      })
    }),
}

export const backupKey: Command = {
  words: ['backup', 'key'],
  optional: ['FILE'],
  about: 'make a key file that opens back-ups (into the home when no FILE is named), and tell for whom to encrypt them',
  run: async (given) => {
    const file = resolve(given.parameters[0] ?? identityIn(given.home))
    if (given.parameters.length === 0) mkdirSync(dirname(file), { recursive: true })
    try {
      return answer({ file, recipient: await makeIdentity(file, now()) })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST') return refusalAnswer({ code: 'file_exists', file })
      if (code === 'ENOENT') return refusalAnswer({ code: 'no_folder', file })
      throw error
    }
  },
}

export const restoreCommand: Command = {
  words: ['restore'],
  parameters: ['FILE'],
  options: { identity: { value: 'KEYFILE', required: true } },
  about: 'bring a back-up into an empty home or database, all of it or nothing, and look whether it is whole',
  run: (given) =>
    refusing(async () => {
      const begun = performance.now()
      const identities = identitiesOf(given.option('identity') ?? '')
      const { home } = given
      const came = await restore({ file: readable(given), identities, home, env: said(), stop: stopping() })
      return came.ok ? answer({ ...came.value, seconds: secondsSince(begun) }) : refusalAnswer(came.refusal)
    }),
}

/** Who takes everything along is in the trail, and in what is taken. */
async function notedFirst({ connections }: Prepared): Promise<void> {
  const databases = openDatabases(connections)
  await noteTakingAlong(databases.study).finally(databases.close)
}

const fileOf = ({ parameters: [file = ''] }: Arguments) => file

function readable(given: Arguments): string {
  try {
    return realpathSync(fileOf(given))
  } catch {
    throw new UsageError(`FILE cannot be read: ${fileOf(given)}`)
  }
}

let asked: AbortSignal | undefined

/** Aborted once somebody wants the process to end. */
function stopping(): AbortSignal {
  if (asked) return asked
  const stopping = new AbortController()
  askedToEnd().then(() => stopping.abort())
  asked = stopping.signal
  return asked
}

/** What makes a file useless is found while it streams, and is a refusal like any other. */
async function refusing(run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof BadBackup) return refusalAnswer(error.refusal)
    throw error
  }
}

const secondsSince = (begun: number) => Math.round((performance.now() - begun) / 100) / 10
