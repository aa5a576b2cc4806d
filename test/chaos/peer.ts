import { fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Accepted, PeerNews, PeerProcess } from './accepted'
import { linesIn } from './evidence'
import { until } from './until'

/** The mail server of a run, as the run sees it. */
export type Peer = {
  /** Where a worker of this name sends to. */
  readonly urlFor: (worker: string) => string
  /** How many messages it accepted so far. */
  readonly count: () => number
  /** Calls back with the worker's name at each acceptance, before the worker has heard of it; gives how to stop that. */
  readonly onAccepted: (listener: (worker: string) => void) => () => void
  /** Waits until nobody is connected any more. */
  readonly quiet: () => Promise<void>
  /** All that it accepted, in order, from its own record. */
  readonly record: () => Accepted[]
  /** How often it made trouble, by kind. */
  readonly trouble: Readonly<Record<string, number>>
  readonly stop: () => void
}

/** Starts the mail server in a process of its own. Takes a folder for its record. */
export async function startPeer(folder: string, seed: number): Promise<Peer> {
  const file = join(folder, 'accepted.jsonl')
  writeFileSync(file, '')
  const given: PeerProcess = { record: file, seed }
  const { KOPPEL_NOW: _, ...env } = process.env
  const child = fork('test/chaos/peer-process.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...env, PEER: JSON.stringify(given) },
  })
  const news = new EventEmitter().setMaxListeners(0)
  const trouble: Record<string, number> = {}
  let count = 0
  child.on('message', (told: PeerNews) => {
    if ('listens' in told) news.emit('listens', told.listens)
    if ('open' in told) news.emit('open', told.open)
    if ('trouble' in told) trouble[told.trouble] = (trouble[told.trouble] ?? 0) + 1
    if ('accepted' in told) {
      count++
      news.emit('accepted', told.accepted.worker)
    }
  })
  const [url] = (await once(news, 'listens')) as [string]
  const open = async () => {
    const answer = once(news, 'open') as Promise<[number]>
    child.send('open?')
    return (await answer)[0]
  }
  return {
    urlFor: (worker) => `${url}/?name=${worker}`,
    count: () => count,
    onAccepted: (listener) => {
      news.on('accepted', listener)
      return () => news.off('accepted', listener)
    },
    quiet: () => until('the mail server is left alone', async () => (await open()) === 0),
    record: () => linesIn<Accepted>(file),
    trouble,
    stop: () => child.kill(),
  }
}
