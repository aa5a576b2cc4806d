import { pinOf } from '../../protocol/instruments/battery'
import { type Instrument, PERSPECTIVES, type Perspective, type StudyProtocol } from '../../protocol/study'
import type { Words } from '../../protocol/words'
import type { Imprint, Table, Variable } from '../table/table'
import { element } from '../xml/write'
import { codeLists, inBoth } from './code-lists'
import { conditionDef, dayDef, dayUnit, itemDef, registerItemDef } from './items'
import {
  blockOf,
  conditionOid,
  DAY,
  eventOid,
  FOLLOW_UP,
  formOid,
  groupOid,
  itemOid,
  REGISTER,
  registerItemOid,
  studyOid,
  versionOid,
} from './oids'

/** What a study asks: its waves, and what each side was ever asked at each of them. */
export type OdmStudy = {
  readonly study: Pick<StudyProtocol, 'code' | 'title' | 'waves'>
  readonly asked: (wave: string, perspective: Perspective) => readonly Instrument[]
}

const YES_NO = { once: { Repeating: 'No' }, often: { Repeating: 'Yes' } } as const
const FOLLOW_UP_WORDS: Words = {
  nl: 'Wat het register vertelt na de start van het toezicht',
  en: 'What the register tells after supervision started',
}

/** The tables of a release that ODM is written from. */
type OdmTables = { readonly items: Table; readonly events: Table | undefined }

/** Every instrument of a wave, client and supervisor: both are forms of the same event. */
export const formsOf = ({ asked }: OdmStudy, wave: string): Instrument[] =>
  PERSPECTIVES.flatMap((side) => [...asked(wave, side)])

/** The names of an instrument's parts, in their order; a part without a question is none. */
export const blocksOf = (instrument: Instrument): string[] => [
  ...new Set(instrument.items.map((item) => blockOf(instrument, item))),
]

/** The study, and all that it asked, as ODM has it: events, forms, groups, items, code lists, conditions (ODM 1.3.2, §3.1.1). */
export function studyElement(what: OdmStudy, { items, events }: OdmTables, imprint: Imprint): string {
  const { study } = what
  return element('Study', { OID: studyOid(study.code) }, [
    element('GlobalVariables', {}, [
      element('StudyName', {}, study.title[imprint.language]),
      element('StudyDescription', {}, imprint.purpose),
      element('ProtocolName', {}, study.code),
    ]),
    element('BasicDefinitions', {}, [dayUnit()]),
    element('MetaDataVersion', { OID: versionOid(study.code), Name: imprint.version }, [
      protocolElement(what, events),
      ...definitions(what, { items, events }),
    ]),
  ])
}

function protocolElement({ study }: OdmStudy, events: Table | undefined): string {
  const names = [...study.waves.map(({ name }) => name), ...(events ? [FOLLOW_UP] : [])]
  return element('Protocol', {}, [
    inBoth('Description', study.title),
    ...names.map((name, at) =>
      element('StudyEventRef', { StudyEventOID: eventOid(name), OrderNumber: at + 1, Mandatory: 'No' }),
    ),
  ])
}

/** In the order that the schema wants: events, forms, groups, items, code lists, conditions. */
function definitions(what: OdmStudy, { items, events }: OdmTables): string[] {
  const lists = codeLists(columnNamed(items, 'missing').values ?? [])
  const all = what.study.waves.map((wave) => ({ wave, forms: formsOf(what, wave.name) }))
  const instruments = [...new Map(all.flatMap(({ forms }) => forms.map((one) => [pinOf(one), one] as const))).values()]
  const told = events ? toldColumns(events) : []
  return [
    ...all.map(({ wave, forms }) =>
      element('StudyEventDef', { OID: eventOid(wave.name), Name: wave.name, ...YES_NO.once, Type: 'Scheduled' }, [
        inBoth('Description', wave.label),
        ...forms.map((form, at) =>
          element('FormRef', { FormOID: formOid(form), OrderNumber: at + 1, Mandatory: 'No' }),
        ),
      ]),
    ),
    ...(events ? [followUpDef()] : []),
    ...instruments.map(formDef),
    ...(events ? [registerForm()] : []),
    element('ItemGroupDef', { OID: DAY.group, Name: 'day', ...YES_NO.once }, [itemRef(DAY.item, 1)]),
    ...instruments.flatMap(groupDefs),
    ...(events ? [registerGroup(told.map(({ name }) => name))] : []),
    dayDef(columnNamed(items, 'day')),
    ...instruments.flatMap((form) => form.items.map((item) => itemDef(form, item, lists))),
    ...told.map((variable) => registerItemDef(variable, lists)),
    ...lists.written(),
    ...instruments.flatMap((form) =>
      form.items.filter(({ askedWhen }) => askedWhen).map((item) => conditionDef(instruments, form, item)),
    ),
  ]
}

function columnNamed({ variables, name: table }: Table, name: string): Variable {
  const found = variables.find((variable) => variable.name === name)
  if (!found) throw new RangeError(`${table} has no column ${name}`)
  return found
}

/** The columns of a table of events that say something: the pair is the subject, and stands above them. */
export const toldColumns = ({ variables }: Table) => variables.filter(({ name }) => name !== 'dyad')

const followUpDef = (): string =>
  element('StudyEventDef', { OID: eventOid(FOLLOW_UP), Name: FOLLOW_UP, ...YES_NO.once, Type: 'Common' }, [
    inBoth('Description', FOLLOW_UP_WORDS),
    element('FormRef', { FormOID: REGISTER.form, OrderNumber: 1, Mandatory: 'No' }),
  ])

function formDef(form: Instrument): string {
  const groups = [DAY.group, ...blocksOf(form).map((block) => groupOid(form, block))]
  return element('FormDef', { OID: formOid(form), Name: pinOf(form), ...YES_NO.once }, [
    inBoth('Description', form.title),
    ...groups.map((oid, at) => element('ItemGroupRef', { ItemGroupOID: oid, OrderNumber: at + 1, Mandatory: 'No' })),
    element('Alias', { Context: 'perspective', Name: form.perspective }),
  ])
}

const registerForm = (): string =>
  element('FormDef', { OID: REGISTER.form, Name: 'register', ...YES_NO.often }, [
    inBoth('Description', FOLLOW_UP_WORDS),
    element('ItemGroupRef', { ItemGroupOID: REGISTER.group, OrderNumber: 1, Mandatory: 'Yes' }),
  ])

function groupDefs(form: Instrument): string[] {
  return blocksOf(form).map((block) => {
    const title = form.blocks?.find(({ name }) => name === block)?.title ?? form.title
    const items = form.items.filter((item) => blockOf(form, item) === block)
    return element('ItemGroupDef', { OID: groupOid(form, block), Name: `${pinOf(form)} ${block}`, ...YES_NO.once }, [
      inBoth('Description', title),
      ...items.map((item, at) =>
        itemRef(itemOid(form, item), at + 1, item.askedWhen ? conditionOid(form, item) : undefined),
      ),
    ])
  })
}

const registerGroup = (names: readonly string[]): string =>
  element(
    'ItemGroupDef',
    { OID: REGISTER.group, Name: 'register', ...YES_NO.once },
    names.map((name, at) => itemRef(registerItemOid(name), at + 1)),
  )

const itemRef = (oid: string, order: number, condition?: string): string =>
  element('ItemRef', {
    ItemOID: oid,
    OrderNumber: order,
    Mandatory: 'No',
    CollectionExceptionConditionOID: condition,
  })
