import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createAccount } from '../../app/identity/accounts'
import { signConsent } from '../../app/identity/consent'
import { identitiesOf, makeIdentity } from '../../app/platform/backup/sealed-file'
import { now } from '../../app/platform/clock'
import { openDatabases } from '../../app/platform/database'
import { makeBackup } from '../../jobs/backup/make'
import { restore } from '../../jobs/backup/restore'
import { freshDatabase, type TestDatabase } from '../database'
import { onPaper, onTablet } from '../identity/forms'
import { MET } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld } from '../world'
import { ownFolder } from './cli'

export const PASSWORD = 'een lange zin om mee binnen te komen'
export const EMAIL = 'beheer@koppel.example'

/** A folder with a key in it, and what makes and restores back-ups there. */
export async function vaultOfFiles() {
  const folder = ownFolder()
  const key = join(folder, 'key')
  const recipient = await makeIdentity(key, now())
  let made = 0
  return {
    folder,
    key,
    recipient,
    /** A new name for a file in it. */
    file: () => join(folder, `${++made}.age`),
    backedUp: async (database: Pick<TestDatabase, 'urls' | 'secret' | 'home' | 'keys'>) => {
      const file = join(folder, `${++made}.age`)
      const { urls, secret, home, keys } = database
      const way = { recipients: [recipient], env: { KOPPEL_SECRET: secret } }
      const written = must(await makeBackup({ ownerUrl: urls.owner, secret, home, keys }, file, way))
      return { file, ...written }
    },
    /** Restores a file into a database, with the secret from the surroundings. */
    restored: (file: string, ownerUrl: string, secret: string, home = join(folder, `home-${++made}`)) =>
      restore({
        ...{ file, home, identities: identitiesOf(key) },
        env: { DATABASE_URL: ownerUrl, KOPPEL_SECRET: secret },
      }),
  }
}

/** The named world with all that a back-up can meet: forms with pen strokes and a scan, answers, an account, audit entries. */
export async function fullWorld() {
  const database = await freshDatabase()
  mkdirSync(database.home, { recursive: true })
  const world = await namedWorld(database)
  const paper = await world.approached('Evers')
  must(await signConsent(world.vault, world.on(MET), onPaper(paper.registrationId)))
  const tablet = await world.approached('Aalders')
  must(await signConsent(world.vault, world.on(MET), onTablet(tablet.registrationId)))
  await world.interviewed('Hendriks')
  must(await world.answered('Hendriks', 'client'))
  must(await world.answered('Hendriks', 'supervisor'))
  const account = { email: EMAIL, name: 'Beheer', role: 'data_manager', language: 'nl', password: PASSWORD } as const
  must(await createAccount(database.vault, account, 'system'))
  // what does not shrink, so that a file has several pieces of 64 KiB
  await connected(database.urls.owner, (owner) =>
    owner.query(
      `INSERT INTO study.demo_message (id, study_id, envelope_id, pseudonym, day, subject, text)
       SELECT gen_random_uuid(), $1, gen_random_uuid(), 'X', now(), 'é\t\\', string_agg(gen_random_uuid()::text, E'\n')
         FROM generate_series(1, 6000) n GROUP BY n % 7`,
      [world.study.id],
    ),
  )
  return { database, world }
}

/** A database that was restored, opened like any other; closed by whoever opens it. */
export const openedAt = (database: TestDatabase, urls: TestDatabase['urls']): TestDatabase => ({
  ...database,
  ...openDatabases(urls),
  urls,
})

const TABLES = `SELECT table_schema || '."' || table_name || '"' AS name FROM information_schema.tables
  WHERE table_schema IN ('identity', 'study', 'audit') AND table_type = 'BASE TABLE' ORDER BY 1`

/** What every table says, told by the server itself: how many rows, and a digest of their sorted text. */
export const digests = (ownerUrl: string): Promise<Record<string, string>> =>
  connected(ownerUrl, async (client) => {
    await client.query(`SET TimeZone = 'UTC'`)
    const { rows } = await client.query<{ name: string }>(TABLES)
    const found: Record<string, string> = {}
    for (const { name } of rows) {
      const { rows: told } = await client.query<{ told: string }>(
        `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text COLLATE "C"), '')) AS told FROM ${name} t`,
      )
      found[name] = told[0]?.told ?? ''
    }
    return found
  })
