import { type AddressInfo, createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { MailStopped, smtpTransport } from '../../app/mail/smtp'
import type { Message, Transport } from '../../app/mail/transport'
import { day } from '../../app/protocol/day'
import { no, type SmtpPeer, smtpPeer } from './smtp-peer'

const open: { close?: () => unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close?.()
})

async function opened(answers?: Parameters<typeof smtpPeer>[0]): Promise<{ peer: SmtpPeer; transport: Transport }> {
  const peer = await smtpPeer(answers)
  const transport = smtpTransport(peer.url, 'Onderzoek <onderzoek@koppel.example>')
  open.push(transport, peer)
  return { peer, transport }
}

const message = (more: Partial<Message> = {}): Message => ({
  studyId: 'study',
  day: day('2012-03-05'),
  envelopeId: 'envelope',
  messageId: '0190a5c2',
  pseudonym: 'ABC-DEF-GHJ',
  subject: 'Vraag over een nieuwe cliënt',
  text: 'Goedendag,\n\ncafé\n',
  html: '<p>Goedendag,</p><p>café</p>',
  to: { name: 'Renée van den Berg', email: 'renee@reclassering.example' },
  ...more,
})

test('a message arrives as it was written, under the Message-ID that was planned', async () => {
  const { peer, transport } = await opened()
  expect(await transport.send(message())).toEqual({ outcome: 'delivered', answer: '250 taken for delivery' })
  const [one] = peer.arrived
  expect(one?.to).toEqual(['renee@reclassering.example'])
  expect(one?.mail.messageId).toBe('<0190a5c2@koppel.example>')
  expect(one?.mail.subject).toBe('Vraag over een nieuwe cliënt')
  expect(one?.mail.from).toMatchObject({ name: 'Onderzoek', address: 'onderzoek@koppel.example' })
  expect(one?.mail.to).toMatchObject([{ name: 'Renée van den Berg', address: 'renee@reclassering.example' }])
  expect(one?.mail.text?.trim()).toBe('Goedendag,\n\ncafé')
  expect(one?.mail.html?.trim()).toBe('<p>Goedendag,</p><p>café</p>')
})

