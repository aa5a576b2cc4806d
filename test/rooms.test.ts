import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { complaints } from './rooms/rules'
import { readAll, type Source, sourcesIn } from './rooms/tree'

const root = fileURLToPath(new URL('..', import.meta.url))
const judged = (...sources: Source[]) => complaints(readAll(sources))
const file = (path: string, text: string): Source => ({ path, text })

test('the house keeps its rules', () => {
  const files = readAll(sourcesIn(root))
  expect(files.length).toBeGreaterThan(20)
  expect(complaints(files)).toEqual([])
})

const DAY = file('app/protocol/day.ts', 'export const a = 1\n')
const LEDGER = file('app/records/ledger.ts', 'export const a = 1\n')

// each rule is planted once: a rule that nothing can break guards nothing
test.each<[string, Source[], string]>([
  [
    'records may not see names',
    [file('app/records/a.ts', "import { a } from '../identity/b'"), file('app/identity/b.ts', '')],
    'app/records/a.ts: records may not import app/identity/b.ts',
  ],
  [
    'exports may not see names',
    [file('app/exports/a.ts', "export { a } from '../identity/b'"), file('app/identity/b.ts', '')],
    'app/exports/a.ts: exports may not import app/identity/b.ts',
  ],
  [
    'protocol knows no machine',
    [file('app/protocol/a.ts', "import { readFileSync } from 'node:fs'")],
    'app/protocol/a.ts: protocol may not import node:fs',
  ],
  [
    'dynamic imports count',
    [file('app/ui/a.tsx', "export const a = () => import('../records/ledger')"), LEDGER],
    'app/ui/a.tsx: ui may not import app/records/ledger.ts',
  ],
  [
    'imports of types count',
    [file('app/ui/a.tsx', "import type { A } from '../records/ledger'"), LEDGER],
    'app/ui/a.tsx: ui may not import app/records/ledger.ts',
  ],
  [
    'access takes types only',
    [file('app/access/a.ts', "import { a } from '../protocol/day'"), DAY],
    'app/access/a.ts: access takes types only from app/protocol/day.ts',
  ],
  [
    'routes reach the queue only',
    [file('app/routes/a.tsx', "import { b } from '../../jobs/worker'"), file('jobs/worker.ts', '')],
    'app/routes/a.tsx: routes may not import jobs/worker.ts',
  ],
  [
    'nothing imports a script',
    [file('jobs/a.ts', "import { b } from '../scripts/b'"), file('scripts/b.ts', '')],
    'jobs/a.ts: jobs may not import scripts/b.ts',
  ],
  [
    'nothing imports a test',
    [file('app/records/a.ts', "import { b } from '../../test/b'"), file('test/b.ts', '')],
    'app/records/a.ts: records may not import test/b.ts',
  ],
  [
    'the client is the platform’s',
    [file('app/records/a.ts', "import { PrismaClient } from '../../prisma/client/client'")],
    'app/records/a.ts: records may not import prisma/client/client',
  ],
  [
    'zod comes through one door',
    [file('scripts/a.ts', "import { z } from 'zod'")],
    'scripts/a.ts: zod comes through app/platform/zod.ts',
  ],
  [
    'the framework stays in its rooms',
    [file('app/ui/a.tsx', "import { Form } from '@remix-run/react'")],
    'app/ui/a.tsx: may not know the framework',
  ],
  [
    'one platform file knows it',
    [file('app/platform/a.ts', "import '@remix-run/node'"), file('app/platform/b.ts', "import '@remix-run/node'")],
    'app/platform/b.ts: a second file of the platform that knows the framework',
  ],
  [
    'only identity looks into a vault',
    [file('jobs/a.ts', 'export const a = (desk) => desk.vault.keys.open(b, c)')],
    'jobs/a.ts: looks into a vault',
  ],
  [
    'nor takes it apart',
    [file('app/routes/a.tsx', 'export const a = (context) => { const { db: mine } = context.vault; return mine }')],
    'app/routes/a.tsx: looks into a vault',
  ],
  [
    'nor is given its parts',
    [file('scripts/a.ts', 'export const a = ({ keys }: Vault) => keys')],
    'scripts/a.ts: looks into a vault',
  ],
  [
    'tables of names are identity’s',
    [file('app/routes/a.tsx', 'export const a = (context) => context.databases.vault.person.findMany()')],
    'app/routes/a.tsx: reads a table of the vault',
  ],
  [
    'also in SQL',
    [file('app/records/a.ts', 'export const a = (db) => db.$queryRaw`SELECT 1 FROM identity.person`')],
    'app/records/a.ts: reads a table of the vault',
  ],
  [
    'the key table is read in few places',
    [file('app/identity/a.ts', 'export const a = (db) => db.$queryRaw`SELECT 1 FROM b JOIN identity.key k ON true`')],
    'app/identity/a.ts: reads the key table',
  ],
  [
    'under whichever name',
    [file('app/identity/a.ts', 'export const a = (db) => db.keyEntry.findMany()')],
    'app/identity/a.ts: reads the key table',
  ],
  ['300 lines', [file('jobs/a.ts', 'export {}\n'.repeat(301))], 'jobs/a.ts: has 301 lines'],
  [
    'new Date()',
    [file('jobs/a.ts', 'export const a = new Date()')],
    'jobs/a.ts: only app/platform/clock.ts asks what time it is',
  ],
  [
    'new Date',
    [file('test/a.ts', 'export const a = new Date')],
    'test/a.ts: only app/platform/clock.ts asks what time it is',
  ],
  [
    'Date.now',
    [file('scripts/a.ts', 'export const a = Date.now()')],
    'scripts/a.ts: only app/platform/clock.ts asks what time it is',
  ],
  [
    'transactions',
    [file('app/records/a.ts', 'export const a = (db) => db.$transaction(b)')],
    'app/records/a.ts: a transaction is opened by change() only',
  ],
  [
    'folders',
    [file('app/records/helpers/a.ts', '')],
    'app/records/helpers/a.ts: stands in a folder whose name says nothing',
  ],
  ['names', [file('app/records/case-manager.ts', '')], 'app/records/case-manager.ts: has a name that says nothing'],
  ['barrels', [file('app/records/all.ts', "export * from './ledger'"), LEDGER], 'app/records/all.ts: is a barrel'],
  [
    'circles',
    [file('jobs/a.ts', "import './b'"), file('jobs/b.ts', "import './c'"), file('jobs/c.ts', "import './a'")],
    'jobs/a.ts → jobs/b.ts → jobs/c.ts → jobs/a.ts: a circle',
  ],
])('%s', (_rule, sources, complaint) => {
  expect(judged(...sources)).toEqual([complaint])
})

test('what is allowed passes', () => {
  const fine = [
    DAY,
    LEDGER,
    file('app/platform/clock.ts', 'export const now = () => new Date()'),
    file('app/access/a.ts', "import type { Day } from '../protocol/day'"),
    file('app/records/change.ts', '// not new Date(), not Date.now()\nexport const a = (db) => db.$transaction(b)'),
    file('app/protocol/other.ts', "import { tz } from '@date-fns/tz'\nimport { a } from './day'"),
    file(
      'app/routes/a.tsx',
      "import { json } from '@remix-run/node'\nimport { q } from '../../jobs/queues'\nimport '../styles/a.css?url'",
    ),
    file('app/identity/tie.ts', 'export const a = (db) => db.$queryRaw`SELECT id FROM identity.key`'),
    file('jobs/b.ts', 'export const b = (desk) => a(desk.vault, desk.study.client.findMany())'),
    file('jobs/queues.ts', "import { day } from '../app/protocol/day'"),
    file('test/records/a.test.ts', "import { a } from '../../scripts/koppel'"),
  ]
  expect(judged(...fine)).toEqual([])
})
