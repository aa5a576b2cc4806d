// A mail server in a process of its own, which nobody kills: what it accepted stands in its record before it says so.
import { appendFileSync } from 'node:fs'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { now } from '../../app/platform/clock'
import { randomFrom } from '../../app/protocol/instruments/random'
import { no } from '../mail/smtp-peer'
import { type Accepted, GONE, type PeerNews, type PeerProcess } from './accepted'

const { record, seed } = JSON.parse(process.env.PEER ?? '{}') as PeerProcess
const random = randomFrom(seed)
const tell = (news: PeerNews) => process.send?.(news)
const later = (most: number, then: () => void) => setTimeout(then, random() * most)
const connected = new Map<string, number>()
/** Messages that were handed over and are neither accepted nor refused yet: they may be without whoever sent them. */
let undecided = 0

/** Hangs up without a word. */
function hangUp({ id }: SMTPServerSession) {
  tell({ trouble: 'hung_up' })
  const all = server.connections as unknown as Set<{ id: string; _socket: { destroy: () => void } }>
  for (const connection of all) if (connection.id === id) connection._socket.destroy()
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onConnect: (session, answer) => {
    connected.set(session.id, now().getTime())
    if (random() < 0.02) return hangUp(session)
    answer(null)
  },
  onClose: ({ id }) => {
    connected.delete(id)
  },
  onRcptTo: ({ address }, session, answer) => {
    if (address.startsWith(GONE)) return answer(no(550, '5.1.1 no such user'))
    if (random() < 0.01) return hangUp(session)
    if (random() < 0.03) {
      tell({ trouble: 'refused_for_now' })
      return answer(no(450, '4.2.1 try again later'))
    }
    if (random() < 0.01) return void later(1_500, () => answer(null))
    answer(null)
  },
  onData: (stream, session, answer) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => void taken(Buffer.concat(chunks), session, answer))
  },
})

async function taken(raw: Buffer, session: SMTPServerSession, answered: (error: Error | null, text?: string) => void) {
  undecided++
  const answer: typeof answered = (...words) => {
    undecided--
    answered(...words)
  }
  const { text = '', messageId = '' } = await PostalMime.parse(raw)
  if (random() < 0.01) {
    undecided--
    return hangUp(session)
  }
  if (random() < 0.02) {
    tell({ trouble: 'refused_for_now' })
    return answer(no(451, '4.3.0 not now'))
  }
  const accept = () => {
    const worker = String(session.hostNameAppearsAs)
    const acceptedAt = now().getTime()
    const to = session.envelope.rcptTo[0]?.address ?? ''
    const one: Accepted = {
      to,
      messageId,
      worker,
      connectedAt: connected.get(session.id) ?? acceptedAt,
      acceptedAt,
      text,
    }
    appendFileSync(record, `${JSON.stringify(one)}\n`)
    tell({ accepted: { worker, messageId } })
    // between this and the sender's commit lies the only moment in which a death sends a message twice
    if (random() < 0.5) later(80, () => answer(null, 'taken for delivery'))
    else answer(null, 'taken for delivery')
  }
  if (random() < 0.02) later(1_000, accept)
  else accept()
}

server.on('error', () => {})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.server.address() as { port: number }
  tell({ listens: `smtp://127.0.0.1:${port}` })
})
process.on('message', () => tell({ open: server.connections.size + undecided }))
process.on('disconnect', () => process.exit(0))
