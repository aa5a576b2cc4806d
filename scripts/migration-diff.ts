// Writes prisma/migrations/0001_tables.sql from prisma/schema.prisma: `node --import tsx scripts/migration-diff.ts`.
// `--print` shows it instead. Until the first release that one file is written anew; after it, a change is a new file.
// No downloaded engine: Prisma's own, compiled to WebAssembly, compares the schema with nothing. It wants to meet a
// database first (its version decides the dialect), so an embedded one is made and thrown away.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { startEmbedded, stopEmbedded } from '../app/platform/embedded/server'

const SCHEMA = fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url))
const MIGRATION = fileURLToPath(new URL('../prisma/migrations/0001_tables.sql', import.meta.url))
const HEAD = '-- Written by scripts/migration-diff.ts from prisma/schema.prisma: change that, not this.\n'

type Loading = typeof engine & { __wbg_set_wasm: (exports: WebAssembly.Exports) => void }

async function load(): Promise<void> {
  const glue = engine as Loading
  const module = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(module.replace(/\.js$/, '.wasm'))
  const imports = { './schema_engine_bg.js': glue } as unknown as WebAssembly.Imports
  const { instance } = await WebAssembly.instantiate(bytes, imports)
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
}

/**
 * The SQL that turns an empty database into the schema, exactly as the migration file holds it. `url` is any
 * PostgreSQL: the engine asks for its version and changes nothing.
 */
export async function tablesSql(url: string): Promise<string> {
  await load()
  const content = readFileSync(SCHEMA, 'utf8')
  const database = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }))
  const schema = await engine.SchemaEngine.new({ datamodels: [['schema.prisma', content]] }, () => undefined, database)
  const { stdout } = await schema.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  if (!stdout) throw new Error('the schema engine returned nothing')
  return `${HEAD}${stdout.trimEnd()}\n`
}

async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'koppel-diff-'))
  chmodSync(home, 0o755)
  try {
    const sql = await tablesSql((await startEmbedded(home)).ownerUrl)
    if (process.argv.includes('--print')) process.stdout.write(sql)
    else writeFileSync(MIGRATION, sql)
  } finally {
    await stopEmbedded(home, 'immediate')
    rmSync(home, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main()
  process.exit() // the engine keeps its connection
}
