import pg from 'pg'
import { expect, test } from 'vitest'
import { suppressed } from '../../app/mail/transport'
import { ANY_TIME } from '../../app/protocol/sending'
import { TakenElsewhere } from '../../app/records/import-progress'
import { importById, importsUnderWay } from '../../app/records/imports'
import { noteLooked } from '../../app/records/imports-taken'
import { deskOf } from '../../jobs/desk'
import { runImport } from '../../jobs/imports/run'
import { freshDatabase } from '../database'
import { emptyStudy, handedIn, published } from './import-world'

test('who was only looking a file through notes nothing in an import that is taken in by now', async () => {
  const database = await freshDatabase()
  const desk = deskOf(database, database, {
    transport: suppressed,
    sending: ANY_TIME,
    baseUrl: 'https://koppel.example',
  })
  const { occasion } = await emptyStudy(desk, 'zombie')
  const sent = { kind: 'replies', file: published('replies.csv'), past: true, apply: true } as const
  const importId = await handedIn(desk, occasion, sent)
  const seen = { importId, apply: false, from: 0, to: 50, duplicates: 0, refused: [] }
  await expect(noteLooked(desk.study, seen, [])).rejects.toThrow(TakenElsewhere)
  expect(await importById(desk.study, occasion.study.id, importId)).toMatchObject({ state: 'applying', read: 0 })
})

test('an import whose batch the database refuses ends, says so, and keeps what it wrote; handed in again it goes on', async () => {
  const database = await freshDatabase()
  const desk = deskOf(database, database, {
    transport: suppressed,
    sending: ANY_TIME,
    baseUrl: 'https://koppel.example',
  })
  const { occasion } = await emptyStudy(desk, 'broken')
  const now = async (id: string) => importById(desk.study, occasion.study.id, id)
  const owner = new pg.Client({ connectionString: database.urls.owner })
  await owner.connect()
  // the second batch of 500 meets it
  await owner.query("ALTER TABLE study.registration ADD CONSTRAINT broken CHECK (location <> 'Nergens')")
  const [header = '', ...lines] = published('instroom.csv').toString('latin1').split('\n').slice(0, 701)
  const location = header.split(';').findIndex((heading) => heading.trim() === 'Locatie')
  lines[600] = (lines[600] ?? '').split(';').with(location, 'Nergens').join(';')
  const file = Buffer.from(`${[header, ...lines].join('\n')}\n`, 'latin1')
  const sent = { kind: 'register', file, past: true, apply: true } as const
  const importId = await handedIn(desk, occasion, sent)
  await runImport(desk, importId)
  expect(await now(importId)).toMatchObject({ state: 'failed', failure: 'broken_rows', read: 500, added: 500 })
  expect(await importsUnderWay(desk.study, occasion.study.id)).toEqual([])
  expect(await desk.study.registration.count()).toBe(500)
  await owner.query('ALTER TABLE study.registration DROP CONSTRAINT broken')
  await owner.end()
  const again = await handedIn(desk, occasion, sent)
  await runImport(desk, again)
  expect(await now(again)).toMatchObject({ state: 'done', read: 700, added: 200, unchanged: 500 })
}, 180_000)
