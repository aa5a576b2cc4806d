import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { csvFile } from '../../app/exports/csv/csv-file'
import { savFile } from '../../app/exports/sav/sav-file'
import { shapes } from '../../app/exports/shapes/shapes'
import { spsFile } from '../../app/exports/sps/sps-file'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { filledWith, IMPRINT, wholeFile } from './made-tables'
import { folderOfTest, inPspp, READERS } from './readers'
import { asked, everything, subjectOf, wholeCase } from './shaped-cases'
import { columnsInPspp, keptColumns } from './spss-tables'

const SHAPES = shapes(werkalliantie, asked(werkalliantie), everything)

test.runIf(READERS.pspp).each(SHAPES.map((shape) => [shape.table.name, shape] as const))(
  'the table %s of the study opens in PSPP, as a system file and by its syntax',
  async (name, { table, rowsOf }) => {
    const rows = [wholeCase(), wholeCase({ measurements: [] })].flatMap((one) => rowsOf(subjectOf(one)))
    const filled = filledWith(table, rows)
    const folder = folderOfTest()
    const put = (ending: string, content: string | Buffer) => writeFileSync(join(folder, `${name}.${ending}`), content)
    put('sav', await wholeFile(savFile(filled, IMPRINT)))
    put('csv', await wholeFile(csvFile(filled)))
    const syntax: string[] = []
    for await (const piece of spsFile(filled, IMPRINT)) syntax.push(piece)
    put('sps', syntax.join(''))

    const opens = [`GET FILE='${name}.sav'.`, `INSERT FILE='${name}.sps' ENCODING='UTF-8'.`]
    for (const open of opens) {
      const columns = await columnsInPspp(`CD '${folder}'.\n${open}`, table.variables)
      expect(columns).toEqual(keptColumns(table.variables, rows))
    }
    const labels = (told: string) => told.slice(told.indexOf('Table: Value Labels'))
    const [one, other] = await Promise.all(
      opens.map((open) => inPspp(`CD '${folder}'.\n${open}\nDISPLAY DICTIONARY.`).then(labels)),
    )
    expect(other).toBe(one)
  },
)
