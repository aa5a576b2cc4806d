import { beforeEach, expect, test } from 'vitest'
import { suppressed } from '../../app/mail/transport'
import type { Occasion } from '../../app/platform/occasion'
import { addDays } from '../../app/protocol/day'
import { ANY_TIME } from '../../app/protocol/sending'
import { refusedLines } from '../../app/records/import-refusals'
import { importById } from '../../app/records/imports'
import { correctReply } from '../../app/records/intake/correction'
import { type Desk, deskOf } from '../../jobs/desk'
import { wholeOf } from '../../jobs/imports/batches'
import { openedFile } from '../../jobs/imports/opened-file'
import { freshDatabase } from '../database'
import { must } from '../world'
import { emptyStudy, handedIn, published, takenIn } from './import-world'

const database = await freshDatabase()
const desk: Desk = deskOf(database, database, {
  transport: suppressed,
  sending: ANY_TIME,
  baseUrl: 'https://koppel.example',
})
const HEADER = 'supervision,replied_on,is_supervisor,contacts,next_contact_on,reason'
let occasion: Occasion
let studies = 0
beforeEach(async () => {
  occasion = (await emptyStudy(desk, `replies-${studies++}`)).occasion
})

const replies = (...lines: readonly string[]) => ({
  kind: 'replies' as const,
  file: Buffer.from([HEADER, ...lines, ''].join('\n')),
  past: false,
})
const ofStudy = () => ({ studyId: occasion.study.id })
const cases = () => desk.study.registration.findMany({ where: ofStudy(), include: { inquiry: true, dyad: true } })

/** The first rows of the published register that can be asked about, as of this week; gives their numbers. */
async function registered(count: number): Promise<string[]> {
  const day = addDays(occasion.today, -5).split('-').reverse().join('-')
  const [header = '', ...lines] = published('instroom.csv').toString('latin1').trim().split(/\r?\n/)
  const running = lines
    .map((line) => line.replace(/\d\d-\d\d-201\d/g, day))
    .filter((line) => line.includes(';Lopend') && line.includes('Voorwaardelijke'))
    .slice(0, count)
  const file = Buffer.from(`${[header, ...running].join('\n')}\n`, 'latin1')
  await takenIn(desk, occasion, { kind: 'register', file, past: false })
  return running.map((line) => line.split(';')[5] ?? '')
}

test('a reply to what nobody asked came another way: it counts as asked on its day, and nobody is mailed', async () => {
  const [number] = await registered(1)
  const told = replies(`${number},${addDays(occasion.today, -2)},yes,2,${addDays(occasion.today, 9)},`)
  const { checked, done } = await takenIn(desk, occasion, told)
  for (const one of [checked, done]) expect(one).toMatchObject({ added: 1, refusedCount: 0 })
  const [found] = await cases()
  const on = new Date(addDays(occasion.today, -2))
  expect(found?.inquiry).toMatchObject({ sentOn: on, repliedOn: on, answeredBy: 'import', contacts: 2 })
  expect(found?.inquiry?.askedId).toBe(found?.supervisorId)
  expect(found).toMatchObject({ stage: 'to_approach', dyad: { unboundOn: null } })
  const mails = await desk.study.mailLine.findMany({ where: { registration: ofStudy() }, select: { kind: true } })
  expect(mails.map(({ kind }) => kind)).not.toContain('inquiry')
  const again = await takenIn(desk, occasion, told)
  expect(again.done).toMatchObject({ added: 0, unchanged: 1, changed: 0 })
})

test('such a reply is refused as any other is, and then nothing was asked', async () => {
  const [number] = await registered(1)
  const told = replies(`${number},${occasion.today},yes,,,`)
  const { done, importId } = await takenIn(desk, occasion, told)
  expect(done).toMatchObject({ added: 0, refusedCount: 1 })
  expect((await refusedLines(desk.study, importId, { limit: 9 })).items).toMatchObject([{ code: 'required' }])
  expect(await cases()).toMatchObject([{ stage: 'to_inquire', inquiry: null }])
})

test('the same file again does not undo what was corrected since', async () => {
  const [number] = await registered(1)
  const repliedOn = addDays(occasion.today, -2)
  const file = replies(`${number},${repliedOn},yes,7,,`)
  await takenIn(desk, occasion, file)
  const [before] = await cases()
  expect(before).toMatchObject({ stage: 'left', leftStep: 'criteria' })
  const registrationId = before?.id as string
  const right = { registrationId, repliedOn, isSupervisor: true, contacts: 2, nextContactOn: null, reason: null }
  must(await correctReply(desk.study, occasion, right))
  const corrected = await cases()
  expect(corrected).toMatchObject([{ stage: 'to_approach' }])
  const again = await takenIn(desk, occasion, file)
  for (const one of [again.checked, again.done]) expect(one).toMatchObject({ changed: 0, unchanged: 1, added: 0 })
  expect(await cases()).toEqual(corrected)
})

test('a day is in reach or not by the day on which the import began: what goes on after midnight reads every row as before', async () => {
  const importId = await handedIn(desk, occasion, replies(`T1,${addDays(occasion.today, 1)},yes,2,,`))
  const found = await importById(desk.study, occasion.study.id, importId)
  if (!found) throw new Error('the import has gone')
  const later = { ...occasion, today: addDays(occasion.today, 1) }
  const { rows, read } = must(await openedFile(desk, later, found))
  for await (const row of rows)
    expect('cells' in row && read(row.cells)).toMatchObject({ ok: false, refusal: { code: 'day_out_of_reach' } })
})

test('a file of more rows than memory is given to is refused before it is read to its end', async () => {
  const lines = Array.from({ length: 3_500 }, (_, at) => `T${at},${occasion.today},yes,2,,`)
  const importId = await handedIn(desk, occasion, replies(...lines))
  const found = await importById(desk.study, occasion.study.id, importId)
  if (!found) throw new Error('the import has gone')
  const file = must(await openedFile(desk, occasion, found))
  let given = 0
  async function* counted() {
    for await (const row of file.rows) {
      given++
      yield row
    }
  }
  const whole = (most: number) => wholeOf({ ...file, rows: counted() }, false, most)
  expect(await whole(1_500)).toMatchObject({ ok: false, refusal: { code: 'too_many_rows' } })
  expect(given).toBeLessThan(2_500)
  expect(must(await whole(3_500))).toMatchObject({ to: 3_500, refused: [] })
})
