import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

type Package = { dependencies: Record<string, string>; devDependencies: Record<string, string> }
type Lock = { packages: Record<string, Partial<Package> & { os?: string[] }> }

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T
const check = (file: string) =>
  spawnSync(process.execPath, ['scripts/mend-lock.mjs', '--check', file], { encoding: 'utf8' })

test('every version is pinned, and the lock file says the same', () => {
  const { dependencies, devDependencies } = read<Package>('package.json')
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version))
  expect(loose).toEqual([])
  expect(read<Lock>('package-lock.json').packages['']).toMatchObject({ dependencies, devDependencies })
})

test('the lock file holds the packages of every platform, so that npm ci takes it', () => {
  expect(check('package-lock.json')).toMatchObject({ status: 0, stderr: '' })
})

test('one that lacks a platform is noticed, and mended', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koppel-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'package-lock.json')
  const lock = read<Lock>('package-lock.json')
  const whole = JSON.stringify(Object.keys(lock.packages).sort())
  const platform = Object.keys(lock.packages).find((path) => path.endsWith('@biomejs/cli-win32-arm64')) ?? ''
  const entry = lock.packages[platform]
  delete lock.packages[platform]
  writeFileSync(file, JSON.stringify(lock))
  expect(check(file)).toMatchObject({ status: 1, stderr: expect.stringContaining('@biomejs/cli-win32-arm64') })
  expect(spawnSync(process.execPath, ['scripts/mend-lock.mjs', file]).status).toBe(0)
  const mended = read<Lock>(file)
  expect(JSON.stringify(Object.keys(mended.packages).sort())).toBe(whole)
  expect(mended.packages[platform]?.os).toEqual(entry?.os)
})
