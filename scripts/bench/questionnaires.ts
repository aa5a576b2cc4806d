import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabases } from '../../app/platform/database'
import { stopEmbedded } from '../../app/platform/embedded/server'
import { newId } from '../../app/platform/id'
import { prepareHome } from '../../app/platform/prepare'
import { day } from '../../app/protocol/day'
import { askedItems } from '../../app/protocol/instruments/asked'
import { batteryNow, itemsOf, pinOf } from '../../app/protocol/instruments/battery'
import type { Given, Instrument } from '../../app/protocol/study'
import { takeInDraft } from '../../app/records/entries/take-in'
import { createStudy } from '../../app/records/studies'
import { openQuestionnaires } from './open-questionnaires'

// Takes so many supervisors' questionnaires (10,000 unless told otherwise) of 62 answers in over eight connections, as the
// page behind a link does: checked, with version, history of each field and audit entry. The supervisor's battery of T1 has
// 48 questions; 14 made-up ones from a loaded instrument stand beside it. Beside it the same rows are written to another wave by
// plain `pg` in one transaction each, with nothing checked. Prints submissions a second and how long one takes.
const COUNT = Number(process.argv[2] ?? 10_000)
const CONNECTIONS = 8
const ANSWERS = 62
const ON = day('2026-03-02')

const write = (text: string) => process.stdout.write(`${text}\n`)
const home = mkdtempSync(join(tmpdir(), 'koppel-bench-'))
chmodSync(home, 0o755) // root's server runs as another user, who has to get in

/** Runs one thing for each of these, eight at a time; gives milliseconds of each in order of length, and seconds in all. */
async function timed<T>(things: readonly T[], run: (thing: T, connection: number) => Promise<void>) {
  const taken: number[] = []
  let next = 0
  const begun = performance.now()
  const work = async (connection: number) => {
    for (let thing = things[next++]; thing !== undefined; thing = things[next++]) {
      const from = performance.now()
      await run(thing, connection)
      taken.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, connection) => work(connection)))
  return { taken: taken.sort((a, b) => a - b), seconds: (performance.now() - begun) / 1000 }
}

function say(what: string, { taken, seconds }: Awaited<ReturnType<typeof timed>>): number {
  const at = (part: number) => (taken[Math.floor(taken.length * part)] ?? 0).toFixed(1)
  const rate = taken.length / seconds
  write(
    `${what.padEnd(14)} ${rate.toFixed(0)} a second, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(0.99999)} ms`,
  )
  return rate
}

/** An answer to every question of a battery, so that all are asked. */
function filledIn(battery: readonly Instrument[], turn: number): Given {
  const items = itemsOf(battery)
  const wanted = new Map(items.flatMap(({ askedWhen = [] }) => askedWhen.map(({ item, among }) => [item, among[0]])))
  return Object.fromEntries(
    items.map(({ code, min, max, options }, place) => {
      const free = options
        ? (options[(turn + place) % options.length]?.code ?? min)
        : min + ((turn + place) % (max - min + 1))
      return [code, wanted.get(code) ?? free]
    }),
  )
}

const prepared = await prepareHome({ home, env: {} })
const databases = openDatabases(prepared.connections)
const raw = Array.from({ length: CONNECTIONS }, () => new pg.Client({ connectionString: prepared.connections.study }))
try {
  const db = databases.study
  const origin = { protocol: 'werkalliantie', name: 'bench', today: ON, actor: 'system' }
  const study = await createStudy(db, { code: 'bench', ...origin })
  const own = batteryNow(study.protocol, 'T1', 'supervisor')
  const [pattern] = own
  const statement = pattern?.items.find(({ kind }) => kind === 'agreement')
  if (!pattern || !statement) throw new Error('no agreement item to go by')
  const added: Instrument = {
    ...pattern,
    name: 'bench-added',
    version: 1,
    items: Array.from({ length: ANSWERS - itemsOf(own).length }, (_, n) => ({ ...statement, code: `added_${n}` })),
  }
  const battery = [...own, added]
  const targets = await openQuestionnaires(prepared.connections.owner ?? '', study, {
    on: ON,
    count: COUNT,
    battery,
    added,
  })
  const first = filledIn(battery, 0)
  if (askedItems(battery, first).length !== ANSWERS) throw new Error('not every question is asked')
  write(`${ANSWERS} answers a submission, ${COUNT} submissions, load before ${loadavg()[0]?.toFixed(2)}`)

  await Promise.all(raw.map((client) => client.connect()))
  const items = Object.keys(first)
  const bare = await timed(
    targets.map(({ second }, turn) => ({ id: second, turn })),
    async ({ id, turn }, connection) => {
      const client = raw[connection] as pg.Client
      const entry = newId()
      const values = Object.values(filledIn(battery, turn))
      await client.query('BEGIN')
      await client.query({
        name: 'audit',
        text: `INSERT INTO audit.entry (day, study_id, actor, verb, subject, subject_id, details)
             VALUES ($1, $2, 'system', 'bench', 'measurement', $3, '{}')`,
        values: [ON, study.id, id],
      })
      await client.query({
        name: 'entry',
        text: `INSERT INTO study.entry (id, measurement_id, version, state, way, draft_id, draft_seq, entered_on, complete)
             VALUES ($1, $2, 1, 'in', 'link', $1, 1, $3, true)`,
        values: [entry, id, ON],
      })
      await client.query({
        name: 'entered',
        text: `INSERT INTO study.entered_answer (entry_id, item, value) SELECT $1, * FROM unnest($2::text[], $3::smallint[])`,
        values: [entry, items, values],
      })
      await client.query({
        name: 'answer',
        text: `INSERT INTO study.answer (measurement_id, item, value) SELECT $1, * FROM unnest($2::text[], $3::smallint[])`,
        values: [id, items, values],
      })
      await client.query({
        name: 'measurement',
        text: `UPDATE study.measurement SET completed_on = $2, version = 1, submitted_at = now() WHERE id = $1`,
        values: [id, ON],
      })
      await client.query('COMMIT')
    },
  )
  const plain = say('plain pg', bare)

  const real = await timed(
    targets.map(({ first: id }, turn) => ({ id, turn })),
    async ({ id, turn }) => {
      const draft = { draftId: newId(), draftSeq: 1, base: null, answers: filledIn(battery, turn), complete: true }
      const occasion = { study, actor: 'supervisor:bench', today: ON }
      const taken = await takeInDraft(db, occasion, { measurementId: id, way: 'link', enteredBy: null, draft })
      if (!taken.ok || taken.value.state !== 'in') throw new Error(JSON.stringify(taken))
    },
  )
  const rate = say('as a page does', real)
  const kept = await db.enteredAnswer.count({ where: { entry: { way: 'link', measurement: { wave: 'T1' } } } })
  if (kept !== COUNT * ANSWERS) throw new Error(`${kept} answers in the history`)
  write(`one takes ${(plain / rate).toFixed(1)} times as long as plain pg; load after ${loadavg()[0]?.toFixed(2)}`)
  write(`pins: ${battery.map(pinOf).join(' ')}`)
} finally {
  await Promise.all(raw.map((client) => client.end().catch(() => undefined)))
  await databases.close()
  await stopEmbedded(home)
  rmSync(home, { recursive: true, force: true })
}
