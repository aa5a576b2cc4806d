import { expect, test } from 'vitest'
import { readBounce } from '../../../app/mail/bounces/bounce'
import { OTHERS } from './others'
import { SAMPLES } from './samples'

const ID = '019a0b6c-7c1e-7abc-8def-0123456789ab'
const crlf = (text: string) => text.replace(/\n/g, '\r\n')

const permanently = (status: string) => ({ messageId: ID, action: 'failed', status, permanent: true })
const EXPECTED: Record<keyof typeof SAMPLES, unknown> = {
  postfix: permanently('5.1.1'),
  postfix_delayed: { messageId: ID, action: 'delayed', status: '4.4.1', permanent: false },
  // given up after days: it says so itself, whatever the class of its code
  postfix_expired: permanently('4.4.1'),
  exchange_online: permanently('5.1.10'),
  exchange_without_message: permanently('5.2.1'),
  exim: permanently('5.2.2'),
  exim_in_words: permanently('5.0.0'),
  sendmail: permanently('5.1.2'),
  gmail: permanently('5.1.1'),
  qmail: permanently('5.7.1'),
  delivered: { messageId: ID, action: 'relayed', status: '2.1.5', permanent: false },
}

test.each(Object.keys(SAMPLES) as (keyof typeof SAMPLES)[])('a report as %s gives it', async (shape) => {
  const text = SAMPLES[shape](ID)
  expect(await readBounce(Buffer.from(text))).toEqual(EXPECTED[shape])
  expect(await readBounce(Buffer.from(crlf(text)))).toEqual(EXPECTED[shape])
})

test.each(Object.keys(OTHERS) as (keyof typeof OTHERS)[])('no report about a message of ours: %s', async (kind) => {
  expect(await readBounce(Buffer.from(OTHERS[kind](ID)))).toBeNull()
})

test('of several recipients behind an alias the worst counts', async () => {
  const several = SAMPLES.postfix(ID).replace(
    'Final-Recipient',
    'Final-Recipient: rfc822; first@y.example\nAction: relayed\nStatus: 2.0.0\n\nFinal-Recipient',
  )
  expect(await readBounce(Buffer.from(several))).toEqual(permanently('5.1.1'))
})

test('a report that was cut off in the message that it returns says what it says', async () => {
  const text = SAMPLES.postfix(ID)
  const cut = text.slice(0, text.indexOf('Content-Type: multipart/alternative'))
  expect(await readBounce(Buffer.from(cut))).toEqual(permanently('5.1.1'))
})

test('any beginning of a report is read without harm', async () => {
  const text = SAMPLES.gmail(ID)
  for (let end = 0; end < text.length; end += 7) {
    const read = await readBounce(Buffer.from(text.slice(0, end)))
    if (read) expect(read).toEqual(permanently(read.status === '5.0.0' ? '5.0.0' : '5.1.1'))
  }
})
