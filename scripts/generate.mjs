// Writes the typed database client (prisma/client) from prisma/schema.prisma. Runs after every install.
// Prisma would download a schema engine that generating does not need: any executable that exists keeps it from trying.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where the prisma command lies, or null in an installation without development packages. */
function prismaCommand() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js')
  } catch {
    return null
  }
}

const command = prismaCommand()
if (command) {
  const engine = ['/bin/true', '/usr/bin/true'].find(existsSync) ?? process.execPath
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  const { status, stderr } = spawnSync(
    process.execPath,
    [command, 'generate', '--config', 'prisma/config.ts', '--no-hints'],
    {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  if (status !== 0) process.stderr.write(stderr)
  process.exitCode = status ?? 1
} else if (!existsSync(join(root, 'prisma/client/client.ts'))) {
  process.stderr.write(
    'The database client is not there and cannot be made: install with development packages, then build.\n',
  )
}