test('what the study set stands before the address that sends, and says where an answer goes', async () => {
  const { peer, transport } = await opened()
  await transport.send(
    message({ from: { senderName: 'Onderzoek, "Werk"\r\nBcc: x@evil.example', replyTo: 'vragen@koppel.example' } }),
  )
  await transport.send(message({ from: { senderName: null, replyTo: null } }))
  const [set, unset] = peer.arrived.map(({ mail }) => mail)
  expect(set?.from).toMatchObject({
    name: 'Onderzoek, "Werk" Bcc: x@evil.example',
    address: 'onderzoek@koppel.example',
  })
  expect(set?.replyTo).toMatchObject([{ address: 'vragen@koppel.example' }])
  expect(set?.headers.map(({ key }) => key)).not.toContain('bcc')
  expect(set?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
  expect(set?.headers.map(({ key }) => key)).not.toContain('list-id')
  expect(unset?.from).toMatchObject({ name: 'Onderzoek' })
  expect(unset?.replyTo).toBeUndefined()
})

test('nothing that a register holds can add a header or a recipient', async () => {
  const { peer, transport } = await opened()
  const evil = 'Jan\r\nBcc: other@evil.example\r\n\r\nbody'
  await transport.send(message({ subject: evil, to: { name: evil, email: 'jan@reclassering.example' } }))
  const [one] = peer.arrived
  expect(one?.to).toEqual(['jan@reclassering.example'])
  expect(one?.mail.headers.map(({ key }) => key)).not.toContain('bcc')
  expect(one?.mail.text?.trim()).toBe('Goedendag,\n\ncafé')
  for (const email of [
    'a@b.nl\r\nBcc: c@d.nl',
    'a@b.nl, c@d.nl',
    'a@b.nl>\r\nRCPT TO:<c@d.nl',
    'Jan <a@b.nl>',
    'nobody',
    '',
  ])
    expect(await transport.send(message({ to: { name: 'Jan', email } })), email).toMatchObject({
      outcome: 'unknown_mailbox',
    })
  expect(peer.arrived).toHaveLength(1)
})

const refusing = (code: number, text: string) => ({
  onRcptTo: (_: unknown, __: unknown, callback: (error: Error) => void) => callback(no(code, text)),
})

test.each([
  [451, '4.7.1 greylisted, come back later', 'temporary'],
  [452, '4.2.2 mailbox full', 'temporary'],
  [550, '5.1.1 <renee@reclassering.example>: no such user', 'unknown_mailbox'],
  [550, 'no such user here', 'unknown_mailbox'],
  [550, '5.2.1 mailbox disabled', 'unknown_mailbox'],
  [550, '5.4.1 Recipient address rejected: Access denied', 'unknown_mailbox'],
  [550, '5.1.10 RESOLVER.ADR.RecipientNotFound', 'unknown_mailbox'],
  [552, '5.2.2 mailbox full', 'unknown_mailbox'],
  [554, '5.7.1 <renee@reclassering.example>: Recipient address rejected: Access denied', 'unknown_mailbox'],
  [550, '5.0.0 User unknown', 'unknown_mailbox'],
  [550, '5.1.0 Address rejected', 'unknown_mailbox'],
  [554, '5.4.14 hop count exceeded', 'unknown_mailbox'],
])('a recipient answered by %i %s is %s', async (code, text, outcome) => {
  const { transport } = await opened(refusing(code, text))
  const delivery = await transport.send(message())
  expect(delivery.outcome).toBe(outcome)
  expect(JSON.stringify(delivery)).not.toContain('renee@')
})

test.each([
  [550, '5.7.1 relaying denied for renee@reclassering.example'],
  [554, '5.7.26 sender not authenticated'],
  [550, '5.7.54 Unable to relay recipient in non-accepted domain'],
  [554, '5.7.1 Service unavailable; Client host [192.0.2.1] blocked'],
  [530, '5.7.0 Authentication required'],
  [553, 'sorry, that domain is not in my list of allowed rcpthosts'],
  [550, '5.1.8 Sender address rejected: Domain not found'],
])("%i %s is nobody's mailbox and does not pass: it is raised, without the address", async (code, text) => {
  const { transport } = await opened(refusing(code, text))
  const failure = await transport.send(message()).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(MailStopped)
  expect(String(failure)).toContain(String(code))
  expect(String(failure)).not.toContain('renee@')
})

test('a refusal after the text is temporary or raised by its code too', async () => {
  const after = (code: number) => ({
    onData: (stream: NodeJS.ReadableStream, _: unknown, callback: (error: Error) => void) => {
      stream.resume()
      stream.on('end', () => callback(no(code, 'not today')))
    },
  })
  expect(await (await opened(after(451))).transport.send(message())).toMatchObject({
    ...{ outcome: 'temporary', handedOver: true, ofRecipient: false },
  })
  await expect((await opened(after(552))).transport.send(message())).rejects.toBeInstanceOf(MailStopped)
})

test('a server that is not there, or hangs up, is tried again later', async () => {
  const { peer, transport } = await opened()
  await peer.close()
  expect(await transport.send(message())).toMatchObject({
    ...{ outcome: 'temporary', handedOver: false, ofRecipient: false },
  })
  const rude = createServer((socket) => socket.end('220 welcome\r\n', () => socket.destroy()).on('error', () => {}))
  await new Promise<void>((ready) => rude.listen(0, '127.0.0.1', ready))
  const toRude = smtpTransport(`smtp://127.0.0.1:${(rude.address() as AddressInfo).port}`, 'onderzoek@koppel.example')
  open.push(toRude, { close: () => new Promise((closed) => rude.close(closed)) })
  expect(await toRude.send(message())).toMatchObject({ outcome: 'temporary' })
})

test('a refused login is raised', async () => {
  const peer = await smtpPeer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_, __, callback) => callback(no(535, '5.7.8 bad login')),
  })
  const transport = smtpTransport(peer.url.replace('//', '//user:wrong@'), 'onderzoek@koppel.example')
  open.push(transport, peer)
  await expect(transport.send(message())).rejects.toThrow(/5\.7\.8/)
})

test('a sender without a domain is refused at the start, a message without an address at once', async () => {
  expect(() => smtpTransport('smtp://127.0.0.1:1', 'Onderzoek')).toThrow(RangeError)
  const { transport } = await opened()
  const { to: _, ...nobody } = message()
  await expect(transport.send(nobody)).rejects.toThrow(RangeError)
})
