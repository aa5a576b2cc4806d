import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A regular expression as it stands in a file. */
export type Written = { readonly source: string; readonly flags: string; readonly at: string }

const FOLDERS = ['app', 'jobs', 'scripts']

/** All regular expressions of the program, and where some are made from pieces while it runs. */
export function patternsIn(root: string): { readonly written: Written[]; readonly made: string[] } {
  const written: Written[] = []
  const made: string[] = []
  const files = FOLDERS.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of files) {
    const at = file.slice(root.length)
    const read = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/')
        written.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), at })
      }
      const called = ts.isNewExpression(node) || ts.isCallExpression(node)
      if (called && node.expression.getText() === 'RegExp') made.push(at)
      ts.forEachChild(node, visit)
    }
    visit(read)
  }
  return { written, made }
}
