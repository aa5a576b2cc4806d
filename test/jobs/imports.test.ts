import { beforeEach, expect, test } from 'vitest'
import { pendingErrands } from '../../app/identity/errands'
import { openUpload, uploadOf } from '../../app/identity/uploads'
import { suppressed } from '../../app/mail/transport'
import type { Occasion } from '../../app/platform/occasion'
import { ANY_TIME } from '../../app/protocol/sending'
import { refusedLines } from '../../app/records/import-refusals'
import { askApply, dropImport, type IntakeImport, importById } from '../../app/records/imports'
import { type Desk, deskOf } from '../../jobs/desk'
import { endOldFiles, runImport } from '../../jobs/imports/run'
import { freshDatabase } from '../database'
import { codeOf } from '../world'
import { emptyStudy, handedIn, takenIn } from './import-world'
import { lineOf, registerOf as register } from './register-file'

const database = await freshDatabase()
const desk: Desk = deskOf(database, database, {
  transport: suppressed,
  sending: ANY_TIME,
  baseUrl: 'https://koppel.example',
})
let occasion: Occasion
let studies = 0
beforeEach(async () => {
  occasion = (await emptyStudy(desk, `imports-${studies++}`)).occasion
})

const line = (...told: Parameters<ReturnType<typeof lineOf>>) => lineOf(occasion.today)(...told)
const counts = ({ rows, read, added, unchanged, changed, duplicates, refusedCount, changedFields }: IntakeImport) => ({
  rows,
  read,
  added,
  unchanged,
  changed,
  duplicates,
  refusedCount,
  changedFields,
})
const NONE = { added: 0, unchanged: 0, changed: 0, duplicates: 0, refusedCount: 0, changedFields: {} }
const refusedIn = async (importId: string) => (await refusedLines(desk.study, importId, { limit: 100 })).items
const now = async (importId: string) => (await importById(desk.study, occasion.study.id, importId)) as IntakeImport
const registrations = () =>
  desk.study.registration.findMany({ where: { studyId: occasion.study.id }, orderBy: { id: 'asc' } })

test('what looking through foresees is what taking in comes to, and the same file once more changes nothing', async () => {
  const file = register(
    line(1),
    line(2),
    line(3, { client: 1, staff: 2 }),
    line(1),
    line(2, { level: '3' }),
    line(4, { born: '31-02-1980' }),
  )
  const first = await takenIn(desk, occasion, file)
  const whole = { rows: 6, read: 6, ...NONE, added: 3, duplicates: 1, refusedCount: 2 }
  expect(counts(first.checked)).toEqual(whole)
  expect(counts(first.done)).toEqual(whole)
  expect(await refusedIn(first.importId)).toEqual([
    { line: 6, column: 'Toezichtnummer', code: 'duplicate_in_file' },
    { line: 7, column: 'Geboortedatum', code: 'not_a_day' },
  ])
  expect(await desk.study.client.count({ where: { studyId: occasion.study.id } })).toBe(2)
  const before = await registrations()
  const again = await takenIn(desk, occasion, file)
  for (const one of [again.checked, again.done]) expect(counts(one)).toEqual({ ...whole, added: 0, unchanged: 3 })
  expect(await registrations()).toEqual(before)
  expect(await desk.study.registerCovariate.count({ where: { registration: { studyId: occasion.study.id } } })).toBe(3)
  expect((await pendingErrands(desk.vault, occasion.study.id)).errands).toEqual([])
})

test('a row that says otherwise changes its case, by field, and looks at step 1 again; another supervisor takes over', async () => {
  await takenIn(desk, occasion, register(line(1, { status: 'Wachtlijst' }), line(2), line(3)))
  const { checked, done, importId } = await takenIn(
    desk,
    occasion,
    register(line(1, { level: '3' }), line(2, { staff: 9 }), line(3, { offence: 'Zeden' })),
  )
  const fields = { supervision_level: 1, status: 1, supervisor_number: 1, offence: 1 }
  const expected = { rows: 3, read: 3, ...NONE, changed: 3, changedFields: fields }
  expect(counts(checked)).toEqual(expected)
  expect(counts(done)).toEqual(expected)
  expect(await refusedIn(importId)).toEqual([])
  const [first, second, third] = await registrations()
  expect(first).toMatchObject({ supervisionLevel: 3, stage: 'to_inquire' })
  expect(second?.supervisorId).not.toBe(third?.supervisorId)
})

test('a row about another client than the supervision has is refused in the column of the number, and no other row', async () => {
  await takenIn(desk, occasion, register(line(1)))
  const { checked, done, importId } = await takenIn(desk, occasion, register(line(1, { client: 7 }), line(2)))
  for (const one of [checked, done]) expect(counts(one)).toMatchObject({ added: 1, refusedCount: 1, changed: 0 })
  expect(await refusedIn(importId)).toEqual([{ line: 2, column: 'Clientnummer', code: 'other_client' }])
})

test('a file that was not looked through is not taken in, and one that was dropped neither', async () => {
  const importId = await handedIn(desk, occasion, register(line(1)))
  expect(codeOf(await askApply(desk.study, occasion, importId))).toBe('import_elsewhere')
  expect(codeOf(await dropImport(desk.study, occasion, importId))).toBe('done')
  await runImport(desk, importId)
  expect(await now(importId)).toMatchObject({ state: 'dropped', read: 0 })
  expect(await registrations()).toEqual([])
})

test('several workers at once take a file in once', async () => {
  const importId = await handedIn(desk, occasion, {
    ...register(...Array.from({ length: 1200 }, (_, at) => line(at))),
    apply: true,
  })
  await Promise.all([runImport(desk, importId), runImport(desk, importId), runImport(desk, importId)])
  await runImport(desk, importId)
  expect(await now(importId)).toMatchObject({ state: 'done', added: 1200, unchanged: 0 })
  expect(await desk.study.auditEntry.count({ where: { studyId: occasion.study.id, verb: 'register' } })).toBe(1200)
})

test('a file lies sealed, in pieces, and goes after its day; an import that nobody went on with is dropped then', async () => {
  const importId = await handedIn(desk, occasion, register(line(1)))
  const chunks = await desk.vault.db.uploadChunk.findMany()
  for (const { sealed } of chunks) expect(Buffer.from(sealed).includes('Jansen')).toBe(false)
  expect(await uploadOf(desk.vault, importId)).toMatchObject({ name: 'extract.csv', whole: true })
  expect(await endOldFiles(desk, occasion)).toBe(0)
  const hourAgo = new Date(Date.parse('2000-01-01T00:00:00Z'))
  await desk.vault.db.upload.updateMany({ data: { endsAt: hourAgo } })
  await desk.study.intakeImport.updateMany({ where: { id: importId }, data: { begunAt: hourAgo } })
  await endOldFiles(desk, occasion)
  expect(await openUpload(desk.vault, importId)).toBeNull()
  expect((await now(importId)).state).toBe('dropped')
})
