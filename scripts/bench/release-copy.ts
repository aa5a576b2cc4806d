import pg from 'pg'
import type { Occasion } from '../../app/platform/occasion'
import type { Instrument } from '../../app/protocol/study'
import { CASES } from '../../app/records/releases/snapshot-queries'

/** What PostgreSQL itself takes for a CSV. */
export type Copied = { readonly seconds: number; readonly bytes: number }

/** The query from which a release is made, of everybody in the study and with all answers. */
export function casesQuery({ study, today }: Occasion): string {
  const everybody = `ARRAY(SELECT id FROM study.registration WHERE study_id = '${study.id}' ORDER BY id)`
  const given = [
    `'${study.id}'`,
    `'${study.protocol.waves[0]?.name}'`,
    `'${today}'`,
    'NULL',
    everybody,
    placesOf(study.protocol),
    ...NO_OTHERS,
  ]
  return given.reduce((text, value, at) => text.replaceAll(`$${at + 1}`, () => value), CASES)
}

const placesOf = ({ waves }: Occasion['study']['protocol']) =>
  `ARRAY[${waves.flatMap(({ name }) => [`'${name} client'`, `'${name} supervisor'`]).join(', ')}]`
const NO_OTHERS = ['ARRAY[]::text[]', 'ARRAY[]::text[]']

/** A wide table as an analyst writes it by hand: a column for each answer, nothing computed, nothing left out. */
export function flatQuery({ study }: Occasion, instruments: readonly Instrument[]): string {
  const columns = study.protocol.waves.flatMap(({ name: wave }) =>
    instruments.flatMap(({ perspective, items }) =>
      items.map(
        ({ code }) =>
          `max(a.value) FILTER (WHERE m.wave = '${wave}' AND m.perspective = '${perspective}' AND a.item = '${code}') AS "${wave}_${perspective}_${code}"`,
      ),
    ),
  )
  return `SELECT d.pseudonym, min(r.region) AS region, min(r.started_on) AS started_on, ${columns.join(', ')}
    FROM study.dyad d JOIN study.registration r ON r.id = d.registration_id
    JOIN study.measurement m ON m.dyad_id = d.id JOIN study.answer a ON a.measurement_id = m.id
   WHERE d.study_id = '${study.id}' GROUP BY d.pseudonym`
}

/** Copies a query to this process as CSV, which counts it and lets it go. Null when it takes longer than so many seconds. */
export async function copied(url: string, query: string, within: number): Promise<Copied | null> {
  const client = new pg.Client({ connectionString: url, options: `-c statement_timeout=${within}s` })
  await client.connect()
  let bytes = 0
  // pg reads what is copied and does nothing with it
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter }
  connection.on('copyData', ({ chunk }: { chunk: Buffer }) => {
    bytes += chunk.length
  })
  try {
    const begun = performance.now()
    await client.query(`COPY (${query}) TO STDOUT (FORMAT csv)`)
    return { seconds: (performance.now() - begun) / 1000, bytes }
  } catch (error) {
    if ((error as { code?: string }).code === '57014') return null
    throw error
  } finally {
    await client.end()
  }
}
