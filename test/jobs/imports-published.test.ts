import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { suppressed } from '../../app/mail/transport'
import { flow } from '../../app/records/flow'
import { dailySweep } from '../../jobs/daily-sweep'
import { deskOf } from '../../jobs/desk'
import { freshDatabase } from '../database'
import { emptyStudy, published, takenIn } from './import-world'

const EXPECTED = JSON.parse(readFileSync(join(import.meta.dirname, '../cohort/expected.json'), 'utf8'))
const FILES = [
  ['register', 'instroom.csv'],
  ['replies', 'replies.csv'],
  ['fieldwork', 'fieldwork.csv'],
] as const

test('the three published files, one after the other as files of the past, give the published funnel and no mail', async () => {
  const database = await freshDatabase()
  const desk = deskOf(database, database, { transport: suppressed, baseUrl: 'https://koppel.example' })
  const { study, occasion } = await emptyStudy(desk, 'published')
  for (const [kind, name] of FILES) {
    const { done } = await takenIn(desk, occasion, { kind, file: published(name), past: true, apply: true })
    expect(done).toMatchObject({ state: 'done', refusedCount: 0, duplicates: 0, added: done.rows })
  }
  const { funnel, not_included } = await flow(desk.study, study, { on: occasion.today })
  expect(funnel).toEqual(EXPECTED.funnel)
  expect(not_included).toEqual(EXPECTED.not_included)
  // what a day brings afterwards writes to nobody about that time either
  await dailySweep(desk, occasion)
  expect(await desk.study.mailLine.count()).toBe(0)
}, 600_000)
