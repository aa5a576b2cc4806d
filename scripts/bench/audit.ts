import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealAll } from '../../app/platform/audit/heads'
import { auditIsWhole } from '../../app/platform/audit/whole'
import { systemToday } from '../../app/platform/clock'
import { type Databases, openDatabases } from '../../app/platform/database'
import { stopEmbedded } from '../../app/platform/embedded/server'
import { newId } from '../../app/platform/id'
import type { Occasion } from '../../app/platform/occasion'
import { prepareHome } from '../../app/platform/prepare'
import { done } from '../../app/protocol/refusal'
import { change } from '../../app/records/change'
import { createStudy, newestStudy } from '../../app/records/studies'

// What sealing costs those who write: two hundred writers, each with one change (a row, its entry, one transaction) after the
// other over the eight connections of a web process, while another process seals what they wrote every second (the job does so
// every twenty). Rounds with and without take turns; after one without, what is left is sealed before the next begins.
const WRITERS = 200
const SECONDS = Number(process.argv[2] ?? 8)
const ROUNDS = 6
const SEAL_EVERY_MS = 1_000

const write = (text: string) => process.stdout.write(`${text}\n`)

/** Changes a second by all writers together. */
async function round(databases: Databases, occasion: Occasion): Promise<number> {
  const until = performance.now() + SECONDS * 1_000
  let written = 0
  const writer = async () => {
    while (performance.now() < until) {
      const id = newId()
      const what = { verb: 'register', subject: 'client', subjectId: id, details: { kind: 'bench' } }
      const made = await change(databases.study, occasion, what, async (tx) => {
        await tx.client.createMany({ data: { id, studyId: occasion.study.id, pseudonym: id } })
        return done(null)
      })
      if (made.ok) written++
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: WRITERS }, writer))
  return (written / (performance.now() - begun)) * 1_000
}

/** The process that seals: told `on` and `off`, it answers `off` with how much it sealed, once all of it is. */
async function sealer(home: string): Promise<void> {
  const prepared = await prepareHome({ home, env: {} })
  const databases = openDatabases(prepared.connections)
  const vault = { db: databases.vault, keys: prepared.keys }
  let [on, sealed] = [false, 0]
  const seal = async () => {
    sealed += (await sealAll(databases.study, vault, { all: false })).study
  }
  const sealing = async () => {
    while (on) {
      await seal()
      await new Promise((wait) => setTimeout(wait, SEAL_EVERY_MS))
    }
  }
  let going = Promise.resolve()
  process.on('message', async (told) => {
    on = told === 'on'
    if (on) going = sealing()
    else {
      await going
      const during = sealed
      await seal()
      sealed = 0
      process.send?.({ during })
    }
  })
  process.on('disconnect', () => void databases.close().then(() => process.exit(0)))
  process.send?.('ready')
}

async function bench(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'koppel-bench-'))
  chmodSync(home, 0o755) // root's server runs as another user, who has to get in
  const prepared = await prepareHome({ home, env: {} })
  const databases = openDatabases(prepared.connections)
  let child: ChildProcess | undefined
  try {
    const protocol = 'werkalliantie'
    await createStudy(databases.study, {
      ...{ code: protocol, protocol, name: protocol },
      ...{ today: systemToday(), actor: 'system' },
    })
    const study = await newestStudy(databases.study)
    if (!study) throw new Error('there is no study')
    const occasion: Occasion = { study, actor: 'system', today: systemToday() }
    child = fork(process.argv[1] ?? '', ['sealer', home], { execArgv: ['--import', 'tsx'] })
    await once(child, 'message')
    await round(databases, occasion)
    const rates = { with: [] as number[], without: [] as number[] }
    for (let n = 0; n < ROUNDS * 2; n++) {
      const way = n % 2 === 0 ? 'without' : 'with'
      if (way === 'with') child.send('on')
      const rate = await round(databases, occasion)
      child.send('off')
      const [{ during }] = await once(child, 'message')
      rates[way].push(rate)
      write(
        `${way.padEnd(8)} ${rate.toFixed(0)} changes a second, ${during} sealed meanwhile, load ${loadavg()[0]?.toFixed(1)}`,
      )
    }
    const [on, off] = [median(rates.with), median(rates.without)]
    write(`median with ${on.toFixed(0)}, without ${off.toFixed(0)}: ratio ${(on / off).toFixed(3)}`)
    const pairs = rates.with.map((rate, at) => rate / (rates.without[at] ?? rate))
    write(`median of the ratios of neighbouring rounds ${median(pairs).toFixed(3)}`)
    const begun = performance.now()
    const { ok, entries, sealed } = await auditIsWhole(prepared.connections.owner ?? '', prepared.keys)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    write(`verified in ${seconds} s: ${ok ? 'whole' : 'NOT WHOLE'}, ${entries} entries, ${sealed} sealed`)
  } finally {
    child?.disconnect()
    if (child && child.exitCode === null) await once(child, 'exit')
    await databases.close()
    await stopEmbedded(home)
    rmSync(home, { recursive: true, force: true })
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const [what, home] = process.argv.slice(2)
if (what === 'sealer' && home) await sealer(home)
else await bench()
