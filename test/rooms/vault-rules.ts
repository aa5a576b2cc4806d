import ts from 'typescript'
import type { Read } from './tree'

/** Who may look into a Vault: the room of names and the machine below it; `keys list` counts what each key has sealed. */
const INSIDE = /^(app\/identity|app\/platform|prisma|test)\/|^scripts\/koppel\/commands\/keys\.ts$/
/** Where the one table that ties names to numbers is read (§6): the rest of the system asks these. */
const TIES = ['tie', 'whom', 'addresses', 'numbers'].map((name) => `app/identity/${name}.ts`)
/** Whatever Prisma calls the tables of the vault; accounts and sessions are opened by identity too. */
const MODELS =
  /\.(person|supervisorIdentity|supervision|keyEntry|consentForm|consentAnswer|consentPaper|letter|accessCode|device|errand|rotation|breach|account|session|vaultEntry)\.(find|create|update|upsert|delete|count|group|aggregate)\w*$/
const IN_SQL = /\b(FROM|JOIN|INTO|UPDATE|TABLE)\s+"?identity"?\s*\./i
const KEY_IN_SQL = /\bidentity"?\s*\.\s*"?key\b/i

const isVault = (text: string) => /(^|\.)vault$/.test(text)

/** Whether a pattern takes the connections or the keys out of a vault: `const { db } = desk.vault`, `({ keys }: Vault)`. */
function takesApart(node: ts.Node, syntax: ts.SourceFile): boolean {
  if (!(ts.isVariableDeclaration(node) || ts.isParameter(node)) || !ts.isObjectBindingPattern(node.name)) return false
  const names = node.name.elements.map(({ name, propertyName }) => (propertyName ?? name).getText(syntax))
  const from = [node.initializer?.getText(syntax) ?? '', node.type?.getText(syntax) ?? '']
  return (
    names.some((name) => name === 'db' || name === 'keys') && from.some((text) => isVault(text) || text === 'Vault')
  )
}

/** Only identity looks into a vault, and only four of its files read the key table. */
export function* vaultComplaints({ path, text, syntax }: Read): Generator<string> {
  if (!/^(app|jobs|scripts)\//.test(path)) return
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const opens = node.name.text === 'db' || node.name.text === 'keys'
      if (opens && isVault(node.expression.getText(syntax))) found.add('looks into a vault')
      if (MODELS.test(node.getText(syntax))) found.add('reads a table of the vault')
      if (/\.keyEntry$/.test(node.getText(syntax))) found.add('reads the key table')
    }
    if (takesApart(node, syntax)) found.add('looks into a vault')
    const sql = ts.isTemplateExpression(node) || ts.isStringLiteralLike(node) ? node.getText(syntax) : ''
    if (IN_SQL.test(sql)) found.add('reads a table of the vault')
    if (IN_SQL.test(sql) && KEY_IN_SQL.test(sql)) found.add('reads the key table')
    ts.forEachChild(node, visit)
  }
  if (/vault|identity|keyEntry|\b(person|supervision|letter|device|errand|breach|account|session)\b/i.test(text))
    visit(syntax)
  if (TIES.includes(path)) found.delete('reads the key table')
  if (INSIDE.test(path)) for (const one of ['looks into a vault', 'reads a table of the vault']) found.delete(one)
  yield* found
}
