import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { now } from '../../app/platform/clock'
import { until } from './until'
import type { ChaosWorker } from './worker-process'

/** One process that worked for a while; times in milliseconds since 1970. */
export type Life = {
  readonly name: string
  /** How far its clock was ahead of the machine's; null until it said so. */
  ahead: number | null
  works: boolean
  killedAt: number | null
  /** It ended by itself. */
  ended: boolean
}

/** Two workers, of which now and then only one is there. */
export type Crew = {
  readonly lives: readonly Life[]
  /** Names of those that work at this moment. */
  readonly working: () => string[]
  /** Lets both work, by a clock that runs on from this instant (milliseconds since 1970), and replaces whoever dies. */
  readonly start: (instant: number) => void
  /** Kills one; false when it was gone already. */
  readonly kill: (name: string) => boolean
  /** The last that they logged. */
  readonly said: () => string[]
  /** Kills both and replaces nobody. */
  readonly stop: () => Promise<void>
}

// what a day is does not hang on where the machine stands
const ZONES = ['Europe/Amsterdam', 'Pacific/Auckland', 'UTC', 'America/New_York']

/** Takes what each worker is given by its name, where their log goes, and random numbers. */
export function crewOf(given: (name: string) => ChaosWorker, logFile: string, random: () => number): Crew {
  writeFileSync(logFile, '')
  const lives: Life[] = []
  const alive = new Map<string, { child: ChildProcess; life: Life }>()
  let stopping = false
  let places: Promise<void>[] = []

  async function live(instant: number): Promise<void> {
    const name = `w${lives.length + 1}`
    const life: Life = { name, ahead: null, works: false, killedAt: null, ended: false }
    lives.push(life)
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/chaos/worker-process.ts'], {
      env: {
        ...process.env,
        KOPPEL_MODE: 'test',
        KOPPEL_NOW: `${new Date(instant).toISOString()}+`,
        TZ: ZONES[lives.length % ZONES.length],
        LOG_LEVEL: 'warn',
        WORKER: JSON.stringify(given(name)),
      },
      // it ends with whoever started it
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const log = (chunk: Buffer) => appendFileSync(logFile, `${name} ${chunk}`)
    child.stderr?.on('data', log)
    child.stdout?.on('data', (chunk: Buffer) => {
      for (const line of String(chunk).trimEnd().split('\n')) {
        if (line.startsWith('ahead ')) life.ahead = Number(line.slice('ahead '.length))
        else if (line === 'working') life.works = true
        else log(chunk)
      }
    })
    alive.set(name, { child, life })
    await exit
    alive.delete(name)
    life.ended = life.killedAt === null
  }

  return {
    lives,
    working: () => [...alive.values()].filter(({ life }) => life.works && !life.killedAt).map(({ life }) => life.name),
    start: (instant) => {
      stopping = false
      const began = performance.now()
      places = [0, 1].map(async (place) => {
        while (!stopping) {
          await live(instant + performance.now() - began)
          // now and then only one is there
          if (!stopping && place === 1 && random() < 0.5) await wait(random() * 1_500)
        }
      })
    },
    kill: (name) => {
      const one = alive.get(name)
      if (!one || one.life.killedAt) return false
      one.life.killedAt = now().getTime()
      return one.child.kill('SIGKILL')
    },
    said: () => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-10),
    stop: async () => {
      stopping = true
      for (const { child, life } of alive.values()) {
        life.killedAt ??= now().getTime()
        child.kill('SIGKILL')
      }
      await until('the workers are gone', () => alive.size === 0)
      await Promise.all(places)
    },
  }
}
