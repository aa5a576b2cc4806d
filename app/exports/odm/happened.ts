import type { Row, Table } from '../table/table'
import { element } from '../xml/write'
import { toldColumns } from './metadata'
import { eventOid, FOLLOW_UP, REGISTER, registerItemOid } from './oids'

/** The register's events of one pair as forms of the follow-up: the same form, once for each event. */
export function happenedElement({ variables, ...table }: Table, rows: readonly Row[]): string {
  const told = toldColumns({ variables, ...table }).map((variable) => ({
    oid: registerItemOid(variable.name),
    at: variables.indexOf(variable),
  }))
  const forms = rows.map((row, at) =>
    element('FormData', { FormOID: REGISTER.form, FormRepeatKey: at + 1 }, [
      element(
        'ItemGroupData',
        { ItemGroupOID: REGISTER.group },
        told.map(({ oid, at: column }) => {
          const value = row[column] ?? null
          return element('ItemData', { ItemOID: oid, ...(value === null ? { IsNull: 'Yes' } : { Value: value }) })
        }),
      ),
    ]),
  )
  return forms.length === 0 ? '' : element('StudyEventData', { StudyEventOID: eventOid(FOLLOW_UP) }, forms)
}
