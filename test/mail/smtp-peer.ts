import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What arrived: who it was handed to, the bytes, and how a mail program reads them. */
export type Arrived = { readonly to: string[]; readonly raw: string; readonly mail: Email }
export type SmtpPeer = { readonly url: string; readonly arrived: Arrived[]; readonly close: () => Promise<void> }

/** The answer of a mail server that says no. */
export const no = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code })

/** A real SMTP server on a free port that keeps what it is given. Its answers can be made to differ. */
export async function smtpPeer(answers: Partial<SMTPServerOptions> = {}): Promise<SmtpPeer> {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        PostalMime.parse(raw).then((mail) => {
          arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: raw.toString(), mail })
          callback(null, 'taken for delivery')
        }, callback)
      })
    },
    ...answers,
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  let closed: Promise<void> | undefined
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    // a server that is closed already never says so again
    close: () => {
      closed ??= new Promise((resolve) => server.close(() => resolve()))
      return closed
    },
  }
}
