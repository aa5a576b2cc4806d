import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

/** What a process of its own logs when it does this with `log` and `marked`. */
function logged(does: string, env: Readonly<Record<string, string>> = {}) {
  const module = JSON.stringify(pathToFileURL('app/platform/log.ts').href)
  const script = `import(${module}).then(async ({ log, marked }) => { ${does} })`
  const { KOPPEL_MODE: _, LOG_LEVEL: __, ...around } = process.env
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
    encoding: 'utf8',
    env: { ...around, ...env },
  })
  expect(stdout).toBe('')
  return stderr
}

test('the log goes to stderr, in JSON, without names and secrets', () => {
  const said = logged(`
    const request = { cookie: 'Zeeltje', authorization: 'Bearer Zeeltje', body: 'antwoord=Zeeltje' }
    log.info({ email: 'a@b.nl', person: { surname: 'Jansen' }, request, token: 'Zeeltje', id: 7 }, 'said')`)
  expect(said).not.toMatch(/Jansen|a@b\.nl|Zeeltje/)
  expect(JSON.parse(said)).toMatchObject({ id: 7, msg: 'said', email: '[redacted]' })
})

test('each line of a job says of which, also later on and from another copy of the log', () => {
  const said = logged(`
    const other = await import(${JSON.stringify(`${pathToFileURL('app/platform/log.ts').href}?again`)})
    await marked({ job: 'minute', jobId: '7' }, async () => {
      await new Promise((done) => setTimeout(done, 5))
      log.error({ err: new Error('gone') }, 'a job failed')
      other.log.info('and there')
    })
    log.info('afterwards')`)
  const lines = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const of = { job: 'minute', jobId: '7' }
  expect(lines).toMatchObject([{ ...of, err: { message: 'gone' } }, of, { msg: 'afterwards' }])
  expect(lines[2]).not.toHaveProperty('job')
})

test('what runs in earnest cannot be silenced', () => {
  const one = `log.info('said')`
  expect(logged(one, { KOPPEL_MODE: 'production', LOG_LEVEL: 'silent' })).toContain('said')
  expect(logged(one, { KOPPEL_MODE: 'demo', LOG_LEVEL: 'silent' })).toBe('')
})
