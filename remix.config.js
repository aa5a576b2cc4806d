// The one build configuration: Remix's and, because Remix builds with Vite, Vite's.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { build, defineConfig } from 'vite'

const WORKER = 'app/sw.ts'

/** Builds the service worker beside the files that it keeps. It is another one as soon as one of these is. */
async function buildWorker({ remixConfig }) {
  const outDir = join(remixConfig.buildDirectory, 'client')
  const assets = readdirSync(join(outDir, 'assets')).map((file) => `assets/${file}`)
  const files = [...assets, ...readdirSync('app/static')].sort()
  const version = createHash('sha256').update(readFileSync(WORKER))
  for (const file of files) version.update(file).update(readFileSync(join(outDir, file)))
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      __VERSION__: JSON.stringify(version.digest('hex').slice(0, 16)),
      __FILES__: JSON.stringify(files.map((file) => `/${file}`)),
    },
    build: { outDir, emptyOutDir: false, lib: { entry: WORKER, formats: ['es'], fileName: () => 'sw.js' } },
  })
}

export default defineConfig({
  publicDir: 'app/static',
  // Everything is a file of its own: the content policy allows no data: URLs.
  build: { assetsInlineLimit: 0 },
  plugins: [
    remix({
      appDirectory: 'app',
      buildDirectory: 'build',
      ignoredRouteFiles: ['**/.*'],
      buildEnd: buildWorker,
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
})
