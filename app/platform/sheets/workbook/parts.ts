import { posix } from 'node:path'
import { prefixed, readXml } from './xml'
import { textOfPart, type Zip } from './zip'

/** Which parts of a zip make the workbook: its visible sheets in their order, its strings and its styles. */
export type Parts = {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly strings: string | undefined
  readonly styles: string | undefined
  /** Days count from 1904, as on old Macintoshes, and not from 1900. */
  readonly from1904: boolean
}

/** Reads how a workbook is put together; undefined when this zip is none. Throws Damaged. */
export async function partsOf(zip: Zip): Promise<Parts | undefined> {
  const root = (await relations(zip, '')).find(({ type }) => type === 'officeDocument')?.part
  if (!root || !zip.parts.has(root.toLowerCase())) return undefined
  const parts = await relations(zip, root)
  const part = (type: string) => parts.find((one) => one.type === type)?.part
  const sheets: { name: string; part: string }[] = []
  let [from1904, workbook] = [false, false]
  await readXml(textOfPart(zip, root), {
    open: (element, attributes) => {
      if (element === 'workbook') workbook = true
      if (element === 'workbookPr') from1904 = isTrue(attributes.date1904)
      if (element !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      const id = prefixed(attributes, 'id')
      const found = parts.find((one) => one.id === id && one.type === 'worksheet')
      if (found) sheets.push({ name: attributes.name ?? '', part: found.part })
    },
  })
  return workbook ? { sheets, strings: part('sharedStrings'), styles: part('styles'), from1904 } : undefined
}

type Relation = { readonly id: string; readonly type: string; readonly part: string }

/** What a part points at inside the zip; never anything outside. */
async function relations(zip: Zip, of: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(of)
  const found: Relation[] = []
  await readXml(textOfPart(zip, posix.join(dir, '_rels', `${base}.rels`)), {
    open: (element, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (element !== 'Relationship' || TargetMode === 'External') return
      found.push({ id: Id, type: posix.basename(Type), part: posix.resolve('/', dir, Target).slice(1) })
    },
  })
  return found
}

export const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true'
