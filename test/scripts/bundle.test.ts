import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const BUILT = join(import.meta.dirname, '../../build/client')
const files = readdirSync(BUILT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))

/** Words of what only the server may have: its surroundings, its keys, its tables and the libraries that reach them. */
const SERVER = [
  /process\.env|import\.meta\.env/,
  /BEGIN [A-Z ]*PRIVATE KEY|postgres(?:ql)?:\/\/|smtps?:\/\/|rediss?:\/\//,
  /hkdf|argon2|scrypt|createHmac|createCipheriv|from"node:|require\("(?:crypto|fs)/,
  /prisma|INSERT INTO|SELECT .{1,80} FROM|password_?hash|token_?hash/i,
  /proefopstelling/,
  /sourceMappingURL/,
]

test('what browsers get holds nothing of the server', () => {
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'latin1')
    return SERVER.map((words) => words.exec(text)?.[0])
      .filter(Boolean)
      .map((word) => `${file.slice(BUILT.length)}: ${word}`)
  })
  expect(found).toEqual([])
})

test('and the words are those of the server: they stand in what it runs', () => {
  expect(files.length).toBeGreaterThan(100)
  const server = readFileSync(join(BUILT, '../server/index.js'), 'utf8')
  const missing = [
    'process.env',
    'argon2',
    'password_hash',
    'INSERT INTO',
    'proefopstelling',
    'createHmac',
    'from "node:',
  ]
  expect(missing.filter((word) => !server.includes(word))).toEqual([])
  expect(files.filter((file) => !/\.(js|css|html|svg|woff2?)$/.test(file))).toEqual([])
})
