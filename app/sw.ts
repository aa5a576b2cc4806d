// The service worker: what makes /talk open without a network. It keeps files of the build and one page without data, and
// nothing else: no other page, no answer of the server, nothing that was sent.
declare const self: ServiceWorkerGlobalScope
/** Filled in by the build: which build this is, and what it is made of. */
declare const __VERSION__: string
declare const __FILES__: readonly string[]

const CACHE = `koppel-${__VERSION__}`
/** The page that works without a network. It is shown under its own address only: elsewhere it would draw another page. */
const SHELL = '/talk'
/** A plain page for every other address, that leads there. */
const ELSEWHERE = '/offline.html'

// All at once or not at all, and asked for as nobody: what is kept was made for nobody. A new version waits until no page of the one before is open: a talk that runs keeps its files.
self.addEventListener('install', (event) => {
  const fresh = [...__FILES__, SHELL].map((path) => new Request(path, { cache: 'reload', credentials: 'omit' }))
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)))
})

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(tidy())
})

const kept = async (path: string): Promise<Response | undefined> =>
  (await caches.open(CACHE)).match(path, { ignoreVary: true })

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageAt(pathname, request))
  else if (__FILES__.includes(pathname)) event.respondWith(kept(pathname).then((file) => file ?? fetch(request)))
})

// The shell comes from here also when there is a network: the page and its files are then always of one version.
async function pageAt(pathname: string, request: Request): Promise<Response> {
  const shell = pathname === SHELL ? await kept(SHELL) : undefined
  if (shell) return shell
  try {
    return await fetch(request)
  } catch (error) {
    const page = await kept(ELSEWHERE)
    if (page) return page
    throw error
  }
}
