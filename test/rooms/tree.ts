import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

/** One of our source files: where it lies from the top of the repository, and what it says. */
export type Source = { readonly path: string; readonly text: string }
/** An import of a source: the words it stands in the file with, and the file when it is one of ours. */
export type Import = { readonly specifier: string; readonly typeOnly: boolean; readonly path: string | null }
/** A source with its imports and its syntax. */
export type Read = Source & { readonly imports: readonly Import[]; readonly syntax: ts.SourceFile }

const TOP = ['app', 'jobs', 'prisma', 'scripts', 'test', 'remix.config.js']
const CODE = /\.(ts|tsx|js|mjs|css)$/
const GENERATED = ['prisma/client', 'scripts/demo/cohort', 'test/cohort']

function walk(root: string, path: string): readonly string[] {
  if (GENERATED.includes(path)) return []
  if (!statSync(join(root, path)).isDirectory()) return CODE.test(path) ? [path] : []
  return readdirSync(join(root, path)).flatMap((name) => walk(root, posix.join(path, name)))
}

/** All our code below a folder. */
export function sourcesIn(root: string): readonly Source[] {
  const paths = TOP.filter((name) => statSync(join(root, name), { throwIfNoEntry: false })).flatMap((name) =>
    walk(root, name),
  )
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Where a relative import leads; the path as written when there is no such file (a stylesheet, a generated client). */
function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  if (!specifier.startsWith('.')) return null
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
  const endings = ['', '.ts', '.tsx', '.js', '.mjs', '/index.ts', '/index.tsx']
  return endings.map((ending) => path + ending).find((candidate) => known.has(candidate)) ?? path
}

/** Reads the imports of every source: static, dynamic and for types. */
export function readAll(sources: readonly Source[]): readonly Read[] {
  const known = new Set(sources.map(({ path }) => path))
  return sources.map(({ path, text }) => {
    const found = /\.css$/.test(path) ? [] : ts.preProcessFile(text, true, true).importedFiles
    const imports = found.map(({ fileName, pos }) => ({
      specifier: fileName,
      typeOnly: /(import|export)\s+type\s[^;'"]*$/.test(text.slice(0, pos + 1).replace(/['"]$/, '')),
      path: resolve(path, fileName, known),
    }))
    return { path, text, imports, syntax: ts.createSourceFile(path, text, ts.ScriptTarget.Latest) }
  })
}
