import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Mark, messagesOf } from '../../../app/mail/bounces/mailbox'
import { mboxMessages } from '../../../app/mail/bounces/mbox'

const folder = mkdtempSync(join(tmpdir(), 'koppel-mailbox-'))
afterAll(() => rmSync(folder, { recursive: true }))

const FROM = 'From MAILER-DAEMON Mon Oct  8 07:00:03 2012'
const texts = async (path: string, from: Mark | null = null) => {
  const read: string[] = []
  let mark: Mark | null = from
  for await (const found of messagesOf(path, from)) {
    read.push(found.raw.toString())
    mark = found.mark
  }
  return { read, mark }
}
/** The bytes in pieces of a size, as a disk might give them. */
async function* inPieces(text: string, size: number) {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
const split = async (text: string, size = 64, most = 10_000) => {
  const messages: string[] = []
  for await (const { raw } of mboxMessages(inPieces(text, size), most)) messages.push(raw.toString())
  return messages
}

describe('an mbox file', () => {
  const TWO = `${FROM}\nSubject: a\n\nOne\n>From here\n>>From there\nFrom nobody at 10:00 in 2012\n\nFrom me to you\n\n${FROM}\nSubject: b\n\nTwo\n`
  const PARTS = [
    'Subject: a\n\nOne\nFrom here\n>From there\nFrom nobody at 10:00 in 2012\n\nFrom me to you\n\n',
    'Subject: b\n\nTwo\n',
  ]

  test.each([1, 2, 3, 7, 64, 10_000])('falls apart at its From_ lines, in pieces of %d bytes', async (size) => {
    expect(await split(TWO, size)).toEqual(PARTS)
    expect(await split(TWO.replace(/\n/g, '\r\n'), size)).toEqual(PARTS.map((part) => part.replace(/\n/g, '\r\n')))
  })

  test('may be empty, end without a line end, or begin with what is no message', async () => {
    expect(await split('')).toEqual([])
    expect(await split('nothing of the kind\n')).toEqual([])
    expect(await split(`${FROM}\nSubject: a`)).toEqual(['Subject: a'])
    expect(await split(`${FROM}\n`)).toEqual([''])
  })

  test('keeps only the beginning of a long message, also of one without lines', async () => {
    const long = `${FROM}\nSubject: a\n\n${'x'.repeat(50_000)}\n\n${FROM}\nSubject: b\n\n`
    const [first = '', second] = await split(long, 4096, 2_000)
    expect(first).toHaveLength(2_000)
    expect(second).toBe('Subject: b\n\n')
  })

  test('is read on from where it was read, its last message once more', async () => {
    const path = join(folder, 'on')
    writeFileSync(path, `${FROM}\nSubject: a\n\n1\n\n${FROM}\nSubject: b\n\nhal`)
    const first = await texts(path)
    expect(first.read).toEqual(['Subject: a\n\n1\n\n', 'Subject: b\n\nhal'])
    expect((await texts(path, first.mark)).read).toEqual(['Subject: b\n\nhal'])
    appendFileSync(path, `f\n\n${FROM.replace('8', '9')}\nSubject: c\n\n3\n`)
    const second = await texts(path, first.mark)
    expect(second.read).toEqual(['Subject: b\n\nhalf\n\n', 'Subject: c\n\n3\n'])
    const again = await texts(path, second.mark)
    expect(again).toEqual({ read: ['Subject: c\n\n3\n'], mark: second.mark })
  })

  test('that was emptied, or replaced by another, is read from its beginning', async () => {
    const path = join(folder, 'rotated')
    writeFileSync(path, `${FROM}\nSubject: a\n\n\n${FROM}\nSubject: b\n\n\n`)
    const { mark } = await texts(path)
    writeFileSync(path, `${FROM}\nSubject: c\n\n\n`)
    expect((await texts(path, mark)).read).toEqual(['Subject: c\n\n\n'])
    const other = FROM.replace('MAILER', 'NAILER')
    writeFileSync(path, `${other}\nSubject: d\n\n\n${other}\nSubject: e\n\n\n`)
    expect((await texts(path, mark)).read).toHaveLength(2)
  })

  test('of 100 MB takes the memory of a message', async () => {
    async function* large() {
      const one = Buffer.from(`${FROM}\nSubject: a\n\n${`${'y'.repeat(98)}\n`.repeat(10_000)}\n`)
      for (let n = 0; n < 100; n++) yield Buffer.from(one)
    }
    let count = 0
    let most = 0
    for await (const { raw } of mboxMessages(large(), 1_000)) {
      count++
      most = Math.max(most, raw.length)
    }
    expect({ count, most }).toEqual({ count: 100, most: 1_000 })
  })
})

describe('a Maildir', () => {
  const maildir = join(folder, 'Maildir')
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(maildir, part), { recursive: true })
  const put = (part: string, name: string, text: string) => {
    writeFileSync(join(maildir, 'tmp', name), text)
    renameSync(join(maildir, 'tmp', name), join(maildir, part, name))
  }

  test('is read in new and in cur, and on from the newest file', async () => {
    put('new', '1.a', 'Subject: a\n\n')
    put('cur', '2.b:2,S', 'Subject: b\n\n')
    put('tmp', '3.c', 'half')
    put('new', '.hidden', 'no')
    const { read, mark } = await texts(maildir)
    expect(read).toEqual(['Subject: a\n\n', 'Subject: b\n\n'])
    // what came within the last hour comes again
    expect((await texts(maildir, mark)).read).toHaveLength(2)
    const later = { cameMs: (mark as { cameMs: number }).cameMs + 3_600_001 }
    expect(await texts(maildir, later)).toEqual({ read: [], mark: later })
  })

  test('a folder that is none, or nothing at all, is no mailbox', async () => {
    await expect(texts(folder)).rejects.toThrow('ENOENT')
    await expect(texts(join(folder, 'nothing'))).rejects.toThrow('ENOENT')
  })
})
