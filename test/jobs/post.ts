import { expect } from 'vitest'
import { smtpTransport } from '../../app/mail/smtp'
import { fromColumn } from '../../app/protocol/day'
import { ANY_TIME, type Sending } from '../../app/protocol/sending'
import { inquire } from '../../app/records/intake/inquire'
import type { MailOutcomes } from '../../app/records/ledger/settle'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { type Arrived, smtpPeer } from '../mail/smtp-peer'
import { type Ids, mailWorld, type World } from './world'

/** A study with its supervisors, a mail server of its own, and the way between them. */
export type Post = {
  readonly world: World
  readonly arrived: Arrived[]
  /** What the server answers to the next recipients; when empty it takes them. */
  readonly refusals: Error[]
  /** Sends what waits on a day. */
  readonly send: (today: string, sending?: Partial<Sending>) => Promise<MailOutcomes>
  /** Registers a client and asks the supervisor about them, on a day. */
  readonly asked: (client: string, supervisor: string, today: string) => Promise<Ids>
  /** The envelopes in the order in which they were planned: their state, reason and day. */
  readonly envelopes: () => Promise<[state: string, reason: string | null, day: string][]>
  readonly close: () => Promise<void>
}

/** Opens a post with so many connections to its server. */
export async function openPost(connections = 1): Promise<Post> {
  const refusals: Error[] = []
  const world = await mailWorld()
  const peer = await smtpPeer({ onRcptTo: (_, __, callback) => callback(refusals.shift() ?? null) })
  const transport = smtpTransport(peer.url, 'onderzoek@koppel.example', connections)
  return {
    world,
    arrived: peer.arrived,
    refusals,
    send: (today, sending = {}) =>
      sendWaitingMail(world.desk(transport, { ...ANY_TIME, lanes: connections, ...sending }), world.on(today)),
    asked: async (client, supervisor, today) => {
      const ids = await world.client(client, supervisor, today)
      expect(await inquire(world.database.study, world.on(today), ids.registrationId)).toMatchObject({ ok: true })
      return ids
    },
    envelopes: async () => {
      const rows = await world.database.study.mailEnvelope.findMany({ orderBy: { id: 'asc' } })
      return rows.map(({ state, reason, day }) => [state, reason, fromColumn(day)])
    },
    close: async () => {
      transport.close?.()
      await peer.close()
    },
  }
}

/** How many personal links a message has. */
export const linksIn = ({ mail }: Arrived): number => mail.text?.match(/\/answer\//g)?.length ?? 0
