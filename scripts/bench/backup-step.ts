import { statSync } from 'node:fs'
import { identitiesOf, recipientsOf } from '../../app/platform/backup/sealed-file'
import { prepareHome } from '../../app/platform/prepare'
import { makeBackup } from '../../jobs/backup/make'
import { restore } from '../../jobs/backup/restore'
import { peak } from './peak-memory'

/** One step of the bench, in a process of its own so that its memory is its own. */
export type Asked = {
  readonly step: 'backup' | 'restore'
  readonly home: string
  readonly file: string
  readonly key: string
}
export type Took = { readonly seconds: number; readonly memory: number; readonly bytes: number; readonly rows: number }

const { step, home, file, key } = JSON.parse(process.argv[2] ?? '') as Asked
const env = { PATH: process.env.PATH }
const prepared = step === 'backup' ? await prepareHome({ home, env }) : null
peak.forget()
const before = peak.since()
const begun = performance.now()
const came = prepared
  ? await makeBackup({ ...prepared, ownerUrl: prepared.connections.owner }, file, {
      recipients: await recipientsOf(key),
      env,
    })
  : await restore({ file, identities: identitiesOf(key), home, env })
if (!came.ok) throw new Error(JSON.stringify(came.refusal))
const { value } = came
const rows = 'rows' in value ? value.rows : value.manifest.tables.reduce((sum, table) => sum + table.rows, 0)
const took: Took = {
  seconds: (performance.now() - begun) / 1000,
  memory: peak.since() - before,
  bytes: statSync(file).size,
  rows,
}
process.stdout.write(JSON.stringify(took))
